/** The abstract syntax of expressions, as written. */
import type { DateLiteral, Name, Node, Span } from './node.ts';

/** `message.channel`, `l.operativeNotice`, `informIndirect.disproportionate`, `letters[0].inWriting` (scenarios only). */
export interface Path extends Node {
  readonly kind: 'path';
  readonly segments: readonly Name[];
  /** Index after the segment of the same position; only in scenarios. */
  readonly indexes?: readonly (number | null)[];
}

export type Unit = 'days' | 'weeks' | 'months' | 'years';

export type Expr =
  | Path
  | DateLiteral
  | (Node & { readonly kind: 'yes' | 'no' | 'asOf' | 'notYet' })
  /** `text` as written: `12`, `12.50`. */
  | (Node & { readonly kind: 'number'; readonly text: string })
  | (Node & { readonly kind: 'string'; readonly value: string })
  | (Node & { readonly kind: 'duration'; readonly amount: number; readonly unit: Unit })
  | (Node & { readonly kind: 'not'; readonly of: Expr })
  /** Flat: `a and b and c` is one node of three; never mixed without brackets. */
  | (Node & { readonly kind: 'and' | 'or'; readonly of: readonly Expr[] })
  /** A pair of brackets, kept for the formatter and for the rule that `and` and `or` never mix without them. */
  | (Node & { readonly kind: 'group'; readonly of: Expr })
  /** `all of { … }`, `any of { … }`, `at least 2 of { … }` */
  | (Node & { readonly kind: 'nOf'; readonly quantity: Quantity; readonly of: readonly Expr[] })
  /** `some c in consents has ( … )`, `every`, `no`, `at least 2 c in consents has ( … )` */
  | (Node & {
      readonly kind: 'quantified';
      readonly quantity: ListQuantity;
      readonly variable: Name;
      readonly list: Path;
      readonly of: Expr;
    })
  | (Node & {
      readonly kind: 'compare';
      readonly op: '<' | '<=' | '>' | '>=' | 'is' | 'is not';
      readonly left: Expr;
      readonly right: Expr;
    })
  /** `message.channel is one of { email, text }` */
  | (Node & {
      readonly kind: 'oneOf';
      readonly negated: boolean;
      readonly left: Expr;
      readonly members: readonly Expr[];
    })
  /** `processing.categories includes health` (a member or an expression of the enum) */
  | (Node & { readonly kind: 'includes'; readonly set: Path; readonly member: Expr })
  | (Node & { readonly kind: 'isExactly'; readonly set: Path; readonly members: readonly Name[] })
  | (Node & { readonly kind: 'isEmpty'; readonly set: Path; readonly negated: boolean })
  /** `a + b`, `a - b`, `2 * a` */
  | (Node & {
      readonly kind: 'arithmetic';
      readonly op: '+' | '-' | '*';
      readonly left: Expr;
      readonly right: Expr;
    })
  /** `1 month after e`, `28 days before e`, `l.period after e` */
  | (Node & {
      readonly kind: 'shift';
      readonly duration: Expr;
      readonly direction: 'after' | 'before';
      readonly date: Expr;
    })
  /** `earliest of { a, b }` */
  | (Node & { readonly kind: 'extreme'; readonly which: 'earliest' | 'latest'; readonly of: readonly Expr[] })
  /** `earliest c in consents of c.givenOn` */
  | (Node & {
      readonly kind: 'extremeIn';
      readonly which: 'earliest' | 'latest';
      readonly variable: Name;
      readonly list: Path;
      readonly of: Expr;
    })
  /** `case { C: e  C: e  otherwise: e }` */
  | (Node & {
      readonly kind: 'case';
      readonly branches: readonly { readonly when: Expr; readonly then: Expr; readonly span: Span }[];
      readonly otherwise?: Expr;
    })
  /** `by reading noticePeriod { statute: e  bullet: e }` */
  | (Node & {
      readonly kind: 'byReading';
      readonly ambiguity: Name;
      readonly branches: readonly { readonly reading: Name; readonly then: Expr; readonly span: Span }[];
    })
  /** What the parser puts where it could not read an expression; always with a diagnostic. */
  | (Node & { readonly kind: 'hole' });

export type Quantity =
  | { readonly kind: 'all' }
  | { readonly kind: 'any' }
  | { readonly kind: 'atLeast'; readonly n: number };
export type ListQuantity =
  | { readonly kind: 'some' }
  | { readonly kind: 'every' }
  | { readonly kind: 'none' }
  | { readonly kind: 'atLeast'; readonly n: number };
