/**
 * The functions that evaluate goals together on any facts and tell values alone, without reasons. Each part of the evaluation
 * begins from the one of a case of which nothing is known, and is left out where what it turns on is the same.
 */
import type { Definition, Expr, Rule } from '../../6-plan/plan.ts';
import { statementOf } from '../../6-plan/ids.ts';
import { assessExpr } from './assess-expr.ts';
import { type Features, governing } from './assess-features.ts';
import type { AssessModule } from './assess-module.ts';
import {
  always,
  becauseOf,
  type Context,
  type Node,
  type Of,
  reasonsOf,
  rendered,
  todayText,
} from './assess-node.ts';
import { openLists, registry } from './assess-read.ts';
import { cast, typed, typeOnly } from './erasable.ts';
import { locate } from './inside.ts';
import { type Doc, flatText, group, hardline, indent, join, line, list, print } from './layout.ts';
import { Inputs } from './screen-inputs.ts';
import { type Given, partsOfScreening, usedLater, type Written } from './screen-part.ts';
import { identifier, key, member, quote } from './spelling.ts';
import { insideType, type TypeNames } from './types.ts';
import { toldType } from './told-type.ts';
import { mentions, namesIn } from './unused.ts';

/** Writes `evaluate`, and the parts that it consists of. */
export function screenEvaluateFunctions(
  module: AssessModule,
  names: TypeNames,
  features: Features,
): { readonly parts: number; readonly texts: readonly string[] } {
  return new Screen(module, names, features).write();
}

class Screen {
  readonly #module: AssessModule;
  readonly #names: TypeNames;
  readonly #traced: ReadonlySet<string>;
  /** The rules by the definitions of their statuses. */
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #written = new Map<string, Written>();
  /** What parts give to later ones, by its name. */
  readonly #given = new Map<string, Given>();
  readonly #inputs: Inputs;
  /** The places, among the values of an evaluation, of what the binding rules of parts say to the verdict. */
  readonly #bearings: number[] = [];
  readonly #examine: boolean;
  /** What the parts of `evaluate` may take, with the types. */
  readonly #params: ReadonlyMap<string, string>;

  constructor(module: AssessModule, names: TypeNames, features: Features) {
    this.#module = module;
    this.#inputs = new Inputs(module.inside);
    this.#names = names;
    this.#examine = features.governed;
    this.#traced = governing(module.inside.slice);
    this.#rules = new Map(module.inside.slice.rules.map((rule) => [rule.status, rule]));
    this.#params = new Map([
      ['facts', 'Inside'],
      ...(features.asOf ? [['asOf', module.type('Day')] as const] : []),
      ...(features.today ? [['today', module.type('AsOfReason')] as const] : []),
      ...(features.readings ? [['readings', 'Readings'] as const] : []),
      ...(features.laws ? [['laws', module.type('Laws')] as const] : []),
      ...(features.governed ? [['problems', `${module.type('FactProblem')}[]`] as const] : []),
    ]);
  }

  write(): { readonly parts: number; readonly texts: readonly string[] } {
    const module = this.#module;
    const { definitions, rules } = module.inside.slice;
    const parts = partsOfScreening(module.inside.slice);
    const later = usedLater(parts);
    const names = parts.map(() => module.names.take('evaluatePart'));
    const functions = parts.map((part, at) => this.#part(part, later, names[at] ?? '', at));
    const start = (of: 'definitions' | 'rules', fields: readonly string[]): Doc => {
      const blank = list(
        '{',
        fields.map((name) => `${key(name)}: ''`),
        '}',
        line,
      );
      const copy = `was === undefined ? (${cast(print(blank), `unknown as Told['${of}']`)}) : { ...was.${of} }`;
      return `const ${typed(of, `Told['${of}']`)} = ${copy};`;
    };
    const params = [...this.#params].map(([name, type]) => typed(name, type));
    const bearings = this.#bearings.map((at) => `(${cast(`values[${at}]`, 'number')})`);
    const said = group(join(bearings.length === 0 ? ['0'] : bearings, [' |', line]));
    const statements: Doc[] = [
      start(
        'definitions',
        definitions.filter(({ visible }) => visible).map(({ id }) => id),
      ),
      start(
        'rules',
        rules.map(({ name }) => name),
      ),
      `const ${typed('values', 'unknown[]')} = was === undefined ? Array.from({ length: ${this.#inputs.places} }) : was.values.slice();`,
      [
        module.call(
          'runParts',
          list('{', ['due', 'turning', 'values', 'definitions', 'rules', ...this.#params.keys()], '}', line),
          'parts',
        ),
        ';',
      ],
      [
        list(
          'return {',
          [['verdict: ', module.call('verdictOf', said)], 'values', 'definitions', 'rules'],
          '}',
          line,
        ),
        ';',
      ],
    ];
    const open = list(
      'function evaluate(',
      [typed('was', 'Told | undefined'), typed('due', module.type('Due')), ...params],
      typed(')', 'Told'),
    );
    const texts = [
      typeOnly(this.#types()),
      print([`const ${typed('turning', module.type('Turning'))} = `, this.#inputs.text(), ';']),
      print([`const ${typed('parts', 'readonly ((run: Run) => void)[]')} = `, list('[', names, ']'), ';']),
      print([open, ' {', indent(hardline, join(statements, hardline)), hardline, '}']),
      ...functions,
    ];
    return { parts: parts.length, texts };
  }

  /** The declarations of what an evaluation comes to, and of one under way. */
  #types(): string {
    const result = `${this.#names.prefix}Result`;
    const open = (of: string): string =>
      `  readonly ${of}: { -readonly [Name in keyof ${result}['${of}']]: ${result}['${of}'][Name] };\n`;
    const told = `interface Told {\n  readonly verdict: ${result}['verdict'];\n  /** What parts give to later ones. */\n  readonly values: unknown[];\n${open('definitions')}${open('rules')}}`;
    const fields = [...this.#params].map(([name, type]) => `  readonly ${name}: ${type};\n`).join('');
    const run = `interface Run extends ${this.#module.type('ScreenRun')}, Pick<Told, 'values' | 'definitions' | 'rules'> {\n${fields}}`;
    return `${told}\n\n${run}`;
  }

  /** Writes the function that evaluates some definitions. */
  #part(definitions: readonly Definition[], later: ReadonlySet<string>, fn: string, part: number): string {
    const module = this.#module;
    const bearings: string[] = [];
    const body = module.statements(() => {
      for (const definition of definitions)
        this.#written.set(definition.id, this.#define(definition, bearings));
    });
    const text = print(indent(hardline, join(body, hardline)));
    const mentioned = namesIn(text);
    const taken = [...this.#given].filter(([name]) => mentioned.has(name));
    this.#inputs.note(
      part,
      text,
      taken.map(([, { at }]) => at),
    );
    const declared = new Set([...text.matchAll(/^ {2}(?:const|let) ([\w$]+)/gm)].map(([, local]) => local));
    const gives: Doc[] = [];
    const give = (value: Doc, how: 'give' | 'giveAll' = 'give'): number => {
      const at = this.#inputs.place();
      gives.push([module.call(how, 'run', String(at), value), ';']);
      return at;
    };
    for (const definition of definitions) {
      if (!later.has(definition.id)) continue;
      const how = definition.param === undefined ? 'give' : 'giveAll';
      for (const [name, type] of this.#valuesOf(definition)) {
        if (declared.has(name) && !this.#given.has(name))
          this.#given.set(name, { at: give(name, how), type });
      }
    }
    if (bearings.length > 0) this.#bearings.push(give(group(join(bearings, [' |', line]))));
    const own = [...this.#params.keys(), 'definitions', 'rules'].filter((each) => mentions(text, each));
    if (taken.length > 0) own.push('values');
    const takes: Doc[] = [
      ...(own.length === 0 ? [] : [[list('const {', own, '}', line), ' = run;']]),
      ...taken.map(([name, { at, type }]) => `const ${name} = ${cast(`values[${at}]`, type)};`),
    ];
    const before = print(takes.map((take) => indent(hardline, take)));
    const after = print(gives.map((each) => indent(hardline, each)));
    return `function ${fn}(${typed('run', 'Run')}${typed(')', 'void')} {${before}${text}${after}\n}`;
  }

  /** The names of what has been written of a definition, with their types. */
  #valuesOf(definition: Definition): readonly (readonly [name: string, type: string])[] {
    const written = this.#written.get(definition.id);
    if (written === undefined) throw new Error(`${definition.id} was not written`);
    if ('answers' in written) return [[written.answers, `(${this.#answerType(definition)})[]`]];
    const { node, because } = written;
    return [
      [node.value, this.#valueType(definition)],
      ...(node.text === undefined ? [] : [[node.text, 'string | undefined'] as const]),
      ...(because === undefined ? [] : [[because, `readonly ${this.#module.type('Reason')}[]`] as const]),
    ];
  }

  #define(definition: Definition, bearings: string[]): Written {
    const module = this.#module;
    const { id, param } = definition;
    if (param !== undefined) {
      const answers = this.#ranging(definition, param);
      this.#tell(definition, this.#instances(definition, answers));
      if (isBinding(this.#rules.get(id))) {
        const bears = module.names.take('bears');
        const open = `facts.${openLists(param.record)}.length`;
        module.emit(`let ${bears} = ${open} > 0 ? 1 : 0;`);
        const status = module.names.take('status');
        module.block(`for (const ${status} of ${answers})`, () =>
          module.emit([`${bears} |= `, module.call('bearing', this.#valueOf(definition, status)), ';']),
        );
        bearings.push(bears);
      }
      return { answers };
    }
    const node = assessExpr(definition.expr, this.#context(definition));
    const { text } = node;
    const hasOwnText = text !== undefined && text !== todayText && !/^facts[.\w$]*$/.test(text);
    const named = hasOwnText ? { ...node, text: module.local(`${id} text`, text) } : node;
    this.#tell(definition, this.#told(named));
    if (isBinding(this.#rules.get(id))) bearings.push(flatText(module.call('bearing', node.value)));
    if (!this.#traced.has(id) || definition.visible || node.silent) return { node: named };
    const because = module.names.take('because');
    module.emit([
      `const ${typed(because, `readonly ${module.type('Reason')}[]`)} = `,
      reasonsOf(node, module),
      ';',
    ]);
    return { node: named, because };
  }

  /** Writes the value of a definition, or the status of a rule, as it is told. */
  #tell({ id, visible }: Definition, told: Doc): void {
    const rule = this.#rules.get(id);
    if (visible) this.#module.emit([`definitions${member(id)} = `, told, ';']);
    if (rule !== undefined) this.#module.emit([`rules${member(rule.name)} = `, told, ';']);
  }

  /** JavaScript for a value in its JSON form. */
  #told(node: Pick<Node, 'value' | 'type' | 'text'>): string {
    const module = this.#module;
    const text = rendered(node, module);
    // A literal that is given on by a part would be any string.
    if (!['status', 'enum', 'number'].includes(node.type.kind)) return text;
    return cast(`(${text})`, toldType(node.type, module.inside.slice));
  }

  #context({ id }: Definition): Context {
    return {
      module: this.#module,
      scope: new Map(),
      names: new Map(),
      statement: statementOf(id),
      hint: id,
      examine: this.#examine,
      written: new Map<Expr, Node>(),
      ...(this.#traced.has(id) ? {} : { untraced: true as const }),
      write: assessExpr,
      reference: (e, context) => this.#reference(e, context),
    };
  }

  /** Writes the values of a definition for each instance; gives the name of their array. */
  #ranging(definition: Definition, param: { readonly name: string; readonly record: string }): string {
    const module = this.#module;
    const answers = module.names.take(`${identifier(definition.id)} answers`);
    module.emit(`const ${typed(answers, `(${this.#answerType(definition)})[]`)} = [];`);
    const name = module.names.take(param.name);
    module.block(`for (const ${name} of facts.${registry(param.record)})`, () => {
      const { written: _outside, ...context } = this.#context(definition);
      const node = assessExpr(definition.expr, {
        ...context,
        scope: new Map([[param.name, param.record]]),
        names: new Map([[param.name, name]]),
      });
      module.emit(
        this.#traced.has(definition.id)
          ? [`${answers}.push({ value: ${node.value}, `, becauseOf(reasonsOf(node, module)), ' });']
          : `${answers}.push(${node.value});`,
      );
    });
    return answers;
  }

  /** The type of the value of one instance, with its reasons where they are wanted. */
  #answerType(definition: Definition): string {
    const module = this.#module;
    const type = this.#valueType(definition);
    return this.#traced.has(definition.id) ? `${module.type('Answer')}<${type}>` : type;
  }

  /** JavaScript for the value in an answer for one instance. */
  #valueOf({ id }: Definition, answer: string): string {
    return this.#traced.has(id) ? `${answer}.value` : answer;
  }

  #valueType({ type }: Definition): string {
    const module = this.#module;
    if (type.kind === 'yesno') return module.type('Truth');
    if (type.kind === 'enum') return 'string | undefined';
    if (type.kind === 'date') module.type('Day');
    if (type.kind === 'duration') module.type('Duration');
    if (type.kind === 'status') module.type('Status');
    return `${insideType(module.inside.slice, this.#names, type)} | undefined`;
  }

  #reference(e: Of<'ref'>, context: Context): Node {
    const module = this.#module;
    const definition = module.inside.slice.definition(e.id);
    const written = this.#written.get(e.id);
    if (written === undefined) throw new Error(`the plan uses ${e.id} before it is defined`);
    if ('node' in written) {
      const { node, because } = written;
      if (!definition.visible)
        return because === undefined
          ? node
          : { ...node, reasons: () => [{ when: 'true', reason: because, many: true }] };
      const reason = (): Doc => module.call('reference', quote(e.id), rendered(node, module));
      const { value, type, text } = node;
      return {
        value,
        type,
        ...(text === undefined ? {} : { text }),
        reasons: () => [always(reason())],
      };
    }
    if (e.of === undefined) throw new Error(`${e.id} needs an instance`);
    const instance = locate(module.inside, context.scope, context.names, e.of).js;
    const { type } = definition;
    const answer = module.local(
      identifier(e.id),
      cast(`${written.answers}[${instance}.index]`, this.#answerType(definition)),
    );
    const node = { value: this.#valueOf(definition, answer), type };
    return {
      ...node,
      reasons: () => [
        definition.visible
          ? always(module.call('reference', quote(e.id), rendered(node, module), `${instance}.path`))
          : { when: 'true', reason: `${answer}.because`, many: true },
      ],
    };
  }

  /** JavaScript for the values of all instances, each with its path. */
  #instances(definition: Definition, answers: string): Doc {
    const record = definition.param?.record ?? '';
    const answer = cast(`${answers}[index]`, this.#answerType(definition));
    const value = this.#told({ value: this.#valueOf(definition, `(${answer})`), type: definition.type });
    return list(
      '{',
      [
        group(
          `instances: facts.${registry(record)}.map(({ path }, index) =>`,
          indent(line, `({ of: path, value: ${value} })`),
          ')',
        ),
        `complete: facts.${openLists(record)}.length === 0`,
      ],
      '}',
      line,
    );
  }
}

function isBinding(rule: Rule | undefined): boolean {
  return rule?.modality === 'must' || rule?.modality === 'mustNot';
}
