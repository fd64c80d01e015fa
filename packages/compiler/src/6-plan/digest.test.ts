import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Phrasebook } from '@proviso/runtime';
import { type CompiledPack, compilePack } from '../compile-pack.ts';
import { type Digests, digestOf, digestsOf, isAsSealed } from './digest.ts';
import { sha256 as inNode } from './sha256.node.ts';
import { sha256 as inBrowser } from './sha256.ts';
import { statementDigests } from './statement-digests.ts';

const base = `
pack trial.pack { title "Trial" version "0.1.0" period from 2018-05-25 }
source code "A code" { status draft }
source act "An act" { status statute }
bearer controller "the controller"
fact a: yesno { ask "A?" say "a {is|is not}" }
fact b: yesno { ask "B?" say "b {is|is not}" }
fact c: yesno { ask "C?" say "c {is|is not}" }
define one { say "one {is|is not}" includes first: a, likely cite code p.1 otherwise "?" cite code p.1 }
define two { say "two {is|is not}" means one and b cite code p.2 }
rule act1 on controller { must "act" as "need to" when two done when c cite code p.3 }
enum Way { post "the post", road }
define way: Way { say "the way is {value}" means case { fee > 9: post otherwise: road } cite code p.5 }
fact fee: decimal(2) in "£" { ask "F?" say "the fee is {value}" }
define dear { say "it {is|is not} dear" means fee > 5 cite code p.6 }
define apart { say "apart {is|is not}" means c cite act p.4 }
scenario "s" as of 2019-06-01 { given { a: yes } expect { one: yes } }
`;

function compiled(edit: readonly [string, string] = ['', '']): CompiledPack {
  if (!base.includes(edit[0])) throw new Error(`no ${edit[0]}`);
  const { value, diagnostics } = compilePack(
    new Map([['p.policy', base.replace(edit[0], edit[1])]]),
    'p.policy',
  );
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

function digests(edit: readonly [string, string] = ['', '']): {
  readonly pack: Digests;
  readonly statements: Readonly<Record<string, Digests>>;
} {
  const value = compiled(edit);
  const { meaning, text } = value.plan.pack;
  expect({ meaning, text }).toEqual(digestsOf(value.plan, value.phrases));
  return { pack: { meaning, text }, statements: statementDigests(value.plan, value.phrases) };
}

/** Names of the statements one of whose digests differs. */
function moved(after: ReturnType<typeof digests>, which: keyof Digests): readonly string[] {
  const before = digests().statements;
  return Object.keys(before).filter((name) => before[name]?.[which] !== after.statements[name]?.[which]);
}

test('digests are SHA-256 over canonical JSON', () => {
  // RFC 8785 orders keys and drops spaces; the digest of `{"a":1,"b":[]}` is that of `sha256sum`.
  expect(digestOf({ b: [], a: 1.0 })).toBe(
    'f87e4099e9be5e75094e0a4f46d3dc18a9c37429314a5a2490fb78d31e7e170c',
  );
});

test('a phrasebook says of which pack and which text it is, which is no part of what is digested', () => {
  const { plan, phrases } = compiled();
  const { id, version, text } = plan.pack;
  expect(phrases.of).toEqual({ id, version, text });
  const { of: _of, ...older } = phrases;
  expect(digestsOf(plan, older)).toEqual(digestsOf(plan, phrases));
  expect([phrases, older, undefined].map((words) => isAsSealed(plan, words))).toEqual([true, true, true]);
  const others: readonly Partial<Phrasebook>[] = [
    { of: { id, version, text: 'x' } },
    { of: { id, version: '9.9.9', text } },
    { of: { id: 'other.pack', version, text } },
    { pack: { title: 'Another' } },
  ];
  expect(others.map((other) => isAsSealed(plan, { ...phrases, ...other }))).toEqual(others.map(() => false));
  expect(isAsSealed({ ...plan, goals: [] }, undefined)).toBe(false);
});

test('a browser and Node make the same of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(inBrowser(text)).toBe(inNode(text));
    }),
  );
});

describe('of a pack', () => {
  test.each<[string, readonly [string, string], boolean]>([
    ['a question', ['ask "A?"', 'ask "Is it A?"'], false],
    ['a phrase', ['say "one {is|is not}"', 'say "the one {is|is not}"'], false],
    ['an act', ['must "act"', 'must "do it"'], false],
    ['the words of a modal', ['as "need to"', 'as "have to"'], false],
    ['a citation', ['cite code p.2', 'cite code p.22'], false],
    ['a source', ['"An act"', '"The act"'], false],
    ['coverage', ['means c cite act p.4', 'means c cite act p.4 covers DM-9'], false],
    ['a scenario', ['given { a: yes }', 'given { a: yes b: no }'], false],
    ['a comment', ['define two', '/// About two.\ndefine two'], false],
    ['the version', ['version "0.1.0"', 'version "0.1.1"'], false],
    [
      'the order of facts',
      [
        /fact b.*\n/u.exec(base)![0] + /fact c.*\n/u.exec(base)![0],
        /fact c.*\n/u.exec(base)![0] + /fact b.*\n/u.exec(base)![0],
      ],
      false,
    ],
    ['a condition', ['means one and b', 'means one or b'], true],
    ['a certainty', ['likely', 'very likely'], true],
    ['a label', ['first: a', 'second: a'], true],
    ['the period', ['from 2018-05-25', 'from 2018-05-26'], true],
    ['a fact', ['fact c', 'fact d: yesno { ask "D?" say "d {is|is not}" }\nfact c'], true],
  ])('%s', (_, edit, changesMeaning) => {
    const before = digests().pack;
    const after = digests(edit).pack;
    expect(after.text).not.toBe(before.text);
    expect(after.meaning !== before.meaning).toBe(changesMeaning);
  });
});

describe('of a statement', () => {
  test('there is one for each definition and rule', () => {
    expect(Object.keys(digests().statements)).toEqual(['one', 'two', 'way', 'dear', 'apart', 'act1']);
  });

  test('covers what it refers to, through any number of steps', () => {
    const after = digests(['first: a', 'first: b']);
    expect(moved(after, 'meaning')).toEqual(['one', 'two', 'act1']);
    expect(moved(after, 'text')).toEqual(['one', 'two', 'act1']);
  });

  test('has the words and citations of all that in its text alone', () => {
    const words = digests(['ask "A?"', 'ask "Is it A?"']);
    expect(moved(words, 'meaning')).toEqual([]);
    expect(moved(words, 'text')).toEqual(['one', 'two', 'act1']);
    const source = digests(['"An act"', '"The act"']);
    expect(moved(source, 'meaning')).toEqual([]);
    expect(moved(source, 'text')).toEqual(['apart']);
  });

  test('survives unrelated edits, new citations before it among them', () => {
    const other = 'define zero { say "{is|is not}" means not c cite act p.99 }\ndefine one';
    const after = digests(['define one', other]);
    expect(moved(after, 'meaning')).toEqual([]);
    expect(moved(after, 'text')).toEqual([]);
  });

  test('covers the words of members and units as words', () => {
    const member = digests(['post "the post"', 'post "by post"']);
    expect(moved(member, 'meaning')).toEqual([]);
    expect(moved(member, 'text')).toEqual(['way']);
    const unit = digests(['in "£"', 'in "€"']);
    expect(moved(unit, 'meaning')).toEqual([]);
    expect(moved(unit, 'text')).toEqual(['way', 'dear']);
    expect(unit.pack.meaning).toBe(digests().pack.meaning);
    expect(unit.pack.text).not.toBe(digests().pack.text);
  });
  test('survives another version of the pack, not another period', () => {
    expect(moved(digests(['version "0.1.0"', 'version "0.2.0"']), 'text')).toEqual([]);
    expect(moved(digests(['from 2018-05-25', 'from 2018-05-26']), 'meaning')).toHaveLength(6);
  });
});
