/** The function that finds what is wrong with a case of well-formed facts: `only if` conditions and constraints. */
import { assessExpr } from './assess-expr.ts';
import type { Context } from './assess-node.ts';
import type { AssessModule } from './assess-module.ts';
import { registry } from './assess-read.ts';
import { statementOf } from '../../6-plan/ids.ts';
import { type Property, locate } from './inside.ts';
import { hardline, indent, join, list, marked } from './layout.ts';
import type { Expr, Field } from '../../6-plan/plan.ts';
import { quote } from './spelling.ts';
import { parameters } from './unused.ts';
import { typed } from './erasable.ts';

/**
 * Writes `check`; undefined where the goal has nothing to check. `unknown` names the array of a record's instances where
 * nothing is known of any, if that is one array.
 */
export function checkFunction(
  module: AssessModule,
  readings: boolean,
  unknown?: (record: string) => string,
): { readonly text: string; readonly params: readonly string[] } | undefined {
  const { onlyIf, constraints } = module.inside.slice.parts;
  if (onlyIf.length + constraints.length === 0) return undefined;
  const params = [
    typed('facts', 'Inside'),
    typed('asOf', module.type('Day')),
    ...(readings ? [typed('readings', 'Readings')] : []),
    typed('problems', `${module.type('FactProblem')}[]`),
  ];
  const body = module.statements(() => {
    for (const record of new Set(onlyIf.map((each) => each.record))) {
      const fields = onlyIf.flatMap((each) => (each.record === record ? [each.field] : []));
      const write = (): void =>
        each(module, record, 'self', (context, at) => {
          for (const field of fields) onlyIfOf(field, record ?? '', context, at);
        });
      // Of a record of which nothing is given, there is no fact that ought not to be.
      if (record === null || unknown === undefined) write();
      else module.block(`if (facts.${registry(record)} !== ${unknown(record)})`, write);
    }
    if (onlyIf.length > 0) module.emit([module.call('sortProblems', 'problems', 'goal'), ';']);
    for (const { name, param, expr } of constraints) {
      each(module, param?.record ?? null, param?.name ?? '', (context, at) => {
        const value = assessExpr(expr, context).value;
        module.block(`if (${value} === 0)`, () => {
          module.emit([
            `problems.push(`,
            module.call('constraintProblem', quote(name), param === undefined ? `''` : `${at}.path`),
            ');',
          ]);
        });
      });
    }
  });
  const text = marked([
    list('function check(', parameters(params, join(body, hardline)), `${typed(')', 'void')} {`),
    indent(hardline, join(body, hardline)),
    hardline,
    '}',
  ]);
  return { text, params };
}

function each(
  module: AssessModule,
  record: string | null,
  variable: string,
  write: (context: Context, at: string) => void,
): void {
  const context: Context = {
    module,
    scope: new Map(),
    names: new Map(),
    statement: '',
    examine: false,
    write: assessExpr,
    reference: (e, outer) => inPlace(e.id, e.of, outer),
  };
  if (record === null) {
    // A block of its own, so that its names stay its own.
    write(context, 'facts');
    return;
  }
  // A goal that depends on no place of the record has no instances of it, whatever the case gives.
  if (!module.inside.ranged.includes(record)) return;
  const at = module.names.take(variable);
  module.block(`for (const ${at} of facts.${registry(record)})`, () =>
    write({ ...context, scope: new Map([[variable, record]]), names: new Map([[variable, at]]) }, at),
  );
}

/** Writes what is wrong where a field is given though its condition is no. */
function onlyIfOf({ name, onlyIf }: Field, record: string, context: Context, at: string): void {
  if (onlyIf === undefined) return;
  const { module } = context;
  const given = says(module, record, at, name);
  if (given.length === 0) return;
  const { value } = assessExpr(onlyIf, context);
  const path = record === '' ? quote(name) : `\`\${${at}.path}.${name}\``;
  module.block(`if (${value} === 0 && (${given.join(' || ')}))`, () => {
    module.emit([`problems.push(`, module.call('onlyIfProblem', path), ');']);
  });
}

/** A definition is written in place: conditions use few, and none is kept between them. */
function inPlace(
  id: string,
  of: Extract<Expr, { kind: 'ref' }>['of'],
  outer: Context,
): ReturnType<typeof assessExpr> {
  const definition = outer.module.inside.slice.definition(id);
  const { param } = definition;
  const statement = statementOf(id);
  if (param === undefined || of === undefined) {
    return assessExpr(definition.expr, { ...outer, statement, scope: new Map(), names: new Map() });
  }
  const at = locate(outer.module.inside, outer.scope, outer.names, of).js;
  return assessExpr(definition.expr, {
    ...outer,
    statement,
    scope: new Map([[param.name, param.record]]),
    names: new Map([[param.name, at]]),
  });
}

/** JavaScript conditions, any of which says that a field of an owner states that something exists. */
function says(module: AssessModule, record: string, at: string, name: string): readonly string[] {
  const { properties } = module.inside.owner(record);
  return properties
    .filter(({ steps }) => steps[0] === name)
    .flatMap((property) => saysProperty(module, property, `${at}.${property.name}`));
}

function saysProperty(module: AssessModule, { field, record }: Property, at: string): readonly string[] {
  switch (field.type.kind) {
    case 'yesno':
      return [`${at} !== 1`];
    case 'set':
      return [`${at}.includes(3)`];
    case 'list':
      return [`${at}.elements.length > 0`];
    case 'record':
      return module.inside
        .owner(record ?? '')
        .properties.flatMap((inner) => saysProperty(module, inner, `${at}.${inner.name}`));
    default:
      return [`${at} !== undefined`];
  }
}
