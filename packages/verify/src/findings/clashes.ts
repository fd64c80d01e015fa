/** Rules that bind one bearer in one case and cannot both be met. */
import type { Rule } from '@proviso/compiler/plan';
import { valuesUnder } from '../form/assignment.ts';
import { variablesUnder } from '../form/cone.ts';
import type { NodeId } from '../form/form.ts';
import { inquire } from '../case/confirm.ts';
import { type Witness, witnessOf } from '../prove/counterexample.ts';
import type { Instance } from '../translate/instances.ts';
import { asNode, statuses, type Trail, type Translation } from '../translate/translator.ts';
import { pathOf } from '../translate/variables.ts';
import { answersTo, type Asked, type Search } from './ask.ts';
import { type Claim, type Finding, found } from './finding.ts';

type Demand = Rule & { readonly met: string };

/** Two rules, each with the instance that it is about. */
interface Pair {
  readonly rules: readonly [Demand, Demand];
  readonly holders: readonly (readonly [Instance, Instance])[];
}

/** Finds rules that can both apply and never both be met: claims shown by a case in which both apply. */
export async function clashesOf(search: Search): Promise<readonly Finding[]> {
  const { translation } = search;
  const { plan } = translation;
  const pairs = pairsOf(translation);
  // First whether both can be met: where they can, which is the rule, there is nothing more to ask.
  const met = await answersTo(
    search,
    pairs.map((pair) => asked(translation, pair, ({ applies, met }) => [applies, met])),
  );
  const open = pairs.flatMap((pair, i) => {
    const answer = met[i];
    return answer === undefined || answer.kind === 'found' ? [] : [{ pair, answer }];
  });
  const applied = await answersTo(
    search,
    open.map(({ pair }) => asked(translation, pair, ({ applies }) => [applies])),
  );
  return open.flatMap(({ pair, answer }, i): readonly Finding[] => {
    const both = applied[i];
    if (both === undefined || both.kind === 'none') return [];
    const claim = claimOf(pair);
    const subject = { statements: pair.rules.map(({ name }) => name) };
    if (both.kind === 'notDecided' || answer.kind === 'notDecided') {
      const by =
        both.kind === 'notDecided' ? both.because : answer.kind === 'notDecided' ? answer.because : undefined;
      return [found(plan, claim, subject, { decided: false, ...(by === undefined ? {} : { by }) })];
    }
    return [
      found(plan, claim, subject, { decided: true, witness: witness(translation, pair, both.assignment) }),
    ];
  });
}

function claimOf({ rules: [first, second] }: Pair): Claim {
  const isDuty = [first, second].every(({ modality }) => modality === 'must' || modality === 'mustNot');
  return {
    code: isDuty ? 'rules-clash' : 'advice-clashes',
    params: { first: first.name, second: second.name },
  };
}

/** Rules of one bearer whose ways of being met look at the same facts. */
function pairsOf(translation: Translation): readonly Pair[] {
  const { form, plan } = translation;
  const demands = plan.rules.flatMap((rule): readonly Demand[] =>
    rule.met === undefined || rule.modality === 'may' ? [] : [{ ...rule, met: rule.met }],
  );
  const facts = new Map<string, ReadonlySet<NodeId>>();
  const factsOf = (rule: Demand, holder: Instance): ReadonlySet<NodeId> => {
    const key = `${rule.name} ${pathOf(holder.at)}`;
    const known = facts.get(key) ?? new Set(variablesUnder(form, [valueOf(translation, rule.met, holder)]));
    facts.set(key, known);
    return known;
  };
  return demands.flatMap((first, i) =>
    demands.slice(i + 1).flatMap((second): readonly Pair[] => {
      if (first.bearer !== second.bearer) return [];
      const holders = translation.holders(first.param).flatMap((a) =>
        translation.holders(second.param).flatMap((b) => {
          const isOther = a.record !== null && a.record === b.record && a !== b;
          if (isOther) return [];
          const [smaller, larger] = [factsOf(first, a), factsOf(second, b)];
          return [...smaller].some((fact) => fact !== translation.variables.asOf && larger.has(fact))
            ? [[a, b] as const]
            : [];
        }),
      );
      return holders.length === 0 ? [] : [{ rules: [first, second], holders }];
    }),
  );
}

function valueOf(translation: Translation, id: string, holder: Instance): NodeId {
  return asNode(translation.definition(id, holder.record === null ? undefined : holder));
}

/** That of both rules these aspects hold, for some pair of instances. */
function asked(
  translation: Translation,
  { rules, holders }: Pair,
  aspects: (rule: Demand) => readonly string[],
): Asked {
  const { form } = translation;
  const node = form.or(
    holders.map((pair) =>
      form.and(pair.flatMap((holder, i) => both(translation, rules[i === 0 ? 0 : 1], holder, aspects))),
    ),
  );
  const trails = rules.flatMap((rule): readonly Trail[] =>
    aspects(rule).map((id) => translation.trailOf(id)),
  );
  return { node, trails };
}

function both(
  translation: Translation,
  rule: Demand,
  holder: Instance,
  aspects: (rule: Demand) => readonly string[],
): readonly NodeId[] {
  return [holder.present, ...aspects(rule).map((id) => valueOf(translation, id, holder))];
}

/** The smallest case in which both apply, with what becomes of each in it. */
function witness(
  translation: Translation,
  { rules, holders }: Pair,
  assignment: Parameters<typeof witnessOf>[1],
): Witness {
  const { form, plan } = translation;
  const value = valuesUnder(form, assignment);
  const pair = holders.find((each) =>
    each.every((holder, i) =>
      both(translation, rules[i === 0 ? 0 : 1], holder, ({ applies }) => [applies]).every(
        (id) => value(id) === true,
      ),
    ),
  );
  if (pair === undefined) throw new Error('an answer about two rules shows no instances of them');
  const inquiry = inquire(
    plan,
    rules.map(({ name }) => name),
  );
  const shown = pair.map((holder, i) => {
    const rule = rules[i === 0 ? 0 : 1];
    const node = valueOf(translation, rule.status, holder);
    const status = value(node);
    const of = rule.param === undefined ? {} : { of: pathOf(holder.at) };
    return {
      inquiry,
      name: rule.name,
      ...of,
      value: statuses[Number(status)] ?? '',
      settled: [holder.present, form.eq(node, form.int(Number(status)))],
    };
  });
  const outcomes = shown.map(({ name, ...rest }) => ('of' in rest ? { name, of: rest.of } : { name }));
  return witnessOf(translation, assignment, shown, outcomes);
}
