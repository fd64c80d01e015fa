/** The generated files of the suite, as text. */
import { compilePack } from '@proviso/compiler';
import { candidates } from './candidates.ts';
import { choose } from './choose.ts';
import {
  type CaseLine,
  entryOfReviewed,
  type ProgramLine,
  readReviewed,
  type ReviewedLine,
} from './suite.ts';

/** Name and text of each. */
export function generatedSuite(): ReadonlyMap<string, string> {
  const byHand = readReviewed().map(programOfReviewed);
  const programs: ProgramLine[] = [];
  const cases: CaseLine[] = [];
  choose(candidates()).forEach(({ candidate: { program }, cases: chosen }, i) => {
    const id = `program-${number(i + 1)}`;
    const [entry = ''] = program.texts.keys();
    programs.push({ id, entry, files: Object.fromEntries(program.texts), plan: program.pack.plan });
    chosen.forEach(({ candidate: { sent, said }, covers }, k) => {
      cases.push({ id: `${id}-case-${number(k + 1)}`, program: id, ...sent, ...said, covers });
    });
  });
  return new Map([
    ['programs.jsonl', lines([...programs, ...byHand])],
    ['cases.jsonl', lines(cases)],
  ]);
}

/** The program of a reviewed case with its plan, for those who have no front end. */
function programOfReviewed({ id, program }: ReviewedLine): ProgramLine {
  const { value, diagnostics } = compilePack(new Map([[entryOfReviewed, program]]), entryOfReviewed);
  if (value === undefined) throw new Error(`${id}: ${diagnostics.map(({ message }) => message).join('\n')}`);
  return { id, entry: entryOfReviewed, files: { [entryOfReviewed]: program }, plan: value.plan };
}

function number(n: number): string {
  return String(n).padStart(2, '0');
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
