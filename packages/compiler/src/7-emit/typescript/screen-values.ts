/** The values of the definitions that are code, as the functions of `screen` compute them: reasons only where something asks for them. */
import { statementOf } from '../../6-plan/ids.ts';
import type { Definition, Expr } from '../../6-plan/plan.ts';
import { assessExpr } from './assess-expr.ts';
import { answerOfInstance } from './assess-instance.ts';
import type { AssessModule } from './assess-module.ts';
import { always, becauseOf, type Context, type Node, reasonsOf, rendered, todayText } from './assess-node.ts';
import type { Of } from './parts.ts';
import { registry } from './assess-read.ts';
import { cast, typed } from './erasable.ts';
import type { Doc } from './layout.ts';
import type { Written } from './screen-part.ts';
import { identifier, quote } from './spelling.ts';
import { toldType } from './told-type.ts';
import { insideType, type TypeNames } from './types.ts';

/** A value that has been written, with its type. */
export type Value = readonly [value: string, type: string];

/** Writes definitions and refers to them. */
export class ScreenValues {
  readonly #module: AssessModule;
  readonly #typeNames: TypeNames;
  /** The definitions that have their reasons: governing dates, and what these rest on. */
  readonly #traced: ReadonlySet<string>;
  readonly #examine: boolean;
  /** What code takes of a definition that is logic; undefined of one that is none. */
  readonly #logicNode: (definition: Definition) => Node | undefined;
  readonly #written = new Map<string, Written>();

  constructor(
    module: AssessModule,
    names: TypeNames,
    options: {
      readonly traced: ReadonlySet<string>;
      readonly examine: boolean;
      readonly logicNode: (definition: Definition) => Node | undefined;
    },
  ) {
    this.#module = module;
    this.#typeNames = names;
    this.#traced = options.traced;
    this.#examine = options.examine;
    this.#logicNode = options.logicNode;
  }

  /** The array of the answers for all instances. */
  answersOf({ id }: Definition): string {
    const written = this.#written.get(id);
    if (written === undefined || !('answers' in written)) throw new Error(`${id} was not written`);
    return written.answers;
  }

  /** The names of what has been written of a definition, with their types. */
  of(definition: Definition): readonly [Value, ...Value[]] {
    const written = this.#written.get(definition.id);
    if (written === undefined) throw new Error(`${definition.id} was not written`);
    if ('answers' in written) return [[written.answers, `(${this.answerType(definition)})[]`]];
    const { node, because } = written;
    return [
      [node.value, this.#valueType(definition)],
      ...(node.text === undefined ? [] : [[node.text, 'string | undefined'] as const]),
      ...(because === undefined ? [] : [[because, `readonly ${this.#module.type('Reason')}[]`] as const]),
    ];
  }

  /** Writes a definition; `tell` hears of its value, unless it ranges over instances, before its reasons are written. */
  write(definition: Definition, tell: (node: Node) => void): void {
    this.#written.set(definition.id, this.#define(definition, tell));
  }

  #define(definition: Definition, tell: (node: Node) => void): Written {
    const module = this.#module;
    const { id, param } = definition;
    if (param !== undefined) {
      const answers = this.#ranging(definition, param);
      return { answers };
    }
    const node = assessExpr(definition.expr, this.#context(definition));
    const { text } = node;
    const hasOwnText = text !== undefined && text !== todayText && !/^facts[.\w$]*$/.test(text);
    const named = hasOwnText ? { ...node, text: module.local(`${id} text`, text) } : node;
    tell(named);
    if (!this.#traced.has(id) || definition.visible || node.silent) return { node: named };
    const because = module.names.take('because');
    module.emit([
      `const ${typed(because, `readonly ${module.type('Reason')}[]`)} = `,
      reasonsOf(node, module),
      ';',
    ]);
    return { node: named, because };
  }

  /** JavaScript for a value in its JSON form. */
  told(node: Pick<Node, 'value' | 'type' | 'text'>): string {
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
    module.emit(`const ${typed(answers, `(${this.answerType(definition)})[]`)} = [];`);
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
  answerType(definition: Definition): string {
    const module = this.#module;
    const type = this.#valueType(definition);
    return this.#traced.has(definition.id) ? `${module.type('Answer')}<${type}>` : type;
  }

  /** JavaScript for the value in an answer for one instance. */
  valueOf({ id }: Definition, answer: string): string {
    return this.#traced.has(id) ? `${answer}.value` : answer;
  }

  #valueType({ type }: Definition): string {
    const module = this.#module;
    if (type.kind === 'yesno') return module.type('Truth');
    if (type.kind === 'enum') return 'string | undefined';
    if (type.kind === 'date') module.type('Day');
    if (type.kind === 'duration') module.type('Duration');
    if (type.kind === 'status') module.type('Status');
    return `${insideType(module.inside.slice, this.#typeNames, type)} | undefined`;
  }

  #reference(e: Of<'ref'>, context: Context): Node {
    const module = this.#module;
    const definition = module.inside.slice.definition(e.id);
    const logic = this.#logicNode(definition);
    if (logic !== undefined) return logic;
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
    return answerOfInstance(
      {
        definition,
        array: written.answers,
        type: this.answerType(definition),
        valueOf: (answer) => this.valueOf(definition, answer),
      },
      e,
      context,
    );
  }
}
