/** The phrasebook of a program: its prose, by the names of the plan. */
import { PHRASEBOOK_FORMAT } from '@proviso/runtime';
import type {
  FactPhrases,
  LabelPhrases,
  MemberPhrases,
  Phrasebook,
  PhraseCite,
  StatementPhrases,
  ValuePhrases,
  VersionPhrases,
} from '@proviso/runtime';
import { type Otherwise, otherwiseRecord } from './facts.ts';
import { sourceOf, sourcesOf } from './lower-rest.ts';
import { modalityOf } from './lower-rule.ts';
import { sameActs } from './same-act.ts';
import { sourceInfo } from './source-info.ts';
import { phraseKey } from './vocabulary.ts';
import { versionLabel } from './law.ts';
import type {
  AstCite,
  AstDefine,
  AstEnum,
  AstException,
  AstFact,
  AstLimb,
  AstRule,
  AstTypeExpr,
  Program,
  StatementVersion,
} from './syntax.ts';

interface Statement {
  readonly kind: StatementPhrases['kind'];
  readonly name: string;
  readonly versions: readonly Version[];
}

type Version = StatementVersion<AstDefine> | StatementVersion<AstRule>;

/** All words of the program. `implicit`: its implicit judgements. */
export function phrasesOf(program: Program, implicit: readonly Otherwise[]): Phrasebook {
  const { pack } = program;
  const together = sameActs(program);
  const sources = sourcesOf(program);
  return {
    format: PHRASEBOOK_FORMAT,
    pack: {
      title: pack.title?.value ?? packId(program),
      ...(pack.licence === undefined ? {} : { licence: pack.licence.value }),
      ...docOf(pack),
    },
    facts: factsOf(program, implicit),
    records: titled(program.records.values()),
    enums: byName(program.enums.values(), enumOf),
    bearers: titled(program.bearers.values()),
    statements: Object.fromEntries(
      [...program.statements.values()].map((s) => [s.name, statementOf(s, together.get(s.name), program)]),
    ),
    ambiguities: byName(program.ambiguities.values(), (a) => ({
      ...(a.title === undefined ? {} : { title: a.title.value }),
      ...docOf(a),
      readings: Object.fromEntries(a.readings.map((r) => [r.name.text, r.text.value])),
    })),
    constraints: byName(program.constraints, claimOf),
    invariants: byName(program.invariants, claimOf),
    goals: byName(program.goals, (g) => ({
      ...(g.title === undefined ? {} : { title: g.title.value }),
      ...docOf(g),
    })),
    sources: byName(program.sources.values(), (s) => ({
      ...sourceInfo(sourceOf(s), sources),
      ...(s.short === undefined ? {} : { short: s.short.value }),
      ...(s.url === undefined ? {} : { url: s.url.value }),
      ...docOf(s),
    })),
  };
}

/** The pack's dotted name. */
export function packId(program: Program): string {
  return program.pack.name.text;
}

interface Documented {
  readonly doc?: readonly string[];
}

function docOf(node: Documented): { readonly doc?: string } {
  return node.doc === undefined || node.doc.length === 0
    ? {}
    : { doc: node.doc.map((line) => line.trim()).join('\n') };
}

function byName<N extends { readonly name: { readonly text: string } }, P>(
  nodes: Iterable<N>,
  phrases: (node: N) => P,
): Readonly<Record<string, P>> {
  return Object.fromEntries([...nodes].map((node) => [node.name.text, phrases(node)]));
}

function titled(
  nodes: Iterable<
    Documented & { readonly name: { readonly text: string }; readonly title: { readonly value: string } }
  >,
): Phrasebook['records'] {
  return byName(nodes, (node) => ({ title: node.title.value, ...docOf(node) }));
}

function enumOf(declared: AstEnum): Phrasebook['enums'][string] {
  const members = declared.members.flatMap((member): [string, MemberPhrases][] => {
    const phrases = {
      ...(member.words === undefined ? {} : { words: member.words.value }),
      ...docOf(member),
    };
    return Object.keys(phrases).length === 0 ? [] : [[member.text, phrases]];
  });
  return { ...docOf(declared), ...(members.length === 0 ? {} : { members: Object.fromEntries(members) }) };
}

/** How values of a type are told. Nothing where no words were given: then a value tells itself. */
function valuesOf(type: AstTypeExpr | undefined, program: Program): ValuePhrases {
  if (type?.kind === 'numberType') {
    return type.unit === undefined ? {} : { unit: type.unit.value, places: type.places };
  }
  const name =
    type?.kind === 'setType' ? type.of.text : type?.kind === 'namedType' ? type.name.text : undefined;
  const members = name === undefined ? undefined : program.enums.get(name)?.members;
  return name !== undefined && members?.some((member) => member.words !== undefined) === true
    ? { enum: name }
    : {};
}

function claimOf(
  node: Documented & { readonly because?: { readonly value: string } },
): Phrasebook['constraints'][string] {
  return { ...(node.because === undefined ? {} : { because: node.because.value }), ...docOf(node) };
}

function factsOf(program: Program, implicit: readonly Otherwise[]): Phrasebook['facts'] {
  const ofCase = [...program.facts.values()].map((f): [string, FactPhrases] => [
    phraseKey(null, f.name.text),
    factOf(f, program),
  ]);
  const ofRecords = [...program.records.values()].flatMap((record) =>
    record.fields.map((f): [string, FactPhrases] => [
      phraseKey(record.name.text, f.name.text),
      factOf(f, program),
    ]),
  );
  const ofLists = implicit.map((o): [string, FactPhrases] => [
    phraseKey(otherwiseRecord(o.record), o.field),
    o.ask === undefined ? {} : { ask: o.ask },
  ]);
  return Object.fromEntries([...ofCase, ...ofRecords, ...ofLists]);
}

function factOf(fact: AstFact, program: Program): FactPhrases {
  const { type } = fact;
  const name =
    type?.kind === 'listType' ? type.of.text : type?.kind === 'namedType' ? type.name.text : undefined;
  return {
    ...(name !== undefined && program.records.has(name) ? { record: name } : {}),
    ...valuesOf(type, program),
    ...(fact.ask === undefined ? {} : { ask: fact.ask.value }),
    ...(fact.say === undefined ? {} : { say: fact.say.value }),
    ...(fact.help === undefined ? {} : { help: fact.help.value }),
    ...docOf(fact),
    ...(fact.cites.length === 0 ? {} : { cites: fact.cites.map(citeOf) }),
  };
}

function citeOf(cite: AstCite): PhraseCite {
  return {
    source: cite.source.text,
    pinpoint: cite.pinpoint,
    ...(cite.anchor === undefined ? {} : { anchor: cite.anchor.value }),
  };
}

function distinct(cites: readonly PhraseCite[]): readonly PhraseCite[] {
  return [...new Map(cites.map((cite) => [JSON.stringify(cite), cite])).values()];
}

function statementOf(
  { kind, name, versions }: Statement,
  sameAct: readonly string[] | undefined,
  program: Program,
): StatementPhrases {
  const words = versions.map(versionOf);
  const last = versions.at(-1)?.node;
  const above: VersionPhrases = {
    ...words.at(-1),
    ...labelled(versions.flatMap(labelsOf)),
    ...cited(versions.flatMap(({ node }) => node.cites)),
  };
  const own = JSON.stringify(above);
  const differing = words.some((each) => JSON.stringify(each) !== own);
  const all = versions.map((version, i): readonly [string, VersionPhrases] => [
    versionLabel(name, version.law),
    words[i] ?? {},
  ]);
  return {
    kind,
    ...(last?.param === undefined ? {} : { record: last.param.record.text }),
    ...(last?.kind === 'rule' ? { modality: modalityOf(last) } : {}),
    ...(sameAct === undefined ? {} : { sameAct }),
    ...(last?.kind === 'define' ? valuesOf(last.type, program) : {}),
    ...above,
    ...(differing ? { versions: Object.fromEntries(all) } : {}),
  };
}

function versionOf(version: Version): VersionPhrases {
  const { node, sections } = version;
  return {
    ...(node.kind === 'define' && node.say !== undefined ? { say: node.say.value } : {}),
    ...(node.kind === 'rule' ? { act: node.act.value } : {}),
    ...docOf(node),
    ...(sections.length === 0 ? {} : { sections }),
    ...labelled(labelsOf(version)),
    ...cited(node.cites),
  };
}

function labelled(labels: readonly (readonly [string, LabelPhrases])[]): Pick<VersionPhrases, 'labels'> {
  return labels.length === 0 ? {} : { labels: Object.fromEntries(labels) };
}

function cited(cites: readonly AstCite[]): Pick<VersionPhrases, 'cites'> {
  return cites.length === 0 ? {} : { cites: distinct(cites.map(citeOf)) };
}

/** Words of limbs and exceptions, those of provisions of their own included, by label. */
function labelsOf({ node, exceptions }: Version): readonly [string, LabelPhrases][] {
  const limbs = node.kind === 'define' ? [...node.requires, ...node.includes, ...node.means] : [];
  return [
    ...limbs.flatMap((limb) => limbWords(limb, [])),
    ...node.exceptions.flatMap((x) => exceptionWords(x, [])),
    ...exceptions.flatMap(({ node: x }) => {
      const outer = x.target.segments.slice(1).map((s) => s.text);
      const labels = [...outer, x.name.text];
      return [...wordsAt(labels, x), ...x.exceptions.flatMap((y) => exceptionWords(y, labels))];
    }),
  ];
}

function exceptionWords(x: AstException, outer: readonly string[]): readonly [string, LabelPhrases][] {
  const labels = x.label === undefined ? outer : [...outer, x.label.text];
  return [...limbWords(x, outer), ...x.exceptions.flatMap((y) => exceptionWords(y, labels))];
}

function limbWords(limb: AstLimb, outer: readonly string[]): readonly [string, LabelPhrases][] {
  return limb.label === undefined ? [] : wordsAt([...outer, limb.label.text], limb);
}

function wordsAt(
  labels: readonly string[],
  node: Documented & Pick<AstLimb, 'say'>,
): readonly [string, LabelPhrases][] {
  const words: LabelPhrases = { ...(node.say === undefined ? {} : { say: node.say.value }), ...docOf(node) };
  return Object.keys(words).length === 0 ? [] : [[labels.join('.'), words]];
}
