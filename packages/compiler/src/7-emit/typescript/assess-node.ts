/** What the writers of expressions on any facts share: values with the statements that explain them. */
import type { Definition, Expr } from '../../6-plan/plan.ts';
import type { AssessModule } from './assess-module.ts';
import { every, isConstant } from './fold.ts';
import { type Doc, group, indent, line, list } from './layout.ts';
import type { Of } from './parts.ts';
import type { Scope } from './slice.ts';

/** The type of a value: a truth, or another. */
export type ValueType = Definition['type'];

/** A reason, or several, and the condition on which it is one. */
export interface Part {
  /** JavaScript for the condition; `true` where there is none. */
  readonly when: string;
  readonly reason: Doc;
  /** Whether `reason` is itself `false` where it is none. */
  readonly maybe?: true;
  /** Whether `reason` is an array of them. */
  readonly many?: true;
  /** The judgements that the reason holds: looked for only where they are told apart from the trace. */
  readonly judged?: () => readonly Judged[];
}

/** A judgement in a trace. */
export interface Judged {
  /** JavaScript for the condition on which it is there, and settled. */
  readonly when: string;
  readonly path: string;
  /** JavaScript for its JSON form. */
  readonly value: string;
}

/** An expression whose value has been written. */
export interface Node {
  /** JavaScript for the value: a name or a constant. */
  readonly value: string;
  readonly type: ValueType;
  /** JavaScript for the JSON form of a date, undefined where it is not known: what needs no formatting. */
  readonly text?: string;
  /** A constant of three reasons by the node's own truth, where its trace is never more than that. */
  readonly table?: string;
  /** Whether its trace is one reason, to be written where it is wanted. */
  readonly single?: true;
  /** The judgements that its one reason holds. */
  readonly judged?: () => readonly Judged[];
  /** The reasons, in order. Constants that their conditions need are written on the way. */
  readonly reasons: () => readonly Part[];
  /** Whether there are no reasons at all. */
  readonly silent?: true;
}

/** What an expression stands in. */
export interface Context {
  readonly module: AssessModule;
  readonly scope: Scope;
  readonly names: ReadonlyMap<string, string>;
  /** The statement it belongs to: whose law it is. */
  readonly statement: string;
  /** Writes the value of a part. */
  readonly write: (e: Expr, context: Context) => Node;
  readonly reference: (e: Of<'ref'>, context: Context) => Node;
  /** The paths of facts that more than one place of a trace may tell. */
  readonly repeated?: ReadonlySet<string>;
  /** Whether governing dates are examined. */
  readonly examine: boolean;
  /** The values of the definition's expressions outside loops, where some are written again with laws left open. */
  readonly written?: Map<Expr, Node>;
  /** Written with laws left open: one that is not in force counts as unknown. Says what can turn on that. */
  readonly lawsOpen?: (e: Expr) => boolean;
  /** The argument that says whether this whole run leaves laws open, where one does. */
  readonly lawOpen?: readonly string[];
  /** Of a law that is a guard of a `case` beside others: JavaScript for whether one of them is in force, once all are written. */
  readonly inAny?: () => string;
  /** Where only the value is wanted: what its reasons would need is not written. */
  readonly untraced?: true;
  /** What to call the value. */
  readonly hint?: string | undefined;
}

/** The type of conditions. */
export const yesno: ValueType = { kind: 'yesno' };
/** The type of dates. */
export const date: ValueType = { kind: 'date' };

/** JavaScript for "the value is known"; `true` for a constant. */
export function isSettled({ value, type }: Pick<Node, 'value' | 'type'>): string {
  if (isConstant(value)) return 'true';
  return type.kind === 'yesno' ? `${value} !== 1` : `${value} !== undefined`;
}

/** JavaScript for the value in its JSON form. */
export function rendered(
  { value, type, text }: Pick<Node, 'value' | 'type' | 'text'>,
  module: AssessModule,
): string {
  switch (type.kind) {
    case 'yesno':
      return `${module.use('truthWord')}(${value})`;
    case 'date':
      return text === undefined
        ? `${module.use('dayValue')}(${value})`
        : text === todayText
          ? text
          : `${text} ?? 'unknown'`;
    case 'duration':
      return `${module.use('durationValue')}(${value})`;
    case 'number':
      return type.places === 0
        ? isConstant(value)
          ? value
          : `${value} ?? 'unknown'`
        : `${module.use('numberValue')}(${value}, ${type.places})`;
    case 'status':
      return isConstant(value) ? value : `${value} ?? 'undetermined'`;
    default:
      return isConstant(value) ? value : `${value} ?? 'unknown'`;
  }
}

/** JavaScript for the JSON form of the day of the assessment. */
export const todayText = 'today.value';

/** A node with one reason that is a constant for each truth. */
export function tabled(
  { value, type, judged = nothing }: Pick<Node, 'value' | 'type' | 'judged'>,
  table: string,
  module: AssessModule,
): Node {
  const reason = (): Doc => module.call('reasonOf', value, reasonsName(table, module));
  return { value, type, table, judged, reasons: () => [{ ...always(reason()), judged }] };
}

/**
 * A node with one reason that differs by its truth only: tabled, or, where all results are made once and kept, made where it
 * is wanted, which is no more often than a constant would be.
 */
export function single(
  node: Pick<Node, 'value' | 'type' | 'judged'>,
  table: () => string,
  reason: () => Doc,
  module: AssessModule,
): Node {
  return module.shared === undefined
    ? tabled(node, table(), module)
    : { value: node.value, type: node.type, single: true, reasons: () => [always(reason())] };
}

/** A reason without a condition. */
export function always(reason: Doc): Part {
  return { when: 'true', reason };
}

/** Reasons on one more condition. */
export function onlyIf(when: string, parts: readonly Part[]): readonly Part[] {
  if (when === 'false') return [];
  return when === 'true' ? parts : parts.map((part) => ({ ...part, when: every(when, part.when) }));
}

/** The judgements that reasons hold, with all that they hang on. */
export function judgedIn(parts: readonly Part[]): readonly Judged[] {
  return parts.flatMap(({ when, judged = nothing }) =>
    judged().map((each) => ({ ...each, when: every(when, each.when) })),
  );
}

/** What holds no judgements. */
export function nothing(): readonly Judged[] {
  return [];
}

/** The constant of a table of reasons. */
export function reasonsName(table: string, module: AssessModule): string {
  return module.constant('reasons', `/* @__PURE__ */ ${table}`);
}

/** What makes an array of so many reasons, of exactly the length that it needs. */
const ofFew: readonly (string | undefined)[] = [undefined, undefined, 'ofTwo', 'ofThree', 'ofFour', 'ofFive'];

/** JavaScript for an array of the reasons of a node. */
export function reasonsOf(node: Pick<Node, 'reasons' | 'silent'>, module: AssessModule): Doc {
  const parts = node.silent ? [] : node.reasons();
  const [first, ...others] = parts;
  if (first === undefined) return module.use('none');
  if (others.length === 0 && first.many && first.when === 'true') return first.reason;
  const items = parts.map((part) => itemOf(part, module));
  if (parts.every(({ when, maybe, many }) => when === 'true' && !maybe && !many))
    return list('[', items, ']');
  const few = parts.some(({ many }) => many) ? undefined : ofFew[items.length];
  return few === undefined ? list(`${module.use('stated')}([`, items, '])') : module.call(few, ...items);
}

function itemOf({ when, reason, many }: Part, module: AssessModule): Doc {
  if (many)
    return when === 'true' ? ['...', reason] : [`...(${when} ? `, reason, ` : ${module.use('none')})`];
  return when === 'true' ? reason : group(`${when} &&`, indent(line, reason));
}

/** An object that has `because`, the shorthand where the array has that name. */
export function becauseOf(because: Doc): Doc {
  return because === 'because' ? because : ['because: ', because];
}

/** JavaScript for "the value is not known"; `false` for a constant. */
export function unknown({ value, type }: Node): string {
  if (isConstant(value)) return 'false';
  return type.kind === 'yesno' ? `${value} === 1` : `${value} === undefined`;
}
