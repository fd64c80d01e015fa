/** `proviso assess … --why-not NAME`: why a definition, a rule or a part of one did not apply. */
import { loadPlan } from '@proviso/compiler/interpret';
import { labelNames, type LabelKind, statementNames, withLabel } from '@proviso/compiler/plan';
import { type Explanation, explainWhyNot, type WhyNotOptions } from '@proviso/explain';
import { type Assessment, closestName } from '@proviso/runtime';
import { UsageError } from '../exit.ts';
import { explainOptions } from './explanation.ts';
import type { UsablePack } from '../pack/compile-pack.ts';

/** What answers the question. */
export interface Asked {
  readonly pack: UsablePack;
  readonly name: string;
  readonly part: WhyNotOptions['part'];
}

const PARTS: Readonly<Record<LabelKind, NonNullable<WhyNotOptions['part']>['kind']>> = {
  requires: 'requirement',
  limb: 'ground',
  exception: 'exception',
};

/** The pack that answers for a name: itself, or for a label one that asks it. Throws `UsageError` where nothing bears the name. */
export function askedOf(pack: UsablePack, name: string): Asked {
  const statements = statementNames(pack.plan);
  if (statements.includes(name)) return { pack, name, part: undefined };
  const labelled = withLabel(pack.plan, name);
  if (labelled === undefined) {
    const meant = closestName(name, [...statements, ...labelNames(pack.plan)]);
    throw new UsageError(`nothing in the pack is named \`${name}\``, {
      help:
        meant === undefined
          ? 'give a definition, a rule, or a label such as `rule.exception`'
          : `did you mean \`${meant}\`?`,
    });
  }
  const { plan, statement, label, kind } = labelled;
  return {
    pack: { ...pack, plan, assess: loadPlan(plan).assess },
    name: labelled.name,
    part: { statement, label, kind: PARTS[kind] },
  };
}

/** The explanation of an assessment that answers it. */
export function whyNotOf(
  { pack, name, part }: Asked,
  assessment: Assessment,
  of: Parameters<typeof explainOptions>[2],
  how: Parameters<typeof explainOptions>[3],
): Explanation {
  return explainWhyNot(assessment, pack.phrases, name, {
    ...explainOptions(pack, assessment, of, how),
    ...(part === undefined ? {} : { part }),
  });
}
