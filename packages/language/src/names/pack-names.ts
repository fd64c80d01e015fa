/** The names of a pack: what each stands for, where it is declared and where it is written. For editors and renaming. */
import type { LabelTree } from '../4-bind/labels.ts';
import type { ParseFile } from '../4-bind/load-files.ts';
import type { Otherwise } from '../4-bind/otherwise.ts';
import { readPack } from '../5-check/check-pack.ts';
import type { Checker } from '../5-check/checker.ts';
import type {
  AmbiguityDecl,
  BearerDecl,
  Constraint,
  Define,
  EnumDecl,
  ExceptionDecl,
  FactDecl,
  GoalDecl,
  Invariant,
  Limb,
  Name,
  Reading,
  RecordDecl,
  Rule,
  SourceDecl,
  Span,
} from '../ast/ast.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseFile } from '../parse-file.ts';

/** What a name can be the name of. */
export type NamedKind =
  | 'fact'
  | 'record'
  | 'enum'
  | 'member'
  | 'definition'
  | 'rule'
  | 'label'
  | 'source'
  | 'bearer'
  | 'ambiguity'
  | 'reading'
  | 'goal'
  | 'constraint'
  | 'invariant'
  | 'variable';

/** Something that a pack names. */
export interface Named {
  readonly kind: NamedKind;
  readonly name: string;
  /** What it is part of: the record of a fact, the enum of a member, the ambiguity of a reading, the statement of a label (`noLiveCall.grace`). */
  readonly of?: string;
  /** Where it is declared; several places for a statement in dated versions, and for its labels. */
  readonly declared: readonly Span[];
  /** Every other place where it is named, in no particular order. */
  readonly mentioned: readonly Span[];
  /** Its declaration, the first of several; a variable has none. */
  readonly node?: NamedNode;
}

export type NamedNode =
  | FactDecl
  | RecordDecl
  | EnumDecl
  | Define
  | Rule
  | Limb
  | ExceptionDecl
  | SourceDecl
  | BearerDecl
  | AmbiguityDecl
  | Reading
  | GoalDecl
  | Constraint
  | Invariant;

/** An implicit judgement, `otherwise.directMarketing`: its name is made of the names of others. */
export interface ImplicitJudgement {
  readonly field: string;
  readonly mentioned: readonly Span[];
}

/** The names of a pack, as far as it could be read, and its diagnostics. */
export interface PackNames {
  /** In the order of their kinds and, among these, of the source. */
  readonly all: readonly Named[];
  /** In source order. */
  readonly judgements: readonly ImplicitJudgement[];
  readonly diagnostics: readonly Diagnostic[];
  /** The files that were read, the entry first: those that no import leads to are not among them. */
  readonly files: readonly string[];
}

/**
 * Reads a pack as `checkPack` does and tells its names; of a pack with errors, those that could be told. `parse` stands for
 * `parseFile`: an editor gives one that remembers the files that have not changed.
 */
export function packNames(
  files: ReadonlyMap<string, string>,
  entry: string,
  parse: ParseFile = parseFile,
): PackNames {
  const named = new Map<Name, object>();
  const { checker, otherwise, diagnostics } = readPack(files, entry, parse, named);
  const places = new Map<object, Span[]>();
  const variables = new Map<Name, Span[]>();
  const parameters = parametersOf(checker);
  for (const [name, noted] of named) {
    const thing = parameters.get(noted) ?? noted;
    const group: Map<object, Span[]> = noted === name ? variables : places;
    const known = group.get(thing);
    if (known === undefined) group.set(thing, [name.span]);
    else known.push(name.span);
  }
  const mentioned = (thing: object): readonly Span[] => places.get(thing) ?? [];
  const judgements = [...otherwise.values()].flatMap((fields): Otherwise[] => [...fields.values()]);
  return {
    all: [
      ...declaredIn(checker, mentioned),
      ...[...variables].map(([name, declared]) => ({
        kind: 'variable' as const,
        name: name.text,
        declared,
        mentioned: mentioned(name),
      })),
    ],
    judgements: judgements.map((judgement) => ({ field: judgement.field, mentioned: mentioned(judgement) })),
    diagnostics,
    files: checker.symbols.files.map(({ span }) => span.file),
  };
}

/** The parameter of a statement has one name in all its versions: the later ones, each with the first. */
function parametersOf({ symbols }: Checker): ReadonlyMap<object, Name> {
  const first = new Map<object, Name>();
  for (const { param, versions } of symbols.statements.values())
    for (const { node } of versions)
      if (param !== undefined && node.param !== undefined) first.set(node.param.name, param.name);
  return first;
}

type Mentioned = (thing: object) => readonly Span[];

function* declaredIn(checker: Checker, mentioned: Mentioned): Generator<Named> {
  const { symbols, labels } = checker;
  const one = (kind: NamedKind, node: NamedNode & { readonly name: Name }, of?: string): Named =>
    namedThing(kind, node.name, node, mentioned(node), of);
  for (const fact of symbols.facts.values()) yield one('fact', fact);
  for (const record of symbols.records.values()) {
    yield one('record', record);
    for (const field of symbols.fields.get(record.name.text)?.values() ?? [])
      yield one('fact', field, record.name.text);
  }
  for (const declared of symbols.enums.values()) {
    yield one('enum', declared);
    for (const member of declared.members)
      yield namedThing('member', member, declared, mentioned(member), declared.name.text);
  }
  for (const statement of symbols.statements.values()) {
    const [first] = statement.versions;
    if (first === undefined) continue;
    yield {
      kind: statement.kind === 'define' ? 'definition' : 'rule',
      name: statement.name,
      declared: statement.versions.map(({ node }) => node.name.span),
      mentioned: mentioned(statement),
      node: first.node,
    };
    yield* labelled(labels.get(statement.name) ?? new Map(), statement.name, mentioned);
  }
  for (const source of symbols.sources.values()) yield one('source', source);
  for (const bearer of symbols.bearers.values()) yield one('bearer', bearer);
  for (const ambiguity of symbols.ambiguities.values()) {
    yield one('ambiguity', ambiguity);
    for (const reading of ambiguity.readings)
      yield namedThing('reading', reading.name, reading, mentioned(reading.name), ambiguity.name.text);
  }
  // A goal without answers is the statement of its name.
  for (const goal of symbols.goals) if (goal.answers.length > 0) yield one('goal', goal);
  for (const constraint of symbols.constraints) yield one('constraint', constraint);
  for (const invariant of symbols.invariants) yield one('invariant', invariant);
}

function* labelled(
  trees: ReadonlyMap<string, LabelTree>,
  of: string,
  mentioned: Mentioned,
): Generator<Named> {
  for (const { name, again, node, children } of trees.values()) {
    yield {
      kind: 'label',
      name: name.text,
      of,
      declared: [name, ...again].map(({ span }) => span),
      mentioned: mentioned(name),
      node,
    };
    yield* labelled(children, `${of}.${name.text}`, mentioned);
  }
}

function namedThing(
  kind: NamedKind,
  name: Name,
  node: NamedNode,
  mentioned: readonly Span[],
  of: string | undefined,
): Named {
  return {
    kind,
    name: name.text,
    ...(of === undefined ? {} : { of }),
    declared: [name.span],
    mentioned,
    node,
  };
}
