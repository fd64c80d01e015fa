/** What is told of a name: what it is, the words of the policy for it, its citations. For editors; plain text throughout. */
import { assertNever } from '../assert-never.ts';
import type { Cite } from '../ast/ast.ts';
import { typeText } from '../format/clauses.ts';
import { checkNamed } from '../given.ts';
import { nameIn } from './find-names.ts';
import type { Named, NamedNode, PackNames } from './pack-names.ts';

/** Sentences of an author stand here as they were written: whoever shows them lets no mark in them mean anything. */
export interface NameTold {
  /** `definition`, `source`, …; of a fact how it comes to be known, as the policy declares it. */
  readonly what: string;
  /** With what it is part of: `Message.sentOn`. */
  readonly name: string;
  /** Of a fact. */
  readonly type?: string;
  /** How many dated versions it has; 1 for what has none. */
  readonly versions: number;
  /** Paragraphs: the words that the policy has for it, then its doc comment. */
  readonly words: readonly string[];
  /** `Data Protection Act 2018, s.13(1), “at the request of”`. */
  readonly cites: readonly string[];
}

/** Tells what a name is the name of. */
export function tellName(names: PackNames, named: Named): NameTold {
  checkNamed(names, named);
  const { kind, name, node, declared } = named;
  // Of a member of an enum the declaration is the enum's.
  const member =
    kind === 'member' && node?.kind === 'enum' ? node.members.find(({ text }) => text === name) : undefined;
  const doc = (member ?? node)?.doc ?? [];
  const words = member === undefined ? wordsOf(node) : [member.words?.value];
  return {
    what: node?.kind === 'fact' ? node.input : kind,
    name: nameIn(named),
    ...(node?.kind === 'fact' && node.type !== undefined ? { type: typeText(node.type) } : {}),
    versions: kind === 'label' ? 1 : declared.length,
    words: [...words.filter((each) => each !== undefined), ...(doc.length === 0 ? [] : [doc.join('\n')])],
    cites: node !== undefined && 'cites' in node ? node.cites.map((cite) => citeText(names, cite)) : [],
  };
}

function wordsOf(node: NamedNode | undefined): readonly (string | undefined)[] {
  switch (node?.kind) {
    case undefined:
      return [];
    case 'fact':
      return [node.ask?.value, node.help?.value];
    case 'record':
    case 'source':
    case 'bearer':
    case 'goal':
    case 'ambiguity':
      return [node.title?.value];
    case 'enum':
      return [node.members.map(({ text }) => text).join(', ')];
    case 'define':
    case 'limb':
    case 'exceptionDecl':
      return [node.say?.value];
    case 'rule':
      return [`${node.bearer?.text ?? ''} ${node.modal}: ${node.act.value}`.trim()];
    case 'readingDecl':
      return [`${node.text.value}${node.isDefault ? ' (the reading taken where none is named)' : ''}`];
    case 'constraint':
    case 'invariant':
      return [node.because?.value];
    default:
      return assertNever(node);
  }
}

/** A citation, with the source by its title. */
function citeText(names: PackNames, { source, pinpoint, anchor }: Cite): string {
  const node = names.all.find(({ kind, name }) => kind === 'source' && name === source.text)?.node;
  const title = node?.kind === 'source' ? (node.short?.value ?? node.title.value) : source.text;
  return `${title}, ${pinpoint}${anchor === undefined ? '' : `, “${anchor.value}”`}`;
}
