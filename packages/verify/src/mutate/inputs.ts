/** Assumptions and default readings as edits of expressions: what a definition comes to where one of them is taken. */
import { type Expr, type Literal, mapChildren, type Path, type Plan } from '@proviso/compiler/plan';
import type { Overrides } from '../translate/translator.ts';

/** The definitions that read a fact, with this in its place. `record` is null for a fact of the case. */
export function withFact(plan: Plan, record: string | null, field: string, value: Literal): Overrides {
  const literal: Expr = { kind: 'literal', value };
  return rewritten(plan, (expr, variables) =>
    expr.kind === 'fact' && expr.at.path.at(-1) === field && holderOf(plan, expr.at, variables) === record
      ? literal
      : undefined,
  );
}

/** The definitions that ask an ambiguity, with this reading taken. */
export function withReading({ definitions }: Plan, ambiguity: string, reading: string): Overrides {
  return rewritten({ definitions, facts: [], records: [] }, (expr) =>
    expr.kind === 'reading' && expr.ambiguity === ambiguity
      ? { kind: 'literal', value: { kind: 'yesno', value: expr.reading === reading } }
      : undefined,
  );
}

type Vocabulary = Pick<Plan, 'definitions' | 'facts' | 'records'>;
type Variables = ReadonlyMap<string, string>;

/** The expressions of which something is replaced; what `replace` leaves undefined stays. */
function rewritten(
  plan: Vocabulary,
  replace: (expr: Expr, variables: Variables) => Expr | undefined,
): Overrides {
  const visit = (expr: Expr, variables: Variables): Expr => {
    const other = replace(expr, variables);
    if (other !== undefined) return other;
    const isList = expr.kind === 'atLeastIn' || expr.kind === 'extremeIn';
    const element = isList ? recordAt(plan, expr.in, variables) : undefined;
    const inner =
      isList && typeof element === 'string' ? new Map([...variables, [expr.as, element]]) : variables;
    return mapChildren(expr, (child) => visit(child, inner));
  };
  return new Map(
    plan.definitions.flatMap(({ id, expr, param }) => {
      const after = visit(expr, new Map(param === undefined ? [] : [[param.name, param.record]]));
      return JSON.stringify(after) === JSON.stringify(expr) ? [] : [[id, after] as const];
    }),
  );
}

/** The record that holds the fact at a path; null for the case itself. */
function holderOf(plan: Vocabulary, { base, path }: Path, variables: Variables): string | null | undefined {
  return recordAt(plan, { base, path: path.slice(0, -1) }, variables);
}

/** The record at a path, or of the elements of the list there. */
function recordAt(
  { facts, records }: Vocabulary,
  { base, path }: Path,
  variables: Variables,
): string | null | undefined {
  let record: string | null | undefined = base === null ? null : variables.get(base);
  for (const step of path) {
    const fields = record === null ? facts : records.find(({ name }) => name === record)?.fields;
    const type = fields?.find(({ name }) => name === step)?.type;
    record = type?.kind === 'record' ? type.name : type?.kind === 'list' ? type.of : undefined;
  }
  return record;
}
