/** A condition from the command line, read in the words of a pack. */
import { compilePack } from '@proviso/compiler';
import type { Condition } from '@proviso/compiler/plan';
import type { Phrasebook } from '@proviso/runtime';
import type { Plan } from '@proviso/compiler/plan';
import { type Problem, UsageError } from '../exit.ts';
import { diagnosticProblems } from '../pack/diagnostics.ts';
import type { PackSource } from '../pack/load-pack.ts';

/** The pack with the condition as its last invariant. */
export interface Asked {
  readonly plan: Plan;
  readonly phrases: Phrasebook;
  readonly condition: Condition;
}

/** No author would take this name; one who does is told that it is taken. */
const name = 'conditionFromTheCommandLine';

/**
 * Compiles a condition in a pack: `text` is an expression of the language, over the instances of `param` (`l: Letter`) where
 * that is given. Throws `UsageError` with places within the condition where it is wrong, and where the pack is.
 */
export function readCondition(
  source: PackSource,
  path: string,
  text: string,
  param: string | undefined,
): Asked {
  const entry = source.files.get(source.entry) ?? '';
  const before = `${entry}\nsource ${name} "Asked" { status statute }\ninvariant ${name}${param === undefined ? '' : ` for ${param}`} { always `;
  const after = `\n because "asked" cite ${name} s.1 }\n`;
  const files = new Map([...source.files, [source.entry, `${before}${text}${after}`]]);
  const { value, diagnostics } = compilePack(files, source.entry);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const own = errors.filter(({ span }) => span.file === source.entry && span.start >= entry.length);
  if (errors.length > own.length) {
    throw new UsageError(`the pack \`${path}\` has errors`, {
      problems: diagnosticProblems(errors.filter((error) => !own.includes(error)).slice(0, 10), source),
      help: `\`proviso check ${path}\` shows them in their places`,
    });
  }
  const condition = value?.plan.invariants.find((invariant) => invariant.name === name);
  if (value === undefined || condition === undefined || own.length > 0) {
    throw new UsageError('the condition cannot be read', {
      problems: own.map(({ span, message, code, help }): Problem => {
        const column = Math.min(Math.max(span.start - before.length, 0), text.length) + 1;
        return {
          file: span.start < before.length ? '--for' : '--where',
          line: 1,
          column,
          message: `${message} (${code})`,
          ...(help === undefined ? {} : { help }),
        };
      }),
      help: "write it as in a policy: `isDue and not message.answered`; `--for 'l: Letter'` to ask about each letter",
    });
  }
  return { plan: value.plan, phrases: value.phrases, condition };
}
