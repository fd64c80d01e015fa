/** What could come next at a place, by the words before it on its line. */
import { factAlong, recordAlong, typeNameOf } from '@proviso/language';
import type { Named, NamedKind } from '@proviso/language';
import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import { toldOf } from './hover.ts';
import type { InPack, Pack } from './workspace.ts';

const kinds: Readonly<Record<NamedKind, CompletionItemKind>> = {
  fact: CompletionItemKind.Field,
  record: CompletionItemKind.Struct,
  enum: CompletionItemKind.Enum,
  member: CompletionItemKind.EnumMember,
  definition: CompletionItemKind.Function,
  rule: CompletionItemKind.Function,
  label: CompletionItemKind.Property,
  source: CompletionItemKind.Reference,
  bearer: CompletionItemKind.Class,
  ambiguity: CompletionItemKind.Variable,
  reading: CompletionItemKind.EnumMember,
  goal: CompletionItemKind.Module,
  constraint: CompletionItemKind.Constant,
  invariant: CompletionItemKind.Constant,
  variable: CompletionItemKind.Variable,
};

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

/** What could be written at an offset: nothing inside a comment or a quoted text. */
export function completionsAt({ pack, document }: InPack, offset: number): readonly CompletionItem[] {
  const before = document.getText().slice(0, offset);
  // What is further away says nothing of what comes next.
  const line = before.slice(before.lastIndexOf('\n') + 1).slice(-farthest);
  if (isQuiet(line)) return [];
  return candidates(pack, line, before).map((one) => itemOf(pack, one));
}

/** Whether the end of the line stands in a comment or a quoted text. */
function isQuiet(line: string): boolean {
  const bare = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
  return bare.includes('"') || bare.includes('//');
}

type Candidate = Named | string;

function candidates(pack: Pack, line: string, before: string): readonly Candidate[] {
  const of = (...wanted: readonly NamedKind[]): readonly Named[] =>
    pack.names.all.filter(({ kind, of }) => wanted.includes(kind) && of === undefined);
  if (/\b(?:cite|succeeds)\s+\w*$/.test(line)) return of('source');
  if (/\brule\b.*\bon\s+\w*$/.test(line)) return of('bearer');
  if (/\b(?:despite|succeeded by|exception\s+\w+\s+to)\s+\w*$/.test(line)) return of('rule', 'definition');
  if (/\bby reading\s+\w*$/.test(line)) return of('ambiguity');
  if (/\bfor\s+\w+\s*:\s*\w*$/.test(line)) return of('record');
  const type = /^\s*(?:fact|define)\s+\w+\s*:\s*(?:(list|set) of\s+)?\w*$/.exec(line);
  if (type !== null)
    return type[1] === 'list'
      ? of('record')
      : type[1] === 'set'
        ? of('enum')
        : [...ownTypes, ...of('enum', 'record')];
  const tested = /([A-Za-z][\w.]*)\s+(?:is(?: not)?(?: one of\s*\{[^}]*)?|includes)\s+\w*$/.exec(line);
  if (tested !== null) return membersOf(pack, (tested[1] ?? '').split('.'), before);
  const path = /([A-Za-z][\w.]*)\.\w*$/.exec(line);
  if (path !== null) return partsOf(pack, (path[1] ?? '').split('.'), before);
  return of('fact', 'definition', 'rule');
}

/** The members of the enum that a fact is of. */
function membersOf(pack: Pack, path: readonly string[], before: string): readonly Named[] {
  const holder = path.slice(0, -1);
  const record = holder.length === 0 ? undefined : recordOf(pack, holder, before);
  const name = typeNameOf(factAlong(pack.names, path.slice(-1), record));
  return pack.names.all.filter(({ kind, of }) => kind === 'member' && of === name);
}

/** What can follow the dot after a path: parts of a record and statements about one, labels and aspects of a statement. */
function partsOf(pack: Pack, path: readonly string[], before: string): readonly Candidate[] {
  const { all } = pack.names;
  const record = recordOf(pack, path, before);
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
function recordOf(pack: Pack, path: readonly string[], before: string): string | undefined {
  const [first = '', ...rest] = path;
  const introduced = [
    ...before.matchAll(new RegExp(`\\b${first}(?: in ([\\w.]+)|\\s*:\\s*([A-Z]\\w*))`, 'g')),
  ].at(-1);
  const [, list, record] = introduced ?? [];
  if (record !== undefined) return recordAlong(pack.names, rest, record);
  if (list !== undefined) return recordAlong(pack.names, rest, recordAlong(pack.names, list.split('.')));
  return recordAlong(pack.names, path);
}

function itemOf(pack: Pack, candidate: Candidate): CompletionItem {
  if (typeof candidate === 'string') return { label: candidate, kind: CompletionItemKind.Keyword };
  const [detail = '', ...paragraphs] = toldOf(pack, candidate);
  return {
    label: candidate.name,
    kind: kinds[candidate.kind],
    detail: detail.replaceAll(/[*`]/g, ''),
    ...(paragraphs.length === 0
      ? {}
      : { documentation: { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n') } }),
  };
}
