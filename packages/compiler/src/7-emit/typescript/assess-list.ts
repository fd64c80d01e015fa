/** Quantifiers and extremes over lists on any facts. */
import { type Context, date, type Node, reasonsOf, rendered, yesno } from './assess-node.ts';
import type { Of } from './parts.ts';
import { locate, type Located } from './inside.ts';
import { type Doc, group, indent, line, list } from './layout.ts';
import { typed } from './erasable.ts';

type Quantified = Of<'atLeastIn'> | Of<'extremeIn'>;

/** Writes a loop over the elements of a list. */
function loop(e: Quantified, context: Context, each: (node: Node, name: string) => void): void {
  const { module } = context;
  const name = module.names.take(e.as);
  const { written: _outside, ...within } = context;
  const inner: Context = {
    ...within,
    scope: new Map([...context.scope, [e.as, listOf(e, context).record]]),
    names: new Map([...context.names, [e.as, name]]),
  };
  module.block(`for (const ${name} of ${listOf(e, context).js}.elements)`, () =>
    each(context.write(e.of, inner), name),
  );
}

function listOf(e: Quantified, { module, scope, names }: Context): Located {
  return locate(module.inside, scope, names, e.in);
}

/**
 * The reasons of a quantifier: a step for each element whose value is the whole's, in a second loop, since the whole is known
 * after the first; and what `said` says of the list itself.
 */
function reasonsOfList(
  e: Quantified,
  whole: string,
  said: () => readonly Doc[],
  context: Context,
): Node['reasons'] {
  const { module } = context;
  const steps = module.names.take(`${e.as} steps`);
  const next = module.names.take('next');
  const write = (): void => {
    module.emit([`const ${steps} = `, module.call('stepsFor', listOf(e, context).js), ';']);
    module.emit(`let ${next} = 0;`);
    // What the first loop has examined is not examined again.
    loop(e, { ...context, examine: false }, (node, name) => {
      module.block(`if (${node.value} === ${whole})`, () => {
        const fields = [
          "kind: 'element'",
          `path: ${name}.path`,
          ['value: ', rendered(node, module)],
          ['because: ', reasonsOf(node, module)],
        ];
        module.emit(list(`${steps}[${next}++] = {`, fields, '};', line));
      });
    });
  };
  return () => {
    if (module.isNew(steps)) write();
    return [{ when: 'true', reason: module.call('elementReasons', steps, next, ...said()), many: true }];
  };
}

/** Writes the value of a quantifier. */
export function atLeastInOf(e: Of<'atLeastIn'>, context: Context, hint: string | undefined): Node {
  const { module } = context;
  const yes = module.names.take('yes');
  const possible = module.names.take('possible');
  module.emit(`let ${yes} = 0;`);
  module.emit(`let ${possible} = 0;`);
  loop(e, { ...context, untraced: true }, ({ value }) => {
    module.emit(`${yes} += ${value} >> 1;`);
    module.emit(`${possible} += ${value} & 1;`);
  });
  const { js, text } = listOf(e, context);
  const value = module.local(
    hint ?? 'enough',
    module.call('truthOfCount', String(e.n), yes, `${js}.complete ? ${possible} : Infinity`),
  );
  const open = `(${value} === 0 || (${value} === 1 && !${js}.complete)) &&`;
  const said = (): readonly Doc[] => [group(open, indent(line, module.call('listReason', text, js)))];
  return { value, type: yesno, reasons: reasonsOfList(e, value, said, context) };
}

/** Writes the value of an extreme over a list. */
export function extremeInOf(e: Of<'extremeIn'>, context: Context): Node {
  const { module } = context;
  const [start, fold] = e.which === 'earliest' ? ['notYet', 'earlier'] : ['beforeAll', 'later'];
  const value = module.names.take(e.which);
  module.emit(`let ${typed(value, `${module.type('Day')} | undefined`)} = ${module.use(start)};`);
  loop(e, { ...context, untraced: true }, (node) => {
    module.emit([`${value} = `, module.call(fold, value, node.value), ';']);
  });
  const { js, text } = listOf(e, context);
  module.emit([`if (!${js}.complete) ${value} = `, module.call(fold, value, 'undefined'), ';']);
  const said = (): readonly Doc[] => {
    const list = module.call('listReason', text, js);
    return [
      group(`${value} === undefined && !${js}.complete &&`, indent(line, list)),
      group(`${value} !== undefined &&`, indent(line, list)),
    ];
  };
  return { value, type: date, reasons: reasonsOfList(e, value, said, context) };
}
