/** Rules that ask the same act of the same bearer: a source often says must in one place and should in another. */
import { exprKey } from '@proviso/language';
import type { AstRule, Program } from './syntax.ts';

/** How strong a modal is: a duty before good practice. A permission asks nothing. */
const strength: Readonly<Record<Exclude<AstRule['modal'], 'may'>, number>> = {
  must: 0,
  'must not': 0,
  should: 1,
  'should not': 1,
};

/**
 * By the name of a rule, all rules of the same bearer, record and `done`, itself among them, strongest first and then in
 * source order; nothing for a rule that is alone. What is asked for and what is forbidden stay apart. Of a rule in several
 * versions the last one counts.
 */
export function sameActs(program: Program): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(
    [...program.statements.values()].flatMap(({ name, versions }) => {
      const node = versions.at(-1)?.node;
      const key = node?.kind === 'rule' ? actKey(node, program) : undefined;
      return node?.kind !== 'rule' || node.modal === 'may' || key === undefined
        ? []
        : [{ name, key, strength: strength[node.modal] }];
    }),
    ({ key }) => key,
  );
  return new Map(
    [...groups.values()].flatMap((group) => {
      if (group.length === 1) return [];
      const names = group.toSorted((a, b) => a.strength - b.strength).map(({ name }) => name);
      return names.map((name) => [name, names] as const);
    }),
  );
}

function actKey(rule: AstRule, program: Program): string | undefined {
  const done = rule.doneWhen ?? rule.doneBy;
  if (done === undefined) return undefined;
  return JSON.stringify([
    rule.bearer?.text,
    rule.param?.record.text,
    rule.modal.endsWith(' not'),
    rule.doneBy === undefined ? 'when' : 'by',
    exprKey(done, { resolutions: program.resolutions }),
  ]);
}
