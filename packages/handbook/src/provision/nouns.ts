/** Dates, numbers and other values of expressions as nouns: "the day on which it was received", "28 days". */
import { amountWords, dateWords, enumMemberWords, humanise, listWords, positive } from '@proviso/explain';
import type { Expr } from '@proviso/language';
import { type ProvisionContext, phrasesOfFact, recordTitle, resolved } from './context.ts';

/** What the day of the question is called. */
export const today = 'the day of the question';

/** An event as a clause: "it was received" of "it was received on {value}". Undefined where the phrase is of another form. */
export function eventClause(say: string | undefined): string | undefined {
  const [, happened] = /^(.+) on \{value\}$/.exec(positive(say ?? '')) ?? [];
  return happened;
}

/** A value as a noun. */
export function nounOf(expr: Expr, context: ProvisionContext): string {
  const noun = (of: Expr): string => nounOf(of, context);
  switch (expr.kind) {
    case 'group':
      return noun(expr.of);
    case 'asOf':
      return today;
    case 'notYet':
      return 'a day that has not come';
    case 'dateLiteral':
      return dateWords(expr.iso);
    case 'number':
      return numberNoun(expr, context);
    case 'string':
      return `“${expr.value}”`;
    case 'duration':
      return durationNoun(expr.amount, expr.unit);
    case 'yes':
      return 'yes';
    case 'no':
      return 'no';
    case 'path':
      return pathNoun(expr, context);
    case 'shift':
      return `${noun(expr.duration)} ${expr.direction} ${noun(expr.date)}`;
    case 'arithmetic':
      return `${noun(expr.left)} ${{ '+': 'plus', '-': 'less', '*': 'times' }[expr.op]} ${noun(expr.right)}`;
    case 'extreme':
      return `the ${expr.which} of ${listWords(expr.of.map(noun))}`;
    case 'extremeIn':
      return `the ${expr.which}, over all ${humanise(expr.list.segments.at(-1)?.text ?? '')}, of ${noun(expr.of)}`;
    default:
      return 'what follows';
  }
}

/** In the unit of what it is compared with or added to; a whole amount without decimals, as it is written. */
function numberNoun(expr: Extract<Expr, { kind: 'number' }>, { program }: ProvisionContext): string {
  const type = program.types.get(expr);
  if (type?.kind !== 'number' || type.unit === undefined) return expr.text;
  return amountWords(Number(expr.text), {
    unit: type.unit,
    places: expr.text.includes('.') ? type.places : 0,
  });
}

function durationNoun(amount: number, unit: string): string {
  const one = unit.replace(/s$/, '');
  return `${amount} ${amount === 1 ? one : unit}`;
}

function pathNoun(expr: Extract<Expr, { kind: 'path' }>, context: ProvisionContext): string {
  const what = resolved(context, expr);
  switch (what?.kind) {
    case 'fact': {
      const { say, ask } = phrasesOfFact(context, what.field);
      return (
        nounOfPhrase(say) ?? (ask === undefined ? humanise(what.field.name.text) : `the answer to “${ask}”`)
      );
    }
    case 'definition':
      return nounOfPhrase(context.phrases.statements[what.name]?.say) ?? humanise(what.name);
    case 'enumMember':
      return enumMemberWords(context.phrases, what.enum, what.member);
    case 'variable':
      return recordTitle(context, what.record);
    default:
      return humanise(expr.segments.map(({ text }) => text).join('.'));
  }
}

/** "the day on which it was received" or "the channel of the message" of a phrase with a value. */
function nounOfPhrase(say: string | undefined): string | undefined {
  const event = eventClause(say);
  if (event !== undefined) return `the day on which ${event}`;
  const [, subject] = /^(.+?) (?:is|are|was|were) \{value\}$/.exec(positive(say ?? '')) ?? [];
  return subject;
}
