/** What a screening tells of an assessment. */
import type { Assessment, Screening } from '@proviso/runtime';

/** The values and statuses of an assessment. */
export function withoutReasons({ asOf, verdict, definitions, rules }: Assessment): Screening {
  return {
    asOf,
    verdict,
    definitions: mapValues(definitions, (one) =>
      'instances' in one
        ? { ...one, instances: one.instances.map(({ of, value }) => ({ of, value })) }
        : one.value,
    ),
    rules: mapValues(rules, (one) =>
      'instances' in one
        ? { ...one, instances: one.instances.map(({ of, status }) => ({ of, value: status })) }
        : one.status,
    ),
  };
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
