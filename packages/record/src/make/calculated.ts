/**
 * What is calculated from a masked fact, as the plan says. The trace does not tell it all: of a rule that does not apply it
 * gives the reasons for that, and none for its day; of a value that is presumed, what is not known, and not what is.
 */
import { type Plan, subexpressions } from '@proviso/compiler/plan';
import { declaredPath } from '@proviso/runtime';

/** Whether the value of a definition, as to an instance of it, is calculated from one of the masked facts. */
export type IsCalculated = (definition: string, of: string | undefined) => boolean;

/** What a value is calculated from. */
interface Read {
  /** Fields of its own instance. */
  readonly own: Set<string>;
  /** Declared paths of the case. */
  readonly whole: Set<string>;
  /** Names of fields read of other records: whose, is not asked. */
  readonly others: Set<string>;
}

/** Looks at the plan once for each definition that is asked about. */
export function calculatedFrom(plan: Plan, masked: ReadonlySet<string>): IsCalculated {
  const definitions = new Map(plan.definitions.map((definition) => [definition.id, definition]));
  const known = new Map<string, Read>();
  const readBy = (asked: string): Read => {
    const found = known.get(asked);
    if (found !== undefined) return found;
    const read: Read = { own: new Set(), whole: new Set(), others: new Set() };
    known.set(asked, read);
    const pending: (readonly [id: string, own: boolean])[] = [[asked, true]];
    const seen = new Set<string>();
    // The list grows while it is walked.
    for (const [id, own] of pending) {
      const definition = definitions.get(id);
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
  return (definition, of) => {
    const { own, whole, others } = readBy(definition);
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
