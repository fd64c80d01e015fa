/**
 * Which deadlines run from a masked fact. The trace of a rule does not tell: of one that does not apply it gives the reasons
 * for that, and none for its day.
 */
import { type Plan, subexpressions } from '@proviso/compiler/plan';
import { declaredPath } from '@proviso/runtime';

/** Whether the deadline of a rule, as to an instance of it, is calculated from one of the masked facts. */
export type RunsFromMasked = (rule: string, of: string | undefined) => boolean;

/** What the day of a rule is calculated from. */
interface Read {
  /** Fields of its own instance. */
  readonly own: Set<string>;
  /** Declared paths of the case. */
  readonly whole: Set<string>;
  /** Names of fields read of other records: whose, is not asked. */
  readonly others: Set<string>;
}

/** Looks at the plan once for each rule that is asked about. */
export function deadlinesFrom(plan: Plan, masked: ReadonlySet<string>): RunsFromMasked {
  const definitions = new Map(plan.definitions.map((definition) => [definition.id, definition]));
  const dueOf = new Map(plan.rules.map(({ name, due }) => [name, due]));
  const known = new Map<string, Read>();
  const readBy = (rule: string): Read => {
    const found = known.get(rule);
    if (found !== undefined) return found;
    const read: Read = { own: new Set(), whole: new Set(), others: new Set() };
    known.set(rule, read);
    const pending: (readonly [id: string | undefined, own: boolean])[] = [[dueOf.get(rule), true]];
    const seen = new Set<string>();
    // The list grows while it is walked.
    for (const [id, own] of pending) {
      const definition = id === undefined ? undefined : definitions.get(id);
      if (definition === undefined || seen.has(`${definition.id} ${own}`)) continue;
      seen.add(`${definition.id} ${own}`);
      const isOwn = (base: string | null): boolean => own && base !== null && base === definition.param?.name;
      for (const part of subexpressions(definition.expr)) {
        if (part.kind === 'ref') {
          pending.push([part.id, part.of !== undefined && part.of.path.length === 0 && isOwn(part.of.base)]);
        } else if (part.kind === 'fact' || part.kind === 'has') {
          const { base, path } = part.at;
          if (base === null) read.whole.add(path.join('.'));
          else if (isOwn(base)) read.own.add(path.join('.'));
          else read.others.add(path.at(-1) ?? '');
        }
      }
    }
    return read;
  };
  return (rule, of) => {
    const { own, whole, others } = readBy(rule);
    return [...masked].some((path) => {
      const declared = declaredPath(path);
      const within = of !== undefined && path.startsWith(`${of}.`) ? path.slice(of.length + 1) : undefined;
      return (
        whole.has(declared) ||
        others.has(declared.slice(declared.lastIndexOf('.') + 1)) ||
        (within !== undefined && own.has(within))
      );
    });
  };
}
