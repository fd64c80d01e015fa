/** Which facts of a case there can be: those whose `only if`, and that of the records around them, is not no. */
import type { Field } from '@proviso/compiler/plan';
import type { Assignment } from '../form/assignment.ts';
import { valuesUnder } from '../form/assignment.ts';
import type { NodeId } from '../form/form.ts';
import type { Instance } from './instances.ts';
import { asNode } from './terms.ts';
import type { Translation } from './translator.ts';
import { pathOf, type Step } from './variables.ts';

/** A place of the case, and the condition under which it exists. */
export interface Existence {
  readonly at: readonly Step[];
  readonly field: Field;
  readonly exists: NodeId;
}

const known = new WeakMap<Translation, readonly Existence[]>();

/** Every place of the vocabulary up to the bounds, records and lists before what they hold. */
export function existenceOf(translation: Translation): readonly Existence[] {
  const found = known.get(translation) ?? places(translation);
  known.set(translation, found);
  return found;
}

function places(translation: Translation): readonly Existence[] {
  const { form, layout } = translation;
  const visit = (holder: Instance, around: NodeId, outer: readonly string[]): readonly Existence[] =>
    layout.fieldsOf(holder.record).flatMap((field) => {
      const { name, type, onlyIf } = field;
      const self = new Map([['self', holder]]);
      const exists =
        onlyIf === undefined
          ? around
          : form.and([around, asNode(translation.expression(onlyIf, self).value)]);
      const here = { at: [...holder.at, name], field, exists };
      if (type.kind !== 'record' && type.kind !== 'list') return [here];
      const record = type.kind === 'record' ? type.name : type.of;
      if (outer.includes(record)) return [here];
      const inner = [...outer, record];
      if (type.kind === 'record') return [here, ...visit(layout.within(holder, name), exists, inner)];
      const elements = layout.elements(holder, name);
      return [here, ...elements.flatMap((each) => visit(each, form.and([exists, each.present]), inner))];
    });
  return visit(layout.whole, form.yes, []);
}

/** The assignment without the facts that, as it stands, there cannot be: to give them would be an error of the case. */
export function possibleOf(translation: Translation, assignment: Assignment): Assignment {
  const impossible = impossibleIn(translation, assignment);
  return new Map(
    [...assignment].filter(([id]) => {
      const meaning = translation.variables.meanings.get(id);
      return meaning === undefined || !('at' in meaning) || !impossible.has(pathOf(meaning.at));
    }),
  );
}

/** The paths of the facts that there cannot be in a case. */
export function impossibleIn(translation: Translation, assignment: Assignment): ReadonlySet<string> {
  const value = valuesUnder(translation.form, assignment);
  return new Set(
    existenceOf(translation)
      .filter(({ exists }) => value(exists) === false)
      .map(({ at }) => pathOf(at)),
  );
}
