/** From the interpreter's reasons to the published trace: plain JSON. */
import { type CiteInfo, type Day, formatDay, type Reason, type SourceInfo } from '@proviso/runtime';
import { assertNever } from '../6-plan/assert-never.ts';
import type { Plan } from '../6-plan/plan.ts';
import { sourceInfo } from '../6-plan/source-info.ts';
import type { Why } from './why.ts';
import { renderValue } from './values.ts';

/** Renders reasons, in order. */
export function renderReasons(plan: Plan, reasons: readonly Why[]): readonly Reason[] {
  return reasons.map((why) => renderReason(plan, why));
}

function renderReason(plan: Plan, why: Why): Reason {
  switch (why.kind) {
    case 'fact':
      return {
        kind: 'fact',
        path: why.path,
        value: renderValue(why.value, why.type),
        ...(why.member === undefined ? {} : { member: why.member }),
        input: why.field.kind,
      };
    case 'list':
      return { kind: 'list', path: why.path, complete: why.complete, length: why.length };
    case 'definition':
      return {
        kind: 'definition',
        name: why.id,
        ...(why.of === undefined ? {} : { of: why.of.path }),
        value: renderValue(why.value, why.type),
      };
    case 'step':
      return {
        kind: why.mark.kind,
        ...(why.mark.label === undefined ? {} : { label: why.mark.label }),
        ...(why.mark.certainty === undefined ? {} : { certainty: why.mark.certainty }),
        cites: citeInfos(plan, why.mark.cites),
        value: renderValue(why.value, why.type),
        because: renderReasons(plan, why.because),
      };
    case 'element':
      return {
        kind: 'element',
        path: why.path,
        value: renderValue(why.value, why.type),
        because: renderReasons(plan, why.because),
      };
    case 'law':
      return {
        kind: 'law',
        value: renderValue(why.value, { kind: 'yesno' }),
        on: renderValue(why.on, { kind: 'date' }).toString(),
        ...renderBounds(why.from, why.ceasing),
        because: renderReasons(plan, why.because),
      };
    case 'asOf':
      return { kind: 'asOf', value: formatDay(why.value) };
    case 'ambiguity':
      return { kind: 'ambiguity', ambiguity: why.ambiguity, reading: why.reading ?? 'unknown' };
    default:
      return assertNever(why);
  }
}

/** The dates of a law as ISO text; a bound that is null is absent. */
export function renderBounds(
  from: number | null,
  ceasing: number | null,
): { readonly from?: string; readonly ceasing?: string } {
  return {
    ...(from === null ? {} : { from: formatDay(from as Day) }),
    ...(ceasing === null ? {} : { ceasing: formatDay(ceasing as Day) }),
  };
}

/** Citations by their indexes in the plan. */
export function citeInfos(plan: Plan, cites: readonly number[]): readonly CiteInfo[] {
  return cites.map((i) => {
    const cite = plan.cites[i];
    if (cite === undefined) throw new Error(`the plan has no citation ${i}`);
    const secondary = plan.sources.some(({ name, basis }) => name === cite.source && basis === 'secondary');
    return {
      source: cite.source,
      pinpoint: cite.pinpoint,
      ...(cite.anchor === undefined ? {} : { anchor: cite.anchor }),
      ...(secondary ? { basis: 'secondary' } : {}),
    };
  });
}

/** What the assessment says of the sources of these names, in the plan's order. */
export function sourceInfos(plan: Plan, names: ReadonlySet<string>): Readonly<Record<string, SourceInfo>> {
  return Object.fromEntries(
    plan.sources
      .filter(({ name }) => names.has(name))
      .map((source) => [source.name, sourceInfo(source, plan.sources)]),
  );
}
