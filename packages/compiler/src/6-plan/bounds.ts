/**
 * The parts that definitions and rules share: limbs, exceptions and what stands in for what the source leaves open
 * (`docs/semantics.md`, section 4).
 */
import type { Context } from './context.ts';
import { and, mark, not, or, ref } from './expr.ts';
import { aspectId, otherwiseField } from './ids.ts';
import { inForce } from './law.ts';
import { lowerExpr } from './lower-expr.ts';
import type { Expr, Mark, Path } from './plan.ts';
import type {
  AstDefine,
  AstException,
  AstExceptionDecl,
  AstLaw,
  AstLimb,
  AstRule,
  StatementVersion,
} from './syntax.ts';

/** A statement's version while it is lowered. */
export interface Owner {
  readonly name: string;
  /** The variable of its parameter. */
  readonly param?: string;
  readonly version: StatementVersion<AstDefine> | StatementVersion<AstRule>;
}

/** An exception, written in its statement or in a provision of its own. */
export interface LabelledException {
  readonly label?: string;
  readonly node: AstException | AstExceptionDecl;
  readonly law?: AstLaw;
}

/** The citations of a part; one without any stands under those of its statement. */
function citesOf(part: Pick<AstLimb, 'cites'>, statement: Pick<AstLimb, 'cites'>): AstLimb['cites'] {
  return part.cites.length === 0 ? statement.cites : part.cites;
}

/** The step of the trace for a limb. */
export function limbMark(
  kind: 'requires' | 'limb',
  limb: AstLimb,
  statement: Pick<AstLimb, 'cites'>,
  context: Context,
): Mark {
  return stepMark(kind, limb.label?.text, { ...limb, cites: citesOf(limb, statement) }, context);
}

/** The step of the trace for a row of a table, which its number tells from its neighbours. */
export function rowMark(
  row: Pick<AstLimb, 'cites'>,
  number: number,
  statement: Pick<AstLimb, 'cites'>,
  context: Context,
): Mark {
  return stepMark('row', String(number), { cites: citesOf(row, statement) }, context);
}

function stepMark(
  kind: Mark['kind'],
  label: string | undefined,
  node: Pick<AstLimb, 'certainty' | 'cites'>,
  context: Context,
): Mark {
  return {
    kind,
    ...(label === undefined ? {} : { label }),
    ...(node.certainty === undefined ? {} : { certainty: node.certainty.text }),
    cites: context.cites.indexes(node.cites),
  };
}

/** An implicit judgement: a field under `otherwise`, of the case or of the parameter's instance. */
export function otherwiseFact(owner: Owner, exceptLabels?: readonly string[]): Expr {
  const at: Path = {
    base: owner.param ?? null,
    path: ['otherwise', otherwiseField(owner.name, exceptLabels)],
  };
  return mark({ kind: 'otherwise', cites: [] }, { kind: 'fact', at, type: { kind: 'yesno' } });
}

/** Every exception to the statement itself, open list and permissions included: yes where one of them holds. */
export function anyException(owner: Owner, context: Context): Expr {
  const { node, permissions } = owner.version;
  const permitted = permissions.map((name) =>
    mark(
      { kind: 'despite', label: name, cites: [] },
      ref(aspectId(name, 'applies'), permittedFor(name, owner, context)),
    ),
  );
  return or([
    ...exceptionsOf(node, [], owner).map((x) => exceptionHolds(x, [], owner, context)),
    ...(node.exceptOtherwise === undefined ? [] : [otherwiseFact(owner, [])]),
    ...permitted,
  ]);
}

/** A permission with a parameter is asked about the instance that the rule is about. */
function permittedFor(permission: string, owner: Owner, context: Context): Path | undefined {
  const statement = context.program.statements.get(permission);
  const withParam = statement?.versions.some((v) => v.node.param !== undefined) ?? false;
  if (!withParam) return undefined;
  if (owner.param === undefined) throw new Error(`${permission} needs an instance, ${owner.name} has none`);
  return { base: owner.param, path: [] };
}

/** The exceptions to what bears these labels (none: the statement itself), then those of other provisions. */
export function exceptionsOf(
  node: { readonly exceptions: readonly AstException[] },
  labels: readonly string[],
  owner: Owner,
): readonly LabelledException[] {
  return [
    ...node.exceptions.map((x) => ({ ...(x.label === undefined ? {} : { label: x.label.text }), node: x })),
    ...external(owner, labels),
  ];
}

/** Exceptions written elsewhere to `statement.labels`. */
function external(owner: Owner, labels: readonly string[]): readonly LabelledException[] {
  return owner.version.exceptions.flatMap(({ node, law }) => {
    const target = node.target.segments.slice(1).map((s) => s.text);
    const same = target.length === labels.length && target.every((t, i) => t === labels[i]);
    return same ? [{ label: node.name.text, node, law }] : [];
  });
}

/** The exception holds: its law is in force, its condition holds, and no exception to it does. */
export function exceptionHolds(
  x: LabelledException,
  outer: readonly string[],
  owner: Owner,
  context: Context,
): Expr {
  const labels = x.label === undefined ? outer : [...outer, x.label];
  const nested = or([
    ...(x.label === undefined
      ? x.node.exceptions.map((y) => ({ ...(y.label === undefined ? {} : { label: y.label.text }), node: y }))
      : exceptionsOf(x.node, labels, owner)
    ).map((y) => exceptionHolds(y, labels, owner, context)),
    ...(x.node.exceptOtherwise === undefined ? [] : [otherwiseFact(owner, labels)]),
  ]);
  return mark(exceptionMark(x, context), and([exceptionCondition(x, context), not(nested)]));
}

/** The exception's own condition, exceptions to it aside. */
export function exceptionCondition(x: LabelledException, context: Context): Expr {
  const law = x.law === undefined ? undefined : inForce(x.law, context);
  const condition = lowerExpr(x.node.condition, context);
  return law === undefined ? condition : and([law, condition]);
}

export function exceptionMark(x: LabelledException, context: Context): Mark {
  return stepMark('exception', x.label, x.node, context);
}
