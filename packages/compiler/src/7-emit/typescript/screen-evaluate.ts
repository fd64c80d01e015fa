/**
 * The functions that evaluate goals together on any facts and tell values alone, without reasons. An evaluation begins from the
 * one of a case of which nothing is known, and leaves out what turns on nothing that is other than there.
 */
import type { Features } from './assess-features.ts';
import type { AssessModule } from './assess-module.ts';
import { cast, typed, typeOnly } from './erasable.ts';
import { type Doc, hardline, indent, join, line, list, marked, print } from './layout.ts';
import { ScreenDefinitions } from './screen-definitions.ts';
import { key, member, quote } from './spelling.ts';
import type { TypeNames } from './types.ts';
import { mentions, parameters } from './unused.ts';

/** Writes `evaluate`, and the network and the code that it consists of. */
export function screenEvaluateFunctions(
  module: AssessModule,
  names: TypeNames,
  features: Features,
): readonly string[] {
  return new Screen(module, names, features).write();
}

class Screen {
  readonly #module: AssessModule;
  readonly #typeNames: TypeNames;
  readonly #definitions: ScreenDefinitions;
  /** What `evaluate` takes besides where it begins, with the types. */
  readonly #params: ReadonlyMap<string, string>;

  constructor(module: AssessModule, names: TypeNames, features: Features) {
    this.#module = module;
    this.#typeNames = names;
    this.#params = new Map([
      ['facts', 'Inside'],
      ...(features.asOf ? [['asOf', module.type('Day')] as const] : []),
      ...(features.today ? [['today', module.type('AsOfReason')] as const] : []),
      ...(features.readings ? [['readings', 'Readings'] as const] : []),
      ...(features.laws ? [['laws', module.type('Laws')] as const] : []),
      ...(features.governed ? [['problems', `${module.type('FactProblem')}[]`] as const] : []),
    ]);
    const params = [...this.#params.keys()];
    this.#definitions = new ScreenDefinitions(module, names, features.governed, params);
  }

  write(): readonly string[] {
    const module = this.#module;
    const { slice } = module.inside;
    const { definitions, rules } = slice;
    const written = this.#definitions;
    written.write(slice);
    const fields: Doc[] = [
      ['statuses: ', list('[', written.statuses.map(quote), ']')],
      ...written.places.fields(),
      ['binding: ', list('[', written.binding.map(String), ']')],
      ['bearings: ', list('[', written.bearings.map(String), ']')],
    ];
    const network = [module.use('screenNetwork'), list('({', fields, '})', line)];
    const told = {
      definitions: definitions.flatMap(({ id, visible }) => (visible ? [[id, id] as const] : [])),
      rules: rules.map(({ name, status }) => [name, status] as const),
    };
    const start = (of: 'definitions' | 'rules'): Doc => {
      const blank = list(
        '{',
        told[of].map(([name]) => `${key(name)}: ''`),
        '}',
        line,
      );
      const copy = `was === undefined ? (${cast(print(blank), `unknown as Told['${of}']`)}) : { ...was.${of} }`;
      return `const ${typed(of, `Told['${of}']`)} = ${copy};`;
    };
    const params = [...this.#params].map(([name, type]) => typed(name, type));
    const own = ['...of', 'values', 'definitions', 'rules', ...this.#params.keys()];
    const statements: Doc[] = [
      start('definitions'),
      start('rules'),
      `const ${typed('values', 'unknown[]')} = was === undefined ? Array.from({ length: ${written.values} }) : was.values.slice();`,
      [module.call('runUnits', list('{', own, '}', line), 'parts'), ';'],
      'tell(of, definitions, rules);',
      `return { verdict: ${module.use('verdictOf')}(of), cells: of.cells, values, definitions, rules };`,
    ];
    const open = list(
      'function evaluate(',
      [typed('was', 'Told | undefined'), typed('of', module.type('Cells')), ...params],
      typed(')', 'Told'),
    );
    return [
      typeOnly(this.#types()),
      marked(['const network = /* @__PURE__ */ ', network, ';']),
      marked([
        `const ${typed('parts', 'readonly ((run: Run) => void)[]')} = `,
        list('[', written.partNames, ']'),
        ';',
      ]),
      marked([open, ' {', indent(hardline, join(statements, hardline)), hardline, '}']),
      this.#tells(told),
      ...written.functions,
    ];
  }

  /** Writes the function that tells what the cells hold. By their names, the engine finds properties where they were before. */
  #tells(
    told: Readonly<Record<'definitions' | 'rules', readonly (readonly [name: string, id: string])[]>>,
  ): string {
    const module = this.#module;
    const { definition } = module.inside.slice;
    const tell = (of: 'definitions' | 'rules', words: string, type: string): readonly string[] =>
      told[of].flatMap(([name, id]) => {
        if (!this.#definitions.isLogical(definition(id))) return [];
        const value = cast(`${words}[${cast(`cells[${this.#definitions.cellOf(id)}]`, 'number')}]`, type);
        return [`${of}${member(name)} = ${value};`];
      });
    const statements = [
      ...tell('definitions', module.use('truthWords'), `'yes' | 'no' | 'unknown'`),
      ...tell('rules', 'words', module.type('Status')),
    ];
    const body = statements.join('\n');
    const taken = ['words', 'cells'].filter((name) => mentions(body, name));
    const params = [
      typed('of', module.type('Cells')),
      typed('definitions', `Told['definitions']`),
      typed('rules', `Told['rules']`),
    ];
    return marked([
      `function tell(${parameters(params, `of ${body}`).join(', ')}${typed(')', 'void')} {`,
      indent(hardline, join([`const { ${taken.join(', ')} } = of;`, ...statements], hardline)),
      hardline,
      '}',
    ]);
  }

  /** The declarations of what an evaluation comes to, and of one under way. */
  #types(): string {
    const result = `${this.#typeNames.prefix}Result`;
    const open = (of: string): string =>
      `  readonly ${of}: { -readonly [Name in keyof ${result}['${of}']]: ${result}['${of}'][Name] };\n`;
    const told = `interface Told {\n  readonly verdict: ${result}['verdict'];\n  readonly cells: Uint8Array;\n  /** What code gives to later code besides truths. */\n  readonly values: unknown[];\n${open('definitions')}${open('rules')}}`;
    const fields = [...this.#params].map(([name, type]) => `  readonly ${name}: ${type};\n`).join('');
    const run = `interface Run extends ${this.#module.type('ScreenRun')}, Pick<Told, 'values' | 'definitions' | 'rules'> {\n${fields}}`;
    return `${told}\n\n${run}`;
  }
}
