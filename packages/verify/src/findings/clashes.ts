/** Rules that bind one bearer in one case and cannot both be obeyed in it, whatever is done. */
import { inquire } from '../case/confirm.ts';
import type { Answer } from '../decide/prover.ts';
import { type Assignment, valuesUnder } from '../form/assignment.ts';
import type { NodeId } from '../form/form.ts';
import { constantOf, likeVariable, Substitution } from '../form/substitute.ts';
import { type Witness, witnessOf } from '../prove/counterexample.ts';
import { statuses, type Translation } from '../translate/translator.ts';
import { validityFor } from '../translate/validity.ts';
import { pathOf } from '../translate/variables.ts';
import { askWhether, type Search } from './ask.ts';
import { type Demand, type Pair, pairsOf } from './demands.ts';
import { type Claim, type Finding, found, shownBy } from './finding.ts';

/** How many ways out are tried of the cases of one pair. */
const mostWays = 24;

/** A pair on which it is not yet known whether it clashes. */
interface Open {
  readonly pair: Pair;
  readonly validity: readonly NodeId[];
  /** In every way out that was found: that it is none, since one of the two fails. */
  readonly failing: readonly NodeId[];
}

/** What was found of a pair: a case without a way out, or why that is not known. */
type Verdict =
  | { readonly kind: 'clash'; readonly assignment: Assignment; readonly failing: readonly NodeId[] }
  | Extract<Answer, { kind: 'notDecided' }>;

/**
 * Finds clashes among rules that can never both be obeyed; those that can somewhere are taken to get along. A case is looked
 * for in which both rules apply; then a way out of it, which is other values of the facts that the two rules ask to be done,
 * such that neither fails. Where there is one, the next case has to be one that it does not help. A case without a way out is a clash, unless one of the two rules fails whatever is done: that has nothing to do with
 * the other.
 */
export async function clashesOf(search: Search): Promise<readonly Finding[]> {
  const { translation, prover, progress } = search;
  const { form, plan } = translation;
  const ask = async (all: readonly (readonly NodeId[])[]): ReturnType<typeof prover.ask> => {
    let before = 0;
    return prover.ask(
      all.map((each) => ({ form, all: each })),
      (done) => {
        progress(done - before);
        before = done;
      },
    );
  };
  const verdicts = new Map<Pair, Verdict>();
  const pairs = pairsOf(translation);
  const together = await askWhether(
    search,
    pairs.map(({ first, second }) => ({
      node: form.and([first.obeyed, second.obeyed, first.holder.present, second.holder.present]),
      trails: [first, second].map(({ rule }) => translation.trailOf(rule.status)),
    })),
  );
  let open: readonly Open[] = pairs.flatMap((pair, i) => {
    const canBoth = together[i]?.kind === 'found' || together[i]?.kind === 'seen';
    return canBoth && !forbidsWhatItDescribes(pair) ? [] : [openOf(translation, pair)];
  });
  for (let way = 0; open.length > 0; way += 1) {
    const cases = await ask(open.map((each) => caseWanted(translation, each)));
    const left = open.flatMap((each, i) => {
      const answer = cases[i];
      if (answer?.kind === 'notDecided') verdicts.set(each.pair, answer);
      return answer?.kind === 'found' ? [{ each, assignment: answer.assignment }] : [];
    });
    const ways = await ask(left.map(({ each, assignment }) => wayWanted(translation, each, assignment)));
    open = left.flatMap(({ each, assignment }, i): readonly Open[] => {
      const answer = ways[i];
      if (answer?.kind === 'none') {
        verdicts.set(each.pair, {
          kind: 'clash',
          assignment: search.samples.whole(assignment),
          failing: each.failing,
        });
        return [];
      }
      if (answer?.kind !== 'found' || way >= mostWays) {
        verdicts.set(
          each.pair,
          answer?.kind === 'notDecided' ? answer : { kind: 'notDecided', because: 'budget' },
        );
        return [];
      }
      return [
        { ...each, failing: [...each.failing, failingIn(translation, each, assignment, answer.assignment)] },
      ];
    });
  }
  // A pair of rules with parameters may clash for several instances: the first shows it.
  const shown = new Map<string, Finding>();
  for (const [pair, verdict] of verdicts) {
    const claim = claimOf(pair);
    const key = JSON.stringify(claim);
    if (shown.get(key)?.decided === true) continue;
    const subject = { statements: [pair.first.rule.name, pair.second.rule.name] };
    const finding =
      verdict.kind === 'clash'
        ? found(plan, claim, subject, shownBy(witness(translation, pair, verdict)))
        : found(plan, claim, subject, { decided: false, by: verdict.because });
    if (finding.decided || !shown.has(key)) shown.set(key, finding);
  }
  return [...shown.values()];
}

/** A prohibition without `done` is obeyed by not coming under it, which is no way out where the other rule binds as well. */
function forbidsWhatItDescribes({ first, second }: Pair): boolean {
  return [first, second].some(({ acts }) => acts.size === 0);
}

function claimOf({ first, second }: Pair): Claim {
  const isDuty = [first, second].every(
    ({ rule: { modality } }) => modality === 'must' || modality === 'mustNot',
  );
  const params = { first: first.rule.name, second: second.rule.name };
  return { code: isDuty ? 'rules-clash' : 'advice-clashes', params };
}

function openOf(translation: Translation, pair: Pair): Open {
  const { first, second } = pair;
  const trails = [first, second].flatMap(({ rule }) => translation.trailOf(rule.status));
  return { pair, validity: validityFor(translation, [first.failed, second.failed], trails), failing: [] };
}

/** A valid case in which both apply, one fails, each alone could be obeyed, and no way found so far leads out. */
function caseWanted({ form }: Translation, { pair, validity, failing }: Open): readonly NodeId[] {
  const { first, second, acts } = pair;
  const alone = [first, second].flatMap(({ failed }, i) => {
    const done = new Substitution(
      form,
      new Map(acts.map((id) => [id, likeVariable(form, id, `way ${i + 1}`)])),
    );
    return [form.not(done.in(failed)), ...validity.map((id) => done.in(id))];
  });
  const fails = form.or([first.failed, second.failed]);
  return [...new Set([first.applies, second.applies, fails, ...alone, ...failing, ...validity])];
}

/** The case as it is but for what can be done, and neither fails. */
function wayWanted(
  { form }: Translation,
  { pair, validity }: Open,
  assignment: Assignment,
): readonly NodeId[] {
  const acts = new Set(pair.acts);
  const given = [...assignment].filter(([id]) => !acts.has(id));
  const fixed = new Substitution(form, new Map(given.map(([id, value]) => [id, constantOf(form, value)])));
  const { first, second } = pair;
  return [form.not(first.failed), form.not(second.failed), ...validity].map((id) => fixed.in(id));
}

/** That a way out which was found is none. */
function failingIn(
  { form }: Translation,
  { pair, validity }: Open,
  assignment: Assignment,
  way: Assignment,
): NodeId {
  const values = pair.acts.flatMap((id) => {
    const value = way.get(id) ?? assignment.get(id);
    return value === undefined ? [] : [[id, constantOf(form, value)] as const];
  });
  const done = new Substitution(form, new Map(values));
  const isValid = form.and(validity.map((id) => done.in(id)));
  return form.implies(isValid, form.or([done.in(pair.first.failed), done.in(pair.second.failed)]));
}

/** The smallest case in which both apply and what was tried leads nowhere, with what becomes of each rule in it. */
function witness(
  translation: Translation,
  { first, second }: Pair,
  { assignment, failing }: Extract<Verdict, { kind: 'clash' }>,
): Witness | undefined {
  const { form, plan } = translation;
  const value = valuesUnder(form, assignment);
  const inquiry = inquire(plan, [first.rule.name, second.rule.name]);
  const shown = [first, second].map(({ rule, holder, applies }: Demand) => {
    const node = translation.definition(rule.status, rule.param === undefined ? undefined : holder);
    const status = typeof node === 'number' ? Number(value(node)) : -1;
    return {
      inquiry,
      name: rule.name,
      ...(rule.param === undefined ? {} : { of: pathOf(holder.at) }),
      value: statuses[status] ?? '',
      settled: [applies, ...failing, ...(typeof node === 'number' ? [form.eq(node, form.int(status))] : [])],
    };
  });
  return witnessOf(
    translation,
    assignment,
    shown,
    shown.map(({ name, ...rest }) => ('of' in rest ? { name, of: rest.of } : { name })),
  );
}
