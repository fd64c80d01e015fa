/** Whatever things are called, what is emitted of them type-checks and answers as the interpreter does. */
import { type CompiledPack, compilePack, emitPack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import { describe, expect, test } from 'vitest';
import { expectSameAssessment, expectSameDecision } from '../support/emit-check.ts';
import { loadEmitted } from '../support/load-emitted.ts';
import { readPack } from '../support/read-pack.ts';
import { emittedSources, typeCheck } from '../support/type-check.ts';

/** Reserved words of TypeScript, globals, names that emitted code uses itself, and keywords of JSON Schema. */
const words =
  `arguments as async await boolean break catch class const continue debugger declare delete do enum eval
export extends finally for function get if implements in instanceof interface let module namespace new null
number object of package private protected public readonly return satisfies set static string super switch symbol this
throw try type typeof undefined unique var void while with yield Array Boolean Date Error Infinity JSON Map Math
NaN Number Object Partial Promise Record Set String Symbol globalThis require exports asserts infer keyof bigint never
facts options readings given goal read evaluate check keys path into problems laws presuming index inside chosen
known run needs assessed assumed dependences presumption others day taken completeFacts truthOf negate Facts Day Complete
Options Answers Readings Status Duration id items properties required definitions description anyOf allOf const2 x1y
snake_case a__b _b ref z partial unknownKeys then else not_ message paths given2 plan factsSchema StandInA`
    .split(/\s+/)
    .filter((word) => /^[A-Za-z]/.test(word));

const head = `pack names.trial { title "Names" version "0.1.0" period from 2018-05-25 }
source text "A text" { status draft }
bearer someone "someone"
`;
const cite = 'cite text p.1';
const say = 'say "it {is|is not} so"';

/** A pack in which every word is the name of something of one kind. */
const packs: Readonly<Record<string, (word: string, index: number) => string>> = {
  fact: (word, index) =>
    `fact ${word}: yesno { ask "?" ${say} } define of${index} { ${say} means ${word} ${cite} }`,
  field: (word, index) =>
    `define of${index} { ${say} means thing.${word} or some t in things has (t.${word}) ${cite} }`,
  'enum member': (word, index) =>
    `define of${index} { ${say} means (one is ${word}) or several includes ${word} ${cite} }`,
  enum: (word, index) =>
    `enum ${word} { a${index}, b${index} } fact f${index}: ${word} { ask "?" } fact s${index}: set of ${word} { ask "?" } define of${index} { ${say} means (f${index} is a${index}) or s${index} includes b${index} ${cite} }`,
  record: (word, index) =>
    `record ${word} "the thing" { fact good: yesno { ask "?" ${say} } } fact f${index}: ${word} fact l${index}: list of ${word} define of${index} { ${say} means f${index}.good or some l in l${index} has (l.good) ${cite} }`,
  definition: (word, index) =>
    `fact f${index}: yesno { ask "?" ${say} } define ${word} { ${say} means f${index} ${cite} } define of${index} { ${say} means not ${word} ${cite} }`,
  rule: (word, index) =>
    `fact f${index}: yesno { ask "?" ${say} } rule ${word} on someone { must "act" when yes done when f${index} ${cite} } define of${index} { ${say} means ${word}.breached ${cite} }`,
  goal: (word, index) =>
    `fact f${index}: yesno { ask "?" ${say} } define d${index} { ${say} means f${index} ${cite} } goal ${word} { d${index} }`,
  parameter: (word, index) => `define of${index} for ${word}: Thing { ${say} means ${word}.good ${cite} }`,
  label: (word, index) =>
    `fact f${index}: yesno { ask "?" ${say} } define of${index} { ${say} includes ${word}: f${index} otherwise "Or?" ${cite} }`,
  ambiguity: (word, index) =>
    `ambiguity ${word} "A-${index}" { reading one "one" default reading two "two" ${cite} } fact f${index}: yesno { ask "?" ${say} } define of${index} { ${say} means by reading ${word} { one: f${index} two: yes } ${cite} }`,
  reading: (word, index) =>
    `ambiguity am${index} "A-${index}" { reading ${word} "one" default reading other0 "two" ${cite} } fact f${index}: yesno { ask "?" ${say} } define of${index} { ${say} means by reading am${index} { ${word}: f${index} other0: yes } ${cite} }`,
};

/** What stands once in each pack. */
const before: Readonly<Record<string, string>> = {
  field: `record Thing "the thing" { ${words.map((word) => `fact ${word}: yesno { ask "?" ${say} }`).join('\n')} } fact thing: Thing fact things: list of Thing `,
  'enum member': `enum Kind { ${words.join(', ')} } fact one: Kind { ask "?" } fact several: set of Kind { ask "?" } `,
  parameter: `record Thing "the thing" { fact good: yesno { ask "?" ${say} } } fact things: list of Thing `,
};

/** Words that the language has for types of its own, which cannot name an author's. */
const builtIn: ReadonlySet<string> = new Set(['number', 'set']);

/** Goals are files, and theirs are names of functions: they differ in more than capitals. */
const inLowerCase = words.filter((word) => word === word.toLowerCase());

const chosenFor: Readonly<Record<string, readonly string[]>> = {
  goal: [...inLowerCase.slice(0, 60), 'facts'],
  enum: words.filter((word) => !builtIn.has(word)),
  record: words.filter((word) => !builtIn.has(word)),
  // Statements that refer to one another cost the type checker the most.
  definition: inLowerCase.slice(0, 24),
  rule: inLowerCase.slice(0, 24),
  ambiguity: inLowerCase.slice(0, 60),
  reading: inLowerCase.slice(0, 60),
};

function compiled(kind: string): CompiledPack {
  const declare = packs[kind];
  if (declare === undefined) throw new Error(`no pack of ${kind}`);
  const chosen = chosenFor[kind] ?? words;
  const answers = kind === 'goal' ? '' : `goal everything { ${chosen.map((_, i) => `of${i}`).join(', ')} }`;
  const text = `${head}${before[kind] ?? ''}${chosen.map(declare).join('\n')}\n${answers}\n`;
  const { value, diagnostics } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
  if (value === undefined)
    throw new Error(
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ code, message }) => `${code}: ${message}`)
        .join('\n'),
    );
  return value;
}

describe.each(Object.keys(packs))('reserved words as the name of a %s', (kind) => {
  const pack = compiled(kind);

  test('type-check in what is emitted', async () => {
    expect(typeCheck(`names-${kind.replace(' ', '-')}`, await emittedSources(pack))).toBe('');
  });

  test('leave the answers as they are', () => {
    const loaded = loadPlan(pack.plan);
    expect(pack.plan.goals.length).toBeGreaterThan(0);
    for (const goal of pack.plan.goals) {
      const text = emitPack(pack.plan).find(({ path }) => path === `goal/${goal.name}.ts`)?.text ?? '';
      const emitted = loadEmitted(text);
      const sent = { facts: {}, asOf: '2020-01-01', readings: {} };
      expectSameAssessment(loaded, emitted, goal.name, sent);
      expectSameDecision(loaded, emitted, goal, sent);
    }
  });
});

test.each(['tenancy-deposits'])('the sources that %s is built to type-check', async (name) => {
  expect(typeCheck(`sources-${name}`, await emittedSources(readPack(name)))).toBe('');
});
