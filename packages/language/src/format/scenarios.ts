import type { Expect, Given, GivenValue, ScenarioDecl } from '../ast/ast.ts';
import { assertNever } from '../assert-never.ts';
import {
  citeClauses,
  clause,
  clausesBlock,
  coversClauses,
  printText,
  type Clause,
  type Run,
} from './clauses.ts';
import type { Comments } from './comments.ts';
import { group, hardline, indent, join, line, type Doc } from './document.ts';
import { braces, branchesIn, printExpr, printName, printPath } from './expressions.ts';

/** A scenario. */
export function printScenario(comments: Comments, scenario: ScenarioDecl): Doc {
  const { title, base, asOf, readings, given, expect, cites, covers, span } = scenario;
  const head: Doc[] = ['scenario ', printText(comments, title)];
  if (base !== undefined) head.push(' as ', printText(comments, base), ', but');
  if (asOf !== undefined) head.push(' as of ', printExpr(comments, asOf));
  head.push(' ');
  const givenRun = blockRun(comments, 'given');
  const expectRun = blockRun(comments, 'expect');
  const clauses: Clause[] = [
    ...readings.map((chosen) =>
      clause(chosen.span, () => {
        const ambiguity = printName(comments, chosen.ambiguity);
        return ['reading ', ambiguity, ': ', printName(comments, chosen.reading)];
      }),
    ),
    ...given.map((part) => ({ ...clause(part.span, () => printGiven(comments, part)), run: givenRun })),
    ...expect.map((part) => ({ ...clause(part.span, () => printExpect(comments, part)), run: expectRun })),
    ...citeClauses(comments, cites),
    ...coversClauses(comments, covers),
  ];
  const open = Math.max(title.span.end, base?.span.end ?? 0, asOf?.span.end ?? 0);
  return [head, clausesBlock(comments, clauses, open, span.end)];
}

/** `given { … }` and `expect { … }` have no nodes of their own: their lines are parts of the scenario. */
function blockRun(comments: Comments, word: string): Run {
  // The word and its brace stand before the first line, the closing brace after the last.
  const close = (end: number): { readonly start: number; readonly end: number } => comments.tokenFrom(end, 0);
  return {
    key: word,
    bounds: (first, last) => ({ start: comments.tokenFrom(first.start, -2).start, end: close(last.end).end }),
    print: (parts) => {
      const first = parts[0]?.start ?? 0;
      const last = parts.at(-1)?.end ?? 0;
      const docs = comments.block(parts, comments.tokenFrom(first, -1).end, close(last).start);
      return [`${word} {`, indent([hardline, docs]), hardline, '}'];
    },
  };
}

function printGiven(comments: Comments, { path, value }: Given): Doc {
  if (value === undefined) return ['forget ', printPath(comments, path)];
  const printed = printPath(comments, path);
  return [printed, ': ', printGivenValue(comments, value)];
}

function printGivenValue(comments: Comments, value: GivenValue): Doc {
  switch (value.kind) {
    case 'scalar':
      return printExpr(comments, value.value);
    case 'members': {
      const members = braces(value.members.map((name) => printName(comments, name)));
      if (!value.atLeast) return members;
      if (value.not.length === 0) return ['at least ', members];
      return ['at least ', members, ' not ', braces(value.not.map((name) => printName(comments, name)))];
    }
    case 'elements': {
      const elements = value.elements.map((element) => printElement(comments, element));
      const list =
        elements.length === 0 ? '[]' : group(['[', indent([line, join([',', line], elements)]), line, ']']);
      return value.atLeast ? ['at least ', list] : list;
    }
    default:
      return assertNever(value);
  }
}

function printElement(comments: Comments, element: readonly Given[]): Doc {
  const parts = element.map((given) => printGiven(comments, given));
  return branchesIn(
    parts,
    element.map(({ path }) => path),
  );
}

function printExpect(comments: Comments, { name, of, value, presumed, dependsOn }: Expect): Doc {
  const docs: Doc[] = [printName(comments, name)];
  if (of !== undefined) docs.push(' for ', printPath(comments, of));
  docs.push(': ', printExpr(comments, value));
  if (presumed !== undefined) docs.push(' presumed ', printExpr(comments, presumed));
  if (dependsOn.length > 0) {
    docs.push(
      ' depends on ',
      join(
        ' and ',
        dependsOn.map((ambiguity) => printName(comments, ambiguity)),
      ),
    );
  }
  return docs;
}
