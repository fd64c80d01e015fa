import type { Symbols } from '../4-bind/symbols.ts';
import type { Expr } from '../ast/ast.ts';
import type { Extra } from '../diagnostics/define.ts';
import type { Type } from '../program.ts';

/** A member of an enum, or a day, in quotes: as it is written, where that is what the place expects. */
export function unquoted(expr: Expr, type: Type, symbols: Pick<Symbols, 'enums'>): Extra {
  if (expr.kind !== 'string') return {};
  const { value, span } = expr;
  const isMember =
    type.kind === 'enum' &&
    symbols.enums.get(type.name)?.members.some((member) => member.text === value) === true;
  const isDay = type.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const isAnswer =
    (type.kind === 'yesno' && /^(?:yes|no)$/.test(value)) || (type.kind === 'date' && value === 'notYet');
  if (!isMember && !isDay && !isAnswer) return {};
  const what = isMember ? 'a member of an enum' : isDay ? 'a day' : 'a word of the language';
  return {
    help: `${what} stands without quotes: \`${value}\``,
    fix: { title: 'delete the quotes', safe: true, edits: [{ span, text: value }] },
  };
}

/** What to do about a value of another type than its place expects. */
export function mended(expr: Expr, type: Type, found: Type, symbols: Pick<Symbols, 'enums'>): Extra {
  if (type.kind === 'number' && found.kind === 'number')
    return {
      help:
        type.places === found.places
          ? 'give both one unit: an amount of one thing is none of another, and nothing is converted'
          : 'give both one type: a whole number does not become one with places, and nothing is rounded',
    };
  if (type.kind === 'date' && expr.kind === 'no')
    return {
      help: 'an event that has not happened is `notYet`',
      fix: { title: 'write `notYet`', safe: false, edits: [{ span: expr.span, text: 'notYet' }] },
    };
  return unquoted(expr, type, symbols);
}
