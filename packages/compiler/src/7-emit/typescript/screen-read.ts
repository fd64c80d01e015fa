/** What the reader of a screening's facts is given: of each record, one of which nothing is known. */
import type { AssessModule } from './assess-module.ts';
import { openLists, registry } from './assess-read.ts';
import { typed } from './erasable.ts';
import { insideTypeName, type Property } from './inside.ts';
import { type Doc, group, hardline, indent, line, list, marked } from './layout.ts';
import { unknownValue } from './screen-places.ts';
import { identifier, key, quote } from './spelling.ts';

/** Declarations of the reader, and of the case of which nothing is known. */
export function screenReader(module: AssessModule): readonly string[] {
  const { inside } = module;
  const owners = ['', ...inside.instanced];
  const entries = owners.map((record): Doc => {
    const renamed = renamedIn(inside.owner(record).properties);
    const fields: Doc[] = [
      `unknown: ${unknownName(record)}`,
      ...(inside.ranged.includes(record)
        ? [`every: [${quote(registry(record))}, ${quote(openLists(record))}]`]
        : []),
      ...(renamed.length === 0 ? [] : [group('renamed: ', list('{', renamed, '}', line))]),
    ];
    return group(`${record === '' ? `''` : key(record)}: `, list('{', fields, '}', line));
  });
  const records = typed('records', `Readonly<Record<string, ${module.type('InsideRecord')}>>`);
  const reader = typed('reader', `${module.type('FactsReader')}<Inside>`);
  return [
    ...owners.map((record) => unknownFunction(record, module)),
    marked([`const ${records} = `, list('{', entries, '}', line), ';']),
    `const ${reader} = /* @__PURE__ */ ${module.use('factsReader')}(goal.vocabulary, records, network);`,
    'const nothing = reader.nothing;',
  ];
}

function unknownName(record: string): string {
  return `unknown${identifier(record)}`;
}

function unknownFunction(record: string, module: AssessModule): string {
  const { inside } = module;
  const { properties } = inside.owner(record);
  const isCase = record === '';
  const fields = [
    ...(isCase ? [] : ['path', ...(module.inside.ranged.includes(record) ? ['index: 0'] : [])]),
    ...properties.flatMap((property) => [
      ...(property.text === undefined ? [] : [`${key(property.text)}: undefined`]),
      `${key(property.name)}: ${unknownOf(property, isCase, module)}`,
    ]),
    ...(isCase ? inside.ranged.flatMap((name) => [`${registry(name)}: []`, `${openLists(name)}: []`]) : []),
  ];
  const head = `function ${unknownName(record)}(${isCase ? '' : typed('path', 'string')}`;
  return marked([
    `${head}${typed(')', insideTypeName(record))} {`,
    indent(hardline, 'return ', list('{', fields, '}', line), ';'),
    hardline,
    '}',
  ]);
}

function unknownOf(property: Property, isCase: boolean, module: AssessModule): string {
  const { field, name, record } = property;
  const known = unknownValue(property, name);
  if (known !== undefined) return known;
  const { type } = field;
  if (type.kind === 'set') {
    const count = module.inside.slice.plan.enums.find((each) => each.name === type.of)?.members.length ?? 0;
    return module.constant('unknownSet', `[${Array.from({ length: count }, () => '1').join(', ')}]`);
  }
  if (type.kind === 'list') return module.constant('unknownList', `{ elements: [], complete: false }`);
  const path = isCase ? quote(field.name) : `\`\${path}.${field.name}\``;
  return `${unknownName(record ?? '')}(${path})`;
}

/** The properties that are not named as a reader expects. */
function renamedIn(properties: readonly Property[]): readonly string[] {
  return properties.flatMap(({ name, text, field }) => {
    if (name === field.name && (text === undefined || text === `${name}Text`)) return [];
    return [`${key(field.name)}: [${[name, ...(text === undefined ? [] : [text])].map(quote).join(', ')}]`];
  });
}
