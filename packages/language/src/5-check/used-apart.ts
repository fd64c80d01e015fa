import type { Placed, Symbols } from '../4-bind/symbols.ts';
import type { Define, ExceptionDecl, Expr, Path, Rule } from '../ast/ast.ts';
import { unwrapped } from './case-coverage.ts';
import type { Checker } from './checker.ts';
import { childrenOf, expressionsOf, expressionsOfExceptions } from './children.ts';
import { dayText } from './governed-apart.ts';

type User = Placed<Define> | Placed<Rule> | Placed<ExceptionDecl>;

/**
 * A dated definition that does not say by which day it is judged is judged by the day of the assessment. Where what uses it
 * goes by another day, old facts would be weighed by a definition that began since, or not by the one of their own time. A
 * definition without dates between the two goes by no day, and what it uses is used through it.
 */
export function checkUsedApart(checker: Checker): void {
  const { symbols, findings } = checker;
  const told = new Set<object>();
  for (const user of usersIn(symbols)) {
    const { governedBy } = user.law;
    if (governedBy === undefined || unwrapped(governedBy).kind === 'asOf') continue;
    for (const { version, at } of datedUses(checker, user)) {
      if (told.has(version.node)) continue;
      told.add(version.node);
      const name = version.node.name.text;
      const by = sameParameter(user, version) ? dayText(governedBy) : null;
      findings.report(
        'used-apart',
        version.node.name.span,
        { name, user: user.node.name.text, by },
        {
          related: [
            { span: at.span, message: 'used here' },
            { span: governedBy.span, message: 'by this day' },
          ],
          subjects: [version.node],
        },
      );
    }
  }
}

function* usersIn({ statements, exceptions }: Symbols): Generator<User> {
  for (const symbol of statements.values()) yield* symbol.versions;
  yield* exceptions;
}

/** Whether a day of the one can be written in the head of the other: neither has a parameter, or both have the same. */
function sameParameter(user: User, { node }: Placed<Define>): boolean {
  const param = user.node.kind === 'exceptionDecl' ? undefined : user.node.param;
  return param?.name.text === node.param?.name.text && param?.record.text === node.param?.record.text;
}

/** The dated definitions without a day of their own that a statement uses, itself or through definitions without dates. */
function* datedUses(
  checker: Checker,
  user: User,
  seen: Set<string> = new Set(),
  through?: Path,
): Generator<{ readonly version: Placed<Define>; readonly at: Path }> {
  for (const path of pathsIn(user)) {
    const resolution = checker.resolutions.get(path);
    const name =
      resolution?.kind === 'definition'
        ? resolution.name
        : resolution?.kind === 'label'
          ? resolution.statement
          : undefined;
    const symbol = name === undefined ? undefined : checker.symbols.statements.get(name);
    if (symbol?.kind !== 'define' || seen.has(symbol.name)) continue;
    seen.add(symbol.name);
    for (const version of symbol.versions) {
      const { governedBy, from, ceasing } = version.law;
      if (governedBy !== undefined) continue;
      if (from !== undefined || ceasing !== undefined) yield { version, at: through ?? path };
      else yield* datedUses(checker, version, seen, through ?? path);
    }
  }
}

/** Every path in the conditions and values of a statement; the day that governs it is another matter. */
function* pathsIn({ node }: User): Generator<Path> {
  const expressions =
    node.kind === 'exceptionDecl'
      ? [node.condition, ...expressionsOfExceptions(node.exceptions)]
      : [...expressionsOf(node)].filter((expr) => expr !== node.law?.governedBy);
  for (const expr of expressions) yield* pathsWithin(expr);
}

function* pathsWithin(expr: Expr): Generator<Path> {
  if (expr.kind === 'path') yield expr;
  else for (const child of childrenOf(expr)) yield* pathsWithin(child);
}
