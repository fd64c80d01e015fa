/** Where in the policy the words are that a mutant edits. */
import type { CompiledPack } from '@proviso/compiler';
import type { Mutant } from '@proviso/verify';
import type { PackSource } from '../pack/load-pack.ts';

type Program = CompiledPack['program'];
type Span = Program['pack']['span'];

/** `calls.policy:88`: the line of the innermost label around the edit, else that of the statement, fact or ambiguity. */
export function placesIn(program: Program, source: PackSource): (mutant: Mutant) => string | undefined {
  return ({ subject, labels }) => {
    const span = spanOf(program, subject, labels);
    if (span === undefined) return undefined;
    const before = (source.files.get(span.file) ?? '').slice(0, span.start);
    return `${source.prefix}${span.file}:${before.split(/\r\n|\r|\n/).length}`;
  };
}

function spanOf(program: Program, subject: string, labels: readonly string[]): Span | undefined {
  const statement = program.statements.get(subject);
  if (statement === undefined) {
    const [record = '', field] = subject.split('.');
    return field === undefined
      ? (program.facts.get(subject) ?? program.ambiguities.get(subject))?.span
      : program.records.get(record)?.fields.find(({ name }) => name.text === field)?.span;
  }
  const dated = statement.versions.find(({ law }) => labels.includes(`${subject}@${law.from?.iso ?? ''}`));
  const version = dated ?? statement.versions.at(-1);
  if (version === undefined) return undefined;
  const { node } = version;
  const limbs = node.kind === 'define' ? [...node.requires, ...node.includes, ...node.means] : [];
  const marked: readonly Labelled[] = [
    ...limbs,
    ...node.exceptions,
    ...version.exceptions.map(({ node: { name, span, exceptions } }) => ({ label: name, span, exceptions })),
  ];
  return spanOfLabel(marked, labels) ?? node.name.span;
}

interface Labelled {
  readonly label?: { readonly text: string };
  readonly span: Span;
  readonly exceptions?: readonly Labelled[];
}

/** The span of the innermost of these labels. */
function spanOfLabel(all: readonly Labelled[], labels: readonly string[]): Span | undefined {
  for (const { label, span, exceptions } of all) {
    const within = spanOfLabel(exceptions ?? [], labels);
    if (within !== undefined) return within;
    if (label !== undefined && labels.includes(label.text)) return span;
  }
  return undefined;
}
