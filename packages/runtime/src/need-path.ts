/** Paths of facts as text, `letters[0].receivedOn`: how needs, problems and the trace name them. */

/** The steps of a path: names of fields and indexes of list members. */
export function stepsOfPath(path: string): readonly (string | number)[] {
  return path
    .split('.')
    .flatMap((part) => part.split('['))
    .map((step) => (step.endsWith(']') ? Number(step.slice(0, -1)) : step));
}

/** The path as the vocabulary has it, with members of lists as `[]`: `letters[].receivedOn`. */
export function declaredPath(path: string): string {
  return path.replaceAll(/\[\d+\]/g, '[]');
}

/** The facts with one more given at a path; shares everything else, changes nothing. */
export function withFact(facts: unknown, path: string, value: unknown): unknown {
  if (typeof path !== 'string')
    throw new TypeError('a path of a fact was expected, such as `letters[0].receivedOn`');
  return withStep(facts, stepsOfPath(path), value);
}

function withStep(facts: unknown, steps: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    if (Array.isArray(facts)) {
      return facts.map((member: unknown, index) => (index === step ? withStep(member, rest, value) : member));
    }
    // Not a plain list: one that may have more members.
    return { atLeast: withStep(fieldOf(facts, 'atLeast'), steps, value) };
  }
  const fields = typeof facts === 'object' && facts !== null ? facts : {};
  return { ...fields, [step]: withStep(fieldOf(facts, step), rest, value) };
}

function fieldOf(facts: unknown, name: string): unknown {
  return typeof facts === 'object' && facts !== null && Object.hasOwn(facts, name)
    ? (facts as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
