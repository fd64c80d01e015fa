import type { Expr, Path } from '../ast/ast.ts';
import { assertNever } from '../assert-never.ts';
import type { At, Resolution } from '../program.ts';

type Aspect = Pick<Extract<Resolution, { kind: 'aspect' }>, 'rule' | 'aspect' | 'of'>;

/** What the names of an expression stand for, and what its variables are to be called. */
export interface KeyContext {
  readonly resolutions: ReadonlyMap<Path, Resolution>;
  /** Replaces the start of paths: the fields of `self` seen from an instance. */
  readonly place?: (at: At) => At;
}

/** A text that two expressions share exactly where they are the same expression, brackets apart. */
export function exprKey(expr: Expr, context: KeyContext): string {
  const key = (of: Expr): string => exprKey(of, context);
  const all = (of: readonly Expr[]): string => of.map(key).join(',');
  switch (expr.kind) {
    case 'group':
      return key(expr.of);
    case 'path':
      return pathKey(expr, context);
    case 'dateLiteral':
      return expr.iso;
    case 'yes':
    case 'no':
    case 'asOf':
    case 'notYet':
      return `#${expr.kind}`;
    case 'hole':
      return `?${expr.span.start}`;
    case 'number':
      return expr.text;
    case 'string':
      return JSON.stringify(expr.value);
    case 'duration':
      return `${expr.amount}${expr.unit}`;
    case 'not':
      return `not(${key(expr.of)})`;
    case 'and':
    case 'or':
      return `${expr.kind}(${all(expr.of)})`;
    case 'nOf':
      return `${quantityKey(expr.quantity)}of(${all(expr.of)})`;
    case 'quantified':
      return `${quantityKey(expr.quantity)} ${expr.variable.text} in ${key(expr.list)}(${key(expr.of)})`;
    case 'compare':
      return `(${key(expr.left)} ${expr.op} ${key(expr.right)})`;
    case 'oneOf':
      return `(${key(expr.left)} ${expr.negated ? 'not ' : ''}one of ${all(expr.members)})`;
    case 'includes':
      return `(${key(expr.set)} includes ${key(expr.member)})`;
    case 'isExactly':
      return `(${key(expr.set)} exactly ${expr.members.map((member) => member.text).join(',')})`;
    case 'isEmpty':
      return `(${key(expr.set)} ${expr.negated ? 'not ' : ''}empty)`;
    case 'arithmetic':
      return `(${key(expr.left)} ${expr.op} ${key(expr.right)})`;
    case 'shift':
      return `(${key(expr.duration)} ${expr.direction} ${key(expr.date)})`;
    case 'extreme':
      return `${expr.which}(${all(expr.of)})`;
    case 'extremeIn':
      return `${expr.which} ${expr.variable.text} in ${key(expr.list)}(${key(expr.of)})`;
    case 'case': {
      const branches = expr.branches.map((branch) => `${key(branch.when)}:${key(branch.then)}`).join(';');
      return `case(${branches};${expr.otherwise === undefined ? '' : key(expr.otherwise)})`;
    }
    case 'byReading': {
      const branches = expr.branches.map((branch) => `${branch.reading.text}:${key(branch.then)}`).join(';');
      return `reading ${expr.ambiguity.text}(${branches})`;
    }
    default:
      return assertNever(expr);
  }
}

function quantityKey(quantity: { readonly kind: string; readonly n?: number }): string {
  return quantity.n === undefined ? quantity.kind : `${quantity.kind} ${quantity.n}`;
}

function pathKey(path: Path, context: KeyContext): string {
  const resolution = context.resolutions.get(path);
  if (resolution === undefined) return path.segments.map((segment) => segment.text).join('.');
  switch (resolution.kind) {
    case 'fact':
    case 'variable':
      return atKey(context.place === undefined ? resolution.at : context.place(resolution.at));
    case 'enumMember':
      return `${resolution.enum}#${resolution.member}`;
    case 'definition':
      return `${instanceKey(resolution.of)}=${resolution.name}`;
    case 'aspect':
      return aspectKey(resolution);
    case 'label':
      return `${instanceKey(resolution.of)}=${resolution.statement}.${resolution.labels.join('.')}`;
    default:
      return assertNever(resolution);
  }
}

/** An aspect of a rule, as `exprKey` has it. */
export function aspectKey({ rule, aspect, of }: Aspect): string {
  return `${instanceKey(of)}=${rule}.${aspect}`;
}

function instanceKey(of: At | undefined): string {
  return of === undefined ? '' : atKey(of);
}

/** A path in the case as one word; bases are told apart from facts by `$`. */
export function atKey(at: At): string {
  return at.base === null ? at.path.join('.') : [`$${at.base}`, ...at.path].join('.');
}
