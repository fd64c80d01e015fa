/** Laws in force on their governing dates, as they are and left open (`docs/semantics.md`, sections 6 and 7). */
import type { Expr, Plan } from '../../6-plan/plan.ts';
import {
  always,
  becauseOf,
  type Context,
  type Judged,
  judgedIn,
  type Node,
  onlyIf,
  type Part,
  reasonsOf,
  rendered,
  yesno,
} from './assess-node.ts';
import type { Of } from './parts.ts';
import { dayText, formatDay } from './calendar.ts';
import { type Doc, group, join, line, list } from './layout.ts';
import { quote } from './spelling.ts';

/** Writes whether a law is in force. Of one that guards a `case` beside others, the `case` says whether it is left open. */
export function inForceOf(e: Of<'inForce'>, { inAny, ...context }: Context): Node {
  const { module } = context;
  const dated = context.written?.get(e);
  if (context.lawsOpen !== undefined && dated !== undefined) {
    const within = context.lawsOpen(e.on) ? withinOf(e, context.write(e.on, context), context) : dated.value;
    if (inAny === undefined) return { ...dated, value: module.local('open', `(${within}) | 1`) };
    return {
      ...dated,
      value: within === '3' || within === dated.value ? within : module.local('inForce', within),
    };
  }
  // The reasons of the date are told of one that is outside the period, also where no others are.
  const { untraced: _untraced, ...traced } = context;
  const on = context.write(e.on, context.examine ? traced : context);
  const because = (): Doc => reasonsOfDate(e.on, on, context);
  const judged = (): readonly Judged[] => judgedIn(partsOfDate(e.on, on, context));
  if (on.value !== 'asOf' && context.examine) {
    const report = module.call('addPeriodProblem', 'problems', because(), on.value, 'goal');
    if (module.isNew(report)) {
      const { from, ceasing } = module.inside.slice.plan.pack.period;
      const end = ceasing === null ? module.use('notYet') : dayText(ceasing);
      const outside = `${on.value} < ${dayText(from)} || ${on.value} >= ${end}`;
      module.block(`if (${on.value} !== undefined && (${outside}))`, () => module.emit([report, ';']));
    }
  }
  const within = withinOf(e, on, context);
  const open = inAny === undefined ? (context.lawOpen ?? []) : [];
  const value = module.local(
    'inForce',
    open.reduce<Doc>((dated, lawOpen) => ['(', dated, `) | +${lawOpen}`], within),
  );
  const dates = (['from', 'ceasing'] as const).flatMap((name) => {
    const day = e[name];
    return day === null ? [] : [`${name}: ${quote(formatDay(day))}`];
  });
  const law = (): Doc =>
    list(
      '{',
      [
        "kind: 'law'",
        ['value: ', rendered({ value, type: yesno }, module)],
        ['on: ', rendered(on, module)],
        ...dates,
        becauseOf(because()),
      ],
      '}',
      line,
    );
  return {
    value,
    type: yesno,
    reasons: () => {
      const noted = inAny === undefined ? value : inAny();
      const reason = module.call(
        'lawReason',
        'laws',
        quote(context.statement),
        noted,
        law(),
        ...succeeding(context),
      );
      return [{ ...always(reason), judged }];
    },
  };
}

/** JavaScript for what takes over from the statement whose the law is, where something does. */
function succeeding({ module, statement }: Context): readonly string[] {
  const by = succeeded(module.inside.slice.plan).get(statement);
  return by === undefined ? [] : [`[${by.map(quote).join(', ')}]`];
}

type Succeeded = ReadonlyMap<string, readonly string[]>;

/** Found once: few statements of a plan are succeeded by others, and each law asks. */
const succeededIn = new WeakMap<Plan, Succeeded>();

function succeeded(plan: Plan): Succeeded {
  const known =
    succeededIn.get(plan) ??
    new Map(
      [
        ...plan.definitions.map(({ id, succeededBy }) => [id, succeededBy] as const),
        ...plan.rules.map(({ name, succeededBy }) => [name, succeededBy] as const),
      ].flatMap(([name, by]): [string, readonly string[]][] => (by === undefined ? [] : [[name, by]])),
    );
  succeededIn.set(plan, known);
  return known;
}

/** JavaScript for the reasons of a governing date, each once. */
function reasonsOfDate(on: Expr, node: Node, context: Context): Doc {
  const { module } = context;
  const because = reasonsOf({ reasons: () => partsOfDate(on, node, context) }, module);
  const isToldOnce = on.kind === 'fact' || on.kind === 'asOf' || eventOf(on) !== undefined;
  return isToldOnce ? because : module.call('withoutRepeats', because);
}

/**
 * The reasons of a governing date. That of an event is asked twice, whether it is `notYet` and what it is: its reasons are
 * told and, where it is `notYet`, the day of the assessment, which then governs.
 */
function partsOfDate(on: Expr, node: Node, context: Context): readonly Part[] {
  const event = eventOf(on);
  if (event === undefined) return node.silent ? [] : node.reasons();
  const stated = context.write(event.left, context).reasons();
  const today = onlyIf(`${context.write(event, context).value} === 3`, [always('today')]);
  return [...stated, ...today];
}

/** Whether the event has not happened yet, of a governing date that is the event's or else the day of the assessment. */
function eventOf(on: Expr): Of<'eq'> | undefined {
  if (on.kind !== 'case') return undefined;
  const [branch, ...others] = on.branches;
  if (others.length > 0 || branch?.when.kind !== 'eq' || branch.then.kind !== 'asOf') return undefined;
  const { left, right } = branch.when;
  const isNotYet = right.kind === 'literal' && right.value.kind === 'notYet';
  return isNotYet && isSameFact(left, on.otherwise) ? branch.when : undefined;
}

function isSameFact(a: Expr, b: Expr): boolean {
  return (
    a.kind === 'fact' &&
    b.kind === 'fact' &&
    a.at.base === b.at.base &&
    a.at.path.join('.') === b.at.path.join('.')
  );
}

/** JavaScript for whether a law is in force on a date. */
function withinOf({ from, ceasing }: Of<'inForce'>, on: Node, context: Context): string {
  const { module } = context;
  const reached = (day: number): string => {
    const stated = context.write({ kind: 'literal', value: { kind: 'date', value: day } }, context);
    return module.call('fromDay', on.value, stated.value);
  };
  const begun = from === null ? [] : [reached(from)];
  // The next version begins where this one ends: asked once.
  const lasts = ceasing === null ? [] : [module.call('negate', module.local('ended', reached(ceasing)))];
  const parts = [...begun, ...lasts];
  const [only, ...others] = parts;
  return only === undefined ? '3' : others.length === 0 ? only : group(join(parts, [' &', line]));
}

/** Laws that guard one `case`. */
export interface Versions {
  /** Writes one of them, as it is. */
  readonly write: (law: Of<'inForce'>) => Node;
  /** A guard where laws are left open, once all have been written; the same where they are not, and where it is no law. */
  readonly open: (guard: Node) => Node;
}

/**
 * The laws that guard a `case`, where there are several: versions of one name. What stands in for one that is not in force is
 * another that is, so they are left open only where none is.
 */
export function versionsOf({ branches }: Of<'case'>, context: Context): Versions | undefined {
  if (branches.filter(({ when }) => when.kind === 'inForce').length < 2) return undefined;
  const { module, lawsOpen, lawOpen } = context;
  const laws: Node[] = [];
  const inAny = (): string =>
    module.local(
      'inAny',
      join(
        laws.map(({ value }) => value),
        ' | ',
      ),
    );
  const isOpen = lawsOpen === undefined ? lawOpen : [];
  return {
    write: (law) => {
      const node = context.write(law, { ...context, inAny });
      laws.push(node);
      return node;
    },
    open: (guard) => {
      if (isOpen === undefined || !laws.includes(guard)) return guard;
      const when = [...isOpen, `${inAny()} === 0`].join(' && ');
      return { ...guard, value: module.local('open', `${when} ? 1 : ${guard.value}`) };
    },
  };
}
