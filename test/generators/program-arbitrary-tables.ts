/** Tables of a generated program, and what is cited beside a row. */
import { condition } from './program-arbitrary-expressions.ts';
import { type Builder, readables, type Scope, within } from './program-arbitrary-scope.ts';
import { constant, enums, type Kind } from './program-arbitrary-vocabulary.ts';

/** A citation or two. */
export function cite({ tape }: Builder): string {
  const one = (): string =>
    `${tape.pick(['act', 'note', 'older'])} ${tape.pick(['s.1', 's.2(3)', 'sch.1 para.22(3)', 'p.45'])}${tape.chance(0.3) ? ' "some words there"' : ''}`;
  return `cite ${tape.times(1 + tape.below(2), one).join(', ')}`;
}

/** A table that has exactly one row for every case. */
export function table(b: Builder, scope: Scope, result: () => string): string {
  const { tape } = b;
  const kinds: readonly Kind[] = ['Channel', 'yesno', 'number', 'date', 'Level', 'amount'];
  const inputs: { readonly text: string; readonly classes: readonly string[] }[] = [];
  for (let i = 0, n = 1 + tape.below(3); i < n; i++) {
    const kind = tape.pick(kinds);
    const facts = readables(b, scope).filter(({ field, guard }) => field.is === kind && guard === undefined);
    const defined = scope.references.filter(
      (one) => one.kind === kind && one.record === undefined && one.beside === undefined && one.choices < 3,
    );
    if (kind === 'yesno' && tape.chance(0.4))
      inputs.push({
        text: within('unary', condition(b, scope, 1)).replace(/^-.*$/s, '($&)'),
        classes: ['yes', 'no'],
      });
    else if (defined.length > 0 && tape.chance(0.3))
      inputs.push({ text: tape.pick(defined).text, classes: classes(b, kind) });
    else if (facts.length > 0) inputs.push({ text: tape.pick(facts).text, classes: classes(b, kind) });
  }
  if (inputs.length === 0) inputs.push({ text: 'asOf', classes: classes(b, 'date') });
  const rows = (at: number): readonly (readonly string[])[] => {
    const input = inputs[at];
    if (input === undefined) return [[]];
    if (tape.chance(0.25)) return rows(at + 1).map((rest) => ['-', ...rest]);
    return input.classes.flatMap((cell) => rows(at + 1).map((rest) => [cell, ...rest]));
  };
  const lines = rows(0).map(
    (cells) => `${cells.join(' | ')}: ${result()}${tape.chance(0.2) ? ` ${cite(b)}` : ''}`,
  );
  return `table ${inputs.map(({ text }) => text).join(' | ')} {\n${lines.join('\n')}\n}`;
}

/** Cells that divide the values of a kind. */
function classes(b: Builder, kind: Kind): readonly string[] {
  const { tape } = b;
  switch (kind) {
    case 'Channel':
    case 'Level': {
      const [x, y, z] = enums[kind];
      return tape.pick([
        [x!, `${y!}, ${z!}`],
        [`${z!}, ${x!}`, y!],
        [x!, y!, z!],
      ]);
    }
    case 'number':
    case 'amount':
    case 'date': {
      const cut = constant(tape, kind);
      return tape.pick([
        [`< ${cut}`, `>= ${cut}`],
        [`<= ${cut}`, `> ${cut}`],
        [`> ${cut}`, cut, `< ${cut}`],
        [`< ${cut}, > ${cut}`, cut],
      ]);
    }
    default:
      return tape.pick([
        ['yes', 'no'],
        ['no', 'yes'],
      ]);
  }
}
