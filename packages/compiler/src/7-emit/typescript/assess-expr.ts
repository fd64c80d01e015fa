/** Expressions on any facts: their three-valued value first, and after it, where it is asked for, their reasons. */
import { assertNever } from '../../6-plan/assert-never.ts';
import type { Expr, Mark } from '../../6-plan/plan.ts';
import { caseOf } from './assess-case.ts';
import { factOf, hasOf } from './assess-fact.ts';
import { inForceOf } from './assess-law.ts';
import { atLeastInOf, extremeInOf } from './assess-list.ts';
import { literalOf } from './assess-literal.ts';
import type { AssessModule } from './assess-module.ts';
import {
  always,
  becauseOf,
  type Context,
  date,
  isSettled,
  judgedIn,
  type Node,
  nothing,
  onlyIf,
  type Part,
  reasonsName,
  reasonsOf,
  rendered,
  single,
  tabled,
  todayText,
  type ValueType,
  yesno,
} from './assess-node.ts';
import type { Of } from './parts.ts';
import { type Doc, group, join, line, list } from './layout.ts';
import { quote } from './spelling.ts';

/** Writes the value of an expression; with laws left open only where that can make a difference. */
export function assessExpr(e: Expr, context: Context): Node {
  const { written, lawsOpen } = context;
  const known = lawsOpen === undefined || lawsOpen(e) ? undefined : written?.get(e);
  if (known !== undefined) return known;
  const node = writeExpr(e, context);
  if (lawsOpen === undefined) written?.set(e, node);
  return node;
}

function writeExpr(e: Expr, context: Context): Node {
  const { module, hint } = context;
  const plain: Context = hint === undefined ? context : { ...context, hint: undefined };
  const of = (part: Expr): Node => assessExpr(part, plain);
  switch (e.kind) {
    case 'literal':
      return { ...literalOf(e.value, module), reasons: () => [], silent: true };
    case 'fact':
      return factOf(e, context);
    case 'has':
      return hasOf(e, context);
    case 'asOf':
      return { value: 'asOf', type: date, text: todayText, reasons: () => [always('today')] };
    case 'ref':
      return context.reference(e, context);
    case 'reading': {
      const value = module.local(
        `is ${e.reading}`,
        module.call('isReading', `readings.${e.ambiguity}`, quote(e.reading)),
      );
      const reason = `{ kind: 'ambiguity', ambiguity: ${quote(e.ambiguity)}, reading: readings.${e.ambiguity} ?? 'unknown' }`;
      return { value, type: yesno, reasons: () => [always(reason)] };
    }
    case 'not':
      return notOf(of(e.of), context, hint);
    case 'atLeast':
      return atLeastOf(e, plain, hint);
    case 'atLeastIn':
      return atLeastInOf(e, plain, hint);
    case 'le': {
      const [left, right] = [of(e.left), of(e.right)];
      const call =
        e.on === 'date' ? notAfter(e, left, right, module) : module.call('notAbove', left.value, right.value);
      return operands(
        module.local(hint ?? 'compared', call),
        yesno,
        [left, right],
        isStated(e.left) || isStated(e.right),
      );
    }
    case 'eq': {
      const [left, right] = [of(e.left), of(e.right)];
      const call = module.call(e.on === 'yesno' ? 'equalTruths' : 'equal', left.value, right.value);
      return operands(
        module.local(hint ?? 'same', call),
        yesno,
        [left, right],
        isStated(e.left) || isStated(e.right),
      );
    }
    case 'sum': {
      const [left, right] = [of(e.left), of(e.right)];
      return operands(module.local('sum', module.call('sumOf', left.value, right.value)), left.type, [
        left,
        right,
      ]);
    }
    case 'scale': {
      const inner = of(e.of);
      return {
        ...inner,
        value: module.local('product', module.call('multipleOf', String(e.by), inner.value)),
      };
    }
    case 'addDuration':
      return sumOfDate(e, of(e.date), of, module);
    case 'extreme':
      return extremeOf(e, plain);
    case 'extremeIn':
      return extremeInOf(e, plain);
    case 'case':
      return caseOf(e, plain, hint);
    case 'inForce':
      return inForceOf(e, plain);
    case 'mark':
      return markOf(e.mark, assessExpr(e.of, { ...context, hint: hintOf(e.mark, hint) }), context);
    default:
      return assertNever(e);
  }
}

/** Whether a value is the same in every case, or the day of the assessment: known, and no infinity. */
function isStated(e: Expr): boolean {
  return (
    e.kind === 'asOf' || (e.kind === 'literal' && e.value.kind !== 'notYet' && e.value.kind !== 'beforeAll')
  );
}

/** JavaScript for `a <= b` on dates; where one of them is stated there is less to ask. */
function notAfter({ left: a, right: b }: Of<'le'>, left: Node, right: Node, module: AssessModule): Doc {
  if (isStated(b)) return module.call('byDay', left.value, right.value);
  return isStated(a)
    ? module.call('fromDay', right.value, left.value)
    : module.call('notAfter', left.value, right.value);
}

/** Some time after or before a date; of a stated duration the runtime need not be told what is nothing in it. */
function sumOfDate(
  { date: to, duration, sign }: Of<'addDuration'>,
  left: Node,
  of: (part: Expr) => Node,
  module: AssessModule,
): Node {
  const stated =
    duration.kind === 'literal' && duration.value.kind === 'duration' ? duration.value : undefined;
  if (stated === undefined || (stated.days !== 0 && stated.months !== 0)) {
    const right = of(duration);
    const more = sign === -1 ? ['-1'] : [];
    const call = module.call('plusDuration', left.value, right.value, ...more);
    return operands(module.local('day', call), date, [left, right], isStated(duration));
  }
  const [name, count] = stated.months > 0 ? ['addMonths', stated.months] : ['addDays', stated.days];
  const sum = module.call(name, left.value, String(count === 0 ? 0 : sign * count));
  const value = isStated(to) ? sum : [`${left.value} === undefined ? undefined : `, sum];
  return operands(module.local('day', value), date, [left], true);
}

/** What a marked part is called: by its label, else by what it is to the statement. */
function hintOf({ kind, label }: Mark, outer: string | undefined): string {
  return kind === 'version' || label === undefined
    ? `${outer ?? ''} ${kind}`
    : `${label} ${kind === 'limb' || kind === 'exception' ? '' : kind}`;
}

function notOf(inner: Node, { module, untraced }: Context, hint: string | undefined): Node {
  const value = module.local(hint ?? 'not', module.call('negate', inner.value));
  const { table, judged = nothing } = inner;
  if (table === undefined || untraced) return { ...inner, value, type: yesno };
  return tabled(
    { value, type: yesno, judged },
    `${module.mayUse('reversedReasons')}(${reasonsName(table, module)})`,
    module,
  );
}

/** The reasons of an operand, where its value is the whole's. */
function sufficing(whole: string, operand: Node, module: AssessModule): readonly Part[] {
  if (operand.silent) return [];
  const { value, table, judged = nothing } = operand;
  if (table === undefined) return onlyIf(`${value} === ${whole}`, operand.reasons());
  const reason = module.call('ifSame', whole, value, reasonsName(table, module));
  const when = `${value} === ${whole}`;
  return [
    {
      ...always(reason),
      maybe: true,
      judged: () => judgedIn(onlyIf(when, [{ ...always(reason), judged }])),
    },
  ];
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
                group(
                  join(
                    values.map((v) => `(${v} >> 1)`),
                    [' +', line],
                  ),
                ),
                group(
                  join(
                    values.map((v) => `(${v} & 1)`),
                    [' +', line],
                  ),
                ),
              ),
            );
  return {
    value: whole,
    type: yesno,
    reasons: () => parts.flatMap((part) => sufficing(whole, part, module)),
    ...(parts.every(({ silent }) => silent) ? { silent: true } : {}),
  };
}

/**
 * The reasons of the settled operands of a settled whole, of the unknown ones of an unknown whole. Where only one `turns` on
 * facts, the whole is settled where it is.
 */
function operands(value: string, type: ValueType, parts: readonly Node[], oneTurns = false): Node {
  const whole = { value, type };
  return {
    ...whole,
    reasons: () =>
      parts.flatMap((part) => {
        if (part.silent) return [];
        const settled = part.value === 'asOf' ? 'true' : isSettled(part);
        const agrees =
          settled === 'true'
            ? isSettled(whole)
            : oneTurns
              ? 'true'
              : isSettled(whole) === 'true'
                ? settled
                : `(${settled}) === (${isSettled(whole)})`;
        return onlyIf(agrees, part.reasons());
      }),
    ...(parts.every(({ silent }) => silent) ? { silent: true } : {}),
  };
}

function extremeOf(e: Of<'extreme'>, context: Context): Node {
  const { module } = context;
  const parts = e.of.map((part) => assessExpr(part, context));
  const [first, ...others] = parts;
  if (first === undefined)
    return {
      value: module.use(e.which === 'earliest' ? 'notYet' : 'beforeAll'),
      type: date,
      reasons: () => [],
      silent: true,
    };
  const name = e.which === 'earliest' ? 'earlier' : 'later';
  const value = others.reduce<Doc>((least, { value }) => module.call(name, least, value), first.value);
  const whole = others.length === 0 ? first.value : module.local(e.which, value);
  return {
    value: whole,
    type: date,
    ...textOfExtreme(whole, parts, module),
    reasons: () =>
      parts.flatMap((part) => (part.silent ? [] : onlyIf(`${part.value} === ${whole}`, part.reasons()))),
  };
}

/** The text of the operand whose value it is, where one of them has a text. */
function textOfExtreme(
  whole: string,
  parts: readonly Node[],
  module: AssessModule,
): { readonly text?: string } {
  const known = parts.filter(({ text }) => text !== undefined);
  if (known.length === 0) return {};
  const chosen = known.map(({ value, text }) => `${value} === ${whole} ? ${text} : `).join('');
  return { text: `(${chosen}${module.mayUse('dayValue')}(${whole}))` };
}

function markOf(mark: Mark, inner: Node, { module, untraced }: Context): Node {
  if (untraced) return inner;
  const label = mark.label === undefined ? [] : [`label: ${quote(mark.label)}`];
  const certainty = mark.certainty === undefined ? [] : [`certainty: ${quote(mark.certainty)}`];
  const said = [`kind: ${quote(mark.kind)}`, ...label, ...certainty, `cites: ${module.cites(mark.cites)}`];
  const step = (): Doc => {
    const fields = [...said, `value: ${rendered(inner, module)}`, becauseOf(reasonsOf(inner, module))];
    return list('{', fields, '}', line);
  };
  if (inner.table !== undefined || inner.single || (inner.silent && inner.type.kind === 'yesno')) {
    const of = inner.table === undefined ? '[]' : `/* @__PURE__ */ ${inner.table}`;
    const table = (): string => `${module.mayUse('stepReasons')}({ ${said.join(', ')} }, ${of})`;
    return single(inner, table, step, module);
  }
  return {
    value: inner.value,
    type: inner.type,
    ...(inner.text === undefined ? {} : { text: inner.text }),
    reasons: () => [{ ...always(step()), judged: () => judgedIn(inner.silent ? [] : inner.reasons()) }],
  };
}
