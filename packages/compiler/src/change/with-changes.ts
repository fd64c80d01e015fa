/** The facts of a case with changes made. */
import { type Change, type ChangeSet, stepsOfPath, withFact } from '@proviso/runtime';

/** The facts with the changes of a set made; shares everything else, changes nothing. Throws a `TypeError` for what is no set. */
export function withChanges(facts: unknown, set: Pick<ChangeSet, 'changes' | 'dropped'>): unknown {
  if (!Array.isArray(set?.changes) || !Array.isArray(set.dropped))
    throw new TypeError('a set of changes was expected, one of `sets` that `whatWouldChange` returns');
  const changed = set.changes.reduce(withChange, facts);
  return set.dropped.reduce((left, path) => withFact(left, path, null), changed);
}

function withChange(facts: unknown, change: Change): unknown {
  switch (change.kind) {
    case 'fact': {
      const { path, member, to } = change;
      return withFact(facts, path, member === undefined ? to : setWith(givenAt(facts, path), member, to));
    }
    case 'complete':
      return withFact(facts, change.path, membersGiven(givenAt(facts, change.path)));
    case 'member': {
      const list = change.path.slice(0, change.path.lastIndexOf('['));
      const given = givenAt(facts, list);
      const members = [...membersGiven(given), {}];
      return withFact(facts, list, Array.isArray(given) ? members : { atLeast: members });
    }
    default:
      throw new Error(`unknown kind of change: ${String(change satisfies never)}`);
  }
}

/** A set given as an array is known whole and stays so. */
function setWith(given: unknown, member: string, to: unknown): unknown {
  if (!Array.isArray(given)) return withFact(given, member, to);
  const others = given.filter((each) => each !== member);
  return to === true ? [...others, member] : others;
}

function membersGiven(list: unknown): readonly unknown[] {
  const members: unknown = Array.isArray(list) ? list : givenAt(list, 'atLeast');
  return Array.isArray(members) ? members : [];
}

/** What facts give at a path; undefined where they give nothing. */
function givenAt(facts: unknown, path: string): unknown {
  return stepsOfPath(path).reduce<unknown>((at, step) => {
    const within = typeof step === 'number' ? membersGiven(at) : at;
    return typeof within === 'object' && within !== null && Object.hasOwn(within, step)
      ? (within as Readonly<Record<string | number, unknown>>)[step]
      : undefined;
  }, facts);
}
