import type { Span } from '../ast/ast.ts';
import { type DiagnosticTable, reporter } from './define.ts';
import type { Diagnostic } from './diagnostic.ts';
import { define, fact, policy, valued } from './samples.ts';

/** What the messages of `planTable` speak of. */
export interface PlanParams {
  /** `statement` is the one that compares, `limit` the most single comparisons that one comparison may become. */
  readonly 'comparison-too-large': { readonly statement: string; readonly limit: number };
  /** `limit` is the most expressions that may stand within one another, definitions looked through. */
  readonly 'definitions-too-deep': { readonly statement: string; readonly limit: number };
}

/** A chain of dates each of which looks twice at the one before. */
const chain = (length: number): string =>
  Array.from({ length }, (_, i) => {
    const before = i === 0 ? 'sentOn' : `date${i - 1}`;
    return valued(`date${i}`, 'date', `means latest of { ${before}, 1 day after ${before} }`);
  }).join('');

const event = 'event sentOn {\n  ask "When was it sent?"\n}\n';
const sample = (length: number): string =>
  policy(event, chain(length), define('late', `date${length - 1} < asOf`));

/** Definitions each of which is the one before. */
const tower = (height: number): string =>
  Array.from({ length: height }, (_, i) => define(`step${i}`, i === 0 ? 'urgent' : `step${i - 1}`)).join('');

/** Codes of planning: what is well formed and means something, and is too large to carry out. */
export const planTable: DiagnosticTable<PlanParams> = {
  'comparison-too-large': {
    severity: 'error',
    message: ({ statement, limit }) =>
      `comparing dates in \`${statement}\` would take more than ${limit} single comparisons`,
    help: 'compare the parts by themselves, or give the deadline fewer `earliest`, `latest` and `case` within one another',
    explanation:
      'A comparison with an `earliest`, a `latest` or a `case` is made with each of their parts, so that one known date can settle a deadline with several. Definitions are looked through. Where such definitions stand within one another the parts multiply, and a short policy could ask for millions.',
    bad: {
      shown: 'define date0 …  define date1 … latest of { date0, 1 day after date0 } …  and so on',
      make: () => sample(14),
    },
    good: {
      shown: 'define date0 …  define date1 … latest of { date0, 1 day after date0 }',
      make: () => sample(2),
    },
  },
  'definitions-too-deep': {
    severity: 'error',
    message: ({ statement, limit }) =>
      `\`${statement}\` goes more than ${limit} conditions deep, through the definitions it refers to`,
    help: 'refer to the definitions that count directly, or put several steps into one definition',
    explanation:
      'Evaluating a definition evaluates those that it refers to, and those that they refer to. A chain of hundreds of definitions would end the stack of the program that runs the policy, which is much smaller in a browser.',
    bad: {
      shown: 'define step0 …  define step1 … means step0 …  and so on',
      make: () => policy(fact('urgent'), tower(1001)),
    },
    good: {
      shown: 'define step0 …  define step1 … means step0',
      make: () => policy(fact('urgent'), tower(2)),
    },
  },
};

const report = reporter<PlanParams>(planTable);

/** The finding that a comparison would become too large, for the compiler to report. */
export function comparisonTooLarge(span: Span, params: PlanParams['comparison-too-large']): Diagnostic {
  return report('comparison-too-large', span, params);
}

/** The finding that a statement goes too deep, for the compiler to report. */
export function definitionsTooDeep(span: Span, params: PlanParams['definitions-too-deep']): Diagnostic {
  return report('definitions-too-deep', span, params);
}
