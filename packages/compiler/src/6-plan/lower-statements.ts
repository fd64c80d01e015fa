/** Statements, version by version, to definitions and rules of the plan. */
import type { Owner } from './bounds.ts';
import { type Context, planType } from './context.ts';
import { literal } from './expr.ts';
import { aspectId, labelId } from './ids.ts';
import { lowerLabel } from './labels.ts';
import { type Dated, overVersions, versionsOf } from './law.ts';
import { isOpen, lowerDefine } from './lower-define.ts';
import {
  aspectStep,
  breachedOf,
  lowerApplies,
  lowerDue,
  lowerLate,
  lowerMet,
  modalityOf,
  statusOf,
} from './lower-rule.ts';
import type { Definition, Expr, Path, Rule, Version } from './plan.ts';
import { substitute } from './substitute.ts';
import type {
  AstDefine,
  AstException,
  AstExceptionDecl,
  AstLimb,
  AstRule,
  AstType,
  Program,
  StatementVersion,
} from './syntax.ts';
import type { Wanted } from './wanted.ts';

type AnyVersion = StatementVersion<AstDefine> | StatementVersion<AstRule>;
type Statement = Program['statements'] extends ReadonlyMap<string, infer S> ? S : never;
type Param = NonNullable<Definition['param']>;

/** Adds the definitions of one statement to the context; gives its rule, where it is one. */
export function lowerStatement(statement: Statement, wanted: Wanted, context: Context): Rule | undefined {
  const param = paramOf(statement.versions);
  const type: AstType = statement.kind === 'define' ? statement.type : { kind: 'yesno' };
  for (const chain of wanted.labels.get(statement.name) ?? []) {
    const lower = (owner: Owner): Expr => lowerLabel(chain, owner, type, context);
    const versions: readonly AnyVersion[] = statement.versions;
    const expr = dated(statement.name, versions, param, 'no', lower, context);
    addHidden(labelId(statement.name, chain), { kind: 'yesno' }, param, expr, context);
  }
  return statement.kind === 'define'
    ? lowerDefineStatement(statement, param, context)
    : lowerRuleStatement(statement, param, wanted, context);
}

function lowerDefineStatement(
  statement: Extract<Statement, { kind: 'define' }>,
  param: Param | undefined,
  context: Context,
): undefined {
  const { name, type, versions } = statement;
  const outside = type.kind === 'yesno' ? 'no' : 'last';
  const lower = (owner: Owner, node: AstDefine): Expr => lowerDefine(node, owner, type, context);
  const expr = dated(statement.name, versions, param, outside, lower, context);
  context.define({
    id: name,
    visible: true,
    type: planType(type),
    ...(param === undefined ? {} : { param }),
    expr,
    ...(versions.some((v) => isOpen(v.node, type)) ? { open: true } : {}),
    ...lawOf(versions),
    ...citesOf(versions, context),
  });
  return undefined;
}

function lowerRuleStatement(
  statement: Extract<Statement, { kind: 'rule' }>,
  param: Param | undefined,
  wanted: Wanted,
  context: Context,
): Rule {
  const { name, versions } = statement;
  const last = versions.at(-1)?.node;
  if (last === undefined) throw new Error(`${name} has no version`);
  const modality = modalityOf(last);
  const hasDue = modality !== 'may' && versions.some((v) => v.node.due !== undefined);
  const of: Path | undefined = param === undefined ? undefined : { base: param.name, path: [] };
  const add = (aspect: Parameters<typeof aspectId>[1], type: Definition['type'], expr: Expr): string =>
    addHidden(aspectId(name, aspect), type, param, expr, context);
  const over = (outside: 'no' | 'any', lower: (owner: Owner, node: AstRule) => Expr): Expr =>
    dated(name, versions, param, outside, lower, context);

  // Dated versions are cited each by itself, in the step that names the version.
  const cites = versionsOf(versions.map((v) => v.law)) === undefined ? citesOf(versions, context).cites : [];
  const due = hasDue
    ? add(
        'due',
        { kind: 'date' },
        aspectStep(
          'due',
          name,
          cites,
          over('any', (_, node) => lowerDue(node, context) ?? overdue),
        ),
      )
    : undefined;
  const applies = add(
    'applies',
    { kind: 'yesno' },
    aspectStep(
      'applies',
      name,
      cites,
      over('no', (owner, node) => lowerApplies(node, owner, context)),
    ),
  );
  const aspects: { met?: string; late?: string; due?: string } = {};
  if (modality !== 'may') {
    const met = over('any', (_, node) => lowerMet(node, context));
    aspects.met = add('met', { kind: 'yesno' }, aspectStep('met', name, cites, met));
    if (due !== undefined) {
      const late = over('any', (_, node) => lowerLate(node, context));
      aspects.late = add('late', { kind: 'yesno' }, aspectStep('late', name, cites, late));
      aspects.due = due;
    }
    if (wanted.breached.has(name)) add('breached', { kind: 'yesno' }, breachedOf(name, hasDue, of));
  }
  const status = add('status', { kind: 'status' }, statusOf(name, modality, hasDue, of));
  return {
    name,
    modality,
    ...(last.as === undefined ? {} : { as: last.as.value }),
    bearer: last.bearer?.text ?? '',
    ...(param === undefined ? {} : { param }),
    status,
    applies,
    ...aspects,
    ...lawOf(versions),
    ...citesOf(versions, context),
  };
}

/** The deadline of a version without one, beside versions with one: it is over at once. */
const overdue: Expr = literal({ kind: 'beforeAll' });

function addHidden(
  id: string,
  type: Definition['type'],
  param: Param | undefined,
  expr: Expr,
  context: Context,
): string {
  const definition: Definition = {
    id,
    visible: false,
    type,
    ...(param === undefined ? {} : { param }),
    expr,
    cites: [],
    covers: [],
  };
  context.define(definition);
  return id;
}

/** The parameter, by the name that the last version gives it. */
function paramOf(versions: readonly AnyVersion[]): Param | undefined {
  const param = versions.at(-1)?.node.param;
  return param === undefined ? undefined : { name: param.name.text, record: param.record.text };
}

/**
 * Every version lowered by `lower`, put together by the law in force. `outside` says what holds where none is: `any`
 * where nobody asks then (a rule that does not apply is neither met nor late), so that versions that agree need no law.
 */
function dated<V extends AnyVersion>(
  name: string,
  versions: readonly V[],
  param: Param | undefined,
  outside: 'no' | 'last' | 'any',
  lower: (owner: Owner, node: V['node']) => Expr,
  context: Context,
): Expr {
  const parts = versions.map((version): Dated => {
    const own = version.node.param?.name.text;
    const owner: Owner = { name, version, ...(own === undefined ? {} : { param: own }) };
    const rename = (e: Expr): Expr =>
      own === undefined || param === undefined || own === param.name
        ? e
        : substitute(e, own, { base: param.name, path: [] });
    const expr = rename(lower(owner, version.node));
    const cites = context.cites.indexes(version.node.cites);
    return { law: version.law, rename, expr, cites };
  });
  if (outside === 'any') {
    const [first] = parts;
    const text = JSON.stringify(first?.expr);
    if (first !== undefined && parts.every((part) => JSON.stringify(part.expr) === text)) return first.expr;
    return overVersions(name, parts, 'last', context);
  }
  return overVersions(name, parts, outside, context);
}

function lawOf(versions: readonly AnyVersion[]): {
  versions?: readonly Version[];
  succeededBy?: readonly string[];
} {
  const dates = versionsOf(versions.map((v) => v.law));
  const names = new Set(versions.flatMap((v) => v.law.succeededBy?.map((n) => n.text) ?? []));
  return {
    ...(dates === undefined ? {} : { versions: dates }),
    ...(names.size === 0 ? {} : { succeededBy: [...names] }),
  };
}

function citesOf(
  versions: readonly AnyVersion[],
  context: Context,
): { cites: readonly number[]; covers: readonly string[] } {
  return {
    cites: context.cites.indexes(versions.flatMap((v) => v.node.cites)),
    covers: [...new Set(versions.flatMap(coversOf))],
  };
}

/** What a statement covers, its limbs and exceptions included, those of provisions of their own last. */
function coversOf({ node, exceptions }: AnyVersion): readonly string[] {
  const parts =
    node.kind === 'define'
      ? [...node.requires, ...node.includes, ...node.means, ...node.exceptions]
      : node.exceptions;
  const apart = exceptions.flatMap(({ node: exception }) => coversOfLimb(exception));
  return [...node.covers, ...parts.flatMap(coversOfLimb), ...apart].map((id) => id.text);
}

function coversOfLimb(limb: AstLimb | AstException | AstExceptionDecl): AstLimb['covers'] {
  const nested = 'exceptions' in limb ? limb.exceptions.flatMap(coversOfLimb) : [];
  return [...limb.covers, ...nested];
}
