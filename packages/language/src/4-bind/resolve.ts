import type { FactDecl, Name, Path, Span } from '../ast/ast.ts';
import type { At, Resolution, Type } from '../program.ts';
import type { Findings } from './findings.ts';
import type { Labels, LabelTree } from './labels.ts';
import type { Mentions } from './mentions.ts';
import { typeOfFact } from './named-types.ts';
import { clockWords, otherWays } from './other-ways.ts';
import type { Scope } from './scope.ts';
import type { StatementSymbol, Symbols } from './symbols.ts';

/** What a path stands for, and its type. */
export interface Resolved {
  readonly resolution: Resolution;
  readonly type: Type;
}

/** What resolving needs to know of the pack, and where it notes what was used. */
export interface Names {
  readonly symbols: Symbols;
  readonly labels: Labels;
  readonly findings: Findings;
  readonly mentions: Mentions;
}

/** What a word can be where a value is expected: for "did you mean". */
export function* valueNames(names: Names, scope: Scope): Generator<string> {
  yield* scope.variables.keys();
  if (scope.self !== null) yield* names.symbols.fields.get(scope.self)?.keys() ?? [];
  yield* names.symbols.facts.keys();
  if (scope.factsOnly === null) yield* names.symbols.statements.keys();
}

/** What a path stands for; null, and a finding, where it stands for nothing. `hint` is the type that the place expects. */
export function resolvePath(path: Path, scope: Scope, names: Names, hint: Type | null): Resolved | null {
  const [first, ...rest] = path.segments;
  if (first === undefined) return null;
  const { symbols } = names;
  if (rest.length === 0 && hint?.kind === 'enum') {
    const member = resolveMember(first, hint.name, scope, names);
    if (member !== undefined) return member;
  }
  const variable = scope.variables.get(first.text);
  if (variable !== undefined) {
    const { record } = variable;
    names.mentions.add(first, variable.name);
    const at: At = { base: first.text, path: [] };
    if (rest.length === 0) {
      if (!symbols.records.has(record)) return null;
      return { resolution: { kind: 'variable', at, record }, type: { kind: 'record', name: record } };
    }
    return resolveParts(path, rest, at, { kind: 'record', name: record }, null, scope, names);
  }
  const sibling = scope.self === null ? undefined : symbols.fields.get(scope.self)?.get(first.text);
  if (sibling !== undefined)
    return resolveFact(path, first, sibling, rest, { base: 'self', path: [first.text] }, scope, names);
  const fact = symbols.facts.get(first.text);
  if (fact !== undefined)
    return resolveFact(path, first, fact, rest, { base: null, path: [first.text] }, scope, names);
  const statement = symbols.statements.get(first.text);
  if (statement !== undefined) return resolveStatement(path, first, statement, rest, undefined, scope, names);
  reportUnknown(path, first, scope, names, hint);
  return null;
}

/** The member of an enum, where the word is one. Null where it is also a value of that very enum. */
function resolveMember(
  word: Name,
  enumName: string,
  scope: Scope,
  names: Names,
): Resolved | null | undefined {
  const { symbols, findings } = names;
  const declared = symbols.enums.get(enumName);
  if (declared === undefined || symbols.enumsWithMember.get(word.text)?.includes(declared) !== true)
    return undefined;
  const fact =
    scope.self === null ? symbols.facts.get(word.text) : symbols.fields.get(scope.self)?.get(word.text);
  const statement = symbols.statements.get(word.text);
  const other =
    fact !== undefined ? typeOfFact(fact, symbols) : statement?.kind === 'define' ? statement.type : null;
  if (other?.kind === 'enum' && other.name === enumName) {
    findings.report('ambiguous-name', word.span, { name: word.text, type: enumName });
    return null;
  }
  names.mentions.use(declared);
  const member = declared.members.find(({ text }) => text === word.text);
  if (member !== undefined) names.mentions.add(word, member);
  return {
    resolution: { kind: 'enumMember', enum: enumName, member: word.text },
    type: { kind: 'enum', name: enumName },
  };
}

function resolveFact(
  path: Path,
  name: Name,
  fact: FactDecl,
  rest: readonly Name[],
  at: At,
  scope: Scope,
  names: Names,
): Resolved | null {
  names.mentions.add(name, fact);
  const type = typeOfFact(fact, names.symbols);
  return type === null ? null : resolveParts(path, rest, at, type, fact, scope, names);
}

/** Follows `.name` after `.name` into records, until a fact or a statement of the record. */
function resolveParts(
  path: Path,
  parts: readonly Name[],
  from: At,
  fromType: Type,
  fromField: FactDecl | null,
  scope: Scope,
  names: Names,
): Resolved | null {
  const { symbols, findings } = names;
  let at = from;
  let type = fromType;
  let field = fromField;
  for (const [index, part] of parts.entries()) {
    if (type.kind !== 'record') {
      const code = type.kind === 'list' ? 'part-of-list' : 'no-parts';
      const owner = path.segments.slice(0, path.segments.length - parts.length + index);
      const text = owner.map((segment) => segment.text).join('.');
      findings.report(code, part.span, { owner: text, part: part.text });
      return null;
    }
    const fields = symbols.fields.get(type.name);
    const next = fields?.get(part.text);
    if (next === undefined) {
      const statement = symbols.statementsOf.get(type.name)?.get(part.text);
      if (statement !== undefined)
        return resolveStatement(path, part, statement, parts.slice(index + 1), at, scope, names);
      if (fields !== undefined) reportUnknownPart(part, type.name, names);
      return null;
    }
    names.mentions.add(part, next);
    const nextType = typeOfFact(next, symbols);
    if (nextType === null) return null;
    at = { base: at.base, path: [...at.path, part.text] };
    type = nextType;
    field = next;
  }
  if (field === null) throw new Error('a path of parts ends in a field');
  return { resolution: { kind: 'fact', at, field, type }, type };
}

/** A definition, a rule's aspect, or a label of either. */
function resolveStatement(
  path: Path,
  name: Name,
  statement: StatementSymbol,
  rest: readonly Name[],
  of: At | undefined,
  scope: Scope,
  names: Names,
): Resolved | null {
  const { findings } = names;
  if (scope.factsOnly !== null) {
    findings.report('facts-only', path.span, { name: statement.name, where: scope.factsOnly });
    return null;
  }
  if (of === undefined && statement.param !== undefined) {
    const record = statement.param.record.text;
    const variable =
      [...scope.variables].find(([, of]) => of.record === record)?.[0] ?? statement.param.name.text;
    findings.report('needs-instance', path.span, {
      name: statement.name,
      record,
      example: `${variable}.${statement.name}`,
    });
    return null;
  }
  names.mentions.add(name, statement);
  scope.uses.add(statement.name);
  const instance = of === undefined ? {} : { of };
  const [next, ...deeper] = rest;
  if (next === undefined) {
    if (statement.kind === 'define') {
      if (statement.type === null) return null;
      return { resolution: { kind: 'definition', name: statement.name, ...instance }, type: statement.type };
    }
    findings.report('rule-as-condition', path.span, { name: statement.name });
    return null;
  }
  if (statement.kind === 'rule' && deeper.length === 0) {
    const aspect = next.text;
    if (aspect === 'applies' || aspect === 'met' || aspect === 'breached') {
      if (aspect !== 'applies' && statement.versions[0]?.node.modal === 'may') {
        findings.report('permission-aspect', next.span, { name: statement.name, aspect });
        return null;
      }
      return {
        resolution: { kind: 'aspect', rule: statement.name, aspect, ...instance },
        type: { kind: 'yesno' },
      };
    }
  }
  let labels: ReadonlyMap<string, LabelTree> = names.labels.get(statement.name) ?? new Map();
  for (const label of rest) {
    const found = labels.get(label.text);
    if (found === undefined) {
      const aspects = statement.kind === 'rule' && label === next ? ['applies', 'met', 'breached'] : [];
      const candidates = [...aspects, ...labels.keys()];
      const { suggestion, extra } = findings.meant(label.text, label.span, candidates);
      findings.report(
        'unknown-label',
        label.span,
        { label: label.text, name: statement.name, suggestion, candidates },
        extra,
      );
      return null;
    }
    names.mentions.add(label, found.name);
    labels = found.children;
  }
  if (statement.kind === 'define' && statement.type?.kind !== 'yesno') {
    findings.report('label-of-value', path.span, { name: statement.name });
    return null;
  }
  const resolution: Resolution = {
    kind: 'label',
    statement: statement.name,
    labels: rest.map((label) => label.text),
    ...instance,
  };
  return { resolution, type: { kind: 'yesno' } };
}

function reportUnknown(path: Path, word: Name, scope: Scope, names: Names, hint: Type | null): void {
  const { symbols, findings } = names;
  const name = word.text;
  const enums = symbols.enumsWithMember.get(name);
  if (path.segments.length === 1 && enums !== undefined) {
    findings.report('member-out-of-place', word.span, { name, enums: enums.map((one) => one.name.text) });
    return;
  }
  const exception = symbols.exceptions.find(({ node }) => node.name.text === name);
  if (exception !== undefined) {
    const full = [...exception.node.target.segments.map((segment) => segment.text), name].join('.');
    const fix = { title: `write \`${full}\``, safe: false, edits: [{ span: word.span, text: full }] };
    findings.report('bare-exception', word.span, { name, full }, { fix });
    return;
  }
  if (hint?.kind === 'enum' && path.segments.length === 1) {
    const members = symbols.enums.get(hint.name)?.members.map((member) => member.text) ?? [];
    // An enum of which nothing could be read has been reported.
    if (members.length === 0) return;
    const { suggestion, extra } = findings.meant(name, word.span, members);
    findings.report('unknown-member', word.span, { name, type: hint.name, suggestion }, extra);
    return;
  }
  const [, member] = path.segments;
  if (path.segments.length === 2 && member !== undefined && symbols.enums.has(name)) {
    const fix = {
      title: `write \`${member.text}\``,
      safe: false,
      edits: [{ span: path.span, text: member.text }],
    };
    const help = `a member of an enum stands alone: \`x is ${member.text}\``;
    findings.report('unknown-name', word.span, { name, suggestion: null }, { help, fix });
    return;
  }
  if (path.segments.length === 1 && clockWords.has(name)) {
    const fix = { title: 'write `asOf`', safe: false, edits: [{ span: word.span, text: 'asOf' }] };
    const help = 'the day of the assessment is `asOf`; another day is an `event` or a `date`';
    findings.report('unknown-name', word.span, { name, suggestion: null }, { help, fix });
    return;
  }
  const { suggestion, extra } = findings.meant(name, word.span, valueNames(names, scope));
  const owner = suggestion === null ? recordWith(name, names) : undefined;
  const help = symbols.ambiguities.has(name)
    ? { help: `it is an ambiguity: what holds on each reading is said by \`by reading ${name} { … }\`` }
    : owner !== undefined
      ? { help: `\`${owner}\` has a field of that name: write it after an instance of it` }
      : otherWays.has(name)
        ? { help: otherWays.get(name) ?? '' }
        : {};
  findings.report('unknown-name', word.span, { name, suggestion }, { ...extra, ...help });
}

/** A record that has a field of this name. */
function recordWith(name: string, names: Names): string | undefined {
  for (const [record, fields] of names.symbols.fields) if (fields.has(name)) return record;
  return undefined;
}

function reportUnknownPart(part: Name, record: string, names: Names): void {
  const { symbols, findings } = names;
  const candidates = [
    ...(symbols.fields.get(record)?.keys() ?? []),
    ...(symbols.statementsOf.get(record)?.keys() ?? []),
  ];
  const { suggestion, extra } = findings.meant(part.text, part.span, candidates);
  const declared = symbols.records.get(record);
  const related =
    declared === undefined ? [] : [{ span: declared.name.span, message: `the record \`${record}\`` }];
  findings.report('unknown-part', part.span, { part: part.text, record, suggestion }, { ...extra, related });
}

/** The facts along a path from the case or a variable: for `message.sentOn` those of `message` and `sentOn`. */
export function factsAlong(at: At, root: string | null, symbols: Symbols): readonly FactDecl[] {
  const facts: FactDecl[] = [];
  let fields: ReadonlyMap<string, FactDecl> | undefined =
    root === null ? symbols.facts : symbols.fields.get(root);
  for (const part of at.path) {
    const fact: FactDecl | undefined = fields?.get(part);
    if (fact === undefined) break;
    facts.push(fact);
    const type = typeOfFact(fact, symbols);
    fields = type?.kind === 'record' ? symbols.fields.get(type.name) : undefined;
  }
  return facts;
}

/** The place of a finding about a whole file that has nothing to point at. */
export function startOf(file: string): Span {
  return { file, start: 0, end: 0 };
}
