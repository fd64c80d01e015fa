/** Definitions that always say the same, or always the opposite. */
import type { Definition } from '@proviso/compiler/plan';
import type { NodeId } from '../form/form.ts';
import { asNode } from '../translate/terms.ts';
import type { Translation } from '../translate/translator.ts';
import { type Asked, askWhether, type Search } from './ask.ts';
import { isWritten } from './constant-sites.ts';
import { type Finding, findingUnless } from './finding.ts';

interface Pair {
  readonly first: Definition;
  readonly second: Definition;
  readonly negated: boolean;
}

/**
 * Finds definitions that say the same twice, each with the first that says it. `freed` is the plan in which may be anything
 * what has a finding of its own. Samples put together what may be alike; what
 * a prover then finds different is told apart everywhere at once.
 */
export async function alikeOf(search: Search, freed: Translation): Promise<readonly Finding[]> {
  const { plan } = search.translation;
  const { form } = freed;
  const definitions = plan.definitions.filter(
    ({ visible, type, expr, param }) =>
      visible &&
      type.kind !== 'duration' &&
      type.kind !== 'status' &&
      !isWritten(expr) &&
      freed.holders(param).length > 0,
  );
  const nodes = new Map(definitions.map((each) => [each, nodesOf(freed, each)]));
  const isConstant = (each: Definition): boolean =>
    nodes.get(each)?.every((id) => id === form.yes || id === form.no) ?? true;
  const candidates = definitions.filter((each) => !isConstant(each));
  const told = new Set<string>();
  const findings: { readonly at: number; readonly finding: Finding }[] = [];
  const settled = new Set<Definition>();
  for (;;) {
    const pairs = pairsOf(
      search,
      candidates.filter((each) => !settled.has(each)),
      nodes,
    ).filter((pair) => !told.has(keyOf(pair)));
    if (pairs.length === 0) break;
    const answers = await askWhether(
      { ...search, translation: freed },
      pairs.map((pair) => differ(freed, pair)),
    );
    for (const [i, pair] of pairs.entries()) {
      const answer = answers[i];
      if (answer === undefined) continue;
      told.add(keyOf(pair));
      if (answer.kind === 'found' || answer.kind === 'seen') continue;
      if (answer.kind === 'none') settled.add(pair.second);
      const { first, second, negated } = pair;
      const finding = findingUnless(
        plan,
        answer,
        { code: 'definitions-alike', params: { first: first.id, second: second.id, negated } },
        { statements: [second.id, first.id] },
      );
      if (finding !== undefined) findings.push({ at: definitions.indexOf(second), finding });
    }
  }
  return findings.toSorted((a, b) => a.at - b.at).map(({ finding }) => finding);
}

function keyOf({ first, second, negated }: Pair): string {
  return `${first.id} ${second.id} ${negated}`;
}

function nodesOf(translation: Translation, { id, param }: Definition): readonly NodeId[] {
  return translation
    .holders(param)
    .map((holder) => asNode(translation.definition(id, param === undefined ? undefined : holder)));
}

/** Each definition with the first one that has come out alike, or always otherwise, in every sample. */
function pairsOf(
  { samples }: Search,
  definitions: readonly Definition[],
  nodes: ReadonlyMap<Definition, readonly NodeId[]>,
): readonly Pair[] {
  const signatureOf = samples.signatures(definitions.flatMap((each) => nodes.get(each) ?? []));
  const seen = new Map<string, Definition[]>();
  return definitions.flatMap((second): readonly Pair[] => {
    const { type, param } = second;
    const signatures = (nodes.get(second) ?? []).map((node) => signatureOf.get(node) ?? '');
    const group = `${JSON.stringify(type)} ${param?.record ?? ''} `;
    const own = group + signatures.join(';');
    const opposite = group + signatures.map(opposed).join(';');
    const alike = (seen.get(own) ?? []).slice(0, 1).map((first) => ({ first, second, negated: false }));
    const opposed_ =
      type.kind === 'yesno'
        ? (seen.get(opposite) ?? []).slice(0, 1).map((first) => ({ first, second, negated: true }))
        : [];
    seen.set(own, [...(seen.get(own) ?? []), second]);
    return [...alike, ...opposed_].slice(0, 1);
  });
}

function opposed(signature: string): string {
  return signature.replaceAll(/true|false/g, (value) => (value === 'true' ? 'false' : 'true'));
}

function differ(translation: Translation, { first, second, negated }: Pair): Asked {
  const { form } = translation;
  const holders = translation.holders(first.param);
  const [a, b] = [nodesOf(translation, first), nodesOf(translation, second)];
  const terms = holders.map((holder, i) => {
    const same = form.eq(a[i] ?? form.no, b[i] ?? form.no);
    return form.and([holder.present, negated ? same : form.not(same)]);
  });
  return { node: form.or(terms), trails: [first, second].map(({ id }) => translation.trailOf(id)) };
}
