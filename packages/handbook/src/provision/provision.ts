/** A definition or a rule as a provision: what it says, part by part, in the order in which a person reads law. */
import {
  dateWords,
  fill,
  hasPlace,
  humanise,
  isTwoSided,
  listWords,
  positive,
  ruleWords,
  whichValue,
} from '@proviso/explain';
import type {
  Cite,
  Define,
  Exception,
  Expr,
  Limb,
  Rule,
  Statement,
  StatementVersion,
  Table,
} from '@proviso/language';
import { cellWords, conditionOf, flat } from './conditions.ts';
import type { ProvisionContext } from './context.ts';
import { recordTitle } from './context.ts';
import { nounOf } from './nouns.ts';
import type { Citation, Clause } from './outline.ts';

/** One dated version of a statement. */
export interface Provision {
  /** "In force from 25 May 2018, ceasing on 5 February 2026, judged by the day on which the message was sent." Empty where nothing is dated. */
  readonly law: string;
  /** The conclusion or the norm, a whole sentence without its full stop. */
  readonly says: string;
  /** Parts under headings: "It is so where", "But not where". */
  readonly parts: readonly Part[];
  readonly table?: DecisionTable;
  readonly cites: readonly Citation[];
}

/** A headed part of a provision. */
export interface Part {
  readonly heading: string;
  readonly clauses: readonly Clause[];
}

/** A decision table as one. */
export interface DecisionTable {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly cites: readonly Citation[] }[];
}

/** The provisions of a statement: one for each dated version. */
export function provisionsOf(statement: Statement, context: ProvisionContext): readonly Provision[] {
  return statement.kind === 'define'
    ? statement.versions.map((version) => definition(statement.name, version, context))
    : statement.versions.map((version) => rule(version, context));
}

/** Citations as the handbook holds them. */
export function citations(cites: readonly Cite[]): readonly Citation[] {
  return cites.map(({ source, pinpoint, anchor }) => ({
    source: source.text,
    pinpoint,
    ...(anchor === undefined ? {} : { anchor: anchor.value }),
  }));
}

function definition(name: string, version: StatementVersion<Define>, context: ProvisionContext): Provision {
  const { node } = version;
  const say = node.say?.value;
  const yesNo = node.type === undefined && (say === undefined || isTwoSided(say) || !hasPlace(say));
  const says = yesNo
    ? `It is asked whether ${positive(say ?? humanise(name))}${aboutEach(node, context)}`
    : `It is asked ${whichValue(positive(say ?? humanise(name)))}${aboutEach(node, context)}`;
  const parts: Part[] = [];
  if (node.requires.length > 0)
    parts.push({
      heading: 'It needs all of these',
      clauses: node.requires.map((limb) => limbClause(limb, context)),
    });
  if (node.includes.length > 0)
    parts.push({
      heading: groundsHeading(node.includes.length, node.requires.length > 0),
      clauses: node.includes.map((limb) => limbClause(limb, context)),
    });
  if (
    node.includes.length > 0 ||
    node.otherwise !== undefined ||
    (node.means.length === 0 && node.table === undefined)
  )
    parts.push({
      heading: 'The list of grounds is open',
      clauses: [
        {
          text: `that nothing on it is so does not answer no; it is asked: “${node.otherwise?.ask.value ?? `Is it so on another ground that ${positive(say ?? humanise(name))}?`}”`,
        },
      ],
    });
  if (node.means.length > 0)
    parts.push({
      heading: yesNo ? groundsHeading(node.means.length, node.requires.length > 0) : 'That is',
      clauses: node.means.map((limb) => (yesNo ? limbClause(limb, context) : valueClause(limb, context))),
    });
  return {
    law: lawSentence(version, context),
    says,
    parts: [...parts, ...exceptionParts(version, context, 'Yet not')],
    ...(node.table === undefined ? {} : { table: tableOf(node.table, context) }),
    cites: citations(node.cites),
  };
}

function groundsHeading(count: number, besides: boolean): string {
  const and = besides ? 'And it is so where' : 'It is so where';
  return count === 1 ? and : `${and} any of these is`;
}

function aboutEach({ param }: Pick<Define | Rule, 'param'>, context: ProvisionContext): string {
  return param === undefined
    ? ''
    : `, as to each ${recordTitle(context, param.record.text).replace(/^(?:the|an?) /, '')}`;
}

const MODALS = {
  must: 'must',
  'must not': 'must not',
  should: 'should',
  'should not': 'should not',
  may: 'may',
};

/** What a prohibition begins with where its act is its title: without it, it would read as what is asked for. */
const FORBIDDEN: Readonly<Partial<Record<string, string>>> = {
  mustNot: 'must not ',
  shouldNot: 'should not ',
};

function rule(version: StatementVersion<Rule>, context: ProvisionContext): Provision {
  const { node } = version;
  const bearer = context.phrases.bearers[node.bearer?.text ?? '']?.title ?? 'whoever it binds';
  const as = node.as === undefined ? '' : ` (in the source’s words, “${node.as.value}”)`;
  const forbids = node.modal.endsWith(' not');
  const parts: Part[] = [];
  const when = node.when === undefined ? undefined : conditionOf(node.when, context);
  parts.push({
    heading: node.modal === 'may' ? 'The permission applies where' : 'The rule applies where',
    clauses: when === undefined ? [{ text: 'in every case' }] : spread(when),
  });
  if (node.doneWhen !== undefined)
    parts.push({
      heading: forbids ? 'What is forbidden is done where' : 'It is met where',
      clauses: spread(conditionOf(node.doneWhen, context)),
    });
  if (node.doneBy !== undefined)
    parts.push({
      heading: forbids ? 'What is forbidden is done on' : 'It is met on',
      clauses: [{ text: nounOf(node.doneBy, context) }],
    });
  if (node.due !== undefined)
    parts.push({ heading: 'No later than', clauses: [dueClause(node.due, context)] });
  if (node.despite.length > 0)
    parts.push({
      heading: 'It goes before',
      clauses: node.despite.map(({ text }) => ({
        text: ruleWords(context.phrases, text),
        to: text,
      })),
    });
  return {
    law: lawSentence(version, context),
    says: `${bearer} ${MODALS[node.modal]} ${node.act.value}${as}${aboutEach(node, context)}`,
    parts: [...parts, ...exceptionParts(version, context, 'It does not apply')],
    cites: citations(node.cites),
  };
}

function dueClause(due: Expr, context: ProvisionContext): Clause {
  return due.kind === 'case' || due.kind === 'byReading'
    ? { ...conditionOf(due, context), text: 'a day that depends on the case' }
    : { text: `${nounOf(due, context)}, before any adjustment for weekends and holidays` };
}

/** What a part consists of: the clauses of a conjunction one by one, since the heading asks for all. */
function spread(of: Clause): readonly Clause[] {
  return of.items !== undefined && of.text === 'all of these' ? of.items : [of];
}

function limbClause(limb: Limb, context: ProvisionContext): Clause {
  const of = conditionOf(limb.condition, context);
  return {
    ...of,
    ...(limb.certainty === undefined ? {} : { certainty: limb.certainty.text }),
    ...(limb.label === undefined ? {} : { label: limb.label.text }),
    cites: citations(limb.cites),
  };
}

function valueClause(limb: Limb, context: ProvisionContext): Clause {
  const { condition } = limb;
  const cites = citations(limb.cites);
  if (condition.kind !== 'case') return { text: nounOf(condition, context), cites };
  return {
    text: 'depending on the case',
    items: [
      ...condition.branches.map(({ when, then }) => ({
        text: `where ${flat(conditionOf(when, context))}: ${nounOf(then, context)}`,
      })),
      ...(condition.otherwise === undefined
        ? []
        : [{ text: `otherwise: ${nounOf(condition.otherwise, context)}` }]),
    ],
    cites,
  };
}

function exceptionParts(
  version: StatementVersion<Define | Rule>,
  context: ProvisionContext,
  heading: string,
): readonly Part[] {
  const { node, exceptions, permissions } = version;
  const apart = exceptions.filter(({ node: { target } }) => target.segments.length === 1);
  const clauses: Clause[] = [
    ...node.exceptions.map((exception) => exceptionClause(exception, context)),
    ...apart.map(({ node: exception }) =>
      exceptionClause({ ...exception, kind: 'limb', label: exception.name }, context),
    ),
    ...permissions.map((name) => ({
      text: `where it is permitted to ${context.phrases.statements[name]?.act ?? humanise(name)}`,
      to: name,
    })),
  ];
  if (node.exceptOtherwise !== undefined)
    clauses.push({
      text: `in another case that the source leaves open: “${node.exceptOtherwise.ask?.value ?? 'Is there an exception that is not listed?'}”`,
    });
  if (clauses.length === 0) return [];
  return [
    { heading: clauses.length === 1 ? `${heading} where` : `${heading} where any of these is so`, clauses },
  ];
}

function exceptionClause(exception: Exception, context: ProvisionContext): Clause {
  const of = limbClause(exception, context);
  const nested = exception.exceptions.map((each) => exceptionClause(each, context));
  const open =
    exception.exceptOtherwise === undefined
      ? []
      : [
          {
            text: `in another case that is not listed: “${exception.exceptOtherwise.ask?.value ?? 'Is there one?'}”`,
          },
        ];
  if (nested.length + open.length === 0) return of;
  return {
    ...of,
    items: [
      ...(of.items ?? []),
      { text: 'though not where this is so (an exception to the exception)', items: [...nested, ...open] },
    ],
  };
}

function lawSentence({ law }: StatementVersion<Define | Rule>, context: ProvisionContext): string {
  const parts: string[] = [];
  if (law.from !== undefined) parts.push(`in force from ${dateWords(law.from.iso)}`);
  if (law.ceasing !== undefined) parts.push(`ceasing on ${dateWords(law.ceasing.iso)}`);
  if (law.governedBy !== undefined) parts.push(`judged by the law of ${nounOf(law.governedBy, context)}`);
  const successors = law.succeededBy ?? [];
  if (successors.length > 0)
    parts.push(`its place taken by ${listWords(successors.map(({ text }) => humanise(text)))}`);
  return parts.join(', ');
}

function tableOf(table: Table, context: ProvisionContext): DecisionTable {
  return {
    heads: [...table.inputs.map((input) => nounOf(input, context)), 'then'],
    rows: table.rows.map(({ cells, value, cites }) => ({
      cells: [
        ...cells.map((cell) =>
          cell.kind === 'anyCell'
            ? 'any'
            : listWords(
                cell.values.map((each) => cellWords(each, context)),
                'or',
              ),
        ),
        value.kind === 'yes' || value.kind === 'no' || value.kind === 'path' || value.kind === 'number'
          ? nounOf(value, context)
          : flat(conditionOf(value, context)),
      ],
      cites: citations(cites),
    })),
  };
}

/** A statement in an index: "the message is direct marketing", "respond to the objection", "must not conceal the sender". */
export function titleOf(name: string, context: ProvisionContext): string {
  const { say, act, modality } = context.phrases.statements[name] ?? {};
  if (act !== undefined) return `${modality === undefined ? '' : (FORBIDDEN[modality] ?? '')}${act}`;
  if (say === undefined) return humanise(name);
  return hasPlace(say) ? fill(positive(say), '…') : positive(say);
}
