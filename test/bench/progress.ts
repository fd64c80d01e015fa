// What of the benchmark is run, and word of it on standard error while the tables are still to come.

/** Every row of every table is known as `SUITE: ROW`. */
export interface Watch {
  /** Whether the row is measured. */
  wants(suite: string, row: string): boolean;
  /** Tells what is done now, and how long the run has taken. */
  tell(what: string): void;
}

/** `only`: a text that the rows to be measured have in their names; `log` takes a line. */
export function watching(only: string | undefined, log: (line: string) => void): Watch & Asked {
  const started = performance.now();
  const rows: string[] = [];
  let found = 0;
  return {
    wants: (suite, row) => {
      const name = `${suite}: ${row}`;
      rows.push(name);
      if (only !== undefined && !name.includes(only)) return false;
      found += 1;
      return true;
    },
    tell: (what) => {
      log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
    },
    found: () => found,
    rows: () => rows,
  };
}

/** What was asked for by `--only`. */
interface Asked {
  /** How many rows had the text in their names. */
  found(): number;
  /** All names that were asked after. */
  rows(): readonly string[];
}
