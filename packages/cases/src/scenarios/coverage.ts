/**
 * What the scenarios exercise: each rule, definition, limb and exception that was decisive in at least one of them.
 *
 * A statement counts where some scenario settles it; a limb, an exception or a row where it is yes among the operative
 * reasons of some result. A row is told by its number; limbs without a label are told apart by their citations.
 */
import { checkPlanGiven, type Expr, type Mark, type Plan } from '@proviso/compiler/plan';
import type { Assessment, CiteInfo, Reason, Result, RuleResult } from '@proviso/runtime';
import { checkRuns } from '../given.ts';
import type { ScenarioRun } from './run-scenarios.ts';

/** One thing that can be exercised. */
export interface CoverageItem {
  readonly kind: 'rule' | 'definition' | 'limb' | 'exception' | 'row';
  readonly statement: string;
  readonly label?: string;
  /** The citation of what has no label. */
  readonly cite?: string;
  readonly covered: boolean;
}

/** The items, in source order. */
export interface Coverage {
  readonly items: readonly CoverageItem[];
}

const PARTS = ['limb', 'exception', 'row'] as const;
type PartKind = (typeof PARTS)[number];

/** Coverage of the plan by what was run. */
export function coverageOf(plan: Plan, runs: readonly ScenarioRun[]): Coverage {
  checkPlanGiven(plan);
  checkRuns(runs);
  const seen = new Set<string>();
  for (const { assessment } of runs) if (assessment !== undefined) exercise(assessment, seen);
  const parts = partsOf(plan);
  const items: CoverageItem[] = [];
  const add = (kind: 'rule' | 'definition', statement: string): void => {
    items.push({ kind, statement, covered: seen.has(key(kind, statement, '', '')) });
    for (const part of parts.get(statement)?.values() ?? []) {
      const { kind: partKind, label, cite } = part;
      items.push({
        kind: partKind,
        statement,
        ...(label === '' ? {} : { label }),
        ...(label === '' && cite !== '' ? { cite } : {}),
        covered: seen.has(key(partKind, statement, label, label === '' ? cite : '')),
      });
    }
  };
  for (const { id, visible } of plan.definitions) if (visible) add('definition', id);
  for (const { name } of plan.rules) add('rule', name);
  return { items };
}

interface Part {
  readonly kind: PartKind;
  readonly label: string;
  readonly cite: string;
}

function key(kind: string, statement: string, label: string, cite: string): string {
  return [kind, statement, label, cite].join('\n');
}

function isPart(kind: string): kind is PartKind {
  return (PARTS as readonly string[]).includes(kind);
}

/** The marked parts of each statement, those in its hidden definitions included. */
function partsOf(plan: Plan): ReadonlyMap<string, ReadonlyMap<string, Part>> {
  const all = new Map<string, Map<string, Part>>();
  for (const definition of plan.definitions) {
    const [statement = ''] = definition.id.split('.');
    const parts = all.get(statement) ?? new Map<string, Part>();
    all.set(statement, parts);
    for (const mark of marksIn(definition.expr)) {
      if (!isPart(mark.kind)) continue;
      const part = { kind: mark.kind, label: mark.label ?? '', cite: citeOf(mark, plan) };
      // What has neither label nor citation cannot be told from its neighbours.
      if (part.label === '' && part.cite === '') continue;
      parts.set(key(part.kind, '', part.label, part.label === '' ? part.cite : ''), part);
    }
  }
  return all;
}

function citeOf(mark: Mark, plan: Plan): string {
  return mark.cites.flatMap((i) => (plan.cites[i] === undefined ? [] : [citeText(plan.cites[i])])).join('; ');
}

function citeText(cite: Pick<CiteInfo, 'source' | 'pinpoint' | 'anchor'>): string {
  return `${cite.source} ${cite.pinpoint}${cite.anchor === undefined ? '' : ` "${cite.anchor}"`}`;
}

/** Every mark within an expression. Plans are plain JSON, so that a walk over it needs no list of its node kinds. */
function marksIn(expr: Expr): readonly Mark[] {
  const marks: Mark[] = [];
  const pending: unknown[] = [expr];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if ('kind' in node && node.kind === 'mark') marks.push((node as Expr & { readonly kind: 'mark' }).mark);
    pending.push(...Object.values(node).toReversed());
  }
  return marks;
}

function exercise(assessment: Assessment, seen: Set<string>): void {
  for (const [name, found] of Object.entries(assessment.definitions)) {
    for (const result of 'instances' in found ? found.instances : [found])
      exerciseResult('definition', name, result, result.value !== 'unknown', seen);
  }
  for (const [name, found] of Object.entries(assessment.rules)) {
    for (const result of 'instances' in found ? found.instances : [found])
      exerciseResult('rule', name, result, result.status !== 'undetermined', seen);
  }
}

function exerciseResult(
  kind: 'rule' | 'definition',
  name: string,
  result: Result | RuleResult,
  settled: boolean,
  seen: Set<string>,
): void {
  if (settled) seen.add(key(kind, name, '', ''));
  const visit = (reasons: readonly Reason[]): void => {
    for (const reason of reasons) {
      if ('cites' in reason && reason.value !== 'no' && reason.value !== 'unknown' && isPart(reason.kind)) {
        const label = reason.label ?? '';
        seen.add(key(reason.kind, name, label, label === '' ? reason.cites.map(citeText).join('; ') : ''));
      }
      if ('because' in reason) visit(reason.because);
    }
  };
  visit(result.because);
}
