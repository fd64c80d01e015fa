/** The factors of judgements: facts that a person weighs, which are asked and recorded and decide nothing by themselves. */
import type { Field } from '@proviso/compiler/plan';

/** The paths of the factors of a judgement at `path`; those of its own instance stand beside it. */
export function factorPaths({ consider = [] }: Pick<Field, 'consider'>, path: string): readonly string[] {
  const instance = path.slice(0, path.lastIndexOf('.') + 1);
  return consider.map((factor) =>
    factor.startsWith('self.') ? `${instance}${factor.slice('self.'.length)}` : factor,
  );
}
