/** A provision as a graph for a layout library: the conclusion, what it needs, its grounds, its exceptions. */
import { humanise } from '@proviso/explain';
import type { Provision } from './provision/provision.ts';
import type { Clause } from './provision/outline.ts';

/** How deep and how wide a diagram goes: what is beyond is in the text beside it. */
const deepest = 3;
const widest = 12;

/** The graph in the DOT language. */
export function dotOf(provision: Provision): string {
  const lines: string[] = [];
  let count = 0;
  const node = (label: string, style: string): string => {
    const id = `n${count}`;
    count += 1;
    lines.push(`${id} [label=${quoted(wrapped(label))} ${style}]`);
    return id;
  };
  const visit = (clause: Clause, from: string, depth: number, edge: string): void => {
    const label = clause.label === undefined ? '' : `${humanise(clause.label)}: `;
    const id = node(`${label}${clause.text}`, clause.items === undefined ? LEAF : GROUP);
    lines.push(`${from} -> ${id}${edge}`);
    if (clause.items === undefined) return;
    if (depth >= deepest) {
      const more = node('…', GROUP);
      lines.push(`${id} -> ${more}`);
      return;
    }
    children(clause.items, id, depth + 1, '');
  };
  const children = (clauses: readonly Clause[], from: string, depth: number, edge: string): void => {
    for (const clause of clauses.slice(0, widest)) visit(clause, from, depth, edge);
    if (clauses.length > widest) {
      const more = node(`and ${clauses.length - widest} more`, GROUP);
      lines.push(`${from} -> ${more}${edge}`);
    }
  };
  const root = node(provision.says, ROOT);
  for (const { heading, clauses } of provision.parts) {
    const isException = /^(?:Yet not|It does not apply)/.test(heading);
    const part = node(heading, isException ? EXCEPTION : PART);
    lines.push(`${root} -> ${part}${isException ? ' [style=dashed]' : ''}`);
    children(clauses, part, 1, isException ? ' [style=dashed]' : '');
  }
  return `digraph {\nrankdir=LR bgcolor=transparent\nnode [fontname="Arial" fontsize=11 shape=box style=filled fillcolor=white color="#505a5f" margin="0.22,0.09"]\nedge [color="#505a5f" arrowsize=0.6]\n${lines.join('\n')}\n}`;
}

const ROOT = 'fillcolor="#1d70b8" fontcolor=white color="#1d70b8"';
const PART = 'fillcolor="#f3f2f1" style="filled,bold"';
const EXCEPTION = 'fillcolor="#fff7bf" style="filled,dashed"';
const GROUP = 'fillcolor="#f3f2f1" style="filled,rounded"';
const LEAF = '';

function wrapped(text: string): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length > 34) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
