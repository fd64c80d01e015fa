import type { Found } from '../4-bind/findings.ts';
import { typeOfFact } from '../4-bind/named-types.ts';
import { bindTable } from '../diagnostics/bind.ts';
import { checkTable } from '../diagnostics/check.ts';
import { verifyTable } from '../diagnostics/verify.ts';
import type { Row } from '../diagnostics/define.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Accept, FactDecl, Name, Path } from '../ast/ast.ts';
import type { Checker } from './checker.ts';

/** Warns of what is declared and never referred to. Only for a pack without errors: a wrong name is not an unused one. */
export function checkUnused(checker: Checker): void {
  const { symbols, findings, mentions } = checker;
  for (const [name, fact] of symbols.facts) {
    if (mentions.uses(fact) || hasStatements(checker, fact)) continue;
    findings.report('unused-fact', fact.name.span, { name }, { subjects: [fact] });
  }
  for (const [record, declared] of symbols.records) {
    if (!mentions.uses(declared)) {
      findings.report('unused-record', declared.name.span, { name: record }, { subjects: [declared] });
      continue;
    }
    for (const field of declared.fields) {
      if (mentions.uses(field) || hasStatements(checker, field)) continue;
      findings.report(
        'unused-fact',
        field.name.span,
        { name: `${record}.${field.name.text}` },
        { subjects: [field, declared] },
      );
    }
  }
  for (const [name, declared] of symbols.enums) {
    if (!mentions.uses(declared))
      findings.report('unused-enum', declared.name.span, { name }, { subjects: [declared] });
  }
  for (const [name, declared] of symbols.bearers) {
    if (!mentions.uses(declared))
      findings.report('unused-bearer', declared.name.span, { name }, { subjects: [declared] });
  }
  for (const [name, declared] of symbols.ambiguities) {
    if (!mentions.uses(declared))
      findings.report('unused-ambiguity', declared.name.span, { name }, { subjects: [declared] });
  }
  for (const [name, declared] of symbols.sources) {
    // Results tell what takes the place of a source that ceases.
    const earlier = symbols.sources.get(declared.succeeds?.text ?? '');
    if (!mentions.uses(declared) && earlier?.ceasing === undefined)
      findings.report('unused-source', declared.name.span, { name }, { subjects: [declared] });
  }
}

/** Whether the fact holds instances that statements are about: those look at it, though none names it. */
function hasStatements(checker: Checker, fact: FactDecl): boolean {
  const record = recordOf(typeOfFact(fact, checker.symbols));
  return record !== undefined && checker.symbols.statementsOf.has(record);
}

/** The codes that binding, checking and verifying can report, with their rows' severities. */
const severities: ReadonlyMap<string, Row<never>['severity']> = new Map(
  Object.entries({ ...bindTable, ...checkTable, ...verifyTable }).map(([code, row]) => [code, row.severity]),
);

/** The findings that no `accept` silences, and what is wrong with the `accept`s themselves. */
export function applyAccepts(checker: Checker, complete: boolean): readonly Diagnostic[] {
  const { symbols, findings } = checker;
  const silenced = new Set<Found>();
  const warnings = new Map<string, Found[]>();
  for (const found of findings.all()) {
    if (found.diagnostic.severity === 'error') continue;
    const list = warnings.get(found.diagnostic.code);
    if (list === undefined) warnings.set(found.diagnostic.code, [found]);
    else list.push(found);
  }
  for (const accept of symbols.accepts) applyAccept(checker, accept, warnings, silenced, complete);
  return findings.all().flatMap((found) => (silenced.has(found) ? [] : [found.diagnostic]));
}

function applyAccept(
  checker: Checker,
  accept: Accept,
  warnings: ReadonlyMap<string, readonly Found[]>,
  silenced: Set<Found>,
  complete: boolean,
): void {
  const { findings } = checker;
  const code = accept.finding.text;
  const severity = severities.get(code);
  if (severity === undefined) {
    const { suggestion, extra } = findings.meant(
      code,
      accept.finding.span,
      [...severities].filter(([, one]) => one !== 'error').map(([one]) => one),
    );
    findings.report('unknown-finding', accept.finding.span, { code, suggestion }, extra);
    return;
  }
  if (severity === 'error') {
    findings.report('accept-of-error', accept.finding.span, { code });
    return;
  }
  const subject = accept.on === undefined ? null : subjectOf(checker, accept.on);
  // Whether there is a finding of `proviso verify` to accept, only `proviso verify` can tell.
  if (subject === undefined || code in verifyTable) return;
  let matched = false;
  for (const found of warnings.get(code) ?? []) {
    if (subject !== null && !found.subjects.includes(subject)) continue;
    silenced.add(found);
    matched = true;
  }
  if (!matched && complete) findings.report('accept-unused', accept.finding.span, { code }, { subjects: [] });
}

/**
 * What `accept … on` names: a fact of the case, of a record or of an instance of it, a statement or a label of one, or any other
 * declaration; undefined, and a finding, where there is none.
 */
function subjectOf(checker: Checker, path: Path): object | undefined {
  const { symbols, findings, mentions } = checker;
  const [first, ...rest] = path.segments;
  if (first === undefined) return undefined;
  const fact = symbols.facts.get(first.text);
  const type = fact === undefined ? undefined : typeOfFact(fact, symbols);
  let record = symbols.records.has(first.text) ? first.text : recordOf(type);
  let subject: object | undefined =
    fact ??
    symbols.records.get(first.text) ??
    symbols.enums.get(first.text) ??
    symbols.ambiguities.get(first.text) ??
    symbols.statements.get(first.text) ??
    symbols.sources.get(first.text) ??
    symbols.bearers.get(first.text) ??
    [...symbols.constraints, ...symbols.invariants].find(({ name }) => name.text === first.text);
  let missing = subject === undefined ? first : undefined;
  const statement = symbols.statements.get(first.text);
  const meant = statement ?? subject;
  if (meant !== undefined) mentions.refer(first, meant);
  if (statement !== undefined) return labelled(checker, first.text, rest);
  for (const part of rest) {
    if (missing !== undefined) break;
    const field = record === undefined ? undefined : symbols.fields.get(record)?.get(part.text);
    if (field === undefined) missing = part;
    else {
      mentions.refer(part, field);
      subject = field;
      record = recordOf(typeOfFact(field, symbols));
    }
  }
  if (missing === undefined) return subject;
  const candidates =
    missing === first
      ? [
          ...symbols.facts.keys(),
          ...symbols.records.keys(),
          ...symbols.enums.keys(),
          ...symbols.ambiguities.keys(),
          ...symbols.statements.keys(),
          ...symbols.sources.keys(),
          ...symbols.bearers.keys(),
        ]
      : [...(symbols.fields.get(record ?? '')?.keys() ?? [])];
  const { suggestion, extra } = findings.meant(missing.text, missing.span, candidates);
  findings.report('unknown-name', missing.span, { name: missing.text, suggestion }, extra);
  return undefined;
}

/** A statement, or a label of it, outermost first; undefined, and a finding, where it has no such label. */
function labelled(checker: Checker, statement: string, path: readonly Name[]): object | undefined {
  const { symbols, findings, labels, mentions } = checker;
  let found: object | undefined = symbols.statements.get(statement);
  let inner = labels.get(statement);
  for (const label of path) {
    const tree = inner?.get(label.text);
    if (tree === undefined) {
      const candidates = [...(inner?.keys() ?? [])];
      const { suggestion, extra } = findings.meant(label.text, label.span, candidates);
      findings.report(
        'unknown-label',
        label.span,
        { label: label.text, name: statement, suggestion, candidates },
        extra,
      );
      return undefined;
    }
    mentions.refer(label, tree.name);
    found = tree.name;
    inner = tree.children;
  }
  return found;
}

function recordOf(type: ReturnType<typeof typeOfFact> | undefined): string | undefined {
  if (type?.kind === 'record') return type.name;
  return type?.kind === 'list' ? type.of : undefined;
}
