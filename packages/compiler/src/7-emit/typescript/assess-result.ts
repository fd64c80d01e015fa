/** The results of definitions and rules as object literals. */
import type { Definition, Rule } from '../../6-plan/plan.ts';
import { statesCertainty } from './assess-counts.ts';
import type { AssessModule } from './assess-module.ts';
import { becauseOf, type Node, rendered } from './assess-node.ts';
import { type Doc, group, indent, line, list } from './layout.ts';
import { quote } from './spelling.ts';

/** JavaScript for a result, with the source's own certainty where some limb of the definition states one. */
function resultOf(definition: Definition, fields: readonly Doc[], module: AssessModule): Doc {
  const result = list('{', fields, '}', line);
  return statesCertainty(definition, module.inside.slice) ? module.call('withCertainty', result) : result;
}

/** JavaScript for the result of a definition. */
export function definitionResult(
  definition: Definition,
  node: Node,
  because: Doc,
  more: readonly string[],
  module: AssessModule,
): Doc {
  const open = definition.open === true ? ['open: true'] : [];
  const fields = [...more, `value: ${rendered(node, module)}`, ...open, becauseOf(because)];
  return resultOf(definition, fields, module);
}

/** JavaScript for the result of a rule whose status has been written. */
export function ruleResult(
  rule: Rule,
  more: readonly string[],
  status: string,
  because: Doc,
  dueOn: Pick<Node, 'value' | 'type' | 'text'> | undefined,
  module: AssessModule,
): Doc {
  const head: Doc[] = [
    ...more,
    `modality: ${quote(rule.modality)}`,
    ...(rule.as === undefined ? [] : [`as: ${quote(rule.as)}`]),
    `bearer: ${quote(rule.bearer)}`,
    `status: ${status.startsWith("'") ? status : `${status} ?? 'undetermined'`}`,
  ];
  const definition = module.inside.slice.definition(rule.status);
  if (dueOn === undefined) return resultOf(definition, [...head, becauseOf(because)], module);
  // Two literals: a spread of what may be nothing takes several times as long.
  const said = becauseOf(module.local('because', because));
  const dated = [...head, `dueOn: ${rendered(dueOn, module)}`, said];
  return group(
    `${dueOn.value} === undefined`,
    indent(line, ['? ', resultOf(definition, [...head, said], module)], line, [
      ': ',
      resultOf(definition, dated, module),
    ]),
  );
}
