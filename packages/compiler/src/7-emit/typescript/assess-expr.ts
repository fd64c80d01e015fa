/** Expressions on any facts: their three-valued value first, and after it, where it is asked for, their reasons. */
import { assertNever } from '../../6-plan/assert-never.ts';
import type { Definition, Expr, Literal, Mark } from '../../6-plan/plan.ts';
import type { AssessModule } from './assess-module.ts';
import { formatDay } from './calendar.ts';
import { locate } from './inside.ts';
import { type Doc, group, join, line, list } from './layout.ts';
import type { Scope } from './slice.ts';
import { quote } from './spelling.ts';

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
  readonly reference: (e: Of<'ref'>, context: Context) => Node;
  /** Whether governing dates are examined. */
  readonly examine: boolean;
  /** What to call the value. */
  readonly hint?: string;
}

/** An expression of a kind. */
export type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

const yesno: ValueType = { kind: 'yesno' };
const date: ValueType = { kind: 'date' };

/** Writes the value of an expression. */
export function assessExpr(e: Expr, context: Context): Node {
  const { module, hint } = context;
  const plain: Context = hint === undefined ? context : withoutHint(context);
  const of = (part: Expr): Node => assessExpr(part, plain);
  switch (e.kind) {
    case 'literal':
      return { ...literalOf(e.value, module), trace: () => undefined, silent: true };
    case 'fact':
      return factOf(e, context);
    case 'has':
      return hasOf(e, context);
    case 'asOf':
      return { value: 'asOf', type: date, trace: (sink) => module.emit(`${sink}.push(today);`) };
    case 'ref':
      return context.reference(e, context);
    case 'reading': {
      const value = module.local(`is ${e.reading}`, module.call('isReading', `readings.${e.ambiguity}`, quote(e.reading)));
      const reason = `{ kind: 'ambiguity', ambiguity: ${quote(e.ambiguity)}, reading: readings.${e.ambiguity} ?? 'unknown' }`;
      return { value, type: yesno, trace: (sink) => module.emit(`${sink}.push(${reason});`) };
    }
    case 'not':
      return notOf(of(e.of), module, hint);
    case 'atLeast':
      return atLeastOf(e, plain, hint);
    case 'atLeastIn':
      return atLeastInOf(e, plain, hint);
    case 'le': {
      const [left, right] = [of(e.left), of(e.right)];
      const call = module.call(e.on === 'date' ? 'notAfter' : 'notAbove', left.value, right.value);
      return operands(module.local(hint ?? 'compared', call), yesno, [left, right], module);
    }
    case 'eq': {
      const [left, right] = [of(e.left), of(e.right)];
      const call = module.call(e.on === 'yesno' ? 'equalTruths' : 'equal', left.value, right.value);
      return operands(module.local(hint ?? 'same', call), yesno, [left, right], module);
    }
    case 'sum': {
      const [left, right] = [of(e.left), of(e.right)];
      return operands(module.local('sum', module.call('sumOf', left.value, right.value)), left.type, [left, right], module);
    }
    case 'scale': {
      const inner = of(e.of);
      return { ...inner, value: module.local('product', module.call('multipleOf', String(e.by), inner.value)) };
    }
    case 'addDuration': {
      const [left, right] = [of(e.date), of(e.duration)];
      const sign = e.sign === -1 ? ['-1'] : [];
      return operands(module.local('day', module.call('plusDuration', left.value, right.value, ...sign)), date, [left, right], module);
    }
    case 'extreme':
      return extremeOf(e, plain);
    case 'extremeIn':
      return extremeInOf(e, plain);
    case 'case':
      return caseOf(e, plain, hint);
    case 'inForce':
      return inForceOf(e, plain);
    case 'mark':
      return markOf(e.mark, assessExpr(e.of, { ...context, hint: hintOf(e.mark, hint) }), module);
    default:
      return assertNever(e);
  }
}

function withoutHint({ hint: _, ...context }: Context): Context {
  return context;
}

/** What a marked part is called: by its label, else by what it is to the statement. */
function hintOf({ kind, label }: Mark, outer: string | undefined): string {
  return kind === 'version' || label === undefined ? `${outer ?? ''} ${kind}` : `${label} ${kind === 'limb' || kind === 'exception' ? '' : kind}`;
}

/** JavaScript for "the value is known"; `true` for a constant. */
export function isSettled({ value, type }: Pick<Node, 'value' | 'type'>): string {
  if (isConstant(value)) return 'true';
  return type.kind === 'yesno' ? `${value} !== 1` : `${value} !== undefined`;
}

/** Whether JavaScript for a value is a literal. */
function isConstant(value: string): boolean {
  return /^['\d-]/.test(value);
}

/** JavaScript for "this truth is"; `true` or `false` for a constant. */
function is(value: string, truth: 0 | 1 | 3): string {
  return isConstant(value) ? String(value === String(truth)) : `${value} === ${truth}`;
}

/** JavaScript for "this truth is not". */
function isNot(value: string, truth: 0 | 1 | 3): string {
  return isConstant(value) ? String(value !== String(truth)) : `${value} !== ${truth}`;
}

/** JavaScript for a conjunction, constants folded. */
function every(...parts: readonly string[]): string {
  if (parts.includes('false')) return 'false';
  const open = parts.filter((part) => part !== 'true');
  return open.length === 0 ? 'true' : open.join(' && ');
}

/** JavaScript for a disjunction in brackets, constants folded. */
function either(...parts: readonly string[]): string {
  if (parts.includes('true')) return 'true';
  const open = parts.filter((part) => part !== 'false');
  return open.length === 0 ? 'false' : open.length === 1 ? (open[0] ?? 'false') : `(${open.map((part) => (part.includes('&&') ? `(${part})` : part)).join(' || ')})`;
}

/** JavaScript for a choice between conditions, constants folded. */
function pick(test: string, then: string, otherwise: string): string {
  if (then === otherwise || test === 'true') return then;
  if (test === 'false') return otherwise;
  if (then === 'true') return either(test, otherwise);
  if (otherwise === 'false') return every(test, then);
  return `(${test} ? ${then} : ${otherwise})`;
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
      return type.places === 0 ? (isConstant(value) ? value : `${value} ?? 'unknown'`) : `${module.use('numberValue')}(${value}, ${type.places})`;
    case 'status':
      return isConstant(value) ? value : `${value} ?? 'undetermined'`;
    default:
      return isConstant(value) ? value : `${value} ?? 'unknown'`;
  }
}

/** JavaScript for a constant inside. */
export function literalText(value: Literal, module: AssessModule): string {
  return literalOf(value, module).value;
}

function literalOf(value: Literal, module: AssessModule): Pick<Node, 'value' | 'type'> {
  switch (value.kind) {
    case 'yesno':
      return { value: value.value ? '3' : '0', type: yesno };
    case 'number':
      return { value: String(value.value), type: { kind: 'number', places: value.places } };
    case 'date':
      return { value: module.constant(`day${formatDay(value.value).replaceAll('-', '')}`, `${value.value} as ${module.type('Day')}`), type: date };
    case 'beforeAll':
    case 'notYet':
      return { value: module.use(value.kind), type: date };
    case 'duration':
      return {
        value: module.constant('duration', `/* @__PURE__ */ ${module.use('packDuration')}(${value.months}, ${value.days})`),
        type: { kind: 'duration' },
      };
    case 'enum':
      return { value: quote(value.value), type: { kind: 'enum', name: value.name } };
    case 'text':
      return { value: quote(value.value), type: { kind: 'text' } };
    case 'status':
      return { value: quote(value.value), type: { kind: 'status' } };
    default:
      return assertNever(value);
  }
}

function factOf(e: Of<'fact'>, { module, scope, names }: Context): Node {
  const at = locate(module.inside, scope, names, e.at);
  const node = { value: at.js, type: e.type };
  const input = quote(at.field?.kind ?? 'fact');
  if (at.fixed !== undefined && e.type.kind === 'yesno') {
    return tabled(node, `${module.use('factReasons')}(${quote(at.fixed)}, ${input})`, module);
  }
  const args = [at.text, rendered(node, module), input];
  return { ...node, trace: (sink) => module.emit([`${sink}.push(`, module.call('factReason', ...args), ');']) };
}

function hasOf(e: Of<'has'>, { module, scope, names }: Context): Node {
  const at = locate(module.inside, scope, names, e.at);
  const type = at.field?.type;
  const members = module.inside.slice.plan.enums.find(({ name }) => type?.kind === 'set' && name === type.of)?.members ?? [];
  const node = { value: `(${at.js}[${members.indexOf(e.member)}] ?? 1)`, type: yesno };
  const input = quote(at.field?.kind ?? 'fact');
  if (at.fixed !== undefined) {
    return tabled(node, `${module.use('factReasons')}(${quote(at.fixed)}, ${input}, ${quote(e.member)})`, module);
  }
  const args = [at.text, rendered(node, module), input, quote(e.member)];
  return { ...node, trace: (sink) => module.emit([`${sink}.push(`, module.call('factReason', ...args), ');']) };
}

/** A node with one reason that is a constant for each truth. */
export function tabled(node: Pick<Node, 'value' | 'type'>, table: string, module: AssessModule): Node {
  return {
    value: node.value,
    type: node.type,
    table,
    trace: (sink) => module.emit([module.call('addReason', sink, node.value, reasonsName(table, module)), ';']),
  };
}

/** The constant of a table of reasons. */
export function reasonsName(table: string, module: AssessModule): string {
  return module.constant('reasons', `/* @__PURE__ */ ${table}`);
}

function notOf(inner: Node, module: AssessModule, hint: string | undefined): Node {
  const value = module.local(hint ?? 'not', module.call('negate', inner.value));
  if (inner.table === undefined) return { ...inner, value, type: yesno };
  return tabled({ value, type: yesno }, `${module.use('reversedReasons')}(${reasonsName(inner.table, module)})`, module);
}

/** The reasons of those operands whose value is the whole's. */
function suffices(whole: string, operand: Node, sink: string, module: AssessModule): void {
  if (operand.silent) return;
  if (operand.table === undefined) {
    module.block(`if (${operand.value} === ${whole})`, () => operand.trace(sink));
  } else {
    module.emit([module.call('addIfSame', sink, whole, operand.value, reasonsName(operand.table, module)), ';']);
  }
}

function atLeastOf(e: Of<'atLeast'>, context: Context, hint: string | undefined): Node {
  const { module } = context;
  const parts = e.of.map((part) => assessExpr(part, context));
  const values = parts.map(({ value }) => value);
  const all = e.n === e.of.length;
  const whole =
    e.n <= 0
      ? '3'
      : e.n > e.of.length
        ? '0'
        : all || e.n === 1
          ? module.local(hint ?? (all ? 'all' : 'any'), group(join(values, [all ? ' &' : ' |', line])))
          : module.local(
              hint ?? 'enough',
              module.call(
                'truthOfCount',
                String(e.n),
                group(join(values.map((v) => `(${v} >> 1)`), [' +', line])),
                group(join(values.map((v) => `(${v} & 1)`), [' +', line])),
              ),
            );
  return {
    value: whole,
    type: yesno,
    trace: (sink) => {
      for (const part of parts) suffices(whole, part, sink, module);
    },
    ...(parts.every(({ silent }) => silent) ? { silent: true } : {}),
  };
}

/** The reasons of the settled operands of a settled whole, of the unknown ones of an unknown whole. */
function operands(value: string, type: ValueType, parts: readonly Node[], module: AssessModule): Node {
  const whole = { value, type };
  return {
    ...whole,
    trace: (sink) => {
      for (const part of parts) {
        if (part.silent) continue;
        const settled = part.value === 'asOf' ? 'true' : isSettled(part);
        const agrees = settled === 'true' ? isSettled(whole) : isSettled(whole) === 'true' ? settled : `(${settled}) === (${isSettled(whole)})`;
        blockIf(agrees, () => part.trace(sink), module);
      }
    },
    ...(parts.every(({ silent }) => silent) ? { silent: true } : {}),
  };
}

function extremeOf(e: Of<'extreme'>, context: Context): Node {
  const { module } = context;
  const parts = e.of.map((part) => assessExpr(part, context));
  const [first, ...others] = parts;
  if (first === undefined) return { value: module.use(e.which === 'earliest' ? 'notYet' : 'beforeAll'), type: date, trace: () => undefined, silent: true };
  const name = e.which === 'earliest' ? 'earlier' : 'later';
  const value = others.reduce<Doc>((least, { value }) => module.call(name, least, value), first.value);
  const whole = others.length === 0 ? first.value : module.local(e.which, value);
  return {
    value: whole,
    type: date,
    trace: (sink) => {
      for (const part of parts) if (!part.silent) module.block(`if (${part.value} === ${whole})`, () => part.trace(sink));
    },
  };
}

/** The elements of a list: their values and reasons, in arrays beside each other. */
function elementsOf(
  e: Of<'atLeastIn'> | Of<'extremeIn'>,
  context: Context,
  each: (node: Node) => void,
): { readonly list: string; readonly steps: string; readonly text: string } {
  const { module } = context;
  const at = locate(module.inside, context.scope, context.names, e.in);
  const steps = module.names.take(`${e.as} steps`);
  const name = module.names.take(e.as);
  module.emit(`const ${steps}: ${module.type('ElementReason')}[] = [];`);
  module.block(`for (const ${name} of ${at.js}.elements)`, () => {
    const inner: Context = {
      ...context,
      scope: new Map([...context.scope, [e.as, at.record]]),
      names: new Map([...context.names, [e.as, name]]),
    };
    const node = assessExpr(e.of, inner);
    const because = reasonsOf(node, module);
    each(node);
    module.emit(list(`${steps}.push({`, ["kind: 'element'", `path: ${name}.path`, ['value: ', rendered(node, module)], `because${because === 'because' ? '' : `: ${because}`}`], '});', line));
  });
  return { list: at.js, steps, text: at.text };
}

/** An array of the reasons of a node, written here. */
export function reasonsOf(node: Node, module: AssessModule): string {
  if (node.silent) return module.use('noReasons');
  const name = module.names.take('because');
  module.emit(`const ${name}: ${module.type('Reason')}[] = [];`);
  node.trace(name);
  return name;
}

function listReason(text: string, list: string): string {
  return `{ kind: 'list', path: ${text}, complete: ${list}.complete, length: ${list}.elements.length }`;
}

function atLeastInOf(e: Of<'atLeastIn'>, context: Context, hint: string | undefined): Node {
  const { module } = context;
  const yes = module.names.take('yes');
  const possible = module.names.take('possible');
  module.emit(`let ${yes} = 0;`);
  module.emit(`let ${possible} = 0;`);
  const { list, steps, text } = elementsOf(e, context, ({ value }) => {
    module.emit(`${yes} += ${value} >> 1;`);
    module.emit(`${possible} += ${value} & 1;`);
  });
  const value = module.local(hint ?? 'enough', module.call('truthOfCount', String(e.n), yes, `${list}.complete ? ${possible} : Infinity`));
  return {
    value,
    type: yesno,
    trace: (sink) => {
      module.emit([module.call('addElements', sink, `${module.use('truthWord')}(${value})`, steps), ';']);
      module.block(`if (${value} === 0 || (${value} === 1 && !${list}.complete))`, () =>
        module.emit(`${sink}.push(${listReason(text, list)});`),
      );
    },
  };
}

function extremeInOf(e: Of<'extremeIn'>, context: Context): Node {
  const { module } = context;
  const [start, fold] = e.which === 'earliest' ? ['notYet', 'earlier'] : ['beforeAll', 'later'];
  const value = module.names.take(e.which);
  module.emit(`let ${value}: ${module.type('Day')} | undefined = ${module.use(start)};`);
  const { list, steps, text } = elementsOf(e, context, (node) => {
    module.emit([`${value} = `, module.call(fold, value, node.value), ';']);
  });
  module.emit([`if (!${list}.complete) ${value} = `, module.call(fold, value, 'undefined'), ';']);
  return {
    value,
    type: date,
    trace: (sink) => {
      const found = module.local('found', module.call('addElements', sink, `${module.use('dayValue')}(${value})`, steps));
      module.block(`if (${value} === undefined ? !${list}.complete : !${found})`, () =>
        module.emit(`${sink}.push(${listReason(text, list)});`),
      );
    },
  };
}

function caseOf(e: Of<'case'>, context: Context, hint: string | undefined): Node {
  const { module } = context;
  const branches = e.branches.map(({ when, then }) => ({ when: assessExpr(when, context), then: assessExpr(then, context) }));
  const last = assessExpr(e.otherwise, context);
  const { type } = last;
  const name = type.kind === 'yesno' ? 'chooseTruth' : 'choose';
  const value = branches.reduceRight<Doc>((rest, { when, then }) => module.call(name, when.value, then.value, rest), last.value);
  const typed: Doc = type.kind === 'yesno' ? value : [value];
  const whole = { value: module.local(hint ?? 'chosen', typed), type };
  return {
    ...whole,
    trace: (sink) => traceCase(whole, branches, last, e.exclusive === true, sink, module),
  };
}

/**
 * Each guard and each branch once, under the condition on which the table of the semantics lists it. A branch is reached
 * where no guard before it is yes. Of a settled case the guards that are settled count (of an exclusive one, those that
 * failed only where all did), and the branches still possible; of an unknown one, what is unknown.
 */
function traceCase(
  whole: Pick<Node, 'value' | 'type'>,
  branches: readonly { readonly when: Node; readonly then: Node }[],
  last: Node,
  exclusive: boolean,
  sink: string,
  module: AssessModule,
): void {
  const guards = branches.map(({ when }) => when.value);
  const settled = module.local('settled', isSettled(whole));
  const reached = (index: number): string => every(...guards.slice(0, index).map((g) => isNot(g, 3)));
  branches.forEach(({ when, then }, index) => {
    const g = when.value;
    const others = guards.filter((_, i) => i !== index).map((other) => is(other, 0));
    const said = exclusive ? either(is(g, 3), every(is(g, 0), ...others)) : isNot(g, 1);
    const guardSays = pick(settled, said, is(g, 1));
    if (!when.silent) blockIf(every(reached(index), guardSays), () => when.trace(sink), module);
    const branchSays = either(settled, unknown(then));
    if (!then.silent) blockIf(every(reached(index), isNot(g, 0), branchSays), () => then.trace(sink), module);
  });
  if (!last.silent) blockIf(every(reached(guards.length), either(settled, unknown(last))), () => last.trace(sink), module);
}

function unknown({ value, type }: Node): string {
  if (isConstant(value)) return 'false';
  return type.kind === 'yesno' ? `${value} === 1` : `${value} === undefined`;
}

/** `if (test) { … }`, a constant test folded. */
function blockIf(test: string, write: () => void, module: AssessModule): void {
  if (test === 'true') write();
  else if (test !== 'false') module.block(`if (${test})`, write);
}

function inForceOf(e: Of<'inForce'>, context: Context): Node {
  const { module } = context;
  const on = assessExpr(e.on, context);
  if (on.value !== 'asOf' && context.examine) {
    module.block(`if (${on.value} !== undefined && !${module.use('isCovered')}(${on.value}, goal.period))`, () => {
      const because = reasonsOf(on, module);
      module.emit([module.call('addPeriodProblem', 'problems', because, on.value, 'goal.period'), ';']);
    });
  }
  const value = module.local('inForce', module.call('within', on.value, String(e.from), String(e.ceasing), 'lawOpen'));
  const iso = (day: number | null): string => (day === null ? 'undefined' : quote(formatDay(day)));
  return {
    value,
    type: yesno,
    trace: (sink) => {
      const because = reasonsOf(on, module);
      const law = module.local('law', module.call('lawReason', value, on.value, iso(e.from), iso(e.ceasing), because));
      module.emit(`laws.push(${law}, ${quote(context.statement)});`);
      module.emit(`${sink}.push(${law});`);
    },
  };
}

function markOf(mark: Mark, inner: Node, module: AssessModule): Node {
  const label = mark.label === undefined ? [] : [`label: ${quote(mark.label)}`];
  const certainty = mark.certainty === undefined ? [] : [`certainty: ${quote(mark.certainty)}`];
  const said = [`kind: ${quote(mark.kind)}`, ...label, ...certainty, `cites: ${module.cites(mark.cites)}`];
  if (inner.table !== undefined || (inner.silent && inner.type.kind === 'yesno')) {
    const of = inner.table === undefined ? '[]' : inner.table;
    return tabled(inner, `${module.use('stepReasons')}({ ${said.join(', ')} }, ${of})`, module);
  }
  return {
    value: inner.value,
    type: inner.type,
    trace: (sink) => {
      const because = reasonsOf(inner, module);
      const fields: Doc[] = [...said, `value: ${rendered(inner, module)}`, because === 'because' ? because : `because: ${because}`];
      module.emit([`${sink}.push(`, list('{', fields, '}', line), ');']);
    },
  };
}

