import type { CstNode } from 'chevrotain';
import type { Cite, Expr, Law, Param, Span, StatementId, Text, TypeExpr } from '../ast/ast.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { tokenSpan } from '../1-lex/lex.ts';
import {
  has,
  join,
  missingName,
  nameOf,
  node,
  nodes,
  optional,
  spanOf,
  textOf,
  token,
  tokens,
  type Lowering,
} from './cst.ts';
import { lowerExpression } from './expressions.ts';
import { dateOf } from './literals.ts';
import { lowerPath } from './paths.ts';

/** The last of clauses that may stand only once; every further one is reported. */
export class Once<T> {
  readonly #context: Lowering;
  readonly #clause: string;
  #first: { readonly value: T; readonly span: Span } | undefined;

  constructor(context: Lowering, clause: string) {
    this.#context = context;
    this.#clause = clause;
  }

  /** Takes a value; nothing where it is undefined. */
  set(value: T | undefined, span: Span): void {
    if (value === undefined) return;
    if (this.#first === undefined) {
      this.#first = { value, span };
      return;
    }
    this.#context.report(
      parseDiagnostic(
        'repeated-clause',
        span,
        { clause: this.#clause },
        {
          related: [{ span: this.#first.span, message: 'first said here' }],
        },
      ),
    );
  }

  get value(): T | undefined {
    return this.#first?.value;
  }
}

/** The text in the tree's only `String`. */
export function onlyText(context: Lowering, tree: CstNode): Text | undefined {
  const found = token(tree, 'String');
  return found === undefined ? undefined : textOf(context, found);
}

/** The citations under a tree. */
export function lowerCites(context: Lowering, parent: CstNode): readonly Cite[] {
  return nodes(parent, 'citations')
    .flatMap((list) => nodes(list, 'citation'))
    .flatMap((citation) => {
      const source = token(citation, 'Identifier');
      if (source === undefined) return [];
      const anchor = token(citation, 'String');
      const pinpoint = tokens(citation, 'Pinpoint')
        .map((part) => part.image)
        .join(' ');
      return [
        {
          kind: 'cite' as const,
          source: nameOf(context, source),
          pinpoint,
          ...optional('anchor', anchor === undefined ? undefined : textOf(context, anchor)),
          span: spanOf(context, citation),
        },
      ];
    });
}

/** The statement ids under a tree. */
export function lowerCovers(context: Lowering, parent: CstNode): readonly StatementId[] {
  return nodes(parent, 'covers')
    .flatMap((list) => tokens(list, 'StatementId'))
    .map((id) => ({
      kind: 'statementId',
      text: id.image,
      span: tokenSpan(id, context.file),
    }));
}

/** The parameter under a tree. */
export function lowerParam(context: Lowering, parent: CstNode): Param | undefined {
  const tree = node(parent, 'param');
  if (tree === undefined) return undefined;
  const span = spanOf(context, tree);
  const name = token(tree, 'Identifier');
  const path = node(tree, 'path');
  const [record, ...more] = path === undefined ? [] : lowerPath(context, path).segments;
  const param: Param = {
    kind: 'param',
    name: name === undefined ? missingName(span) : nameOf(context, name),
    record: record ?? missingName({ ...span, start: span.end }),
    span,
  };
  const isWhole = has(tree, ':') && record !== undefined && more.length === 0;
  if (isWhole && !has(tree, 'every') && !has(tree, 'all')) return param;
  // What could not be read has been reported.
  if (name !== undefined && (path !== undefined || !context.damaged(span)))
    context.report(parseDiagnostic('not-a-parameter', span, { name: name.image }));
  return has(tree, 'in') || more.length > 0
    ? { ...param, record: missingName({ ...span, start: span.end }) }
    : param;
}

/** The type under a tree. */
export function lowerType(context: Lowering, parent: CstNode): TypeExpr | undefined {
  const tree = node(parent, 'type');
  if (tree === undefined) return undefined;
  const span = spanOf(context, tree);
  if (has(tree, 'yesno')) return { kind: 'yesnoType', span };
  if (has(tree, 'date')) return { kind: 'dateType', span };
  if (has(tree, 'duration')) return { kind: 'durationType', span };
  if (has(tree, 'text')) return { kind: 'textType', span };
  if (has(tree, 'number') || has(tree, 'decimal')) {
    const unit = node(tree, 'unit');
    return {
      kind: 'numberType',
      places: Number(token(tree, 'Number')?.image ?? '0'),
      ...optional('unit', unit === undefined ? undefined : onlyText(context, unit)),
      span,
    };
  }
  const name = token(tree, 'Identifier');
  if (name === undefined && !has(tree, 'set') && !has(tree, 'list')) return undefined;
  const of = name === undefined ? missingName(span) : nameOf(context, name);
  if (has(tree, 'set')) return { kind: 'setType', of, span };
  if (has(tree, 'list')) return { kind: 'listType', of, span };
  return { kind: 'namedType', name: of, span };
}

/** The clauses of law under several `law` trees, taken as one. */
export function lowerLaw(context: Lowering, trees: readonly CstNode[]): Law | undefined {
  const [first] = trees;
  const last = trees.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const governedBy = new Once<Expr>(context, 'governed by');
  const from = new Once<ReturnType<typeof dateOf>>(context, 'from');
  const ceasing = new Once<ReturnType<typeof dateOf>>(context, 'ceasing');
  const succeededBy = [];
  for (const clause of trees.flatMap((tree) => nodes(tree, 'lawClause'))) {
    const span = spanOf(context, clause);
    if (has(clause, 'governed')) {
      governedBy.set(lowerExpression(context, node(clause, 'expression'), span.end), span);
      continue;
    }
    if (has(clause, 'succeeded')) {
      succeededBy.push(...tokens(clause, 'Identifier').map((name) => nameOf(context, name)));
      continue;
    }
    const dates = tokens(clause, 'Date').map((date) => dateOf(context, date));
    if (has(clause, 'from')) from.set(dates[0], span);
    if (has(clause, 'ceasing')) ceasing.set(dates[has(clause, 'from') ? 1 : 0], span);
  }
  return {
    kind: 'law',
    ...optional('governedBy', governedBy.value),
    ...optional('from', from.value),
    ...optional('ceasing', ceasing.value),
    succeededBy,
    span: join(spanOf(context, first), spanOf(context, last)),
  };
}
