/** Facts on any facts: their value, and the reason that tells it. */
import {
  always,
  type Context,
  isSettled,
  type Judged,
  type Node,
  nothing,
  rendered,
  single,
  yesno,
} from './assess-node.ts';
import type { Of } from './parts.ts';
import { locate } from './inside.ts';
import { type Doc, line, list } from './layout.ts';
import { quote } from './spelling.ts';

/** Writes the value of a fact. */
export function factOf(e: Of<'fact'>, context: Context): Node {
  const { module, scope, names } = context;
  const at = locate(module.inside, scope, names, e.at);
  const node = { value: at.js, type: e.type, ...(at.iso === undefined ? {} : { text: at.iso }) };
  const input = quote(at.field?.kind ?? 'fact');
  const reason = (): Doc => factReason(at.text, rendered(node, module), input);
  const { fixed } = at;
  const kind = at.field?.kind;
  const isJudged = fixed !== undefined && (kind === 'judgement' || kind === 'otherwise');
  const judged = isJudged
    ? (): readonly Judged[] => [{ when: isSettled(node), path: fixed, value: rendered(node, module) }]
    : nothing;
  if (fixed !== undefined && e.type.kind === 'yesno') {
    return single(
      { ...node, judged },
      () => `${module.mayUse('factReasons')}(${quote(fixed)}, ${input})`,
      reason,
      module,
    );
  }
  // What several places of a trace tell is made once.
  const told = (): Doc =>
    fixed !== undefined && context.repeated?.has(fixed)
      ? module.local(`${fixed} reason`, reason(), module.type('Reason'))
      : reason();
  return { ...node, reasons: () => [{ ...always(told()), judged }] };
}

/** A reason that is a fact, written out: an engine makes it faster than a call does. */
function factReason(path: string, value: string, input: string, member?: string): Doc {
  const of = member === undefined ? [] : [`member: ${member}`];
  return list('{', ["kind: 'fact'", `path: ${path}`, `value: ${value}`, ...of, `input: ${input}`], '}', line);
}

/** Writes whether a set has a member. */
export function hasOf(e: Of<'has'>, { module, scope, names }: Context): Node {
  const at = locate(module.inside, scope, names, e.at);
  const type = at.field?.type;
  const members =
    module.inside.slice.plan.enums.find(({ name }) => type?.kind === 'set' && name === type.of)?.members ??
    [];
  const node = { value: `(${at.js}[${members.indexOf(e.member)}] ?? 1)`, type: yesno };
  const more = [quote(at.field?.kind ?? 'fact'), quote(e.member)] as const;
  const reason = (): Doc => factReason(at.text, rendered(node, module), ...more);
  const { fixed } = at;
  return fixed === undefined
    ? { ...node, reasons: () => [always(reason())] }
    : single(
        node,
        () => `${module.mayUse('factReasons')}(${[quote(fixed), ...more].join(', ')})`,
        reason,
        module,
      );
}
