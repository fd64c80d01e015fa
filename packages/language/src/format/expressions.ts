import type { Expr, Name, Path, Span, Unit } from '../ast/ast.ts';
import { assertNever } from '../assert-never.ts';
import { unitWords } from '../1-lex/keywords.ts';
import type { Comments } from './comments.ts';
import { group, hardline, indent, join, line, softline, type Doc } from './document.ts';

/** A text in quotes, with its escapes. */
export function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

const leaf = (comments: Comments, span: Span, words: string): Doc =>
  comments.leaf(span.start, span.end, words);

/** A name. */
export function printName(comments: Comments, name: Name): Doc {
  return leaf(comments, name.span, name.text);
}

/** A path, with indexes in scenarios. */
export function printPath(comments: Comments, path: Path): Doc {
  const words = path.segments.map((segment, i) => {
    const index = path.indexes?.[i] ?? null;
    return index === null ? segment.text : `${segment.text}[${index}]`;
  });
  return leaf(comments, path.span, words.join('.'));
}

/** `{ a, b }`, one a line where they do not fit. */
export function braces(docs: readonly Doc[]): Doc {
  if (docs.length === 0) return '{}';
  return group(['{', indent([line, join([',', line], docs)]), line, '}']);
}

const singular: Readonly<Record<Unit, string>> = {
  days: 'day',
  weeks: 'week',
  months: 'month',
  years: 'year',
};

/** What follows `has` without brackets. */
const selfContained = new Set<Expr['kind']>([
  'path',
  'yes',
  'no',
  'asOf',
  'notYet',
  'nOf',
  'quantified',
  'case',
  'byReading',
  'extreme',
  'extremeIn',
  'dateLiteral',
  'number',
  'string',
  'duration',
]);

/** An expression. */
export function printExpr(comments: Comments, e: Expr): Doc {
  const inner = (of: Expr): Doc => printExpr(comments, of);
  switch (e.kind) {
    case 'path':
      return printPath(comments, e);
    case 'dateLiteral':
      return leaf(comments, e.span, e.iso);
    case 'yes':
    case 'no':
    case 'asOf':
    case 'notYet':
      return leaf(comments, e.span, e.kind);
    case 'number':
      return leaf(comments, e.span, e.text);
    case 'string':
      return leaf(comments, e.span, quoted(e.value));
    case 'duration':
      return leaf(comments, e.span, `${e.amount} ${e.amount === 1 ? singular[e.unit] : e.unit}`);
    case 'not':
      return ['not ', inner(e.of)];
    case 'and':
    case 'or':
      return group(join([line, `${e.kind} `], e.of.map(inner)));
    case 'group':
      return bracketed(inner(e.of));
    case 'nOf': {
      const { quantity } = e;
      const words = quantity.kind === 'atLeast' ? `at least ${quantity.n}` : quantity.kind;
      return [`${words} of `, braces(e.of.map(inner))];
    }
    case 'quantified': {
      const { quantity } = e;
      const words =
        quantity.kind === 'atLeast'
          ? `at least ${quantity.n}`
          : quantity.kind === 'none'
            ? 'no'
            : quantity.kind;
      const variable = printName(comments, e.variable);
      const list = printPath(comments, e.list);
      return [
        `${words} `,
        variable,
        ' in ',
        list,
        ' has ',
        selfContained.has(e.of.kind) ? inner(e.of) : bracketed(inner(e.of)),
      ];
    }
    case 'compare':
      return [inner(e.left), ` ${e.op} `, inner(e.right)];
    case 'oneOf':
      return [inner(e.left), e.negated ? ' is not one of ' : ' is one of ', braces(e.members.map(inner))];
    case 'includes':
      return [inner(e.set), ' includes ', inner(e.member)];
    case 'isExactly':
      return [inner(e.set), ' is exactly ', braces(e.members.map((name) => printName(comments, name)))];
    case 'isEmpty':
      return [inner(e.set), e.negated ? ' is not empty' : ' is empty'];
    case 'arithmetic':
      return [inner(e.left), ` ${e.op} `, inner(e.right)];
    case 'shift':
      return [inner(e.duration), ` ${e.direction} `, inner(e.date)];
    case 'extreme':
      return [`${e.which} of `, braces(e.of.map(inner))];
    case 'extremeIn': {
      const variable = printName(comments, e.variable);
      const list = printPath(comments, e.list);
      return [`${e.which} `, variable, ' in ', list, ' of ', inner(e.of)];
    }
    case 'case': {
      const branches = e.branches.map(({ when, then }): Doc => [inner(when), ': ', indent(inner(then))]);
      const otherwise: readonly Doc[] =
        e.otherwise === undefined ? [] : [['otherwise: ', indent(inner(e.otherwise))]];
      return [
        'case ',
        branchesIn(
          [...branches, ...otherwise],
          e.branches.map(({ when }) => when),
        ),
      ];
    }
    case 'byReading': {
      const ambiguity = printName(comments, e.ambiguity);
      const branches = e.branches.map(
        ({ reading, then }): Doc => [printName(comments, reading), ': ', indent(inner(then))],
      );
      return [
        'by reading ',
        ambiguity,
        ' ',
        branchesIn(
          branches,
          e.branches.map(({ reading }) => reading),
        ),
      ];
    }
    case 'hole':
      throw new Error('a file with errors cannot be formatted: an expression is missing');
    default:
      return assertNever(e);
  }
}

function bracketed(doc: Doc): Doc {
  return group(['(', indent([softline, doc]), softline, ')']);
}

/**
 * Branches, or the parts of a list's member: on one line with two spaces between where they fit. `after` are the things
 * that follow a value there: were one to begin with the name of a unit, a number before it would read as a duration.
 */
export function branchesIn(branches: readonly Doc[], after: readonly (Expr | Name)[]): Doc {
  if (branches.length === 0) return '{}';
  const between: Doc = after.some(beginsWithUnit) ? hardline : { kind: 'line', flat: '  ', hard: false };
  return group(['{', indent([line, join(between, branches)]), line, '}']);
}

const unitNames: ReadonlySet<string> = new Set(unitWords);

function beginsWithUnit(e: Expr | Name): boolean {
  switch (e.kind) {
    case 'name':
      return unitNames.has(e.text);
    case 'path':
      return unitNames.has(e.segments[0]?.text ?? '');
    case 'and':
    case 'or':
      return e.of[0] !== undefined && beginsWithUnit(e.of[0]);
    case 'compare':
    case 'oneOf':
    case 'arithmetic':
      return beginsWithUnit(e.left);
    case 'includes':
    case 'isExactly':
    case 'isEmpty':
      return beginsWithUnit(e.set);
    case 'shift':
      return beginsWithUnit(e.duration);
    default:
      return false;
  }
}
