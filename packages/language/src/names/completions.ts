/** What could come next at a place, by the words before it on its line. For editors. */
import { checkNames, checkText } from '../given.ts';
import { factAlong, recordAlong, typeNameOf } from './find-names.ts';
import type { Named, NamedKind, PackNames } from './pack-names.ts';

/** A name of the pack, or a word of the language. */
export type Completion = Named | string;

/** Types that need no declaration. */
const ownTypes: readonly string[] = [
  'yesno',
  'date',
  'duration',
  'number',
  'decimal(2)',
  'text',
  'list of',
  'set of',
];

/** What can be asked of a rule. */
const aspects: readonly string[] = ['applies', 'met', 'breached'];

/** The most characters before a place that are looked at. */
const farthest = 500;

type CompletionsAt = (names: PackNames, found: RegExpExecArray, before: string) => readonly Completion[];

/** The ends of a line that call for something, and for what. */
const calls: readonly (readonly [end: RegExp, completions: CompletionsAt])[] = [
  [/\b(?:cite|succeeds)\s+\w*$/, (names) => ofKinds(names, 'source')],
  [/\brule\b.*\bon\s+\w*$/, (names) => ofKinds(names, 'bearer')],
  [/\b(?:despite|succeeded by|exception\s+\w+\s+to)\s+\w*$/, (names) => ofKinds(names, 'rule', 'definition')],
  [/\bby reading\s+\w*$/, (names) => ofKinds(names, 'ambiguity')],
  [/\bfor\s+\w+\s*:\s*\w*$/, (names) => ofKinds(names, 'record')],
  [/^\s*(?:fact|define)\s+\w+\s*:\s*list of\s+\w*$/, (names) => ofKinds(names, 'record')],
  [/^\s*(?:fact|define)\s+\w+\s*:\s*set of\s+\w*$/, (names) => ofKinds(names, 'enum')],
  [/^\s*(?:fact|define)\s+\w+\s*:\s*\w*$/, (names) => [...ownTypes, ...ofKinds(names, 'enum', 'record')]],
  [
    /([A-Za-z][\w.]*)\s+(?:is(?: not)?(?: one of\s*\{[^}]*)?|includes)\s+\w*$/,
    (names, [, path = ''], before) => membersOf(names, path.split('.'), before),
  ],
  [/([A-Za-z][\w.]*)\.\w*$/, (names, [, path = ''], before) => partsOf(names, path.split('.'), before)],
];

/**
 * Whether the words before a place call for a name or a word of a kind: after a dot, after `cite`. Where none is called for,
 * what could be written is only some of much. `before` is the text of a file up to there.
 */
export function callsForCompletion(before: string): boolean {
  checkText(before);
  const line = endOf(before);
  return !isQuiet(line) && calls.some(([end]) => end.test(line));
}

/** What could be written after `before`, the text of a file up to a place: nothing inside a comment or a quoted text. */
export function completionsAfter(names: PackNames, before: string): readonly Completion[] {
  checkNames(names);
  checkText(before);
  const line = endOf(before);
  if (isQuiet(line)) return [];
  for (const [end, completions] of calls) {
    const found = end.exec(line);
    if (found !== null) return completions(names, found, before);
  }
  return ofKinds(names, 'fact', 'definition', 'rule');
}

/** The line up to there; what is further away says nothing of what comes next. */
function endOf(before: string): string {
  return before.slice(before.lastIndexOf('\n') + 1).slice(-farthest);
}

/** Whether the end of the line stands in a comment or a quoted text. */
function isQuiet(line: string): boolean {
  const bare = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
  return bare.includes('"') || bare.includes('//');
}

function ofKinds(names: PackNames, ...wanted: readonly NamedKind[]): readonly Named[] {
  return names.all.filter(({ kind, of }) => wanted.includes(kind) && of === undefined);
}

/** The members of the enum that a fact is of. */
function membersOf(names: PackNames, path: readonly string[], before: string): readonly Named[] {
  const holder = path.slice(0, -1);
  const record = holder.length === 0 ? undefined : recordOf(names, holder, before);
  const name = typeNameOf(factAlong(names, path.slice(-1), record));
  return names.all.filter(({ kind, of }) => kind === 'member' && of === name);
}

/** What can follow the dot after a path: parts of a record and statements about one, labels and aspects of a statement. */
function partsOf(names: PackNames, path: readonly string[], before: string): readonly Completion[] {
  const { all } = names;
  const record = recordOf(names, path, before);
  if (record !== undefined)
    return all.filter(
      ({ kind, of, node }) =>
        (kind === 'fact' && of === record) ||
        ((node?.kind === 'define' || node?.kind === 'rule') && node.param?.record.text === record),
    );
  const statement = path.join('.');
  const labels = all.filter(({ kind, of }) => kind === 'label' && of === statement);
  return all.some(({ kind, name }) => kind === 'rule' && name === statement)
    ? [...aspects, ...labels]
    : labels;
}

/** The record at the end of a path, from the case, or from the variable that was introduced last under its first word. */
function recordOf(names: PackNames, path: readonly string[], before: string): string | undefined {
  const [first = '', ...rest] = path;
  const introduced = [
    ...before.matchAll(new RegExp(`\\b${first}(?: in ([\\w.]+)|\\s*:\\s*([A-Z]\\w*))`, 'g')),
  ].at(-1);
  const [, list, record] = introduced ?? [];
  if (record !== undefined) return recordAlong(names, rest, record);
  if (list !== undefined) return recordAlong(names, rest, recordAlong(names, list.split('.')));
  return recordAlong(names, path);
}
