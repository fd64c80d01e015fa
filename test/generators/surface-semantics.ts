/**
 * The values of every definition and the status of every rule, straight from the syntax as written and from
 * `docs/semantics.md`, sections 2 to 6: no binder, no types, no plan. What the compiler makes of a policy is compared with this.
 */
import type { JsonObject } from '@proviso/compiler/plan';
import type { PolicyFile } from '@proviso/language';
import { instancesOf, type SurfaceCase, type SurfaceRun } from './surface-case.ts';
import { readSurface, type SurfaceAmbiguity } from './surface-pack.ts';
import { aspect, define, refer, status } from './surface-statements.ts';
import { notYet, settled, type Value } from './surface-values.ts';

/** What the parts of an assessment are, by name and instance: `definition1`, `rule2 items[0]`. */
export interface SurfaceAnswers {
  readonly values: ReadonlyMap<string, string | number>;
  readonly due: ReadonlyMap<string, string>;
  readonly verdict: string;
}

/** A pack whose cases can be evaluated from its syntax. */
export interface Surface {
  readonly ambiguities: ReadonlyMap<string, SurfaceAmbiguity>;
  readonly evaluate: (facts: JsonObject, run: SurfaceRun) => SurfaceAnswers;
}

/** Reads the files of a pack. */
export function surfaceOf(files: readonly PolicyFile[]): Surface {
  const pack = readSurface(files);
  return {
    ambiguities: pack.ambiguities,
    evaluate: (data, run) => {
      const c: SurfaceCase = {
        pack,
        run,
        theCase: { path: '', record: null, data },
        refer: (name, words, of) => refer(c, name, words, of),
        memo: new Map(),
      };
      return answers(c);
    },
  };
}

/** One value for each instance that a parameterised statement is asked of. */
function answers(c: SurfaceCase): SurfaceAnswers {
  const values = new Map<string, string | number>();
  const due = new Map<string, string>();
  const duties: (string | number)[] = [];
  for (const [name, versions] of c.pack.statements) {
    const { node } = versions[0]!;
    const { found, open } =
      node.param === undefined ? { found: [undefined], open: false } : instancesOf(c, node.param.record.text);
    for (const instance of found) {
      const key = instance === undefined ? name : `${name} ${instance.path}`;
      const value = shown(
        node.kind === 'define' ? settled(define(c, name, instance)) : status(c, name, instance),
      );
      values.set(key, node.kind === 'rule' && value === 'unknown' ? 'undetermined' : value);
      if (
        node.kind === 'rule' &&
        versions.some((one) => one.node.kind === 'rule' && one.node.due !== undefined)
      ) {
        const on = settled(aspect(c, name, 'due', instance));
        if (on !== undefined) due.set(key, String(shown(on)));
      }
      if (node.kind === 'rule' && node.modal.startsWith('must')) duties.push(values.get(key)!);
    }
    if (open && node.kind === 'rule' && node.modal.startsWith('must')) duties.push('undetermined');
  }
  const verdict = duties.includes('breached')
    ? 'breachFound'
    : duties.includes('undetermined')
      ? 'undetermined'
      : 'noBreachFound';
  return { values, due, verdict };
}

/** A value as an assessment shows it. */
function shown(value: Value): string | number {
  switch (typeof value) {
    case 'undefined':
      return 'unknown';
    case 'boolean':
      return value ? 'yes' : 'no';
    case 'bigint':
      return inWhole(value);
    case 'object':
      return `P${value.months}M${value.days}D`;
    default:
      return value === notYet ? 'notYet' : value;
  }
}

/** A number of billionths, which may be more than a double holds, as the number nearest to it. */
function inWhole(billionths: bigint): number {
  const digits = String(billionths < 0n ? -billionths : billionths).padStart(10, '0');
  return Number(`${billionths < 0n ? '-' : ''}${digits.slice(0, -9)}.${digits.slice(-9)}`);
}
