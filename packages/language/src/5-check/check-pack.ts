import { collect } from '../4-bind/collect.ts';
import { createFindings } from '../4-bind/findings.ts';
import { labelsOf } from '../4-bind/labels.ts';
import { loadFiles, type ParseFile } from '../4-bind/load-files.ts';
import { otherwiseFields, type OtherwiseFields } from '../4-bind/otherwise.ts';
import { dependencyOrder } from '../4-bind/order.ts';
import { Mentions } from '../4-bind/mentions.ts';
import type { Names } from '../4-bind/resolve.ts';
import { checkVersions } from '../4-bind/versions.ts';
import type { Define, Name, Rule } from '../ast/ast.ts';
import { type Diagnostic, inSourceOrder, type Phase } from '../diagnostics/diagnostic.ts';
import type { Placed } from '../4-bind/symbols.ts';
import { parseFile } from '../parse-file.ts';
import type { Program } from '../program.ts';
import { checkAmbiguities } from './ambiguities.ts';
import { checkBounds } from './bounds.ts';
import { buildProgram } from './build-program.ts';
import type { Checker } from './checker.ts';
import { checkClaims } from './claims.ts';
import { withoutConsequences } from './consequences.ts';
import { checkDefine } from './definitions.ts';
import { checkExceptionDecls } from './exception-decls.ts';
import { exprKey } from './expr-key.ts';
import { checkFacts } from './facts.ts';
import { checkGovernedApart } from './governed-apart.ts';
import { createChecker } from './infer.ts';
import { checkSectionLaws } from './law.ts';
import { checkOnlyIf } from './only-if.ts';
import { checkGoals, checkPackDecl, checkSources } from './pack.ts';
import { checkRule } from './rules.ts';
import { checkScenarios } from './scenarios.ts';
import { checkTexts } from './texts.ts';
import { checkMemberWords } from './told-values.ts';
import { applyAccepts, checkUnused } from './unused.ts';
import { checkUsedApart } from './used-apart.ts';
import { checkVocabularySize } from './vocabulary-size.ts';

/** Codes of files of which nothing is read. */
const refusals: ReadonlySet<string> = new Set([
  'file-too-large',
  'not-text',
  'nested-too-deep',
  'too-many-declarations-in-file',
]);

/**
 * Reads a whole pack: parses, binds and checks the file `entry` and all that it imports. `files` are texts by path;
 * an import is resolved against the path of the importing file. Never throws on any text; anything else is a `TypeError`. `value` is the checked
 * program, present only where there is no error; the diagnostics are in order of file and place, those of files that
 * could not be read first.
 */
export function checkPack(files: ReadonlyMap<string, string>, entry: string): Phase<Program | undefined> {
  const { value, diagnostics } = readPack(files, entry, parseFile);
  return { value, diagnostics };
}

/** A pack as far as it could be read. */
export interface ReadPack extends Phase<Program | undefined> {
  readonly checker: Checker;
  readonly otherwise: OtherwiseFields;
}

/** The same with what was found on the way; `named`, where it is given, takes what each name stands for. */
export function readPack(
  files: ReadonlyMap<string, string>,
  entry: string,
  parse: ParseFile,
  named?: Map<Name, object>,
): ReadPack {
  if (!(files instanceof Map) || ![entry, ...files.keys(), ...files.values()].every(isText))
    throw new TypeError(
      'the texts of a pack were expected, as a `Map` by path, and the path of the one to start from',
    );
  const findings = createFindings();
  const loaded = loadFiles(files, entry, parse, findings);
  const symbols = collect(loaded.files, findings);
  const labels = labelsOf(symbols, (second, first) => {
    const related = [{ span: first.span, message: 'first used here' }];
    findings.report('duplicate-label', second.span, { label: second.text }, { related });
  });
  const names: Names = { symbols, labels, findings, mentions: new Mentions(named) };
  const checker = createChecker(names);
  const refused = loaded.diagnostics.filter(({ code }) => refusals.has(code));
  const entryRead = files.has(entry) && !refused.some(({ span }) => span.file === entry);
  checkPackDecl(checker, entry, entryRead);
  checkTexts(loaded.files.values(), findings);
  checkMemberWords(symbols.enums.values(), findings);
  checkSources(checker);
  checkFacts(checker);
  checkAmbiguities(checker);
  const order = checkStatements(checker);
  checkClaims(checker);
  checkGoals(checker);
  checkOnlyIf(checker);
  checkBounds(checker, order);
  const otherwise = otherwiseFields(symbols, (second, first) => {
    const related = [{ span: first.span, message: 'the other one' }];
    findings.report('otherwise-clash', second.span, { field: second.field }, { related });
  });
  checkVocabularySize(checker, otherwise);
  checkScenarios(checker, otherwise);
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  const sound =
    !loaded.diagnostics.some(isError) && !findings.all().some(({ diagnostic }) => isError(diagnostic));
  if (sound) checkUnused(checker);
  const own = applyAccepts(checker, sound);
  // What a refused file would have declared is missed elsewhere: the cause comes before what follows from it.
  const others = loaded.diagnostics.filter(({ code }) => !refusals.has(code));
  const found = withoutConsequences([...others, ...own], loaded.files, files);
  const diagnostics = [...inSourceOrder(refused), ...inSourceOrder(found)];
  const failed = [...refused, ...others, ...own].some(isError);
  const { pack } = symbols;
  return {
    value: failed || pack === undefined ? undefined : buildProgram(checker, pack, order),
    diagnostics,
    checker,
    otherwise,
  };
}

/** Definitions and rules, with the exceptions to them; what depends on what. */
function checkStatements(checker: Checker): readonly string[] {
  const { symbols, findings } = checker;
  const sectionUses = checkSectionLaws(checker, symbols.sections);
  const uses = new Map<string, Set<string>>();
  for (const name of symbols.statements.keys()) uses.set(name, new Set());
  for (const symbol of symbols.statements.values()) {
    const used = uses.get(symbol.name) ?? new Set();
    if (symbol.kind === 'define') checkDefine(checker, symbol, used, sectionUses);
    else checkRule(checker, symbol, used, sectionUses);
  }
  checkExceptionDecls(checker, uses, sectionUses);
  checkGovernedApart(checker);
  checkUsedApart(checker);
  for (const symbol of symbols.statements.values()) {
    checkVersions(symbol, symbols.pack, findings, (version: Placed<Define> | Placed<Rule>) =>
      version.law.governedBy === undefined ? '' : exprKey(version.law.governedBy, checker),
    );
    // A rule depends on the permissions that are exceptions to it.
    if (symbol.kind !== 'rule') continue;
    for (const { node } of symbol.versions)
      for (const target of node.despite) uses.get(target.text)?.add(symbol.name);
  }
  return dependencyOrder(uses, (path) => {
    const [first = ''] = path;
    const at = symbols.statements.get(first)?.versions[0]?.node.name;
    if (at === undefined) throw new Error(`a circle through ${first}, which is no statement`);
    const related = path.slice(1, -1).flatMap((name) => {
      const node = symbols.statements.get(name)?.versions[0]?.node;
      return node === undefined ? [] : [{ span: node.name.span, message: `\`${name}\` is declared here` }];
    });
    findings.report('circular-definition', at.span, { path }, { related: related.slice(0, 8) });
  });
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
