// Fuzzes for as long as you like: `pnpm fuzz [TARGET …] [--seconds N] [--seed N]`, each target in turn for that long (60 seconds
// unless told), from another seed each time unless told. `pnpm fuzz TARGET --replay FILE` tries one input again.
// Exits with 0 where nothing was found, 1 where something was, 2 where the command is wrong.
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keep } from './keep.ts';
import { targets } from './targets.ts';
import { watch } from './watch.ts';

const module = new URL('targets.ts', import.meta.url).href;

interface Command {
  readonly names: readonly string[];
  readonly seconds: number;
  readonly seed: number;
  readonly replay: string | undefined;
}

function wrongUse(message: string): never {
  console.error(message);
  console.error(
    `usage: pnpm fuzz [${Object.keys(targets).join('|')} …] [--seconds N] [--seed N] [--replay FILE]`,
  );
  process.exit(2);
}

function command(): Command {
  const options = {
    seconds: { type: 'string' },
    seed: { type: 'string' },
    replay: { type: 'string' },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error));
  }
  const { positionals, values } = parsed;
  const unknown = positionals.filter((name) => !Object.hasOwn(targets, name));
  if (unknown.length > 0) wrongUse(`there is no target ${unknown.join(', ')}`);
  if (values.replay !== undefined && positionals.length !== 1) wrongUse('--replay takes one target');
  return {
    names: positionals.length === 0 ? Object.keys(targets) : positionals,
    seconds: wholeNumber('--seconds', values.seconds, 60),
    seed: wholeNumber('--seed', values.seed, randomInt(0x7fff_ffff)),
    replay: values.replay,
  };
}

function wholeNumber(option: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^\d{1,10}$/u.test(given)) wrongUse(`${option} takes a whole number, not ${given}`);
  return Number(given);
}

const given = command();
const inputs = given.replay === undefined ? undefined : [readFileSync(given.replay, 'utf8')];
let found = false;
for (const target of given.names) {
  const { seconds, seed } = given;
  const outcome = await watch({
    targets: module,
    target,
    seed,
    ...(inputs === undefined ? { seconds } : { inputs }),
  });
  if (outcome.kind === 'nothing') {
    console.log(`${target}: ${outcome.tried} inputs tried, nothing found`);
    continue;
  }
  console.log(keep(target, seed, outcome));
  found = true;
}
process.exitCode = found ? 1 : 0;
