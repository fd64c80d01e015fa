/** The function that evaluates goals together on any facts and tells values alone: every definition once, no reasons. */
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
import { Verdict } from './assess-verdict.ts';
import { cast, typed } from './erasable.ts';
import { locate } from './inside.ts';
import { type Doc, group, hardline, indent, join, line, list, print } from './layout.ts';
import { fromPart, type Written, type WrittenPart } from './screen-part.ts';
import { partsOf } from './slice.ts';
import { identifier, key, quote } from './spelling.ts';
import { insideType, type TypeNames } from './types.ts';
import { toldType } from './told-type.ts';
import { mentions, parameters } from './unused.ts';

/** How many expressions a part of an evaluation has before the next begins: an engine makes machine code only of functions of some length. */
const partSize = 400;

/** Writes `evaluate`, and the parts that it consists of. */
export function screenEvaluateFunctions(
  module: AssessModule,
  names: TypeNames,
  features: Features,
): readonly string[] {
  return new Screen(module, names, features).write();
}

class Screen {
  readonly #module: AssessModule;
  readonly #names: TypeNames;
  readonly #traced: ReadonlySet<string>;
  /** The definitions of the statuses of rules. */
  readonly #statuses: ReadonlySet<string>;
  readonly #written = new Map<string, Written>();
  readonly #parts: WrittenPart[] = [];
  readonly #examine: boolean;
  /** What `evaluate` takes, with the types. */
  readonly #params: ReadonlyMap<string, string>;

  constructor(module: AssessModule, names: TypeNames, features: Features) {
    this.#module = module;
    this.#names = names;
    this.#examine = features.governed;
    this.#traced = governing(module.inside.slice);
    this.#statuses = new Set(module.inside.slice.rules.map(({ status }) => status));
    this.#params = new Map([
      ['facts', 'Inside'],
      ...(features.asOf ? [['asOf', module.type('Day')] as const] : []),
      ...(features.today ? [['today', module.type('AsOfReason')] as const] : []),
      ...(features.readings ? [['readings', 'Readings'] as const] : []),
      ...(features.laws ? [['laws', module.type('Laws')] as const] : []),
      ...(features.governed ? [['problems', `${module.type('FactProblem')}[]`] as const] : []),
    ]);
  }

  write(): readonly string[] {
    const module = this.#module;
    const pending = [...module.inside.slice.definitions];
    const parts: string[] = [];
    while (pending.length > 0) parts.push(this.#part(pending));
    const body = module.statements(() => {
      for (const { name, fn, takes } of this.#parts)
        module.emit([`const ${name} = `, list(`${fn}(`, takes, ')'), ';']);
      this.#result();
    });
    const written = print(indent(hardline, join(body, hardline)));
    const params = [...this.#params].map(([name, type]) => typed(name, type));
    const result = `Omit<${this.#names.prefix}Result, 'asOf'>`;
    const open = list('function evaluate(', parameters(params, written), typed(')', result));
    return [`${print([open, ' {'])}${written}\n}`, ...parts];
  }

  /** Writes a function that evaluates the next definitions, which are taken out of `pending`; gives its text. */
  #part(pending: Definition[]): string {
    const module = this.#module;
    const [name, fn] = [module.names.take('part'), module.names.take('evaluatePart')];
    const own: (readonly [id: string, written: Written])[] = [];
    const body = module.statements(() => {
      for (let size = 0; size < partSize; ) {
        const definition = pending.shift();
        if (definition === undefined) break;
        const written = this.#define(definition);
        this.#written.set(definition.id, written);
        own.push([definition.id, written]);
        size += partsOf(definition.expr).length;
      }
    });
    const text = print(indent(hardline, join(body, hardline)));
    // What later parts and the result name of it, they take from what the part gives.
    const declared = new Set([...text.matchAll(/^ {2}(?:const|let) ([\w$]+)/gm)].map(([, local]) => local));
    const given = new Set<string>();
    const give = (local: string): string => {
      if (!declared.has(local)) return local;
      given.add(local);
      return `${name}.${local}`;
    };
    for (const [id, written] of own) this.#written.set(id, fromPart(written, give));
    const takes = [...this.#params.keys(), ...this.#parts.map((part) => part.name)].filter((each) =>
      mentions(text, each),
    );
    const types = new Map([
      ...this.#params,
      ...this.#parts.map((part) => [part.name, `ReturnType<typeof ${part.fn}>`] as const),
    ]);
    this.#parts.push({ name, fn, takes });
    const params = takes.map((each) => typed(each, types.get(each) ?? 'never'));
    return print([
      list(`function ${fn}(`, params, ') {'),
      text,
      indent(hardline, list('return {', [...given], '}', line), ';'),
      hardline,
      '}',
    ]);
  }

  #define(definition: Definition): Written {
    const module = this.#module;
    const { id, param } = definition;
    if (param !== undefined) return { answers: this.#ranging(definition, param) };
    const node = assessExpr(definition.expr, this.#context(definition));
    const { text } = node;
    const hasOwnText = text !== undefined && text !== todayText && !/^facts[.\w$]*$/.test(text);
    const named = hasOwnText ? { ...node, text: module.local(`${id} text`, text) } : node;
    const isTold = definition.visible || this.#statuses.has(id);
    const told = isTold ? module.local(`${id} told`, this.#told(named)) : '';
    if (!this.#traced.has(id) || definition.visible || node.silent) return { node: named, told };
    const because = module.names.take('because');
    module.emit([
      `const ${typed(because, `readonly ${module.type('Reason')}[]`)} = `,
      reasonsOf(node, module),
      ';',
    ]);
    return { node: named, told, because };
  }

  /** JavaScript for a value in its JSON form. */
  #told(node: Pick<Node, 'value' | 'type' | 'text'>): string {
    const module = this.#module;
    const text = rendered(node, module);
    // A literal that is given on by a part would be any string.
    if (!['status', 'enum', 'number'].includes(node.type.kind)) return text;
    return cast(`(${text})`, toldType(node.type, module.inside.slice));
  }

  #result(): void {
    const module = this.#module;
    const { definitions, rules } = module.inside.slice;
    const verdict = new Verdict(module);
    const told = definitions
      .filter(({ visible }) => visible)
      .map((definition) => this.#field(definition.id, this.#value(definition)));
    const statuses = rules.map((rule) => this.#field(rule.name, this.#status(rule, verdict)));
    const fields = [
      group('verdict:', indent(line, verdict.expression())),
      ['definitions: ', list('{', told, '}', line)],
      ['rules: ', list('{', statuses, '}', line)],
    ];
    module.emit([list('return {', fields, '}', hardline), ';']);
  }

  #field(name: string, value: Doc): Doc {
    return group(`${key(name)}: `, value);
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
    module.emit(`const ${typed(answers, `${this.#answerType(definition)}[]`)} = [];`);
    const name = module.names.take(param.name);
    module.block(`for (const ${name} of facts.${registry(param.record)})`, () => {
      const { written: _outside, ...context } = this.#context(definition);
      const node = assessExpr(definition.expr, {
        ...context,
        scope: new Map([[param.name, param.record]]),
        names: new Map([[param.name, name]]),
      });
      const because = this.#traced.has(definition.id) ? [', ', becauseOf(reasonsOf(node, module))] : '';
      module.emit([`${answers}.push({ value: ${node.value}`, because, ' });']);
    });
    return answers;
  }

  /** The type of the value of one instance, with its reasons where they are wanted. */
  #answerType(definition: Definition): string {
    const module = this.#module;
    const type = this.#valueType(definition);
    return this.#traced.has(definition.id)
      ? `${module.type('Answer')}<${type}>`
      : `{ readonly value: ${type} }`;
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
    const node = { value: `${answer}.value`, type };
    return {
      ...node,
      reasons: () => [
        definition.visible
          ? always(module.call('reference', quote(e.id), rendered(node, module), `${instance}.path`))
          : { when: 'true', reason: `${answer}.because`, many: true },
      ],
    };
  }

  /** JavaScript for the value of a definition as it is told, or for its values. */
  #value(definition: Definition): Doc {
    const written = this.#written.get(definition.id);
    if (written === undefined) throw new Error(`${definition.id} was not written`);
    return 'node' in written ? written.told : this.#instances(definition, written.answers);
  }

  /** JavaScript for the values of all instances, each with its path. */
  #instances(definition: Definition, answers: string): Doc {
    const record = definition.param?.record ?? '';
    const answer = cast(`${answers}[index]`, this.#answerType(definition));
    const value = this.#told({ value: `(${answer}).value`, type: definition.type });
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

  #status(rule: Rule, verdict: Verdict): Doc {
    const module = this.#module;
    const definition = module.inside.slice.definition(rule.status);
    const written = this.#written.get(rule.status);
    if (written === undefined) throw new Error(`${rule.status} was not written`);
    if ('node' in written) {
      verdict.add(rule, written.node.value);
      return written.told;
    }
    verdict.declare(rule);
    const answer = module.names.take('answer');
    module.block(`for (const ${answer} of ${written.answers})`, () => verdict.note(rule, `${answer}.value`));
    verdict.addOpen(rule, `facts.${openLists(definition.param?.record ?? '')}.length > 0`);
    return this.#instances(definition, written.answers);
  }
}
