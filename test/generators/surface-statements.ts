/** Definitions, rules and their law as written, evaluated directly (`docs/semantics.md`, sections 4 to 6). */
import type { Define, Exception, ExceptionDecl, Rule } from '@proviso/language';
import { assertNever } from './assert-never.ts';
import { type Env, implicit, type Instance, type SurfaceCase } from './surface-case.ts';
import { table, truth, value } from './surface-expressions.ts';
import type { AnyVersion, LawClauses } from './surface-pack.ts';
import {
  and,
  beforeAll,
  type Branch,
  type Choice,
  just,
  not,
  notAbove,
  notYet,
  or,
  settled,
  type Truth,
  type Value,
} from './surface-values.ts';

/** What a name with words after it comes to: a definition, an aspect of a rule, or a label. */
export function refer(
  c: SurfaceCase,
  name: string,
  words: readonly string[],
  of: Instance | undefined,
): Choice {
  const [word] = words;
  if (word === undefined) return define(c, name, of);
  if (c.pack.statements.get(name)![0]!.node.kind === 'rule' && words.length === 1) {
    if (word === 'applies' || word === 'met') return aspect(c, name, word, of);
    if (word === 'breached') {
      const is = (which: 'applies' | 'met' | 'late'): Truth => settled(aspect(c, name, which, of)) as Truth;
      return just(and([is('applies'), not(is('met')), is('late')]));
    }
  }
  return labelled(c, name, words, of);
}

/** A definition: R and P and no exception, or its value. */
export function define(c: SurfaceCase, name: string, of: Instance | undefined): Choice {
  return once(c, `${name}()${of?.path ?? ''}`, () =>
    overVersions(c, name, of, 'no', (version) => {
      const node = version.node as Define;
      if (node.type !== undefined && node.type.kind !== 'yesnoType') return ground(c, node, envOf(node, of));
      return just(and([base(c, version, of), not(excepted(c, name, version, [], of))]));
    }),
  );
}

/** The value, or P: any of the limbs, or the row of the table; in the open form also what is not listed. */
function ground(c: SurfaceCase, node: Define, env: Env): Choice {
  if (node.table !== undefined) return table(c, node.table, env);
  const [only] = node.means;
  if (node.means.length === 1 && only !== undefined) return value(c, only.condition, env);
  if (node.means.length > 0) return just(or(node.means.map((limb) => truth(c, limb.condition, env))));
  const listed = node.includes.map((limb) => truth(c, limb.condition, env));
  return just(
    or([
      ...listed,
      implicit(c, node.param === undefined ? undefined : env.get(node.param.name.text), node.name.text),
    ]),
  );
}

/** R and P of a definition, the `when` of a rule. */
function base(c: SurfaceCase, { node }: AnyVersion, of: Instance | undefined): Truth {
  const env = envOf(node, of);
  if (node.kind === 'rule') return node.when === undefined ? true : truth(c, node.when, env);
  return and([
    ...node.requires.map((limb) => truth(c, limb.condition, env)),
    settled(ground(c, node, env)) as Truth,
  ]);
}

function envOf(node: Define | Rule, of: Instance | undefined): Env {
  return new Map(node.param === undefined || of === undefined ? [] : [[node.param.name.text, of]]);
}

interface Held {
  readonly label?: string;
  readonly condition: () => Truth;
  readonly node: Exception | ExceptionDecl;
}

/** The exceptions at a place: those written there, and those written elsewhere about it. */
function exceptionsAt(
  c: SurfaceCase,
  name: string,
  version: AnyVersion,
  path: readonly string[],
  of: Instance | undefined,
): readonly Held[] {
  const env = envOf(version.node, of);
  let here: readonly Exception[] = version.node.exceptions;
  let apart: Held[] = [];
  for (let depth = 0; ; depth++) {
    apart = c.pack.exceptions
      .filter(
        ({ node }) =>
          node.target.segments.map((one) => one.text).join('.') === [name, ...path.slice(0, depth)].join('.'),
      )
      .map(({ node, law }) => ({
        label: node.name.text,
        node,
        condition: () => and([leftOpen(c, inForce(c, law, env)), truth(c, node.condition, env)]),
      }));
    if (depth === path.length) break;
    const next: Exception | ExceptionDecl | undefined =
      here.find((one) => one.label?.text === path[depth]) ??
      apart.find((one) => one.label === path[depth])?.node;
    if (next === undefined) return [];
    here = next.exceptions;
  }
  const written = here.map((node) => ({
    ...(node.label === undefined ? {} : { label: node.label.text }),
    node,
    condition: () => truth(c, node.condition, env),
  }));
  return [...written, ...apart];
}

/** Whether an exception holds: its condition, and none of the exceptions to it. */
function exceptionHolds(
  c: SurfaceCase,
  name: string,
  version: AnyVersion,
  path: readonly string[],
  held: Held,
  of: Instance | undefined,
): Truth {
  const inner =
    held.label === undefined
      ? or(
          held.node.exceptions.map((node) =>
            exceptionHolds(
              c,
              name,
              version,
              path,
              { node, condition: () => truth(c, node.condition, envOf(version.node, of)) },
              of,
            ),
          ),
        )
      : excepted(c, name, version, [...path, held.label], of);
  return and([held.condition(), not(inner)]);
}

/** Whether any exception at a place holds, the open ground included. */
function excepted(
  c: SurfaceCase,
  name: string,
  version: AnyVersion,
  path: readonly string[],
  of: Instance | undefined,
): Truth {
  const held = exceptionsAt(c, name, version, path, of).map((one) =>
    exceptionHolds(c, name, version, path, one, of),
  );
  const open = isOpen(c, name, version, path);
  const instance = version.node.param === undefined ? undefined : of;
  const label = path.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('');
  const permitted =
    path.length > 0
      ? []
      : (c.pack.despite.get(name) ?? []).map(
          (one) =>
            settled(
              aspect(
                c,
                one,
                'applies',
                c.pack.statements.get(one)![0]!.node.param === undefined ? undefined : of,
              ),
            ) as Truth,
        );
  return or([...held, ...permitted, ...(open ? [implicit(c, instance, `${name}${label}Except`)] : [])]);
}

function isOpen(c: SurfaceCase, name: string, version: AnyVersion, path: readonly string[]): boolean {
  if (path.length === 0) return version.node.exceptOtherwise !== undefined;
  const found = exceptionsAt(c, name, version, path.slice(0, -1), undefined).find(
    (one) => one.label === path.at(-1),
  );
  return found?.node.exceptOtherwise !== undefined;
}

/** `statement.label`: the base and the exception both hold; for a limb R and the limb. */
function labelled(c: SurfaceCase, name: string, labels: readonly string[], of: Instance | undefined): Choice {
  return once(c, `${name}.${labels.join('.')}()${of?.path ?? ''}`, () =>
    overVersions(c, name, of, 'no', (version) => {
      const { node } = version;
      const env = envOf(node, of);
      if (node.kind === 'define' && labels.length === 1) {
        const required = node.requires.map((limb) => truth(c, limb.condition, env));
        if (node.requires.some((limb) => limb.label?.text === labels[0])) return just(and(required));
        const limb = [...node.includes, ...node.means].find((one) => one.label?.text === labels[0]);
        if (limb !== undefined) return just(and([...required, truth(c, limb.condition, env)]));
      }
      const all: Truth[] = [base(c, version, of)];
      for (const [i, label] of labels.entries()) {
        const path = labels.slice(0, i);
        const held = exceptionsAt(c, name, version, path, of).find((one) => one.label === label);
        if (held === undefined) return just(false);
        all.push(i < labels.length - 1 ? held.condition() : exceptionHolds(c, name, version, path, held, of));
      }
      return just(and(all));
    }),
  );
}

/** An aspect of a rule. */
export function aspect(
  c: SurfaceCase,
  name: string,
  which: 'applies' | 'met' | 'late' | 'due',
  of: Instance | undefined,
): Choice {
  return once(c, `${name}.${which}()${of?.path ?? ''}`, () =>
    overVersions(c, name, of, which === 'applies' ? 'no' : 'last', (version) => {
      const node = version.node as Rule;
      const env = envOf(node, of);
      const asOf = just(c.run.asOf);
      const due = node.due === undefined ? undefined : value(c, node.due, env);
      switch (which) {
        case 'applies':
          return just(and([base(c, version, of), not(excepted(c, name, version, [], of))]));
        case 'due':
          return due ?? just(beforeAll);
        case 'late':
          return just(due === undefined ? true : not(notAbove(asOf, due)));
        case 'met': {
          if (node.doneBy !== undefined) {
            const event = value(c, node.doneBy, env);
            return just(and([notAbove(event, asOf), ...(due === undefined ? [] : [notAbove(event, due)])]));
          }
          if (node.doneWhen === undefined) return just(false);
          const done = truth(c, node.doneWhen, env);
          return just(node.modal.endsWith('not') ? not(done) : done);
        }
        default:
          return assertNever(which);
      }
    }),
  );
}

/** The status of a rule. */
export function status(c: SurfaceCase, name: string, of: Instance | undefined): Value {
  const node = c.pack.statements.get(name)![0]!.node as Rule;
  const is = (which: 'applies' | 'met' | 'late'): Truth => settled(aspect(c, name, which, of)) as Truth;
  if (node.modal === 'may') return choose([[is('applies'), 'permitted']], 'doesNotApply');
  const failed = node.modal.startsWith('must') ? 'breached' : 'departedFrom';
  return choose(
    [
      [not(is('applies')), 'doesNotApply'],
      [is('met'), 'compliedWith'],
      [is('late'), failed],
    ],
    'notYetDue',
  );
}

function choose(branches: readonly (readonly [Truth, string])[], otherwise: string): Value {
  return settled({
    kind: 'case',
    branches: branches.map(([when, then]) => ({ when, then: just(then) })),
    otherwise: just(otherwise),
  });
}

function governingDate(c: SurfaceCase, law: LawClauses, env: Env): Value {
  if (law.governedBy === undefined) return c.run.asOf;
  const on = settled(value(c, law.governedBy, env));
  return on === notYet ? c.run.asOf : on;
}

function inForce(c: SurfaceCase, law: LawClauses, env: Env): Truth {
  const on = just(governingDate(c, law, env));
  return and([
    ...(law.from === undefined ? [] : [notAbove(just(law.from.iso), on)]),
    ...(law.ceasing === undefined ? [] : [not(notAbove(just(law.ceasing.iso), on))]),
  ]);
}

/** A law that is out of force in a run that does not take it as such. */
function leftOpen({ run }: SurfaceCase, law: Truth): Truth {
  return law === false && run.lawOpen ? undefined : law;
}

/** A `case` on the version in force. Outside every version no; or, where there is no such day, whatever the last one says. */
function overVersions(
  c: SurfaceCase,
  name: string,
  of: Instance | undefined,
  outside: 'no' | 'last',
  lower: (version: AnyVersion) => Choice,
): Choice {
  const versions = c.pack.statements.get(name)!;
  const laws = versions.map((version) => inForce(c, version.law, envOf(version.node, of)));
  const isSilent = laws.every((law) => law === false);
  const branches: Branch[] = versions.map((version, i) => ({
    when: isSilent ? leftOpen(c, laws[i]) : laws[i],
    then: lower(version),
  }));
  const last = branches.at(-1)!.then;
  const { node } = versions[0]!;
  const valued = node.kind === 'define' && node.type !== undefined && node.type.kind !== 'yesnoType';
  const otherwise = valued || outside === 'last' || leavesNoDay(c, versions) ? last : just(false);
  return { kind: 'case', branches, otherwise };
}

function leavesNoDay(c: SurfaceCase, versions: readonly AnyVersion[]): boolean {
  const [first, last] = [versions[0]!.law, versions.at(-1)!.law];
  const begins = first.from === undefined || first.from.iso <= (c.pack.period.from?.iso ?? '0001-01-01');
  const ends =
    last.ceasing === undefined ||
    (c.pack.period.ceasing !== undefined && last.ceasing.iso >= c.pack.period.ceasing.iso);
  return begins && ends;
}

function once(c: SurfaceCase, key: string, evaluate: () => Choice): Choice {
  const known = c.memo.get(key) ?? evaluate();
  c.memo.set(key, known);
  return known;
}
