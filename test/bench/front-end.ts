import { ofLines } from './generated.ts';
import { median } from './statistics.ts';
import { compiler, language } from './toolchain.ts';

export interface FrontEnd {
  readonly lines: number;
  readonly bytes: number;
  /** Milliseconds of the first run of all phases, before anything is warm. */
  readonly cold: number;
  /** Medians of later runs. */
  readonly warm: Phases;
}
export interface Phases {
  readonly parse: number;
  readonly check: number;
  readonly plan: number;
  readonly total: number;
}

/** Parses, checks and plans a generated pack of so many lines, `runs` times. */
export async function frontEnd(
  files: ReadonlyMap<string, string>,
  lines: number,
  runs: number,
): Promise<FrontEnd> {
  return timePhases(ofLines(files, lines), runs);
}

/** Parses, checks and plans a pack, `runs` times after the first. */
export async function timePhases(pack: ReadonlyMap<string, string>, runs: number): Promise<FrontEnd> {
  const text = [...pack.values()].join('');
  const measured: Phases[] = [];
  for (let run = 0; run <= runs; run++) measured.push(await once(pack));
  const [cold, ...rest] = measured as [Phases, ...Phases[]];
  const middle = (of: (phases: Phases) => number): number => median(rest.map(of));
  return {
    lines: text.split('\n').length,
    bytes: Buffer.byteLength(text),
    cold: cold.total,
    warm: {
      parse: middle((phases) => phases.parse),
      check: middle((phases) => phases.check),
      plan: middle((phases) => phases.plan),
      total: middle((phases) => phases.total),
    },
  };
}

/** `checkPack` parses too; what a parse alone takes is measured beside it and taken off. */
async function once(pack: ReadonlyMap<string, string>): Promise<Phases> {
  const { parseFile, checkPack } = await language();
  const { buildPlan } = await compiler();
  const start = performance.now();
  const { value, diagnostics } = checkPack(pack, 'pack.policy');
  const checked = performance.now();
  if (value === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 3), null, 2));
  buildPlan(value);
  const planned = performance.now();
  for (const [path, text] of pack) parseFile(text, path);
  const parse = performance.now() - planned;
  return { parse, check: checked - start - parse, plan: planned - checked, total: planned - start };
}
