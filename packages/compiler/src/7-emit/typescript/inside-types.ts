/** The interfaces of the facts inside an `assess` function. */
import { assertNever } from '../../6-plan/assert-never.ts';
import type { AssessModule } from './assess-module.ts';
import { memberType, openLists, registry } from './assess-read.ts';
import { insideTypeName, type Property } from './inside.ts';
import { ambiguitiesOf, type Slice } from './slice.ts';
import { key } from './spelling.ts';

/** The interfaces of the facts inside; none of the case where it is read and evaluated in one pass. */
export function insideTypes(module: AssessModule, onePass: boolean): readonly string[] {
  const { inside } = module;
  const declare = (record: string): string => {
    const head = [
      ...(record === '' ? [] : ['readonly path: string;']),
      ...(inside.members.has(record) ? [`readonly at: ${memberType(record, module)}['at'];`] : []),
      ...(inside.ranged.includes(record) ? ['readonly index: number;'] : []),
    ];
    const fields = inside
      .owner(record)
      .properties.flatMap((property) => [
        `readonly ${key(property.name)}: ${insideType(property, module)};`,
        ...(property.text === undefined
          ? []
          : [`readonly ${key(property.text)}: string | null | undefined;`]),
      ]);
    const ranged =
      record === ''
        ? inside.ranged.map((name) => `readonly ${registry(name)}: Instances['${registry(name)}'];`)
        : [];
    const open =
      record === '' ? inside.ranged.map((name) => `readonly ${openLists(name)}: readonly string[];`) : [];
    return `interface ${insideTypeName(record)} {\n${[...head, ...fields, ...ranged, ...open].map((text) => `  ${text}\n`).join('')}}`;
  };
  const instances =
    inside.ranged.length === 0
      ? []
      : [
          `/** Every instance of a record that statements range over, and the lists that may hold more. */\ninterface Instances {\n${inside.ranged
            .flatMap((name) => [
              `  readonly ${registry(name)}: ${insideTypeName(name)}[];\n`,
              `  readonly ${openLists(name)}: string[];\n`,
            ])
            .join('')}}`,
        ];
  return [...(onePass ? [] : [declare('')]), ...inside.instanced.map(declare), ...instances];
}

/** The interface of the readings that an evaluation takes. */
export function readingsInside(slice: Slice): string {
  const fields = ambiguitiesOf(slice).map(({ name }) => `  readonly ${key(name)}: string | undefined;\n`);
  return `interface Readings {\n${fields.join('')}}`;
}

function insideType({ field, record }: Property, module: AssessModule): string {
  switch (field.type.kind) {
    case 'yesno':
      return module.type('Truth');
    case 'number':
      return 'number | undefined';
    case 'date':
      return `${module.type('Day')} | undefined`;
    case 'duration':
      return `${module.type('Duration')} | undefined`;
    case 'text':
    case 'enum':
      return 'string | undefined';
    case 'set':
      return `readonly ${module.type('Truth')}[]`;
    case 'record':
      return insideTypeName(record ?? '');
    case 'list':
      return `${module.type('ListInside')}<${insideTypeName(record ?? '')}>`;
    default:
      return assertNever(field.type);
  }
}
