/** Conditions as clauses of English, in either polarity: what has to be so, or what must not be. */
import {
  enumMemberWords,
  fill,
  hasPlace,
  humanise,
  isTwoSided,
  listWords,
  negative,
  positive,
  ruleWords,
} from '@proviso/explain';
import type { CellValue, Expr } from '@proviso/language';
import { indefinite, type ProvisionContext, phrasesOfFact, recordTitle, resolved } from './context.ts';
import { eventClause, nounOf, today } from './nouns.ts';
import { type Clause, clause, group } from './outline.ts';

type Kind<K extends Expr['kind']> = Extract<Expr, { readonly kind: K }>;

/** The clause that says that an expression is yes, or, where it is not wanted, that it is no. */
export function conditionOf(expr: Expr, context: ProvisionContext, wanted = true): Clause {
  const same = (of: Expr): Clause => conditionOf(of, context, wanted);
  switch (expr.kind) {
    case 'group':
      return same(expr.of);
    case 'not':
      return conditionOf(expr.of, context, !wanted);
    case 'yes':
    case 'no':
      return clause((expr.kind === 'yes') === wanted ? 'this holds' : 'this does not hold');
    case 'and':
      return group(wanted ? 'all of these' : 'at least one of these', expr.of.map(same));
    case 'or':
      return group(wanted ? 'at least one of these' : 'all of these', expr.of.map(same));
    case 'nOf':
      return quantityOf(expr, context, wanted);
    case 'quantified':
      return overList(expr, context, wanted);
    case 'path':
      return pathCondition(expr, context, wanted);
    case 'compare':
      return comparison(expr, context, wanted);
    case 'oneOf':
      return membership(expr, context, wanted);
    case 'includes':
      return inclusion(expr, context, wanted);
    case 'isExactly': {
      const type = context.program.types.get(expr.set);
      const of = type?.kind === 'set' ? type.of : undefined;
      const members = listWords(expr.members.map(({ text }) => enumMemberWords(context.phrases, of, text)));
      return clause(`${nounOf(expr.set, context)} is ${wanted ? '' : 'not '}exactly ${members}`);
    }
    case 'isEmpty':
      return clause(`${nounOf(expr.set, context)} is ${expr.negated === wanted ? 'not ' : ''}empty`);
    case 'case':
      return {
        text: 'depending on the case',
        items: [
          ...expr.branches.map((branch) => ({
            text: `where ${flat(conditionOf(branch.when, context))}`,
            items: [conditionOf(branch.then, context, wanted)],
          })),
          ...(expr.otherwise === undefined
            ? []
            : [{ text: 'otherwise', items: [conditionOf(expr.otherwise, context, wanted)] }]),
        ],
      };
    case 'byReading': {
      const readings = context.phrases.ambiguities[expr.ambiguity.text]?.readings ?? {};
      return {
        text: `depending on the reading of “${humanise(expr.ambiguity.text)}”`,
        items: expr.branches.map(({ reading, then }) => ({
          text: `on the reading “${readings[reading.text] ?? humanise(reading.text)}”`,
          items: [conditionOf(then, context, wanted)],
        })),
      };
    }
    default:
      return clause(`${nounOf(expr, context)} is ${wanted ? 'so' : 'not so'}`);
  }
}

/** A clause with all under it in one line, where a sentence has to go on. */
export function flat({ text, items }: Clause): string {
  if (items === undefined) return text;
  const joiner = text.startsWith('at least one') ? 'or' : 'and';
  return items.length > 3 ? `${text}: ${items.map(flat).join('; ')}` : listWords(items.map(flat), joiner);
}

function quantityOf(expr: Kind<'nOf'>, context: ProvisionContext, wanted: boolean): Clause {
  const items = (polarity: boolean): readonly Clause[] =>
    expr.of.map((of) => conditionOf(of, context, polarity));
  switch (expr.quantity.kind) {
    case 'all':
      return group(wanted ? 'all of these' : 'at least one of these', items(wanted));
    case 'any':
      return group(wanted ? 'at least one of these' : 'all of these', items(wanted));
    case 'atLeast':
      return wanted
        ? { text: `at least ${expr.quantity.n} of these`, items: items(true) }
        : { text: `fewer than ${expr.quantity.n} of these`, items: items(true) };
    default:
      throw new Error(`unknown quantity ${JSON.stringify(expr.quantity satisfies never)}`);
  }
}

function overList(expr: Kind<'quantified'>, context: ProvisionContext, wanted: boolean): Clause {
  const member = memberOf(expr, context);
  const of = (polarity: boolean): readonly Clause[] => [conditionOf(expr.of, context, polarity)];
  switch (expr.quantity.kind) {
    case 'some':
      return {
        text: `there is ${wanted ? indefinite(member) : `no ${bare(member)}`} of which this is so`,
        items: of(true),
      };
    case 'none':
      return {
        text: `there is ${wanted ? `no ${bare(member)}` : indefinite(member)} of which this is so`,
        items: of(true),
      };
    case 'every':
      return wanted
        ? { text: `of every ${bare(member)} this is so`, items: of(true) }
        : { text: `of ${indefinite(member)} at least this is not so`, items: of(true) };
    case 'atLeast':
      return {
        text: `there are ${wanted ? 'at least' : 'fewer than'} ${expr.quantity.n} of the ${humanise(expr.list.segments.at(-1)?.text ?? '')} of which this is so`,
        items: of(true),
      };
    default:
      throw new Error(`unknown quantity ${JSON.stringify(expr.quantity satisfies never)}`);
  }
}

function memberOf(expr: Kind<'quantified'>, context: ProvisionContext): string {
  const what = resolved(context, expr.list);
  const type = what?.kind === 'fact' ? what.type : undefined;
  return type?.kind === 'list' ? recordTitle(context, type.of) : 'one';
}

function bare(title: string): string {
  return title.replace(/^(?:the|an?) /i, '');
}

function pathCondition(expr: Kind<'path'>, context: ProvisionContext, wanted: boolean): Clause {
  const { phrases } = context;
  const what = resolved(context, expr);
  switch (what?.kind) {
    case 'fact': {
      const { say, ask } = phrasesOfFact(context, what.field);
      return clause(
        polarised(say, wanted) ?? `“${ask ?? humanise(what.field.name.text)}”: ${wanted ? 'yes' : 'no'}`,
      );
    }
    case 'definition': {
      const said = polarised(phrases.statements[what.name]?.say, wanted);
      return clause(said ?? `${humanise(what.name)} is ${wanted ? 'so' : 'not so'}`, what.name);
    }
    case 'aspect': {
      const verb = {
        applies: ['applies', 'does not apply'],
        met: ['is met', 'is not met'],
        breached: ['is breached', 'is not breached'],
      }[what.aspect];
      return clause(`${ruleWords(phrases, what.rule)} ${wanted ? verb[0] : verb[1]}`, what.rule);
    }
    case 'label': {
      const label = what.labels.join('.');
      const say = phrases.statements[what.statement]?.labels?.[label]?.say;
      const said = polarised(say, wanted);
      const of = phrases.statements[what.statement]?.act ?? humanise(what.statement);
      return clause(
        said ?? `“${humanise(label)}” ${wanted ? 'holds' : 'does not hold'} of “${of}”`,
        what.statement,
      );
    }
    default:
      return clause(
        `${humanise(expr.segments.map(({ text }) => text).join('.'))} is ${wanted ? 'so' : 'not so'}`,
      );
  }
}

/** A two-sided phrase in one polarity; undefined where it is none. */
function polarised(say: string | undefined, wanted: boolean): string | undefined {
  if (say === undefined || !isTwoSided(say) || hasPlace(say)) return undefined;
  return wanted ? positive(say) : negative(say);
}

const ON_DATES = {
  '<=': ['by', 'later than'],
  '<': ['before', 'on or after'],
  '>': ['later than', 'by'],
  '>=': ['on or after', 'before'],
} as const;
const ON_NUMBERS = {
  '<=': ['is at most', 'is more than'],
  '<': ['is less than', 'is at least'],
  '>': ['is more than', 'is at most'],
  '>=': ['is at least', 'is less than'],
} as const;
const TURNED = { '<=': '>=', '<': '>', '>': '<', '>=': '<=' } as const;

/** "less than 50", "before 1 May 2020", of the value in a cell of a table, under the head of what it is compared with. */
export function cellWords({ op, value }: CellValue, context: ProvisionContext): string {
  const of = nounOf(value, context);
  if (op === '=') return of;
  return context.program.types.get(value)?.kind === 'date'
    ? `${ON_DATES[op][0]} ${of}`
    : `${ON_NUMBERS[op][0].slice('is '.length)} ${of}`;
}

function comparison(expr: Kind<'compare'>, context: ProvisionContext, wanted: boolean): Clause {
  const { op, left, right } = expr;
  if (op === 'is' || op === 'is not') return equality(left, right, (op === 'is') === wanted, context);
  const side = wanted ? 0 : 1;
  if (context.program.types.get(left)?.kind === 'date' || context.program.types.get(right)?.kind === 'date') {
    const happened = happeningOf(left, context);
    if (happened !== undefined) return happening(happened, ON_DATES[op][side], right, context);
    const other = happeningOf(right, context);
    if (other !== undefined) return happening(other, ON_DATES[TURNED[op]][side], left, context);
    return clause(`${nounOf(left, context)} is ${ON_DATES[op][side]} ${nounOf(right, context)}`);
  }
  return clause(`${nounOf(left, context)} ${ON_NUMBERS[op][side]} ${nounOf(right, context)}`);
}

function happening(happened: string, when: string, other: Expr, context: ProvisionContext): Clause {
  if (other.kind === 'asOf' && when === 'later than') return clause(notYet(happened));
  return clause(`${happened} ${when} ${nounOf(other, context)}`);
}

/** "it has not been received by the day of the question" of "it was received". */
function notYet(happened: string): string {
  const [, subject, verb, what] = /^(.+?) (was|were) (.+)$/.exec(happened) ?? [];
  return subject === undefined || what === undefined
    ? `it is not so that ${happened} by ${today}`
    : `${subject} ${verb === 'was' ? 'has' : 'have'} not been ${what} by ${today}`;
}

/** "it was received", of a fact or a definition whose phrase tells an event. */
function happeningOf(expr: Expr, context: ProvisionContext): string | undefined {
  if (expr.kind === 'group') return happeningOf(expr.of, context);
  if (expr.kind !== 'path') return undefined;
  const what = resolved(context, expr);
  if (what?.kind === 'fact') return eventClause(phrasesOfFact(context, what.field).say);
  return what?.kind === 'definition' ? eventClause(context.phrases.statements[what.name]?.say) : undefined;
}

function equality(left: Expr, right: Expr, wanted: boolean, context: ProvisionContext): Clause {
  const say = sayOf(left, context);
  if (say !== undefined && hasPlace(say)) {
    const filled = fill(positive(say), nounOf(right, context));
    if (wanted) return clause(filled);
    const denied = positive(say).replace(/ (is|are|was|were) \{value\}$/, ' $1 not {value}');
    if (denied !== positive(say)) return clause(fill(denied, nounOf(right, context)));
  }
  return clause(`${nounOf(left, context)} is ${wanted ? '' : 'not '}${nounOf(right, context)}`);
}

function membership(expr: Kind<'oneOf'>, context: ProvisionContext, wanted: boolean): Clause {
  const members = listWords(
    expr.members.map((member) => nounOf(member, context)),
    'or',
  );
  const isIn = expr.negated !== wanted;
  const say = sayOf(expr.left, context);
  if (say !== undefined && /(?: is| are| was| were) \{value\}$/.test(positive(say)))
    return clause(
      fill(positive(say), isIn ? members : `neither ${members.replace(/ or (?=[^,]*$)/, ' nor ')}`),
    );
  return clause(`${nounOf(expr.left, context)} is ${isIn ? 'one' : 'none'} of ${members}`);
}

function inclusion(expr: Kind<'includes'>, context: ProvisionContext, wanted: boolean): Clause {
  const say = sayOf(expr.set, context);
  const member = nounOf(expr.member, context);
  if (say !== undefined && hasPlace(say) && isTwoSided(say))
    return clause(fill(wanted ? positive(say) : negative(say), member));
  return clause(`${nounOf(expr.set, context)} ${wanted ? 'includes' : 'does not include'} ${member}`);
}

function sayOf(expr: Expr, context: ProvisionContext): string | undefined {
  if (expr.kind === 'group') return sayOf(expr.of, context);
  if (expr.kind !== 'path') return undefined;
  const what = resolved(context, expr);
  if (what?.kind === 'fact') return phrasesOfFact(context, what.field).say;
  return what?.kind === 'definition' ? context.phrases.statements[what.name]?.say : undefined;
}
