/**
 * Results that depend on a few yes/no values and nothing else are made once for each combination of these, and shared by
 * every assessment from then on: most of an assessment's time would go into making the same objects again.
 */
import type { Expr } from '../../6-plan/plan.ts';
import { isConstant } from './fold.ts';
import type { AssessModule } from './assess-module.ts';
import { locate } from './inside.ts';
import type { Doc } from './layout.ts';
import { partsOf } from './parts.ts';
import { identifier } from './spelling.ts';
import { typeOnly } from './erasable.ts';

/** The most values that a table is made for: 3 to their power is its size. */
const maxLeaves = 6;

/** What a reference leads to: the value of a visible definition, or the expression of a hidden one. */
export type Referred = { readonly value: string } | { readonly expr: Expr } | undefined;

/**
 * JavaScript for the truths on which an expression and its trace depend; undefined where there is anything else in it, or
 * more of them than a table is worth.
 */
export function leavesOf(
  e: Expr,
  module: AssessModule,
  refer: (ref: Extract<Expr, { kind: 'ref' }>) => Referred,
): readonly string[] | undefined {
  const leaves = new Set<string>();
  return collect(e, leaves) && leaves.size > 0 && leaves.size <= maxLeaves ? [...leaves] : undefined;

  function collect(part: Expr, into: Set<string>): boolean {
    switch (part.kind) {
      case 'literal':
        return true;
      case 'fact':
      case 'has':
        return collectFact(part, into);
      case 'ref': {
        const referred = refer(part);
        if (referred === undefined) return false;
        if ('expr' in referred) return collect(referred.expr, into);
        if (!isConstant(referred.value)) into.add(referred.value);
        return true;
      }
      case 'not':
      case 'mark':
        return collect(part.of, into);
      case 'atLeast':
        return part.of.every((operand) => collect(operand, into));
      case 'eq':
        return part.on === 'yesno' && collect(part.left, into) && collect(part.right, into);
      case 'case':
        return (
          part.branches.every(({ when, then }) => collect(when, into) && collect(then, into)) &&
          collect(part.otherwise, into)
        );
      default:
        return false;
    }
  }

  function collectFact(part: Extract<Expr, { kind: 'fact' | 'has' }>, into: Set<string>): boolean {
    if (part.at.base !== null || (part.kind === 'fact' && part.type.kind !== 'yesno')) return false;
    const at = locate(module.inside, new Map(), new Map(), part.at);
    if (at.fixed === undefined) return false;
    if (part.kind === 'fact') into.add(at.js);
    else {
      const type = at.field?.type;
      const of = module.inside.slice.plan.enums.find(({ name }) => type?.kind === 'set' && name === type.of);
      into.add(`(${at.js}[${of?.members.indexOf(part.member) ?? -1}] ?? 1)`);
    }
    return true;
  }
}

/** Bits of a small integer: as many facts, results and sources as sums over shared results hold. */
const maxBits = 30;
/** A need is kept for every set of answers that it may serve. */
const maxAnswers = 6;

/**
 * Shares every result of a goal where all are of this kind: all that an assessment tells as a whole is then summed up from
 * bits kept beside the results.
 */
export function shareAll(module: AssessModule): void {
  if (!isAllShared(module)) return;
  const { slice } = module.inside;
  const visible = slice.definitions.flatMap((each) => (each.visible ? [each.id] : []));
  module.shared = {
    constant: module.names.take('shared'),
    results: [...visible, ...slice.rules.map(({ name }) => name)],
  };
}

function isAllShared({ inside }: AssessModule): boolean {
  const { slice, instanced } = inside;
  const statuses = new Map(slice.rules.map(({ status, due }) => [status, due]));
  const results = slice.definitions.filter(({ id, visible }) => visible || statuses.has(id));
  return (
    instanced.length === 0 &&
    slice.parts.ambiguities.length === 0 &&
    !slice.parts.assumes &&
    inside.owner('').properties.length <= maxBits &&
    results.length <= maxBits &&
    slice.plan.sources.length <= maxBits &&
    slice.goal.answers.length <= maxAnswers &&
    slice.definitions.every(({ id, visible, type, param, expr }) => {
      if (param !== undefined) return false;
      if (visible && type.kind !== 'yesno') return false;
      return statuses.get(id) === undefined && isOfTruths(expr);
    })
  );
}

/** Whether nothing but truths is in an expression; references are to others of which the same is asked. */
function isOfTruths(e: Expr): boolean {
  for (const part of partsOf(e)) {
    if (part.kind === 'inForce' || part.kind === 'asOf' || part.kind === 'reading') return false;
    if (part.kind === 'fact' && (part.type.kind !== 'yesno' || part.at.base !== null)) return false;
  }
  return true;
}

/** Writes a result that is looked up by its leaves and made where it is new; gives its name. */
export function sharedResult(
  id: string,
  type: 'Result' | 'RuleResult',
  leaves: readonly string[],
  make: () => Doc,
  module: AssessModule,
): string {
  const size = 3 ** leaves.length;
  const { shared } = module;
  const held = shared === undefined ? module.type(type) : `${module.type('Shared')}<${module.type(type)}>`;
  const table = module.ownConstant(
    `${identifier(id)} results`,
    `/* @__PURE__ */ ${module.use('resultTable')}${typeOnly(`<${held}>`)}(${size})`,
  );
  const digits = leaves.map((leaf, at) => {
    const digit = `${module.use('truthDigit')}(${leaf})`;
    return at === 0 ? digit : `${3 ** at} * ${digit}`;
  });
  const place = module.local(`${identifier(id)} place`, digits.join(' + '));
  const name = module.names.take(identifier(id));
  let kept: Doc = '';
  const before = module.statements(() => {
    const made = make();
    kept =
      shared === undefined ? module.call('shareResult', made) : module.call('share', shared.constant, made);
  });
  if (before.length === 0) {
    module.emit([`const ${name} = (${table}[${place}] ??= `, kept, ');']);
    return name;
  }
  module.emit(`let ${name} = ${table}[${place}];`);
  module.block(`if (${name} === undefined)`, () => {
    for (const statement of before) module.emit(statement);
    module.emit([`${name} = ${table}[${place}] = `, kept, ';']);
  });
  return name;
}
