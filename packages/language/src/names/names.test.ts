import { describe, expect, test } from 'vitest';
import { callsForCompletion, completionsAfter, namedAt, packNames, placeAt, tellName } from '../index.ts';

const facts = `enum Kind { citizen "a citizen", visitor }
record Person "the person" {
  fact adult: yesno { ask "Are they an adult?" help "By *age*." say "they {are|are not} an adult" }
  fact kind: Kind { ask "What are they?" }
  fact paid: decimal(2) in "£" { ask "What did they pay?" }
}
fact person: Person
fact people: list of Person { ask "Who else lives there?" }
`;
const pack = `pack example.votes {
  title "Votes"
  version "1.0.0"
  period from 2018-05-25
}
import "facts.policy"
source act "An Act of 1999" { short "the Act" status statute }
bearer officer "the officer"
ambiguity residence "Who lives there" {
  reading anyone "anybody" default cite act s.2
  reading owners "owners only" cite act s.2
}
/// Who may vote.
/// As the <b>Act</b> has it.
define mayVote {
  say "they {may|may not} vote"
  includes age: person.adult cite act s.1
  includes kind: person.kind is citizen cite act s.2
  cite act s.1 "an adult"
}
rule register on officer {
  must "register them"
  when mayVote
  cite act s.3
}
`;

const namesOf = (text: string) =>
  packNames(
    new Map([
      ['pack.policy', text],
      ['facts.policy', facts],
    ]),
    'pack.policy',
  );

describe('what is told of a name', () => {
  const names = namesOf(pack);
  const told = (file: string, text: string, at: string) => {
    const named = namedAt(names, file, text.indexOf(at));
    return named && tellName(names, named);
  };

  test('of a statement: its sentence, its doc comment, its citations by the titles of their sources', () => {
    expect(told('pack.policy', pack, 'mayVote')).toEqual({
      what: 'definition',
      name: 'mayVote',
      versions: 1,
      words: ['they {may|may not} vote', 'Who may vote.\nAs the <b>Act</b> has it.'],
      cites: ['the Act, s.1, “an adult”'],
    });
    expect(told('pack.policy', pack, 'register on')).toMatchObject({
      what: 'rule',
      words: ['officer must: register them'],
      cites: ['the Act, s.3'],
    });
  });

  test('of a fact: its type, its question and the help with it, from wherever it is named', () => {
    expect(told('pack.policy', pack, 'adult cite')).toEqual({
      what: 'fact',
      name: 'Person.adult',
      type: 'yesno',
      versions: 1,
      words: ['Are they an adult?', 'By *age*.'],
      cites: [],
    });
    expect(told('facts.policy', facts, 'paid')).toMatchObject({ type: 'decimal(2) in "£"' });
    expect(told('facts.policy', facts, 'people')).toMatchObject({ type: 'list of Person' });
  });

  test('of a member of an enum: its own words, not those of the enum', () => {
    expect(told('pack.policy', pack, 'citizen')).toMatchObject({
      name: 'Kind.citizen',
      words: ['a citizen'],
    });
    expect(told('facts.policy', facts, 'visitor')).toMatchObject({ name: 'Kind.visitor', words: [] });
    expect(told('facts.policy', facts, 'Kind')).toMatchObject({ words: ['citizen, visitor'] });
  });

  test('of a reading that is taken where none is named: that it is', () => {
    expect(told('pack.policy', pack, 'anyone')).toMatchObject({
      words: ['anybody (the reading taken where none is named)'],
    });
    expect(told('pack.policy', pack, 'owners')).toMatchObject({ words: ['owners only'] });
  });

  test('of what is no name: nothing', () => {
    expect(told('pack.policy', pack, 'title')).toBeUndefined();
  });

  test('the place of the name itself, without what stands before its dot', () => {
    const offset = pack.indexOf('adult cite') + 2;
    const named = namedAt(names, 'pack.policy', offset);
    expect(named && placeAt(named, 'pack.policy', offset)).toEqual({
      file: 'pack.policy',
      start: offset - 2,
      end: offset + 3,
    });
    expect(named && placeAt(named, 'facts.policy', 0)).toBeUndefined();
  });
});

describe('what could be written next', () => {
  const after = (line: string): readonly string[] => {
    const text = `${pack}${line}`;
    return completionsAfter(namesOf(text), text).map((one) => (typeof one === 'string' ? one : one.name));
  };

  test.each([
    ['define x { means person.', ['adult', 'kind', 'paid']],
    ['define x { means person.ad', ['adult', 'kind', 'paid']],
    ['define x { means some p in people has p.', ['adult', 'kind', 'paid']],
    ['define x for p: Person { means p.', ['adult', 'kind', 'paid', 'x']],
    ['define x { means mayVote.', ['age', 'kind']],
    ['define x { means register.', ['applies', 'met', 'breached']],
    ['define x { means person.kind is ', ['citizen', 'visitor']],
    ['define x { means person.kind is not vi', ['citizen', 'visitor']],
    ['define x { cite ', ['act']],
    ['rule x on ', ['officer']],
    ['define x { means by reading ', ['residence']],
    ['define x for p: ', ['Person']],
    ['fact x: list of ', ['Person']],
    ['fact x: set of ', ['Kind']],
  ])('%s', (line, wanted) => {
    expect(after(line)).toEqual(wanted);
    expect(callsForCompletion(`${pack}${line}`)).toBe(true);
  });

  test('a type: those of the language, then those of the pack', () => {
    expect(after('fact x: ')).toEqual(expect.arrayContaining(['yesno', 'list of', 'Kind', 'Person']));
  });

  test('anywhere else: facts and statements, which nothing calls for', () => {
    expect(after('define x { means ')).toEqual(['person', 'people', 'mayVote', 'register', 'x']);
    expect(callsForCompletion('define x { means ')).toBe(false);
  });

  test.each(['define x { say "he is ', '// of person.', '/// cite '])(
    'in words of an author, nothing: %s',
    (line) => {
      expect(after(line)).toEqual([]);
      expect(callsForCompletion(line)).toBe(false);
    },
  );

  test('what is quoted before on the line says nothing', () => {
    expect(after('define x { say "a // b" cite ')).toEqual(['act']);
  });
});
