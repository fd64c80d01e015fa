import type { Span } from '../ast/ast.ts';
import { type BindParams, bindTable } from '../diagnostics/bind.ts';
import { type CheckParams, checkTable } from '../diagnostics/check.ts';
import { type Extra, reporter } from '../diagnostics/define.ts';
import { didYouMean, editDistance } from '../diagnostics/did-you-mean.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** The parameters of every code of binding and checking. */
export type FindingParams = BindParams & CheckParams;

const diagnosticOf = reporter<FindingParams>({ ...bindTable, ...checkTable });

/** Where binding and checking put what they find. */
export interface Findings {
  /** Adds a finding; `subjects` are the declarations it is about, by which `accept … on …` can name it. */
  readonly report: <Code extends keyof FindingParams>(
    code: Code,
    span: Span,
    params: FindingParams[Code],
    extra?: Extra & { readonly subjects?: readonly object[] },
  ) => void;
  readonly all: () => readonly Found[];
  /**
   * What was probably meant by a word that names nothing: for the message, and a fix where only one candidate is near.
   * Comparing costs time, so a pack with very many unknown words gets suggestions for the first of them only.
   */
  readonly meant: (word: string, span: Span, candidates: Iterable<string>) => Meant;
}

/** A suggestion, where there is one, and what it adds to the finding. */
export interface Meant {
  readonly suggestion: string | null;
  readonly extra: Extra;
}

/** At most this many candidates are compared with unknown words, over a whole pack. */
const comparisonLimit = 200_000;

/** A finding and the declarations it is about. */
export interface Found {
  readonly diagnostic: Diagnostic;
  readonly subjects: readonly object[];
}

/** An empty list of findings. */
export function createFindings(): Findings {
  const found: Found[] = [];
  let compared = 0;
  return {
    report: (code, span, params, extra = {}) => {
      const { subjects = [], ...rest } = extra;
      found.push({ diagnostic: diagnosticOf(code, span, params, rest), subjects });
    },
    all: () => found,
    meant: (word, span, candidates) => {
      if (compared > comparisonLimit) return { suggestion: null, extra: {} };
      const list = [...new Set(candidates)];
      compared += list.length;
      return meantAmong(word, span, list);
    },
  };
}

function meantAmong(word: string, span: Span, list: readonly string[]): Meant {
  const best = didYouMean(word, list);
  if (best === undefined) return { suggestion: null, extra: {} };
  const distance = (candidate: string): number => editDistance(word.toLowerCase(), candidate.toLowerCase());
  const second = didYouMean(
    word,
    list.filter((candidate) => candidate !== best),
  );
  if (second !== undefined && distance(second) <= distance(best)) return { suggestion: best, extra: {} };
  return {
    suggestion: best,
    extra: { fix: { title: `write \`${best}\``, safe: false, edits: [{ span, text: best }] } },
  };
}
