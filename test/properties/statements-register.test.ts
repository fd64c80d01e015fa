/** Every statement of the source is accounted for: in the register, in the vocabulary, and by the policies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFile } from '@proviso/language';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { policyTexts, repository } from '../support/read-pack.ts';
import { overlap, readSources, words } from '../support/source-texts.ts';

const pack = join(repository, 'policies/ico-political-campaigning');
const folder = join(pack, 'statements');

type Condition = Readonly<Partial<Record<'fact' | 'event' | 'judgement' | 'merger' | 'because', string>>>;

interface Statement {
  readonly id: string;
  readonly source: string;
  readonly pinpoint: string;
  readonly strength: { readonly verbatim: readonly string[]; readonly kind: string };
  readonly wording: string;
  readonly conditions?: readonly Condition[];
  readonly asks?: readonly Condition[];
  readonly defects?: readonly string[];
  readonly examples?: readonly string[];
  readonly disposition: 'encode' | 'setAside';
  readonly reason?: string;
  readonly duplicateOf?: string;
}

interface Section {
  readonly section: string;
  readonly statements: readonly Statement[];
}

const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const sections = files.map((name): [string, Section] => [
  name,
  parse(readFileSync(join(folder, name), 'utf8')),
]);
const register = sections.flatMap(([, section]) => section.statements);
const byId = new Map(register.map((each) => [each.id, each]));

const texts = policyTexts(pack);
const parsed = [...texts].map(([path, text]) => parseFile(text, path).value);
/** Every `covers` clause of the pack, on whatever it stands. */
const covered = new Set(parsed.flatMap(coversIn));
/** The questions that the pack asks today, by path; and the names of its definitions and rules. */
const asked = new Map<string, string>();
const named = new Set<string>();
const declarations = parsed.flatMap((file) => file.declarations).flatMap(flatten);
const records = new Map(
  declarations.flatMap((each) => (each.kind === 'record' ? [[each.name.text, each.fields] as const] : [])),
);
for (const each of declarations) {
  if (each.kind === 'define' || each.kind === 'rule') named.add(each.name.text);
  if (each.kind !== 'fact' || each.type === undefined) continue;
  for (const field of records.get(recordOf(each.type) ?? '') ?? []) {
    asked.set(`${each.name.text}.${field.name.text}`, field.input);
  }
}

type Declaration = (typeof parsed)[number]['declarations'][number];

function flatten(each: Declaration): readonly Declaration[] {
  return each.kind === 'section' ? each.declarations.flatMap(flatten) : [each];
}

function recordOf(type: unknown): string | undefined {
  const text = JSON.stringify(type);
  return [...text.matchAll(/"text":"([A-Z]\w*)"/g)].at(-1)?.[1];
}

/** The ids of every `covers` list below a node, whatever kind of node holds it. */
function coversIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(coversIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key === 'covers' && Array.isArray(value)
      ? value.flatMap((id: unknown) =>
          [...JSON.stringify(id).matchAll(/[A-Z]+-\d+[A-Z]?/g)].map(([text]) => text),
        )
      : coversIn(value),
  );
}

function carriers(each: Statement): readonly Condition[] {
  return [...(each.conditions ?? []), ...(each.asks ?? [])];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

describe('the register', () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync(join(folder, 'statement.schema.json'), 'utf8')),
  );

  test.each(sections)('%s has the shape of its schema', (_, section) => {
    validate(section);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("holds the source's 488 statements and those of statutes, each once", () => {
    const ofSource = register.filter(({ id }) => !id.startsWith('LAW-'));
    expect(ofSource.length).toBe(488);
    expect(byId.size).toBe(register.length);
  });

  test('sets no duty and no prohibition aside but as the duplicate of one that is encoded', () => {
    const wrong = register.filter(({ disposition, strength, reason, duplicateOf }) =>
      reason === 'duplicate'
        ? byId.get(duplicateOf ?? '')?.disposition !== 'encode'
        : disposition === 'setAside' && (strength.kind === 'must' || strength.kind === 'mustNot'),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('words each statement in 4 to 40 words', () => {
    const wrong = register.filter(({ wording }) => words(wording).length < 4 || words(wording).length > 40);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('words no two statements alike', () => {
    expect(new Set(register.map(({ wording }) => wording.toLowerCase())).size).toBe(register.length);
  });
});

describe('the register and the vocabulary', () => {
  const kinds = ['fact', 'event', 'judgement'] as const;

  test('every name is a question or a definition that is there', () => {
    const wrong: string[] = [];
    for (const each of register) {
      for (const condition of carriers(each)) {
        const { merger } = condition;
        if (merger !== undefined) {
          const unnamed = merger === 'none' && each.disposition === 'setAside';
          if (!unnamed && !named.has(merger) && !asked.has(merger)) wrong.push(`${each.id}: ${merger}`);
        }
        for (const kind of kinds) {
          const name = condition[kind];
          if (name !== undefined && asked.get(name) !== kind) wrong.push(`${each.id}: ${name} is no ${kind}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the register and the policies', () => {
  test('a policy covers only what is registered to be encoded', () => {
    const wrong = [...covered].filter((id) => byId.get(id)?.disposition !== 'encode');
    expect(covered.size).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
  });

  test('every statement is encoded, or set aside for a reason', () => {
    const missing = register.filter(({ id, disposition }) => disposition === 'encode' && !covered.has(id));
    expect(missing.map(({ id }) => id)).toEqual([]);
    const aside = Map.groupBy(
      register.filter(({ disposition }) => disposition === 'setAside'),
      ({ reason }) => reason,
    );
    say(`statements: ${register.length} registered, ${covered.size} encoded`);
    for (const [reason, each] of aside) say(`set aside, ${reason}: ${each.map(({ id }) => id).join(', ')}`);
  });
});

describe('the register and the source', () => {
  const shared = join(repository, '..', 'shared');
  const present = existsSync(join(shared, 'domain')) && existsSync(join(shared, 'sources'));
  if (!present)
    say('the texts of the source are not beside this repository: the register is not compared with them');

  test.skipIf(!present)('has the ids of the inventory, with as many conditions', () => {
    const { inventory } = readSources(shared);
    const ofSource = register.map(({ id }) => id).filter((id) => !id.startsWith('LAW-'));
    expect(ofSource.toSorted()).toEqual(inventory.map(({ id }) => id).toSorted());
    const wrong = inventory.filter(
      ({ id, conditions }) => (byId.get(id)?.conditions ?? []).length !== conditions.length,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test.skipIf(!present)('quotes the words of force where they stand', () => {
    const { inventory, around } = readSources(shared);
    const wrong = inventory.flatMap((each) =>
      (byId.get(each.id)?.strength.verbatim ?? [])
        .filter((word) => !around(each).includes(word.toLowerCase()))
        .map((word) => `${each.id}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  test.skipIf(!present)('shares no eight words in a row with the source', () => {
    const { phrases } = readSources(shared);
    const wrong = register.flatMap(({ id, wording }) => {
      const found = overlap(wording, phrases);
      return found === undefined ? [] : [`${id}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });

  test.skipIf(!present)('accounts for every defect and every worked example', () => {
    const { defects, examples } = readSources(shared);
    const declared = new Set(register.flatMap((each) => each.defects ?? []));
    expect(defects.filter((id) => !declared.has(id))).toEqual([]);
    expect([...declared].filter((id) => !defects.includes(id))).toEqual([]);
    const shown = new Set(register.flatMap((each) => each.examples ?? []));
    expect([...shown].toSorted()).toEqual([...new Set(examples)].toSorted());
  });
});
