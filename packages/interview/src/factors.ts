/** The factors of judgements: facts that a person weighs, which are asked and recorded and decide nothing by themselves. */
import { checkPath } from './given.ts';
import { checkKeyed } from '@proviso/runtime';
import type { Field } from '@proviso/compiler/plan';

/** The paths of the factors of a judgement at `path`; those of its own instance stand beside it. */
export function factorPaths(field: Pick<Field, 'consider'>, path: string): readonly string[] {
  checkKeyed(field, 'a fact of a plan');
  checkPath(path);
  const { consider = [] } = field;
  const instance = path.slice(0, path.lastIndexOf('.') + 1);
  return consider.map((factor) =>
    factor.startsWith('self.') ? `${instance}${factor.slice('self.'.length)}` : factor,
  );
}
