/** The function that reads the facts of an `assess` function, each looked at once. */
import { assertNever } from '../../6-plan/assert-never.ts';
import { literalText } from './assess-literal.ts';
import type { AssessModule } from './assess-module.ts';
import { readTogether, yesnoTogether } from './assess-together.ts';
import { factsOf, insideTypeName, type Property } from './inside.ts';
import { type Doc, group, hardline, indent, join, line, list, marked } from './layout.ts';
import { placesOf, recordOf } from './slice.ts';
import { identifier, key, member, quote } from './spelling.ts';
import type { TypeNames } from './types.ts';
import { parameters } from './unused.ts';
import { cast, typed } from './erasable.ts';

/** The property that holds every instance of a record. */
export function registry(record: string): string {
  return `every${identifier(record)}`;
}

/** The property that holds the lists that may have more instances of a record. */
export function openLists(record: string): string {
  return `open${identifier(record)}`;
}

/** The type of the paths of a member of a list. */
export function memberType(record: string, module: AssessModule): string {
  const facts = factsOf(module.inside, record).map(quote).join(' | ');
  return `${module.type('Member')}<${facts === '' ? 'never' : facts}>`;
}

/** The functions that read the case and the instances of records; undefined where something is not as expected. */
export function readFunctions(
  module: AssessModule,
  names: TypeNames,
  presumes: boolean,
  onePass: boolean,
): readonly string[] {
  return [...(onePass ? [] : ['']), ...module.inside.instanced].map((record) =>
    readFunction(record, module, names, presumes),
  );
}

/** Reads the case in the function that evaluates it: its properties are constants there. */
export function readHere(module: AssessModule): void {
  beginRead(module);
  const { local } = readProperties('', module, false);
  for (const [property, name] of local) module.inside.locals.set(property, name);
}

function beginRead(module: AssessModule): void {
  module.emit(`const keys = ${module.use('keysOf')}(given);`);
  module.emit('if (keys < 0) return undefined;');
}

function readFunction(record: string, module: AssessModule, names: TypeNames, presumes: boolean): string {
  const { inside } = module;
  const type = insideTypeName(record);
  const given = record === '' ? names.facts : names.jsonRecord(record);
  const needsInstances = inside.ranged.length > 0;
  const isMember = inside.members.has(record);
  const params = [
    typed('given', given),
    ...(record === ''
      ? []
      : [isMember ? typed('member', memberType(record, module)) : typed('path', 'string')]),
    ...(presumes ? [typed('presuming', 'boolean')] : []),
    ...(needsInstances && record !== '' ? [typed('into', 'Instances')] : []),
  ];
  const body = module.statements(() => {
    beginRead(module);
    if (isMember) module.emit('const { path, at } = member;');
    if (record === '' && needsInstances) {
      const fields = inside.ranged.flatMap((name) => [`${registry(name)}: []`, `${openLists(name)}: []`]);
      module.emit([`const ${typed('into', 'Instances')} = `, list('{', fields, '}', line), ';']);
    }
    const isRanged = inside.ranged.includes(record);
    if (isRanged) module.emit(`const index = into.${registry(record)}.length++;`);
    writeBody(record, type, isRanged, module, presumes);
  });
  const name = record === '' ? 'read' : `read${identifier(record)}`;
  return marked([
    list(
      `function ${name}(`,
      parameters(params, join(body, hardline)),
      `${typed(')', `${type} | undefined`)} {`,
    ),
    indent(hardline, join(body, hardline)),
    hardline,
    '}',
  ]);
}

function writeBody(
  record: string,
  type: string,
  isRanged: boolean,
  module: AssessModule,
  presumes: boolean,
): void {
  const { inside } = module;
  const { values } = readProperties(record, module, presumes);
  if (record === '')
    for (const name of inside.ranged)
      values.push(`${registry(name)}: into.${registry(name)}`, `${openLists(name)}: into.${openLists(name)}`);
  if (!isRanged) module.emit([list('return {', values, '}', line), ';']);
  else {
    module.emit([list(`const ${typed('inside', type)} = {`, values, '}', line), ';']);
    module.emit(`into.${registry(record)}[index] = inside;`);
    module.emit('return inside;');
  }
}

/** The values of an object inside, and where each is until then. */
interface PropertiesRead {
  readonly values: Doc[];
  readonly local: ReadonlyMap<string, string>;
}

/** Reads the properties of a case or an instance into constants; returns undefined where one is not as expected. */
function readProperties(record: string, module: AssessModule, presumes: boolean): PropertiesRead {
  const { properties } = module.inside.owner(record);
  // Records that are flattened here, by their steps, with the variable that holds what is given of them.
  const records = new Map<string, string>([['', 'given']]);
  const present = new Map<string, Doc[]>([['given', []]]);
  const truths: string[] = [];
  const nulls: string[] = [];
  const values: Doc[] = [
    ...(record === '' ? [] : ['path']),
    ...(module.inside.members.has(record) ? ['at'] : []),
    ...(module.inside.ranged.includes(record) ? ['index'] : []),
  ];
  const note = (holder: string, test: string): void => {
    present.get(holder)?.push(`+(${test})`);
  };
  // Of records of yes/no facts only: the variable that holds the truths of all.
  const packed = new Map<string, string>();
  const local = new Map<string, string>();
  for (const property of properties) {
    for (let depth = 1; depth < property.steps.length; depth += 1) {
      const at = property.steps.slice(0, depth);
      if (records.has(at.join('.'))) continue;
      const outer = records.get(at.slice(0, -1).join('.')) ?? 'given';
      const name = module.names.take(identifier(at.join(' ')));
      const step = member(at.at(-1) ?? '');
      module.emit(`const ${name} = ${outer}${step} ?? ${module.use('absentRecord')};`);
      note(outer, `${outer}${step} !== undefined`);
      records.set(at.join('.'), name);
      present.set(name, []);
    }
    const holder = records.get(property.steps.slice(0, -1).join('.')) ?? 'given';
    const given = `${holder}${member(property.steps.at(-1) ?? '')}`;
    const name = module.names.take(identifier(property.name));
    local.set(property.name, name);
    const put = (called: string, value: string): void => {
      values.push(value === called ? value : `${key(called)}: ${value}`);
    };
    const together = yesnoTogether(property, properties);
    if (together !== undefined) {
      if (together[0] === property) {
        present.delete(holder);
        packed.set(holder, readTogether(holder, together, module, truths));
      }
      const shift = 2 * together.indexOf(property);
      const bits = shift === 0 ? packed.get(holder) : `(${packed.get(holder)} >> ${shift})`;
      module.emit(`const ${name} = ${bits} & 3;`);
      put(property.name, assumed(property, name, name, module, presumes));
      continue;
    }
    note(holder, isStated(property, name, given));
    if (property.text === undefined)
      readProperty(property, given, name, record, module, presumes, { truths, nulls });
    else {
      const text = module.names.take(identifier(property.text));
      module.emit(`const ${text} = ${given};`);
      local.set(property.text, text);
      readProperty(property, text, name, record, module, presumes, { truths, nulls });
      put(property.text, assumed(property, name, text, module, presumes));
    }
    put(property.name, assumed(property, name, name, module, presumes));
  }
  const tests = [
    ...(truths.length === 0 ? [] : [group('(', join(truths, [' |', line]), ') < 0')]),
    ...nulls.map((name) => `${name} === null`),
    ...[...present].map(([holder, tests]) =>
      group(
        holder === 'given' ? 'keys' : `${module.use('keysOf')}(${holder})`,
        ' !==',
        indent(line, tests.length === 0 ? '0' : join(tests, [' +', line])),
      ),
    ),
  ];
  if (tests.length > 0) {
    module.emit([
      group('if (', indent(line, join(tests, [' ||', line])), line, ') {'),
      indent(hardline, 'return undefined;'),
      hardline,
      '}',
    ]);
  }
  return { values, local };
}

/** JavaScript for "something is given": of a value that has been read, without asking the facts again. */
function isStated({ field }: Property, name: string, given: string): string {
  switch (field.type.kind) {
    case 'yesno':
      return `${name} !== 1`;
    case 'set':
    case 'record':
    case 'list':
      return `${given} !== undefined`;
    default:
      return `${name} !== undefined`;
  }
}

function readProperty(
  property: Property,
  given: string,
  name: string,
  owner: string,
  module: AssessModule,
  presumes: boolean,
  checks: { readonly truths: string[]; readonly nulls: string[] },
): void {
  const { field, steps } = property;
  const { type } = field;
  const path = owner === '' ? quote(steps.join('.')) : `\`\${path}.${steps.join('.')}\``;
  const more = [...(presumes ? ['presuming'] : []), ...(module.inside.ranged.length > 0 ? ['into'] : [])];
  const set = (call: string, ...args: readonly string[]): void => {
    module.emit([`const ${name} = `, module.call(call, given, ...args), ';']);
  };
  switch (type.kind) {
    case 'yesno':
      set('truthOf');
      checks.truths.push(name);
      return;
    case 'number':
      set('unitsGiven', String(type.places));
      break;
    case 'date':
      set('dayOf', String(field.kind === 'event'));
      break;
    case 'duration':
      set('durationOf');
      break;
    case 'text':
      set('textOf');
      break;
    case 'enum':
      set('memberOf', membersOf(type.name, module));
      break;
    case 'set':
      set('setOf', membersOf(type.of, module));
      break;
    case 'record': {
      const args = [`${given} ?? ${module.use('absentRecord')}`, path, ...more];
      module.emit([`const ${name} = `, list(`read${identifier(type.name)}(`, args, ')'), ';']);
      module.emit(`if (${name} === undefined) return undefined;`);
      return;
    }
    case 'list':
      readListOf(type.of, given, name, path, more, module);
      return;
    default:
      assertNever(type);
  }
  checks.nulls.push(name);
}

function readListOf(
  of: string,
  given: string,
  name: string,
  path: string,
  more: readonly string[],
  module: AssessModule,
): void {
  const list_ = module.names.take(`${name} given`);
  const elements = module.names.take(`${name} read`);
  module.emit([`const ${list_} = `, module.call('listOf', given), ';']);
  module.emit(`if (${list_} === null) return undefined;`);
  const opens = module.inside.ranged.filter(
    (record) =>
      record === of || placesOf(module.inside.slice, record).some((place) => holds(of, place, module)),
  );
  module.block(`if (!${list_}.complete)`, () => {
    for (const record of opens) module.emit(`into.${openLists(record)}.push(${path});`);
  });
  module.emit(`const ${typed(elements, `${insideTypeName(of)}[]`)} = [];`);
  const each = module.names.take('each');
  const index = `${elements}.length`;
  const isMember = module.inside.members.has(of);
  const memberOf = (facts: string): Doc =>
    module.call(
      'memberAt',
      membersOfList(name, isMember ? memberType(of, module) : module.type('Member'), module),
      path,
      index,
      facts,
    );
  // A list that is no member's has the same paths in every case.
  const text = path.startsWith('`')
    ? `${path.slice(0, -1)}[\${${index}}]\``
    : isMember
      ? memberOf(factNames(of, module))
      : [memberOf('[]'), '.path'];
  module.block(`for (const given of ${list_}.members)`, () => {
    module.emit([
      `const ${each} = `,
      list(`read${identifier(of)}(`, [cast('given', 'never'), text, ...more], ')'),
      ';',
    ]);
    module.emit(`if (${each} === undefined) return undefined;`);
    module.emit(`${elements}.push(${each});`);
  });
  module.emit(`const ${name} = { elements: ${elements}, complete: ${list_}.complete };`);
}

/** The members of a list of the case that have been read: the same in every case. */
function membersOfList(list: string, type: string, module: AssessModule): string {
  return module.ownConstant(`${list} members`, cast('[]', `${type}[]`));
}

function factNames(record: string, module: AssessModule): string {
  const names = factsOf(module.inside, record).map(quote).join(', ');
  return module.constant(`${record} facts`, cast(`[${names}]`, 'const'));
}

/** Whether a place leads through the record. */
function holds(record: string, place: ReturnType<typeof placesOf>[number], module: AssessModule): boolean {
  let fields = module.inside.slice.facts;
  return place.slice(0, -1).some(({ name }) => {
    const of = recordOf(fields.find((field) => field.name === name)?.type ?? { kind: 'yesno' });
    if (of === undefined) return false;
    fields = module.inside.slice.record(of).fields;
    return of === record;
  });
}

function membersOf(name: string, module: AssessModule): string {
  const members = module.inside.slice.plan.enums.find((declared) => declared.name === name)?.members ?? [];
  return module.constant(`${identifier(name)} members`, `[${members.map(quote).join(', ')}]`);
}

/** JavaScript for a value, or for the text of a date: what is assumed where it is not known. */
function assumed(
  { field }: Property,
  name: string,
  of: string,
  module: AssessModule,
  presumes: boolean,
): string {
  const { assume, type } = field;
  if (!presumes || assume === undefined) return of;
  const unknown = type.kind === 'yesno' ? `${name} === 1` : `${name} === undefined`;
  const literal = literalText(assume.value, module);
  const then = of === name ? literal : `${module.use('dayValue')}(${literal})`;
  return `presuming && ${unknown} ? ${then} : ${of}`;
}
