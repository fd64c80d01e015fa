/** The plan that a mutant stands for. */
import type { Variant } from '@proviso/compiler/interpret';
import { type Plan, slicerOf } from '@proviso/compiler/plan';
import type { Mutant } from './mutants.ts';

/** The plan with the change made, its goals as they were sliced before: enough to evaluate single results. */
export function variantOf(plan: Plan, { change }: Pick<Mutant, 'change'>): Variant {
  const { definitions, modality, default: reading, assume } = change;
  const withAssumption = (record: string | null, fields: Plan['facts']): Plan['facts'] =>
    assume === undefined || assume.record !== record
      ? fields
      : fields.map((field) =>
          field.name === assume.field && field.assume !== undefined
            ? { ...field, assume: { ...field.assume, value: assume.value } }
            : field,
        );
  return {
    plan: {
      ...plan,
      facts: withAssumption(null, plan.facts),
      records: plan.records.map((record) => ({
        ...record,
        fields: withAssumption(record.name, record.fields),
      })),
      ambiguities: plan.ambiguities.map((ambiguity) =>
        ambiguity.name === reading?.ambiguity ? { ...ambiguity, default: reading.reading } : ambiguity,
      ),
      definitions: plan.definitions.map((definition) => {
        const expr = definitions.get(definition.id);
        return expr === undefined ? definition : { ...definition, expr };
      }),
      rules: plan.rules.map((rule) =>
        rule.name === modality?.rule ? { ...rule, modality: modality.modality } : rule,
      ),
    },
    definitions: [...definitions.keys()],
    ambiguities: reading === undefined ? [] : [reading.ambiguity],
    assumptions: assume !== undefined,
  };
}

/** The same whole: a plan that any back end takes, its goals sliced anew. */
export function mutatedPlan(original: Plan, mutant: Pick<Mutant, 'change'>): Plan {
  const { plan } = variantOf(original, mutant);
  const slice = slicerOf(plan);
  return {
    ...plan,
    goals: plan.goals.map(({ name, answers }) => ({ name, answers, ...slice(answers) })),
  };
}
