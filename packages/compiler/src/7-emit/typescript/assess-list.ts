/** Quantifiers and extremes over lists on any facts. */
import type { AssessModule } from './assess-module.ts';
import { type Context, date, type Node, type Of, reasonsOf, rendered, yesno } from './assess-node.ts';
import { locate } from './inside.ts';
import { type Doc, group, indent, line, list } from './layout.ts';
import { typed } from './erasable.ts';

/** The elements of a list: their values and reasons, in arrays beside each other. */
function elementsOf(
  e: Of<'atLeastIn'> | Of<'extremeIn'>,
  context: Context,
  each: (node: Node) => void,
): { readonly list: string; readonly steps: string; readonly text: string } {
  const { module } = context;
  const at = locate(module.inside, context.scope, context.names, e.in);
  const traced = context.untraced !== true;
  const steps = traced ? module.names.take(`${e.as} steps`) : '';
  const name = module.names.take(e.as);
  const next = traced ? module.names.take('next') : '';
  if (traced) {
    module.emit([`const ${steps} = `, module.call('stepsFor', at.js), ';']);
    module.emit(`let ${next} = 0;`);
  }
  module.block(`for (const ${name} of ${at.js}.elements)`, () => {
    const { written: _outside, ...within } = context;
    const inner: Context = {
      ...within,
      scope: new Map([...context.scope, [e.as, at.record]]),
      names: new Map([...context.names, [e.as, name]]),
    };
    const node = context.write(e.of, inner);
    each(node);
    if (!traced) return;
    module.emit(
      list(
        `${steps}[${next}++] = {`,
        [
          "kind: 'element'",
          `path: ${name}.path`,
          ['value: ', rendered(node, module)],
          ['because: ', reasonsOf(node, module)],
        ],
        '};',
        line,
      ),
    );
  });
  return { list: at.js, steps, text: at.text };
}

function listReason(text: string, list: string, module: AssessModule): Doc {
  return module.call('listReason', text, list);
}

/** Writes the value of a quantifier. */
export function atLeastInOf(e: Of<'atLeastIn'>, context: Context, hint: string | undefined): Node {
  const { module } = context;
  const yes = module.names.take('yes');
  const possible = module.names.take('possible');
  module.emit(`let ${yes} = 0;`);
  module.emit(`let ${possible} = 0;`);
  const { list, steps, text } = elementsOf(e, context, ({ value }) => {
    module.emit(`${yes} += ${value} >> 1;`);
    module.emit(`${possible} += ${value} & 1;`);
  });
  const value = module.local(
    hint ?? 'enough',
    module.call('truthOfCount', String(e.n), yes, `${list}.complete ? ${possible} : Infinity`),
  );
  return {
    value,
    type: yesno,
    reasons: () => [
      {
        when: 'true',
        reason: module.call(
          'elementReasons',
          steps,
          `${module.use('truthWord')}(${value})`,
          group(
            `(${value} === 0 || (${value} === 1 && !${list}.complete)) &&`,
            indent(line, listReason(text, list, module)),
          ),
        ),
        many: true,
      },
    ],
  };
}

/** Writes the value of an extreme over a list. */
export function extremeInOf(e: Of<'extremeIn'>, context: Context): Node {
  const { module } = context;
  const [start, fold] = e.which === 'earliest' ? ['notYet', 'earlier'] : ['beforeAll', 'later'];
  const value = module.names.take(e.which);
  module.emit(`let ${typed(value, `${module.type('Day')} | undefined`)} = ${module.use(start)};`);
  const { list, steps, text } = elementsOf(e, context, (node) => {
    module.emit([`${value} = `, module.call(fold, value, node.value), ';']);
  });
  module.emit([`if (!${list}.complete) ${value} = `, module.call(fold, value, 'undefined'), ';']);
  return {
    value,
    type: date,
    reasons: () => [
      {
        when: 'true',
        reason: module.call(
          'elementReasons',
          steps,
          `${module.use('dayValue')}(${value})`,
          group(
            `${value} === undefined && !${list}.complete &&`,
            indent(line, listReason(text, list, module)),
          ),
          group(`${value} !== undefined &&`, indent(line, listReason(text, list, module))),
        ),
        many: true,
      },
    ],
  };
}
