/** What is fuzzed: where inputs come from, what must hold of each, and how many of them CI tries. */
import type * as fc from 'fast-check';
import { factsProperty, planProperty } from './data-properties.ts';
import { bytes, cases, packs, plans, policyTexts } from './inputs.ts';
import { checkerProperty, formatterProperty, lexerProperty, parserProperty } from './language-properties.ts';

/** One target. An input is a text, so that it can be kept as a file. */
export interface Target {
  readonly inputs: fc.Arbitrary<string>;
  /** Throws where something is wrong. */
  readonly property: (input: string) => void;
  readonly inCi: number;
}

/** The targets by name. */
export const targets: Readonly<Record<string, Target>> = {
  bytes: { inputs: bytes, property: parserProperty, inCi: 1500 },
  lexer: { inputs: policyTexts, property: lexerProperty, inCi: 1000 },
  parser: { inputs: policyTexts, property: parserProperty, inCi: 1000 },
  formatter: { inputs: policyTexts, property: formatterProperty, inCi: 1000 },
  checker: { inputs: packs, property: checkerProperty, inCi: 300 },
  facts: { inputs: cases, property: factsProperty, inCi: 1500 },
  plan: { inputs: plans, property: planProperty, inCi: 600 },
};
