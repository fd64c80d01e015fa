/** Which values of a variable can make a difference to a question. */
import { valuesUnder } from '../form/assignment.ts';
import { coneOf } from '../form/cone.ts';
import type { Form, NodeId, Range } from '../form/form.ts';

/** A variable under a question, and the values to try: ascending, `no` before `yes`; undefined where they are too many. */
export interface Choice {
  readonly variable: NodeId;
  readonly values: readonly (boolean | number)[] | undefined;
}

/**
 * The values of each variable, by ascending node, that need be tried to answer a question. Nothing is lost by trying only
 * these: a number that is only compared with constants is cut by them into ranges, within each of which every comparison
 * comes out alike, and the least of each range stands for it; and what a condition on this variable alone rules out is left
 * out. Of any other number every value is listed, where that are at most `limit`.
 */
export function choicesOf(form: Form, all: readonly NodeId[], limit: number): readonly Choice[] {
  const cone = coneOf(form, all);
  const cuts = cutsOf(form, cone);
  const conditions = new Map<NodeId, NodeId[]>();
  for (const id of conjunctsOf(form, all)) {
    const variable = onlyVariableOf(form, id);
    if (variable !== undefined) conditions.set(variable, [...(conditions.get(variable) ?? []), id]);
  }
  return cone.flatMap((variable): Choice[] => {
    const node = form.node(variable);
    if (node.op !== 'boolVar' && node.op !== 'intVar') return [];
    const values = node.op === 'boolVar' ? [false, true] : valuesIn(node.range, cuts.get(variable), limit);
    const must = conditions.get(variable) ?? [];
    const left = values?.filter((value) => {
      const valueOf = valuesUnder(form, new Map([[variable, value]]));
      return must.every((id) => valueOf(id) === true);
    });
    return [{ variable, values: left }];
  });
}

/** Whether a variable may have this value. */
export function isValueOf(form: Form, variable: NodeId, value: boolean | number | undefined): boolean {
  const node = form.node(variable);
  if (node.op === 'boolVar') return typeof value === 'boolean';
  if (node.op !== 'intVar' || typeof value !== 'number') return false;
  return Number.isInteger(value) && node.range.min <= value && value <= node.range.max;
}

/** Where ranges of a number begin; undefined where it is used other than in comparisons with constants. */
function cutsOf(form: Form, cone: readonly NodeId[]): ReadonlyMap<NodeId, Set<number> | undefined> {
  const cuts = new Map<NodeId, Set<number> | undefined>();
  const cut = (id: NodeId, ...at: number[]): void => {
    const known = cuts.has(id) ? cuts.get(id) : new Set<number>();
    for (const each of at) known?.add(each);
    cuts.set(id, known);
  };
  for (const id of cone) {
    const node = form.node(id);
    if (node.op === 'le' || node.op === 'eq') {
      const [left, right] = [form.node(node.left), form.node(node.right)];
      if (right.op === 'int') cut(node.left, ...(node.op === 'eq' ? [right.value] : []), right.value + 1);
      else if (left.op === 'int') cut(node.right, left.value, ...(node.op === 'eq' ? [left.value + 1] : []));
      else {
        cuts.set(node.left, undefined);
        cuts.set(node.right, undefined);
      }
    } else if (node.op === 'add') {
      cuts.set(node.left, undefined);
      cuts.set(node.right, undefined);
    } else if (node.op === 'scale') cuts.set(node.of, undefined);
    else if (node.op === 'intIte') {
      cuts.set(node.then, undefined);
      cuts.set(node.otherwise, undefined);
    } else if (node.op === 'addMonths') {
      cuts.set(node.date, undefined);
      cuts.set(node.months, undefined);
    }
  }
  return cuts;
}

function valuesIn(
  { min, max }: Range,
  cuts: ReadonlySet<number> | undefined,
  limit: number,
): readonly number[] | undefined {
  if (cuts !== undefined) {
    return [min, ...[...cuts].filter((at) => min < at && at <= max).sort((a, b) => a - b)];
  }
  return max - min < limit ? Array.from({ length: max - min + 1 }, (_, i) => min + i) : undefined;
}

/** What has to hold, a conjunction taken apart. */
function conjunctsOf(form: Form, all: readonly NodeId[]): readonly NodeId[] {
  return all.flatMap((id) => {
    const node = form.node(id);
    return node.op === 'and' ? node.of : [id];
  });
}

/** The variable of a yes/no variable or of a comparison with a constant, as it is or negated. */
function onlyVariableOf(form: Form, condition: NodeId): NodeId | undefined {
  const outer = form.node(condition);
  const id = outer.op === 'not' ? outer.of : condition;
  const node = form.node(id);
  if (node.op === 'boolVar') return id;
  if (node.op !== 'le' && node.op !== 'eq') return undefined;
  const ops = [form.node(node.left).op, form.node(node.right).op];
  if (!ops.includes('int') || !ops.includes('intVar')) return undefined;
  return ops[0] === 'intVar' ? node.left : node.right;
}
