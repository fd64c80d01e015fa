/** Well-typed expressions of a generated program, as text. */
import { constant, enums, type Kind } from './program-arbitrary-vocabulary.ts';
import {
  type Builder,
  type Scope,
  type Written,
  intoList,
  primary,
  readables,
  readablesOf,
  referencesOf,
  within,
  written,
} from './program-arbitrary-scope.ts';

/** A yes/no expression. */
export function condition(b: Builder, scope: Scope, depth: number): Written {
  const { tape } = b;
  if (depth <= 0 || tape.chance(0.12)) return leaf(b, scope);
  const inner = (): Written => condition(b, scope, depth - 1);
  switch (tape.below(20)) {
    case 0:
    case 1:
      return written('unary', `not ${within('primary', inner())}`);
    case 2:
    case 3:
    case 4:
      return written(
        'conjunction',
        tape.times(2 + tape.below(2), () => within('unary', inner())).join(' and '),
      );
    case 5:
    case 6:
      return written(
        'conjunction',
        tape.times(2 + tape.below(2), () => within('unary', inner())).join(' or '),
      );
    case 7: {
      const of = tape.times(2 + tape.below(2), () => inner().text);
      const quantity = tape.pick(['all of', 'any of', `at least ${1 + tape.below(of.length)} of`]);
      return primary(`${quantity} { ${of.join(', ')} }`);
    }
    case 8:
    case 9:
    case 10:
      return quantified(b, scope, depth);
    case 11:
    case 12:
    case 13:
    case 14:
      return comparison(b, scope, depth);
    case 15:
      return setTest(b, scope, depth);
    case 16:
      return choice(b, scope, depth, () => inner());
    case 17:
      return byReading(b, scope, () => inner()) ?? leaf(b, scope);
    case 18:
      return written(
        'unary',
        `${within('sum', leaf(b, scope))} ${tape.pick(['is', 'is not'])} ${within('sum', inner())}`,
      );
    default:
      return leaf(b, scope);
  }
}

/** A fact or something defined before; a conditional fact beside its condition. */
function leaf(b: Builder, scope: Scope): Written {
  const { tape } = b;
  const references = referencesOf(b, scope, 'yesno');
  if (references.length > 0 && tape.chance(0.4)) return tape.pick(references);
  if (tape.chance(0.03)) return primary(constant(tape, 'yesno'));
  const { text, guard } = tape.pick(readablesOf(b, scope, 'yesno'));
  if (guard === undefined) return primary(text);
  return tape.pick([
    written('conjunction', `${guard} and ${text}`),
    primary(`case { ${guard}: ${text} otherwise: ${constant(tape, 'yesno')} }`),
    primary(`all of { ${guard}, not ${text} }`),
  ]);
}

function quantified(b: Builder, scope: Scope, depth: number): Written {
  const { tape } = b;
  const into = intoList(b, scope);
  if (into === undefined) return leaf(b, scope);
  const { list, variable, scope: inside } = into;
  const quantity = tape.pick(['some', 'every', 'no', `at least ${1 + tape.below(2)}`]);
  return primary(`${quantity} ${variable} in ${list} has (${condition(b, inside, depth - 1).text})`);
}

const compared = [
  ...(['date', 'date', 'date', 'date', 'number', 'number', 'amount', 'amount'] as const),
  ...(['Channel', 'Level', 'text'] as const),
];
const orders = ['<=', '<', '>=', '>', 'is', 'is not'] as const;

function comparison(b: Builder, scope: Scope, depth: number): Written {
  const { tape } = b;
  const kind = tape.pick(compared);
  const left = simple(b, scope, kind);
  if (left === undefined) return leaf(b, scope);
  const of = (d: number): Written => value(b, scope, kind, d);
  if (kind === 'date') {
    const sides: readonly [Written, Written] = [
      tape.chance(0.3) ? primary('asOf') : of(depth - 1),
      of(depth),
    ];
    const [l, r] = tape.chance(0.5) ? sides : [sides[1], sides[0]];
    return written(
      'unary',
      `${within('sum', l)} ${tape.pick(orders.slice(0, tape.chance(0.2) ? 6 : 4))} ${within('sum', r)}`,
    );
  }
  if (tape.chance(0.25)) {
    const members = tape.times(1 + tape.below(2), () =>
      tape.chance(0.2) ? within('primary', of(1)) : constant(tape, kind),
    );
    return written(
      'unary',
      `${within('sum', left)} is ${tape.pick(['', 'not '])}one of { ${members.join(', ')} }`,
    );
  }
  const ordered = kind === 'number' || kind === 'amount';
  const op = tape.pick(ordered ? orders : orders.slice(4));
  // A word or a literal takes its type from the other side, on whichever side it stands.
  if (tape.chance(0.2)) return written('unary', `${constant(tape, kind)} ${op} ${within('sum', left)}`);
  return written('unary', `${within('sum', left)} ${op} ${within('sum', of(ordered ? depth : depth - 1))}`);
}

/** A fact without a condition, or a definition: what has a type of its own. */
function simple(b: Builder, scope: Scope, kind: Kind): Written | undefined {
  const { tape } = b;
  const facts = readablesOf(b, scope, kind).filter(({ guard }) => guard === undefined);
  const references = referencesOf(b, scope, kind);
  if (references.length > 0 && (facts.length === 0 || tape.chance(0.35))) return tape.pick(references);
  return facts.length === 0 ? undefined : primary(tape.pick(facts).text);
}

function setTest(b: Builder, scope: Scope, depth: number): Written {
  const { tape } = b;
  const sets = readables(b, scope).filter(({ field }) => field.is === 'set');
  if (sets.length === 0) return comparison(b, scope, depth);
  const { text, field, guard } = tape.pick(sets);
  const kind = field.of === 'Level' ? 'Level' : 'Channel';
  const members = enums[kind];
  const test = tape.pick([
    () => `${text} includes ${within('primary', value(b, scope, kind, depth - 1))}`,
    () => `${text} includes ${tape.pick(members)}`,
    () => `${text} is exactly { ${members.filter(() => tape.chance(0.5)).join(', ')} }`,
    () => `${text} is ${tape.pick(['', 'not '])}empty`,
  ])();
  return guard === undefined ? written('unary', test) : written('conjunction', `${guard} and ${test}`);
}

/** A value of a kind. */
export function value(b: Builder, scope: Scope, kind: Kind, depth: number): Written {
  const { tape } = b;
  if (kind === 'yesno') return condition(b, scope, depth);
  if (depth <= 0 || tape.chance(0.3)) return atom(b, scope, kind);
  const inner = (): Written => value(b, scope, kind, depth - 1);
  const form = tape.below(8);
  if (form === 0) return choice(b, scope, depth, inner);
  if (form === 1) return byReading(b, scope, inner) ?? atom(b, scope, kind);
  if (kind === 'date') return dated(b, scope, depth);
  if (kind === 'number' || kind === 'amount') return arithmetic(b, scope, kind, depth);
  return atom(b, scope, kind);
}

function atom(b: Builder, scope: Scope, kind: Kind): Written {
  const { tape } = b;
  if (tape.chance(0.3)) {
    if (kind === 'date' && tape.chance(0.6)) return primary(tape.chance(0.15) ? 'notYet' : 'asOf');
    return primary(constant(tape, kind));
  }
  const references = referencesOf(b, scope, kind).filter(({ choices }) => choices <= 3);
  if (references.length > 0 && tape.chance(0.35)) return tape.pick(references);
  const facts = readablesOf(b, scope, kind);
  if (facts.length === 0) return primary(constant(tape, kind));
  const { text, guard } = tape.pick(facts);
  if (guard === undefined) return primary(text);
  return primary(`case { ${guard}: ${text} otherwise: ${constant(tape, kind)} }`, { choices: 2 });
}

function dated(b: Builder, scope: Scope, depth: number): Written {
  const { tape } = b;
  const inner = (): Written => value(b, scope, 'date', depth - 1);
  switch (tape.below(8)) {
    case 0:
    case 1:
    case 2: {
      const of = tape.times(1 + tape.below(3), inner);
      const choices = of.reduce((sum, one) => sum + one.choices, 0);
      if (choices > 4) return atom(b, scope, 'date');
      return primary(`${tape.pick(['earliest', 'latest'])} of { ${of.map(({ text }) => text).join(', ')} }`, {
        choices,
      });
    }
    case 3:
    case 4: {
      const into = intoList(b, scope);
      if (into === undefined) return atom(b, scope, 'date');
      const of = value(b, into.scope, 'date', depth - 1);
      const which = tape.pick(['earliest', 'latest']);
      return primary(`${which} ${into.variable} in ${into.list} of ${within('primary', of)}`, {
        choices: of.choices + 1,
      });
    }
    case 5: {
      const date = inner();
      const duration = value(b, scope, 'duration', 0);
      const text = `${within('sum', date)} ${tape.pick(['+', '-'])} ${within('primary', duration)}`;
      return written('sum', text, { choices: date.choices * duration.choices });
    }
    default: {
      if (tape.chance(0.4)) return inTwoYears(b, scope);
      const date = inner();
      const duration = value(b, scope, 'duration', tape.below(2));
      const text = `${within('primary', duration)} ${tape.pick(['after', 'after', 'before'])} ${within('primary', date)}`;
      return written('sum', text, { choices: date.choices * duration.choices });
    }
  }
}

/**
 * A sum that is written again and again, often from a date of the instance at hand: a deadline, so that some are yet to come,
 * and what other statements compare with the same deadline.
 */
export function inTwoYears(b: Builder, scope: Scope): Written {
  const own = readablesOf(b, scope, 'date').filter(
    ({ text, guard }) =>
      guard === undefined && scope.variables.some(({ name }) => text.startsWith(`${name}.`)),
  );
  const date =
    own.length > 0 && b.tape.chance(0.6) ? primary(b.tape.pick(own).text) : value(b, scope, 'date', 0);
  return written('sum', `2 years after ${within('primary', date)}`, { choices: date.choices });
}

function arithmetic(b: Builder, scope: Scope, kind: 'number' | 'amount', depth: number): Written {
  const { tape } = b;
  const inner = value(b, scope, kind, depth - 1);
  if (tape.chance(0.4)) {
    const weight = 3 * inner.weight;
    if (weight > 1000) return inner;
    return written('sum', `${tape.pick(['2', '3', '0'])} * ${within('primary', inner)}`, {
      choices: inner.choices,
      weight,
    });
  }
  const other = value(b, scope, kind, depth - 1);
  const weight = inner.weight + other.weight;
  const choices = inner.choices * other.choices;
  if (weight > 1000 || choices > 6) return inner;
  return written('sum', `${within('sum', inner)} ${tape.pick(['+', '-'])} ${within('primary', other)}`, {
    weight,
    choices,
  });
}

/** A `case`, with an `otherwise` or with guards that leave nothing out. */
function choice(b: Builder, scope: Scope, depth: number, branch: () => Written): Written {
  const { tape } = b;
  const channels = readablesOf(b, scope, 'Channel').filter(({ guard }) => guard === undefined);
  const form = tape.below(4);
  const branches: { readonly when: string; readonly then: Written }[] = [];
  if (form === 0 && channels.length > 0) {
    const { text } = tape.pick(channels);
    const tests = tape.chance(0.5)
      ? enums.Channel.map((one) => `is ${one}`)
      : ['is post', 'is one of { email, phone }'];
    for (const test of tests) branches.push({ when: `${text} ${test}`, then: branch() });
  } else if (form === 1) {
    const when = within('primary', condition(b, scope, 0));
    branches.push({ when, then: branch() }, { when: `not ${when}`, then: branch() });
  } else {
    for (let i = 0, n = 1 + tape.below(2); i < n; i++)
      branches.push({ when: condition(b, scope, depth - 1).text, then: branch() });
  }
  const covered = (form === 0 && channels.length > 0) || form === 1;
  const otherwise = covered ? undefined : branch();
  const values = [...branches.map(({ then }) => then), ...(otherwise === undefined ? [] : [otherwise])];
  const choices = values.reduce((sum, one) => sum + one.choices, 0);
  if (choices > 6) return values[0]!;
  // A guard that begins with a negative number would go on with what stands before it.
  const lines = branches.map(
    ({ when, then }) => `${when.startsWith('-') ? `(${when})` : when}: ${then.text}`,
  );
  if (otherwise !== undefined) lines.push(`otherwise: ${otherwise.text}`);
  const weight = Math.max(...values.map((one) => one.weight));
  return primary(`case {\n${lines.join('\n')}\n}`, { choices, weight });
}

function byReading(b: Builder, scope: Scope, branch: () => Written): Written | undefined {
  const { tape, ambiguities } = b;
  if (scope.factsOnly || ambiguities.length === 0) return undefined;
  const { name, readings } = tape.pick(ambiguities);
  const values = readings.map(branch);
  const choices = values.reduce((sum, one) => sum + one.choices, 0);
  if (choices > 6) return undefined;
  const lines = readings.map((reading, i) => `${reading}: ${values[i]!.text}`);
  return primary(`by reading ${name} { ${lines.join('\n')} }`, {
    choices,
    weight: Math.max(...values.map((one) => one.weight)),
  });
}
