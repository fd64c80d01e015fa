/** Expressions on any facts: their three-valued value first, and after it, where it is asked for, their reasons. */
import { assertNever } from '../../6-plan/assert-never.ts';
import type { Expr, Literal, Mark } from '../../6-plan/plan.ts';
import { caseOf } from './assess-case.ts';
import { atLeastInOf, extremeInOf } from './assess-list.ts';
import type { AssessModule } from './assess-module.ts';
import {
  blockIf,
  type Context,
  date,
  isSettled,
  type Node,
  type Of,
  reasonsName,
  reasonsOf,
  rendered,
  tabled,
  type ValueType,
  yesno,
} from './assess-node.ts';
import { formatDay } from './calendar.ts';
import { locate } from './inside.ts';
import { type Doc, group, join, line, list } from './layout.ts';
import { quote } from './spelling.ts';

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
      const value = module.local(
        `is ${e.reading}`,
        module.call('isReading', `readings.${e.ambiguity}`, quote(e.reading)),
      );
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
      return operands(
        module.local('sum', module.call('sumOf', left.value, right.value)),
        left.type,
        [left, right],
        module,
      );
    }
    case 'scale': {
      const inner = of(e.of);
      return {
        ...inner,
        value: module.local('product', module.call('multipleOf', String(e.by), inner.value)),
      };
    }
    case 'addDuration': {
      const [left, right] = [of(e.date), of(e.duration)];
      const sign = e.sign === -1 ? ['-1'] : [];
      return operands(
        module.local('day', module.call('plusDuration', left.value, right.value, ...sign)),
        date,
        [left, right],
        module,
      );
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

function withoutHint(context: Context): Context {
  const { hint: _hint, ...plain } = context;
  return plain;
}

/** What a marked part is called: by its label, else by what it is to the statement. */
function hintOf({ kind, label }: Mark, outer: string | undefined): string {
  return kind === 'version' || label === undefined
    ? `${outer ?? ''} ${kind}`
    : `${label} ${kind === 'limb' || kind === 'exception' ? '' : kind}`;
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
      return {
        value: module.constant(
          `day${formatDay(value.value).replaceAll('-', '')}`,
          `${value.value} as ${module.type('Day')}`,
        ),
        type: date,
      };
    case 'beforeAll':
    case 'notYet':
      return { value: module.use(value.kind), type: date };
    case 'duration':
      return {
        value: module.constant(
          'duration',
          `/* @__PURE__ */ ${module.use('packDuration')}(${value.months}, ${value.days})`,
        ),
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
  return {
    ...node,
    trace: (sink) => module.emit([`${sink}.push(`, module.call('factReason', ...args), ');']),
  };
}

function hasOf(e: Of<'has'>, { module, scope, names }: Context): Node {
  const at = locate(module.inside, scope, names, e.at);
  const type = at.field?.type;
  const members =
    module.inside.slice.plan.enums.find(({ name }) => type?.kind === 'set' && name === type.of)?.members ??
    [];
  const node = { value: `(${at.js}[${members.indexOf(e.member)}] ?? 1)`, type: yesno };
  const input = quote(at.field?.kind ?? 'fact');
  if (at.fixed !== undefined) {
    return tabled(
      node,
      `${module.use('factReasons')}(${quote(at.fixed)}, ${input}, ${quote(e.member)})`,
      module,
    );
  }
  const args = [at.text, rendered(node, module), input, quote(e.member)];
  return {
    ...node,
    trace: (sink) => module.emit([`${sink}.push(`, module.call('factReason', ...args), ');']),
  };
}

function notOf(inner: Node, module: AssessModule, hint: string | undefined): Node {
  const value = module.local(hint ?? 'not', module.call('negate', inner.value));
  if (inner.table === undefined) return { ...inner, value, type: yesno };
  return tabled(
    { value, type: yesno },
    `${module.use('reversedReasons')}(${reasonsName(inner.table, module)})`,
    module,
  );
}

/** The reasons of those operands whose value is the whole's. */
function suffices(whole: string, operand: Node, sink: string, module: AssessModule): void {
  if (operand.silent) return;
  if (operand.table === undefined) {
    module.block(`if (${operand.value} === ${whole})`, () => operand.trace(sink));
  } else {
    module.emit([
      module.call('addIfSame', sink, whole, operand.value, reasonsName(operand.table, module)),
      ';',
    ]);
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
        const agrees =
          settled === 'true'
            ? isSettled(whole)
            : isSettled(whole) === 'true'
              ? settled
              : `(${settled}) === (${isSettled(whole)})`;
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
  if (first === undefined)
    return {
      value: module.use(e.which === 'earliest' ? 'notYet' : 'beforeAll'),
      type: date,
      trace: () => undefined,
      silent: true,
    };
  const name = e.which === 'earliest' ? 'earlier' : 'later';
  const value = others.reduce<Doc>((least, { value }) => module.call(name, least, value), first.value);
  const whole = others.length === 0 ? first.value : module.local(e.which, value);
  return {
    value: whole,
    type: date,
    trace: (sink) => {
      for (const part of parts)
        if (!part.silent) module.block(`if (${part.value} === ${whole})`, () => part.trace(sink));
    },
  };
}

function inForceOf(e: Of<'inForce'>, context: Context): Node {
  const { module } = context;
  const on = assessExpr(e.on, context);
  if (on.value !== 'asOf' && context.examine) {
    module.block(
      `if (${on.value} !== undefined && !${module.use('isCovered')}(${on.value}, goal.period))`,
      () => {
        const because = reasonsOf(on, module);
        module.emit([module.call('addPeriodProblem', 'problems', because, on.value, 'goal.period'), ';']);
      },
    );
  }
  const value = module.local(
    'inForce',
    module.call('within', on.value, String(e.from), String(e.ceasing), 'lawOpen'),
  );
  const iso = (day: number | null): string => (day === null ? 'undefined' : quote(formatDay(day)));
  return {
    value,
    type: yesno,
    trace: (sink) => {
      const because = reasonsOf(on, module);
      const law = module.local(
        'law',
        module.call('lawReason', value, on.value, iso(e.from), iso(e.ceasing), because),
      );
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
    const of = inner.table === undefined ? '[]' : `/* @__PURE__ */ ${inner.table}`;
    return tabled(inner, `${module.use('stepReasons')}({ ${said.join(', ')} }, ${of})`, module);
  }
  return {
    value: inner.value,
    type: inner.type,
    trace: (sink) => {
      const because = reasonsOf(inner, module);
      const fields: Doc[] = [
        ...said,
        `value: ${rendered(inner, module)}`,
        because === 'because' ? because : `because: ${because}`,
      ];
      module.emit([`${sink}.push(`, list('{', fields, '}', line), ');']);
    },
  };
}
