/** What the writers of expressions on any facts share: values with the statements that explain them. */
import type { Definition, Expr } from '../../6-plan/plan.ts';
import type { AssessModule } from './assess-module.ts';
import { isConstant } from './fold.ts';
import type { Scope } from './slice.ts';

/** The type of a value: a truth, or another. */
export type ValueType = Definition['type'];

/** An expression whose value has been written. */
export interface Node {
  /** JavaScript for the value: a name or a constant. */
  readonly value: string;
  readonly type: ValueType;
  /** A constant of three reasons by the node's own truth, where its trace is never more than that. */
  readonly table?: string;
  /** Writes statements that add the reasons to the array of this name. */
  readonly trace: (sink: string) => void;
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
  /** Whether governing dates are examined. */
  readonly examine: boolean;
  /** What to call the value. */
  readonly hint?: string;
}

/** An expression of a kind. */
export type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

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
export function rendered({ value, type }: Pick<Node, 'value' | 'type'>, module: AssessModule): string {
  switch (type.kind) {
    case 'yesno':
      return `${module.use('truthWord')}(${value})`;
    case 'date':
      return `${module.use('dayValue')}(${value})`;
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

/** A node with one reason that is a constant for each truth. */
export function tabled(node: Pick<Node, 'value' | 'type'>, table: string, module: AssessModule): Node {
  return {
    value: node.value,
    type: node.type,
    table,
    trace: (sink) =>
      module.emit([module.call('addReason', sink, node.value, reasonsName(table, module)), ';']),
  };
}

/** The constant of a table of reasons. */
export function reasonsName(table: string, module: AssessModule): string {
  return module.constant('reasons', `/* @__PURE__ */ ${table}`);
}

/** An array of the reasons of a node, written here. */
export function reasonsOf(node: Node, module: AssessModule): string {
  if (node.silent) return module.use('noReasons');
  const name = module.names.take('because');
  module.emit(`const ${name}: ${module.type('Reason')}[] = [];`);
  node.trace(name);
  return name;
}

/** JavaScript for "the value is not known"; `false` for a constant. */
export function unknown({ value, type }: Node): string {
  if (isConstant(value)) return 'false';
  return type.kind === 'yesno' ? `${value} === 1` : `${value} === undefined`;
}

/** `if (test) { … }`, a constant test folded. */
export function blockIf(test: string, write: () => void, module: AssessModule): void {
  if (test === 'true') write();
  else if (test !== 'false') module.block(`if (${test})`, write);
}
