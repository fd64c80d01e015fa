/** How often each construct of the language occurs in some files: by kind of node, by clause, by word, by what a name stands for. */
import type { PolicyFile } from '@proviso/language';
import type { CompiledPack } from '@proviso/compiler';

/** The keys whose word makes a construct of its own: `compare.op=<=`, `rule.modal=must not`. */
const words: ReadonlySet<string> = new Set([
  'op',
  'which',
  'unit',
  'negated',
  'input',
  'modal',
  'direction',
  'atLeast',
  'isDefault',
  'fixed',
  'places',
]);

/** Adds the constructs of a pack to the counts. */
export function countConstructs(
  counts: Map<string, number>,
  files: readonly PolicyFile[],
  { program }: CompiledPack,
): void {
  const count = (construct: string): void => {
    counts.set(construct, (counts.get(construct) ?? 0) + 1);
  };
  const visit = (value: unknown, within: string): void => {
    if (Array.isArray(value)) {
      for (const each of value) visit(each, within);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const node = value as Readonly<Record<string, unknown>>;
    const kind = typeof node['kind'] === 'string' ? node['kind'] : undefined;
    const name = kind ?? within;
    if (kind !== undefined) count(kind);
    if (kind === 'given' && node['value'] === undefined) count('given.forget');
    if (kind === 'goal' && Array.isArray(node['answers']) && node['answers'].length === 0)
      count('goal of its own name');
    if (kind === 'table' && Array.isArray(node['inputs']) && node['inputs'].length > 1)
      count('table of several inputs');
    if (kind === 'certainty') count(`certainty ${String(node['text'])}`);
    for (const [key, part] of Object.entries(node)) {
      if (key === 'span' || key === 'kind') continue;
      // A unit is a word of a duration, and a text of a number.
      if (words.has(key) && (typeof part !== 'object' || part === null))
        count(`${name}.${key}=${String(part)}`);
      else if (key === 'quantity') count(`${name}.${(part as { readonly kind: string }).kind}`);
      else if (Array.isArray(part) ? part.length > 0 : part !== undefined) count(`${name}.${key}`);
      visit(part, `${name}.${key}`);
    }
  };
  for (const file of files) visit(file, 'file');
  if (files.length > 1) count('several files');
  for (const resolution of program.resolutions.values()) {
    const of = 'of' in resolution && resolution.of !== undefined ? ' of an instance' : '';
    if (resolution.kind === 'aspect') count(`name of ${resolution.aspect}${of}`);
    else if (resolution.kind === 'label')
      count(`name of ${resolution.labels.length > 1 ? 'a nested label' : 'a label'}${of}`);
    else count(`name of ${resolution.kind}${of}`);
  }
  for (const statement of program.statements.values()) {
    if (statement.versions.length > 1) count(`versions of a ${statement.kind}`);
    for (const version of statement.versions) {
      if (version.exceptions.length > 0) count('exception elsewhere');
      if (version.permissions.length > 0) count(`despite a ${statement.kind}`);
      if (version.sections.length > 1) count('section in a section');
    }
  }
}
