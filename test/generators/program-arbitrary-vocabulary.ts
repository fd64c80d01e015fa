/** The facts of a generated program: enums, records within records, lists within lists, and facts that exist only under a condition. */
import { assertNever } from './assert-never.ts';
import type { Tape } from './tape.ts';

/** A kind of value that an expression can have. */
export type Kind = 'yesno' | 'number' | 'amount' | 'date' | 'duration' | 'text' | 'Channel' | 'Level';

/** The enums, and their members. */
export const enums: Readonly<Record<'Channel' | 'Level', readonly string[]>> = {
  Channel: ['email', 'post', 'phone'],
  Level: ['low', 'mid', 'high'],
};

/** A declared fact, event or judgement; `record` is what a record or list holds. */
export interface Field {
  readonly name: string;
  readonly is: Kind | 'set' | 'record' | 'list';
  readonly of?: string;
  /** The condition under which it exists, for an instance whose fields begin with the prefix; a primary expression. */
  readonly guard?: (prefix: string) => string;
  readonly text: string;
}

/** All facts: of the case, and of each record. */
export interface Vocabulary {
  readonly facts: readonly Field[];
  readonly records: ReadonlyMap<string, readonly Field[]>;
}

/** Types as they are written. */
export const typeWords: Readonly<Record<Kind, string>> = {
  yesno: 'yesno',
  number: 'number',
  amount: 'decimal(2)',
  date: 'date',
  duration: 'duration',
  text: 'text',
  Channel: 'Channel',
  Level: 'Level',
};

/** A constant of a kind, as a primary expression. */
export function constant(tape: Tape, kind: Kind): string {
  switch (kind) {
    case 'yesno':
      return tape.pick(['no', 'yes']);
    case 'number':
      return tape.pick(['2', '0', '3', '5', '-1']);
    case 'amount':
      return tape.pick(['2', '0.5', '3.25', '5.00', '-1.5']);
    case 'date':
      return tape.pick(lawDates);
    case 'duration':
      return tape.pick(['1 month', '10 days', '2 weeks', '1 year', '0 days', '3 months']);
    case 'text':
      return tape.pick(['"a"', '"b"', '""']);
    case 'Channel':
    case 'Level':
      return tape.pick(enums[kind]);
    default:
      return assertNever(kind);
  }
}

/** Days on which something happens to the law; cases lie around them. */
export const lawDates: readonly string[] = ['2020-07-01', '2021-03-26', '2020-01-31', '2021-01-01'];

const kinds: readonly Kind[] = [
  'yesno',
  'yesno',
  'date',
  'number',
  'number',
  'Channel',
  'amount',
  'amount',
  'Level',
  'text',
  'duration',
];

/** The vocabulary that a tape describes. */
export function buildVocabulary(tape: Tape): Vocabulary {
  const person = fields(tape, 'p', 3, []);
  const piece = fields(tape, 'q', 3, []);
  const item = fields(tape, 'i', 4, [
    holding('owner', 'Person', 'record'),
    holding('pieces', 'Piece', 'list'),
  ]);
  const facts = fields(tape, 'f', 7, [
    holding('person', 'Person', 'record'),
    holding('items', 'Item', 'list'),
    ...(tape.chance(0.4) ? [holding('extras', 'Piece', 'list')] : []),
  ]);
  return {
    facts,
    records: new Map([
      ['Person', person],
      ['Piece', piece],
      ['Item', item],
    ]),
  };
}

function holding(name: string, of: string, is: 'record' | 'list'): Field {
  return { name, is, of, text: `fact ${name}: ${is === 'list' ? 'list of ' : ''}${of}` };
}

/** Fields named after a letter: two yes/no facts and an event at least, so that there is something to decide. */
function fields(tape: Tape, letter: string, more: number, held: readonly Field[]): readonly Field[] {
  const made: Field[] = [];
  const first: readonly (Kind | 'event' | 'judgement')[] = ['yesno', 'event', 'judgement'];
  for (let i = 0, n = first.length + tape.below(more + 1); i < n; i++) {
    const name = `${letter}${i}`;
    const start = first[i];
    if (start !== undefined) made.push(field(tape, name, start, made));
    else if (tape.chance(0.2)) made.push(setOf(tape, name, made));
    else made.push(field(tape, name, tape.pick([...kinds, 'event', 'judgement']), made));
  }
  return [...made, ...held];
}

function guardOf(
  tape: Tape,
  others: readonly Field[],
): { readonly words: string; readonly guard?: Field['guard'] } {
  const open = others.filter(
    (one) => one.guard === undefined && (one.is === 'yesno' || one.is === 'Channel'),
  );
  if (others.length < 3 || open.length === 0 || !tape.chance(0.2)) return { words: '' };
  const other = tape.pick(open);
  const form = tape.below(3);
  const bare = (prefix: string): string => {
    const at = `${prefix}${other.name}`;
    if (other.is === 'Channel') return form === 0 ? `${at} is email` : `${at} is one of { email, phone }`;
    return form === 0 ? `not ${at}` : at;
  };
  const guard = (prefix: string): string =>
    other.is === 'yesno' && form !== 0 ? bare(prefix) : `(${bare(prefix)})`;
  return { words: ` only if ${bare('')}`, guard };
}

function field(
  tape: Tape,
  name: string,
  what: Kind | 'event' | 'judgement',
  others: readonly Field[],
): Field {
  const kind: Kind =
    what === 'event' ? 'date' : what === 'judgement' ? (tape.chance(0.2) ? 'Level' : 'yesno') : what;
  const { words, guard } = guardOf(tape, others);
  const head =
    what === 'event'
      ? `event ${name}`
      : what === 'judgement'
        ? `judgement ${name}${kind === 'yesno' ? (tape.chance(0.3) ? ': yesno' : '') : `: ${typeWords[kind]}`}`
        : `fact ${name}: ${typeWords[kind]}${unitOf(kind, name)}`;
  const clauses = [
    `ask "What of ${name}?"`,
    kind === 'yesno' ? `say "${name} {is|is not} so"` : `say "${name} is {value}"`,
    // What is fixed has no effort.
    ...(tape.chance(0.2) ? ['help "Look it up."'] : []),
    tape.chance(0.2) ? 'fixed' : `effort ${1 + (name.length % 4)}`,
    ...(what === 'judgement' && others.length > 0 && tape.chance(0.5)
      ? [
          `consider ${others
            .slice(0, 2)
            .filter((one) => one.guard === undefined)
            .concat(others.slice(0, 1))
            .map((one) => one.name)
            .filter((one, i, all) => all.indexOf(one) === i)
            .join(', ')}`,
        ]
      : []),
    ...(tape.chance(0.2)
      ? [
          `assume ${what === 'event' && tape.chance(0.3) ? 'notYet' : constant(tape, kind)} if not known cite act s.9`,
        ]
      : []),
  ];
  const text = `${doc(tape, name)}${head}${words} {\n  ${clauses.join('\n  ')}\n}`;
  return { name, is: kind, text, ...(guard === undefined ? {} : { guard }) };
}

/** Every other number has a unit, all of a kind the same one: they are compared and added. */
function unitOf(kind: Kind, name: string): string {
  if (!/[13579]$/.test(name)) return '';
  return kind === 'amount' ? ' in "£"' : kind === 'number' ? ' in "{day|days}"' : '';
}

function setOf(tape: Tape, name: string, others: readonly Field[]): Field {
  const of = tape.pick(['Channel', 'Level']);
  const { words, guard } = guardOf(tape, others);
  const text = `fact ${name}: set of ${of}${words} { ask "Which of ${name}?" say "${name} {includes|does not include} {value}" }`;
  return { name, is: 'set', of, text, ...(guard === undefined ? {} : { guard }) };
}

/** Now and then a doc comment. */
export function doc(tape: Tape, about: string): string {
  return tape.chance(0.1) ? `/// Of ${about}.\n` : '';
}
