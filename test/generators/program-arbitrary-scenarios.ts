/** Scenarios of a generated program, as text. What they expect can come out; whether it does is nobody's claim. */
import type { Builder } from './program-arbitrary-scope.ts';
import type { Statement } from './program-arbitrary-statements.ts';
import { constant, enums, type Field, typeWords } from './program-arbitrary-vocabulary.ts';

/** Up to three scenarios, each later one perhaps built on the one before. */
export function scenarios(b: Builder, statements: readonly Statement[]): readonly string[] {
  const { tape } = b;
  const made: string[] = [];
  let given = new Set<string>();
  let items = 0;
  for (let i = 0, n = tape.below(3); i < n; i++) {
    const onBase = i > 0 && tape.chance(0.6);
    if (!onBase) given = new Set();
    const head = onBase ? `as "case ${i - 1}", but` : 'as of 2021-02-03';
    const forgotten = onBase ? [...given].slice(0, tape.below(3)) : [];
    const lines = forgotten.map((path) => `forget ${path}`);
    const now = new Set([...given].filter((path) => !forgotten.includes(path)));
    for (const { path, text } of facts(b, b.vocabulary.facts, '')) {
      if (forgotten.includes(path)) continue;
      lines.push(text);
      now.add(path);
    }
    if (!onBase) items = 0;
    if (!onBase && tape.chance(0.6)) {
      items = 1 + tape.below(2);
      const elements = tape.times(items, () => `{ ${element(b, 'Item', true).join('\n')} }`);
      lines.push(`items: ${tape.pick(['', 'at least '])}[ ${elements.join(', ')} ]`);
    }
    given = now;
    for (const { name, param, grounds } of statements) {
      if (param !== undefined || !tape.chance(0.3)) continue;
      for (const ground of grounds.slice(0, 1))
        if (ground === name) lines.push(`otherwise.${ground}: ${tape.pick(['no', 'yes'])}`);
    }
    const readings = b.ambiguities
      .filter(() => tape.chance(0.4))
      .map(({ name, readings }) => `reading ${name}: ${tape.pick(readings)}`);
    made.push(
      [
        `scenario "case ${i}" ${head} {`,
        ...readings,
        `given {\n${lines.join('\n')}\n}`,
        `expect {\n${expectations(b, statements, items).join('\n')}\n}`,
        ...(tape.chance(0.5) ? ['cite act s.7'] : []),
        ...(tape.chance(0.5) ? [`covers ${b.fresh('DM-')}`] : []),
        '}',
      ].join('\n'),
    );
  }
  return made;
}

function facts(
  b: Builder,
  fields: readonly Field[],
  prefix: string,
): readonly { readonly path: string; readonly text: string }[] {
  const { tape, vocabulary } = b;
  return fields.flatMap((field) => {
    if (field.guard !== undefined || field.is === 'list') return [];
    if (field.is === 'record')
      return facts(b, vocabulary.records.get(field.of ?? '') ?? [], `${prefix}${field.name}.`);
    if (!tape.chance(0.4)) return [];
    const path = `${prefix}${field.name}`;
    return [{ path, text: `${path}: ${givenValue(b, field)}` }];
  });
}

function givenValue({ tape }: Builder, field: Field): string {
  if (field.is === 'set') {
    const members = enums[field.of === 'Level' ? 'Level' : 'Channel'];
    const [first = '', second = ''] = members;
    return tape.pick([
      `{ ${first}, ${second} }`,
      '{ }',
      `at least { ${first} }`,
      `at least { ${second} } not { ${first} }`,
    ]);
  }
  if (field.is === 'record' || field.is === 'list') throw new Error('only values are given so');
  return field.text.includes('event') && tape.chance(0.3) ? 'notYet' : constant(tape, field.is);
}

function element(b: Builder, record: string, deep: boolean): readonly string[] {
  const fields = b.vocabulary.records.get(record) ?? [];
  const inner =
    deep && b.tape.chance(0.6) ? [`pieces: [ { ${element(b, 'Piece', false).join('\n')} } ]`] : [];
  return [...facts(b, fields, '').map(({ text }) => text), ...inner];
}

function expectations(b: Builder, statements: readonly Statement[], items: number): readonly string[] {
  const { tape } = b;
  const lines = tape.chance(0.4)
    ? [`verdict: ${tape.pick(['undetermined', 'breachFound', 'noBreachFound'])}`]
    : [];
  for (const { name, kind, type, param } of statements) {
    if (!tape.chance(0.3)) continue;
    const of =
      param === undefined
        ? ''
        : param.record === 'Person'
          ? ' for person'
          : param.record === 'Item' && items > 0
            ? ` for items[${tape.below(items)}]`
            : undefined;
    if (of === undefined) continue;
    const value =
      kind === 'definition'
        ? type in typeWords
          ? constant(tape, type)
          : 'unknown'
        : tape.pick(['doesNotApply', 'undetermined']);
    const presumed = tape.chance(0.3);
    const depends =
      b.ambiguities.length > 0 && tape.chance(0.3)
        ? ` depends on ${b.ambiguities.map((one) => one.name).join(' and ')}`
        : '';
    const shown = presumed
      ? `${kind === 'definition' ? 'unknown' : 'undetermined'} presumed ${value}`
      : value;
    lines.push(`${name}${of}: ${shown}${depends}`);
  }
  return lines;
}
