/** What nobody asked about: every kind of finding, over all valid cases within the bounds of a translation. */
import { statementOf } from '@proviso/compiler/plan';
import { type VerifyCode, verifyTable } from '@proviso/language';
import type { Prover } from '../decide/prover.ts';
import type { Translation } from '../translate/translator.ts';
import { alikeOf } from './alike.ts';
import type { Search } from './ask.ts';
import { hiddenBreachesOf } from './assumptions.ts';
import { clashesOf } from './clashes.ts';
import { constantsOf } from './constants.ts';
import { type Finding, findingUnless } from './finding.ts';
import { idleFactsOf } from './idle-facts.ts';
import { redundantOf } from './redundant.ts';
import { Samples } from './samples.ts';

export type { Finding } from './finding.ts';

/** How findings are looked for. */
export interface FindingOptions {
  /** Codes to look for; all where absent. What they rest on is looked for as well. */
  readonly only?: readonly VerifyCode[];
  /** Told how many questions have been answered so far. */
  readonly progress?: (done: number) => void;
}

/**
 * Every finding of a plan, in source order of the statements and then by code. One cause gives one finding: what is constant
 * is found first, and everything else in the plan in which it may be anything. The same answers of the prover give the same
 * findings; nothing else is remembered, so that a prover that remembers its answers is all the cache there need be.
 */
export async function findingsOf(
  translation: Translation,
  prover: Prover,
  { only, progress = () => {} }: FindingOptions = {},
): Promise<readonly Finding[]> {
  const { plan } = translation;
  const isAsked = (...codes: VerifyCode[]): boolean =>
    only === undefined || codes.some((code) => only.includes(code));
  const samples = await Samples.of(translation, prover);
  if (!(samples instanceof Samples)) {
    const finding = findingUnless(
      plan,
      samples,
      { code: 'no-case-possible', params: {} },
      { statements: [] },
    );
    return finding === undefined ? [] : [finding];
  }
  let done = 0;
  const search: Search = {
    translation,
    prover,
    samples,
    progress: (more) => {
      done += more;
      progress(done);
    },
  };
  const constants = await constantsOf(search);
  const { findings: redundant, parts } = isAsked(
    'part-never-matters',
    'fact-never-matters',
    'definitions-alike',
  )
    ? await redundantOf(search, constants)
    : { findings: [], parts: [] };
  const findings = [
    ...constants.findings,
    ...redundant,
    ...(isAsked('rules-clash', 'advice-clashes') ? await clashesOf(search) : []),
    ...(isAsked('definitions-alike') ? await alikeOf(search, constants.without(parts)) : []),
    ...(isAsked('fact-never-matters') ? await idleFactsOf(search, constants, parts) : []),
    ...(isAsked('assumption-hides-breach') ? await hiddenBreachesOf(search) : []),
  ];
  return inOrder(
    translation,
    findings.filter(({ code }) => isAsked(code)),
  );
}

/** By the place of the first statement in the plan, then by the order of the codes' table. */
function inOrder({ plan }: Translation, findings: readonly Finding[]): readonly Finding[] {
  const places = new Map<string, number>();
  const names = [
    ...plan.definitions.map(({ id }) => statementOf(id)),
    ...plan.invariants.map(({ name }) => name),
  ];
  for (const name of names) if (!places.has(name)) places.set(name, places.size);
  const codes = Object.keys(verifyTable);
  const placeOf = ({ statement }: Finding): number =>
    statement === null ? -1 : (places.get(statement) ?? -1);
  return findings.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || codes.indexOf(a.code) - codes.indexOf(b.code),
  );
}
