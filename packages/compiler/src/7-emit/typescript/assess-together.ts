/** Reading a record that holds yes/no facts and nothing else: all of them at once, into the bits of one number. */
import type { AssessModule } from './assess-module.ts';
import type { Property } from './inside.ts';
import { type Doc, group, hardline, indent, join, line } from './layout.ts';
import { member, quote } from './spelling.ts';

/** The most truths of two bits in a small integer. */
const maxTogether = 15;

/** The properties of the record of a property, where they are yes/no facts and nothing else. */
export function yesnoTogether(property: Property, all: readonly Property[]): readonly Property[] | undefined {
  const depth = property.steps.length - 1;
  const inside = all.filter(({ steps }) =>
    property.steps.slice(0, depth).every((step, i) => steps[i] === step),
  );
  const isYesno = inside.every(
    ({ steps, field }) => steps.length === depth + 1 && field.type.kind === 'yesno',
  );
  return isYesno && inside.length > 1 && inside.length <= maxTogether ? inside : undefined;
}

/** Writes the reading of a record of yes/no facts only: by name where all are given, which is one shape; else as they come. */
export function readTogether(
  holder: string,
  properties: readonly Property[],
  module: AssessModule,
  truths: string[],
): string {
  const names = properties.map(({ steps }) => steps.at(-1) ?? '');
  const fields = module.constant(`${holder} facts`, `[${names.map(quote).join(', ')}]`);
  const given = names.map((name, at): Doc => {
    const truth = module.call('givenTruth', `${holder}${member(name)}`);
    return at === 0 ? truth : ['(', truth, ` << ${2 * at})`];
  });
  const count = holder === 'given' ? 'keys' : module.names.take(`${holder} keys`);
  if (count !== 'keys') module.emit([`const ${count} = `, module.call('keysOf', holder), ';']);
  const bits = module.names.take(`${holder} truths`);
  module.emit([
    `const ${bits} =`,
    indent(
      hardline,
      `${count} === ${names.length}`,
      indent(hardline, ['? ', group(join(given, [' |', line]))], hardline, [
        ': ',
        module.call('truthsOf', holder, fields, count),
      ]),
    ),
    ';',
  ]);
  truths.push(bits);
  return bits;
}
