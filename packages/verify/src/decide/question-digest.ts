/**
 * Digests of questions: alike for questions that ask the same of the same variables, whatever else their forms hold and in
 * which order their nodes were made.
 */
import { createHash } from 'node:crypto';
import { coneOf } from '../form/cone.ts';
import type { Form, NodeId } from '../form/form.ts';
import type { Question } from './prover.ts';

const known = new WeakMap<Form, string[]>();

/** The digest of a question, in hex. */
export function digestOfQuestion({ form, all }: Question): string {
  const digests = known.get(form) ?? [];
  known.set(form, digests);
  for (const id of coneOf(form, all)) digests[id] ??= hash(textOf(form, id, digests));
  return hash([...new Set(all.map((id) => digests[id] ?? ''))].toSorted(byText).join());
}

/** A node in terms of the digests of its parts; of those whose order means nothing, in the order of the digests. */
function textOf(form: Form, id: NodeId, digests: readonly string[]): string {
  const of = (part: NodeId): string => digests[part] ?? '';
  const sorted = (parts: readonly NodeId[]): string => parts.map(of).toSorted(byText).join();
  const node = form.node(id);
  switch (node.op) {
    case 'bool':
    case 'int':
      return `${node.op} ${node.value}`;
    case 'boolVar':
      return `${node.op} ${node.name}`;
    case 'intVar':
      return `${node.op} ${node.range.min} ${node.range.max} ${node.name}`;
    case 'not':
      return `not ${of(node.of)}`;
    case 'scale':
      return `scale ${node.by} ${of(node.of)}`;
    case 'and':
      return `and ${sorted(node.of)}`;
    case 'atLeast':
      return `atLeast ${node.n} ${sorted(node.of)}`;
    case 'iff':
    case 'eq':
    case 'add':
      return `${node.op} ${sorted([node.left, node.right])}`;
    case 'le':
      return `le ${of(node.left)} ${of(node.right)}`;
    case 'boolIte':
    case 'intIte':
      return `${node.op} ${of(node.when)} ${of(node.then)} ${of(node.otherwise)}`;
    case 'addMonths':
      return `addMonths ${of(node.date)} ${of(node.months)}`;
    default:
      return node satisfies never;
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
