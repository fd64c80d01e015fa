import type { Define, Exception, ExceptionDecl, Limb, Name, Rule } from '../ast/ast.ts';
import type { StatementSymbol, Symbols } from './symbols.ts';

/** The labels of a statement and, under each, those of its exceptions. */
export interface LabelTree {
  /** Where it is first declared. */
  readonly name: Name;
  /** The same in other versions of the statement. */
  readonly again: readonly Name[];
  /** What it is the label of, where it is first declared. */
  readonly node: Limb | ExceptionDecl;
  readonly children: ReadonlyMap<string, LabelTree>;
}

interface Growing extends LabelTree {
  readonly children: Map<string, Growing>;
}

/** Labels by statement name, then by label. */
export type Labels = ReadonlyMap<string, ReadonlyMap<string, LabelTree>>;

/** Hears of a label that is used twice at one place. */
export type OnDuplicate = (second: Name, first: Name) => void;

/**
 * The labels of every statement: of its limbs and exceptions, in any of its versions, and the names of the exceptions
 * written elsewhere (`exception NAME to STATEMENT`).
 */
export function labelsOf(symbols: Symbols, onDuplicate: OnDuplicate): Labels {
  const labels = new Map<string, Map<string, Growing>>();
  for (const symbol of symbols.statements.values())
    labels.set(symbol.name, labelsOfStatement(symbol, onDuplicate));
  // The shallow targets first: an exception may be to one that is written further down.
  const shallowFirst = symbols.exceptions.toSorted(
    (a, b) => a.node.target.segments.length - b.node.target.segments.length,
  );
  for (const { node } of shallowFirst) {
    const [statement, ...path] = node.target.segments.map((segment) => segment.text);
    let siblings = statement === undefined ? undefined : labels.get(statement);
    for (const label of path) siblings = siblings?.get(label)?.children;
    if (siblings === undefined) continue;
    const first = siblings.get(node.name.text);
    if (first !== undefined) onDuplicate(node.name, first.name);
    else
      siblings.set(node.name.text, {
        name: node.name,
        again: [],
        node,
        children: exceptionLabels(node.exceptions, onDuplicate),
      });
  }
  return labels;
}

function labelsOfStatement(symbol: StatementSymbol, onDuplicate: OnDuplicate): Map<string, Growing> {
  const all = new Map<string, Growing>();
  for (const { node } of symbol.versions) {
    addAll(all, labelsOfVersion(node, onDuplicate));
  }
  return all;
}

/** The same label in two versions is one label. */
function addAll(all: Map<string, Growing>, others: ReadonlyMap<string, Growing>): void {
  for (const [label, tree] of others) {
    const known = all.get(label);
    if (known === undefined) all.set(label, tree);
    else {
      addAll(known.children, tree.children);
      all.set(label, { ...known, again: [...known.again, tree.name, ...tree.again] });
    }
  }
}

function labelsOfVersion(node: Define | Rule, onDuplicate: OnDuplicate): Map<string, Growing> {
  const labels = exceptionLabels(node.exceptions, onDuplicate);
  if (node.kind === 'define') {
    for (const limb of [...node.requires, ...node.includes, ...node.means])
      add(labels, limb, new Map(), onDuplicate);
  }
  return labels;
}

function exceptionLabels(exceptions: readonly Exception[], onDuplicate: OnDuplicate): Map<string, Growing> {
  const labels = new Map<string, Growing>();
  for (const exception of exceptions) {
    add(labels, exception, exceptionLabels(exception.exceptions, onDuplicate), onDuplicate);
  }
  return labels;
}

function add(
  labels: Map<string, Growing>,
  limb: Limb,
  children: Map<string, Growing>,
  onDuplicate: OnDuplicate,
): void {
  if (limb.label === undefined) return;
  const first = labels.get(limb.label.text);
  if (first === undefined) labels.set(limb.label.text, { name: limb.label, again: [], node: limb, children });
  else onDuplicate(limb.label, first.name);
}
