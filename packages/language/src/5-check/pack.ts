import { dependencyOrder } from '../4-bind/order.ts';
import { startOf } from '../4-bind/resolve.ts';
import type { GoalDecl, SourceDecl } from '../ast/ast.ts';
import type { Checker } from './checker.ts';
import { checkDate } from './dates.ts';
import { checkInterval } from './law.ts';

/** The versioning of packs: semver.org 2.0.0, with the optional parts. */
const semver =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/;

/** The pack's own declaration. `entryRead` is false where the entry file is missing or was refused: what it declares is not known. */
export function checkPackDecl(checker: Checker, entry: string, entryRead: boolean): void {
  const { symbols, findings } = checker;
  const { pack } = symbols;
  if (pack === undefined) {
    if (entryRead) findings.report('missing-pack', startOf(entry), {});
    return;
  }
  const at = pack.name.span;
  if (pack.span.file !== entry) findings.report('pack-not-in-entry', at, { entry });
  if (pack.title === undefined) findings.report('pack-incomplete', at, { clause: 'title' });
  if (pack.version === undefined) findings.report('pack-incomplete', at, { clause: 'version' });
  else if (!semver.test(pack.version.value))
    findings.report('not-semver', pack.version.span, { version: pack.version.value });
  if (pack.from === undefined) findings.report('pack-incomplete', at, { clause: 'period' });
  else checkDate(pack.from, findings);
  if (pack.ceasing !== undefined) checkDate(pack.ceasing, findings);
  checkInterval(checker, pack.from, pack.ceasing, pack.span);
}

const statuses: readonly string[] = ['draft', 'statute', 'guidance', 'superseded', 'letter'];
const bases: readonly string[] = ['primary', 'secondary'];

/** Sources: what they are, whom they follow, when they hold. */
export function checkSources(checker: Checker): void {
  const { symbols, findings } = checker;
  for (const source of symbols.sources.values()) {
    if (source.status === undefined)
      findings.report('missing-status', source.name.span, { name: source.name.text, statuses });
    else checkWord(checker, source.status, 'status', statuses);
    if (source.basis !== undefined) checkWord(checker, source.basis, 'basis', bases);
    for (const date of [source.published, source.checked, source.from, source.ceasing]) {
      if (date !== undefined) checkDate(date, findings);
    }
    checkInterval(checker, source.from, source.ceasing, source.span);
    if (source.succeeds === undefined) continue;
    const earlier = symbols.sources.get(source.succeeds.text);
    if (earlier === undefined) {
      const { suggestion, extra } = findings.meant(
        source.succeeds.text,
        source.succeeds.span,
        symbols.sources.keys(),
      );
      findings.report(
        'unknown-source',
        source.succeeds.span,
        { name: source.succeeds.text, suggestion },
        extra,
      );
    } else checker.mentions.add(source.succeeds, earlier);
  }
  checkSuccession(checker);
}

function checkWord(
  checker: Checker,
  word: NonNullable<SourceDecl['status']>,
  clause: string,
  words: readonly string[],
): void {
  if (words.includes(word.text)) return;
  const { suggestion, extra } = checker.findings.meant(word.text, word.span, words);
  checker.findings.report('unknown-word', word.span, { word: word.text, clause, words, suggestion }, extra);
}

/** No source follows itself, however many steps back. */
function checkSuccession(checker: Checker): void {
  const { symbols, findings } = checker;
  const uses = new Map<string, ReadonlySet<string>>();
  for (const [name, { succeeds }] of symbols.sources)
    uses.set(name, new Set(succeeds === undefined ? [] : [succeeds.text]));
  dependencyOrder(uses, (path) => {
    const first = symbols.sources.get(path[0] ?? '');
    if (first !== undefined) findings.report('source-follows-itself', first.name.span, { path });
  });
}

/** Goals name definitions and rules. */
export function checkGoals(checker: Checker): void {
  for (const goal of checker.symbols.goals) checkGoal(checker, goal);
}

function checkGoal(checker: Checker, goal: GoalDecl): void {
  const { symbols, findings } = checker;
  const seen = new Set<string>();
  for (const answer of goal.answers.length === 0 ? [goal.name] : goal.answers) {
    const statement = symbols.statements.get(answer.text);
    if (statement === undefined) {
      const { suggestion, extra } = findings.meant(answer.text, answer.span, symbols.statements.keys());
      findings.report(
        'unknown-answer',
        answer.span,
        { name: answer.text, goal: goal.name.text, suggestion },
        extra,
      );
    } else checker.mentions.add(answer, statement);
    if (seen.has(answer.text)) findings.report('duplicate-member', answer.span, { name: answer.text });
    seen.add(answer.text);
  }
}
