/** The results of a verification as diagnostics, in their places in the policy. */
import type { Diagnostic, Program } from '@proviso/language';
import { verifyMessage } from '@proviso/language';
import type { Finding, InvariantReport, VerificationReport, Witness } from '@proviso/verify';
import { weigh } from '@proviso/verify';
import { undecidedWords } from './words.ts';

/** A place in a policy. */
type Span = Diagnostic['span'];

/** One result to look at: what it says, the rules and citations it names, a case that shows it. */
export interface Item {
  readonly diagnostic: Diagnostic;
  /** The rules and definitions that take part. */
  readonly statements: readonly string[];
  readonly cites: readonly { readonly source: string; readonly pinpoint: string; readonly anchor?: string }[];
  readonly witness?: Witness;
  readonly decided: boolean;
}

/** A verification, weighed by what the policy accepts. */
export interface Verdict {
  /** In this order: refuted invariants, open findings, what was not decided. */
  readonly items: readonly Item[];
  readonly accepted: readonly { readonly item: Item; readonly because: string }[];
  readonly counts: {
    readonly proved: number;
    readonly refuted: number;
    readonly found: number;
    readonly accepted: number;
    readonly notDecided: number;
  };
}

/** What the policy's text adds: places and acceptances. Without it nothing is accepted, and all is said of the pack. */
export interface PolicyText {
  readonly program: Program | undefined;
  /** The file to name where nothing better is known. */
  readonly entry: string;
}

/** Weighs a report by the acceptances of its policy. */
export function verdictOf(report: VerificationReport, cites: CitesOf, text: PolicyText): Verdict {
  const spans = spansOf(text);
  const accepts = (text.program?.accepts ?? []).map((accept) => ({
    code: accept.finding.text,
    ...(accept.on === undefined ? {} : { on: accept.on.segments.map((segment) => segment.text).join('.') }),
    because: accept.because.value,
    span: accept.span,
  }));
  const { open, accepted, stale } = weigh(report.findings, accepts);
  const firstStale = open.length - stale.length;
  const findings = open.map((finding, i) =>
    itemOf(finding, stale[i - firstStale]?.span ?? spans(finding.names)),
  );
  const invariants = report.invariants.flatMap((result) => invariantItem(result, cites, spans));
  const decided = [...invariants, ...findings].filter((item) => item.decided);
  const undecided = [...invariants, ...findings].filter((item) => !item.decided);
  const count = (verdict: InvariantReport['verdict']): number =>
    report.invariants.filter((each) => each.verdict === verdict).length;
  return {
    items: [...decided, ...undecided],
    accepted: accepted.map(({ finding, by }) => ({
      item: itemOf(finding, spans(finding.names)),
      because: by.because,
    })),
    counts: {
      proved: count('proved'),
      refuted: count('refuted'),
      found: findings.filter((item) => item.decided).length,
      accepted: accepted.length,
      notDecided: undecided.length,
    },
  };
}

/** The citations of an invariant. */
export type CitesOf = (invariant: string) => Item['cites'];

function itemOf(finding: Finding, span: Span): Item {
  const { message, help } = verifyMessage(finding.code, finding.params as never);
  const why =
    finding.by !== undefined && finding.by in undecidedWords
      ? undecidedWords[finding.by as keyof typeof undecidedWords]
      : '';
  return {
    diagnostic: {
      code: finding.decided ? finding.code : 'not-decided',
      severity: 'warning',
      message: finding.decided ? message : `not decided whether ${message} (${finding.code}): ${why}`,
      ...(help === undefined || !finding.decided ? {} : { help }),
      span,
      related: [],
    },
    statements: finding.statements,
    cites: finding.cites,
    ...(finding.witness === undefined ? {} : { witness: finding.witness }),
    decided: finding.decided,
  };
}

function invariantItem(
  result: InvariantReport,
  cites: CitesOf,
  spans: (names: readonly string[]) => Span,
): readonly Item[] {
  const { name } = result;
  const at = { span: spans([name]), related: [] };
  const about = { statements: [name], cites: cites(name) };
  switch (result.verdict) {
    case 'proved':
      return [];
    case 'refuted': {
      const of = result.of === undefined ? '' : ` of \`${result.of}\``;
      const message = `the invariant \`${name}\` does not hold${of}`;
      const help = 'correct the rules that take part, or the invariant if the source does not promise it';
      return [
        {
          diagnostic: { code: 'invariant-refuted', severity: 'error', message, help, ...at },
          ...about,
          witness: result.witness,
          decided: true,
        },
      ];
    }
    case 'notDecided': {
      const message = `not decided whether the invariant \`${name}\` holds: ${undecidedWords[result.because]}`;
      return [
        {
          diagnostic: { code: 'not-decided', severity: 'warning', message, ...at },
          ...about,
          decided: false,
        },
      ];
    }
    default:
      return result satisfies never;
  }
}

/** Where the first of some names is declared: a statement, an invariant, a fact, a field of a record. */
function spansOf({ program, entry }: PolicyText): (names: readonly string[]) => Span {
  const spans = new Map<string, Span>();
  if (program !== undefined) {
    for (const [name, fact] of program.facts) spans.set(name, fact.name.span);
    for (const [record, { name, fields }] of program.records) {
      spans.set(record, name.span);
      for (const field of fields) spans.set(`${record}.${field.name.text}`, field.name.span);
    }
    for (const { name } of program.invariants) spans.set(name.text, name.span);
    for (const [name, { versions }] of program.statements) {
      const span = versions[0]?.node.name.span;
      if (span !== undefined) spans.set(name, span);
    }
  }
  const start: Span = program?.pack.name.span ?? { file: entry, start: 0, end: 0 };
  return (names) => {
    for (const name of names) {
      const [first = ''] = name.split('.');
      const found = spans.get(name) ?? spans.get(first);
      if (found !== undefined) return found;
    }
    return start;
  };
}
