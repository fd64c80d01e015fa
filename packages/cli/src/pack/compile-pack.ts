/** A pack ready for use: its plan, its words, the interpreter over it. */
import type { PackInWords } from '@proviso/cases';
import { type CompiledPack, compilePack } from '@proviso/compiler';
import { interpretPlan } from '@proviso/compiler/interpret';
import { isAsSealed, type Plan, PlanError, readPlan } from '@proviso/compiler/plan';
import type { Diagnostic } from '@proviso/language';
import type { Phrasebook } from '@proviso/runtime';
import { UsageError } from '../exit.ts';
import type { Session } from '../session.ts';
import { diagnosticProblems } from './diagnostics.ts';
import { loadPack, type PackBuild, type PackSource } from './load-pack.ts';

/** What checking a pack's texts came to. */
export interface Checked {
  readonly source: PackSource;
  readonly built: CompiledPack | undefined;
  /** Files as the texts of `source` are keyed, not as they are shown. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks and lowers texts. */
export function checkSource(source: PackSource): Checked {
  const { value, diagnostics } = compilePack(source.files, source.entry);
  return { source, built: value, diagnostics };
}

/** The pack at a path, for a command that needs it whole; throws `UsageError` where it has errors. */
export async function usePack(session: Session, path: string): Promise<PackInWords> {
  session.progress.step(`reading ${path}`);
  const loaded = await loadPack(session.host, path);
  return loaded.kind === 'build' ? fromBuild(loaded) : useSource(session, path, loaded);
}

function usable(plan: Plan, phrases: Phrasebook): PackInWords {
  const { assess, whatWouldChange } = interpretPlan(plan);
  return { plan, phrases, assess, whatWouldChange };
}

/** A pack whose texts are at hand: also what it was compiled from. */
export interface UsableSource extends PackInWords {
  readonly program: CompiledPack['program'];
}

/** Compiles texts, for a command that needs them whole; throws `UsageError` where they have errors. */
export function useSource(session: Session, path: string, source: PackSource): UsableSource {
  session.progress.step(`compiling ${path}`);
  const { built, diagnostics } = checkSource(source);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (built === undefined || errors.length > 0) {
    throw new UsageError(`the pack \`${path}\` has errors`, {
      problems: diagnosticProblems(errors.slice(0, 10), source),
      help: `\`proviso check ${path}\` shows them in their places`,
    });
  }
  return { ...usable(built.plan, built.phrases), program: built.program };
}

async function fromBuild(build: PackBuild): Promise<PackInWords> {
  // It brings a library of schemas along, which a pack of texts does not need.
  const { readPhrasebook } = await import('./phrasebook.ts');
  const plan = planOf(build);
  const phrases =
    build.phrases === undefined
      ? undefined
      : readPhrasebook(build.phrases, build.path.replace(/[^/]*$/, 'phrases.json'));
  if (!isAsSealed(plan, phrases)) {
    throw new UsageError(`\`${build.path}\` is not as it was built: its digest does not fit`, {
      help: 'build the pack again, or restore the file',
    });
  }
  return usable(plan, phrases ?? wordless(plan));
}

function planOf(build: PackBuild): Plan {
  const help = "give a pack's folder, a `.policy` file, or the `plan.json` that `proviso build` writes";
  let json: unknown;
  try {
    json = JSON.parse(build.plan);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`\`${build.path}\` is not JSON`, { help });
  }
  try {
    return readPlan(json);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    throw new UsageError(`\`${build.path}\` is no plan that this program reads`, {
      problems: error.problems.slice(0, 10).map(({ pointer, message }) => ({ path: pointer, message })),
      help,
    });
  }
}

function wordless(plan: Plan): Phrasebook {
  return {
    format: 1,
    pack: { title: plan.pack.id },
    facts: {},
    records: {},
    enums: {},
    bearers: {},
    statements: {},
    ambiguities: {},
    constraints: {},
    invariants: {},
    goals: {},
    sources: {},
  };
}
