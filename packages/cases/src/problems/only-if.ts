/** When a fact has a meaning, in the words of its pack: the condition of its `only if`. */
import {
  type Expr,
  type Literal,
  type Path,
  type Plan,
  unmarked,
  vocabularyPaths,
} from '@proviso/compiler/plan';
import { definitionClause, english, listWords } from '@proviso/explain';
import {
  type Day,
  declaredPath,
  formatDay,
  numberOf,
  type Phrasebook,
  type ResultValue,
} from '@proviso/runtime';
import { readsOf } from './reads.ts';

/** The condition of an `only if`. */
export interface OnlyIf {
  /** As a clause; undefined where the condition goes into none. */
  readonly says: string | undefined;
  /** The facts that it reads. */
  readonly reads: readonly string[];
}

/** The condition of the fact at a path, in a case (`letters[0].late`) or in the vocabulary (`letters[].late`). */
export function onlyIfOf(path: string, plan: Plan, phrases: Phrasebook): OnlyIf | undefined {
  const vocabulary = new Map(vocabularyPaths(plan).map((entry) => [entry.path, entry.field]));
  const expr = vocabulary.get(declaredPath(path))?.onlyIf;
  if (expr === undefined) return undefined;
  const holder = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  // What another variable leads to stands in the list that it ranges over, which is read as well.
  const place = ({ base, path: steps }: Path): string =>
    base === null ? steps.join('.') : base === 'self' ? [holder, ...steps].join('.') : '';
  const said = (at: Path, value: ResultValue, member?: string): string => {
    const { kind = 'fact' } = vocabulary.get(declaredPath(place(at))) ?? {};
    const reason = { kind: 'fact' as const, path: place(at), value, input: kind };
    // Far in the future, so that no day is told to lie after that of an assessment.
    return english(phrases).fact(
      member === undefined ? reason : { ...reason, member },
      '9999-12-31',
      undefined,
    );
  };
  return { says: clauseOf(expr, said, phrases), reads: readsOf(expr, plan, place) };
}

type Tell = (at: Path, value: ResultValue, member?: string) => string;

/** The plain conditions, and those of one kind of joint; undefined for any other. */
function clauseOf(condition: Expr, said: Tell, phrases: Phrasebook): string | undefined {
  const expr = unmarked(condition);
  if (expr.kind !== 'atLeast') return plainClause(expr, said, phrases);
  const clauses = expr.of.map((part) => plainClause(unmarked(part), said, phrases));
  const known = clauses.filter((clause) => clause !== undefined);
  if (known.length < clauses.length) return undefined;
  if (expr.n === expr.of.length) return listWords(known);
  return expr.n === 1 ? listWords(known, 'or') : undefined;
}

function plainClause(
  expr: Expr,
  said: Tell,
  phrases: Phrasebook,
  holds: 'yes' | 'no' = 'yes',
): string | undefined {
  switch (expr.kind) {
    case 'fact':
      return said(expr.at, holds);
    case 'has':
      return said(expr.at, holds, expr.member);
    case 'not':
      return holds === 'yes' ? plainClause(unmarked(expr.of), said, phrases, 'no') : undefined;
    case 'eq': {
      const [left, right] = [unmarked(expr.left), unmarked(expr.right)];
      if (left.kind !== 'fact' || right.kind !== 'literal') return undefined;
      const value = valueOf(right.value);
      return value === undefined || holds === 'no' ? undefined : said(left.at, value);
    }
    case 'ref':
      return expr.of === undefined && phrases.statements[expr.id] !== undefined
        ? definitionClause(phrases, expr.id, holds, false)
        : undefined;
    default:
      return undefined;
  }
}

function valueOf(value: Literal): ResultValue | undefined {
  switch (value.kind) {
    case 'yesno':
      return value.value ? 'yes' : 'no';
    case 'number':
      return numberOf(value.value, value.places);
    case 'date':
      // The plan is plain JSON, so that its day numbers bear no brand.
      return formatDay(value.value as Day);
    case 'enum':
    case 'text':
      return value.value;
    default:
      return undefined;
  }
}
