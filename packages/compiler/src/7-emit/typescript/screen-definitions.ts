/**
 * The definitions that goals together need, written one after the other: what is logic as nodes of a network, what is none as
 * code, some definitions at a time, which takes values from earlier units and gives its own to later ones.
 */
import type { Definition, Expr, Rule } from '../../6-plan/plan.ts';
import { statementOf } from '../../6-plan/ids.ts';
import { assessExpr } from './assess-expr.ts';
import { governing } from './assess-features.ts';
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
import { cast, typed } from './erasable.ts';
import { isConstant } from './fold.ts';
import { locate } from './inside.ts';
import { type Doc, flatText, group, hardline, indent, join, line, list, print } from './layout.ts';
import { isAskedApart } from './screen-apart.ts';
import { type Cell, isLogical, Logic, noCell, yesCell } from './screen-logic.ts';
import { type Body, Gifts, OpenPart, type Taken, usersOf, type Written } from './screen-part.ts';
import { Places } from './screen-places.ts';
import { partsOf, placesOf, type Slice } from './slice.ts';
import { identifier, member, quote } from './spelling.ts';
import { toldType } from './told-type.ts';
import { insideType, type TypeNames } from './types.ts';
import { mentions, namesIn } from './unused.ts';

/** A value that has been written, with its type. */
type Value = readonly [value: string, type: string];

/** The definitions of a slice as units of a network, and the code of those that are code. */
export class ScreenDefinitions {
  readonly #module: AssessModule;
  readonly #typeNames: TypeNames;
  readonly #traced: ReadonlySet<string>;
  /** The rules by the definitions of their statuses. */
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #written = new Map<string, Written>();
  /** What later code may take, by its name. */
  readonly #given = new Map<string, Taken>();
  /** What code calls the cells that it takes. */
  readonly #names = new Map<Cell, string>();
  /** The cells of definitions in the network. */
  readonly #cells = new Map<string, Cell>();
  readonly #users: ReadonlyMap<string, ReadonlySet<string>>;
  /** The statuses that are constants of the network, in the order of their places. */
  readonly statuses: readonly string[];
  readonly places: Places;
  readonly #logic: Logic;
  /** How many values code gives besides truths. */
  values = 0;
  /** The cells of the statuses of binding rules, and of what other binding rules say to the verdict. */
  readonly binding: Cell[] = [];
  readonly bearings: Cell[] = [];
  readonly functions: string[] = [];
  /** Their names, in order. */
  readonly partNames: string[] = [];
  readonly #examine: boolean;
  /** What the parts may take besides what is told. */
  readonly #params: readonly string[];

  constructor(module: AssessModule, names: TypeNames, examine: boolean, params: readonly string[]) {
    this.#module = module;
    const { slice } = module.inside;
    this.#users = usersOf(slice);
    this.#typeNames = names;
    this.#examine = examine;
    this.#traced = governing(slice);
    this.#rules = new Map(slice.rules.map((rule) => [rule.status, rule]));
    const parts = slice.definitions.flatMap((each) => (this.isLogical(each) ? partsOf(each.expr) : []));
    this.statuses = [
      ...new Set(
        parts.flatMap((e) => (e.kind === 'literal' && e.value.kind === 'status' ? [e.value.value] : [])),
      ),
    ];
    const facts = parts.flatMap((e) => (e.kind === 'fact' ? [this.#factText(e)] : []));
    this.places = new Places(module.inside, 1 + this.statuses.length, facts);
    this.#logic = new Logic((node) => this.places.node(node));
    this.#params = params;
  }

  /** Writes definitions: logic as nodes, and what is none as code, some at a time, before the first node that needs it. */
  write({ definitions }: Slice): void {
    let open = new OpenPart();
    const close = (): void => {
      if (open.definitions.length > 0) this.#part(open.definitions);
      open = new OpenPart();
    };
    for (const definition of definitions) {
      if (this.isLogical(definition)) {
        if (open.isNeededBy(definition)) close();
        this.#logicOf(definition);
      } else {
        if (!open.isFor(definition)) close();
        open.add(definition);
      }
    }
    close();
    this.#instancesTold(definitions);
  }

  /** Whether a definition is logic throughout. What is asked apart is what is none. */
  isLogical(definition: Definition): boolean {
    return isLogical(definition) && !isAskedApart(definition) && !this.#traced.has(definition.id);
  }

  #logicOf({ id, expr }: Definition): void {
    const cell = this.#logic.cell(expr, (e) => {
      if (e.kind === 'ref') return this.cellOf(e.id);
      if (e.kind === 'fact') return 2 * this.places.ofFact(this.#factText(e));
      if (e.kind !== 'status') throw new Error(`a value of type ${e.kind} is no logic`);
      return 2 * (1 + this.statuses.indexOf(e.value));
    });
    this.#cells.set(id, cell);
    if (isBinding(this.#rules.get(id))) this.binding.push(cell);
  }

  cellOf(id: string): Cell {
    const cell = this.#cells.get(id);
    if (cell === undefined) throw new Error(`the plan uses ${id} before it is defined`);
    return cell;
  }

  #factText(e: Of<'fact'>): string {
    return locate(this.#module.inside, new Map(), new Map(), e.at).js;
  }

  /** Writes the function that evaluates some definitions. */
  #part(definitions: readonly Definition[]): void {
    const module = this.#module;
    const bearings: string[] = [];
    const bodies = definitions.map((definition): Body => {
      const { text } = this.#body(() => this.#written.set(definition.id, this.#define(definition, bearings)));
      return { text, turning: this.#isListed(definition) ? this.#ofInstances(definition, text) : text };
    });
    const text = bodies.map((body) => body.text).join('');
    const declared = new Set([...text.matchAll(/^ {2}(?:const|let) ([\w$]+)/gm)].map(([, local]) => local));
    const given = new Map<string, Taken>();
    const gifts = new Gifts(module, this.places);
    const own = new Set(definitions.map(({ id }) => id));
    for (const definition of definitions) {
      const isUsed = [...(this.#users.get(definition.id) ?? [])].some((id) => !own.has(id));
      if (!isUsed && (definition.param === undefined || !this.#isTold(definition))) continue;
      const { id, param, type } = definition;
      const [value, ...others] = this.#valuesOf(definition);
      const isTruth = param === undefined && type.kind === 'yesno';
      if (isTruth) this.#cells.set(id, this.#truth(value, given, gifts));
      for (const [name, of] of isTruth ? others : [value, ...others]) {
        if (!declared.has(name) || this.#given.has(name) || given.has(name)) continue;
        const at = this.values;
        this.values += 1;
        const place = gifts.add(param === undefined ? 'give' : 'giveAll', String(at), name);
        given.set(name, { read: cast(`values[${at}]`, of), place });
      }
    }
    this.#bears(bearings, gifts);
    this.#function(bodies, gifts);
    for (const [name, of] of given) this.#given.set(name, of);
  }

  /**
   * Writes the functions that tell what definitions of many instances come to, a record at a time: where a list is known to be
   * empty, that is all that is told of its members, and nothing else is evaluated.
   */
  #instancesTold(definitions: readonly Definition[]): void {
    const records = Map.groupBy(
      definitions.filter((each) => each.param !== undefined && this.#isTold(each)),
      ({ param }) => param?.record ?? '',
    );
    for (const told of records.values()) {
      const bearings: string[] = [];
      const bodies = told.map((definition): Body => {
        const { text } = this.#body(() => this.#tellInstances(definition, bearings));
        return { text, turning: this.#isListed(definition) ? this.#ofInstances(definition, text) : text };
      });
      const gifts = new Gifts(this.#module, this.places);
      this.#bears(bearings, gifts);
      this.#function(bodies, gifts);
    }
  }

  #tellInstances(definition: Definition, bearings: string[]): void {
    const module = this.#module;
    const written = this.#written.get(definition.id);
    const { id, param } = definition;
    if (written === undefined || !('answers' in written) || param === undefined)
      throw new Error(`${id} was not written`);
    const { answers } = written;
    this.#tell(definition, this.#instances(definition, answers));
    if (!isBinding(this.#rules.get(id))) return;
    const bears = module.names.take('bears');
    module.emit(`let ${bears} = facts.${openLists(param.record)}.length > 0 ? 1 : 0;`);
    const status = module.names.take('status');
    module.block(`for (const ${status} of ${answers})`, () =>
      module.emit([`${bears} |= `, module.call('bearing', this.#valueOf(definition, status)), ';']),
    );
    bearings.push(bears);
  }

  #isTold({ id, visible }: Definition): boolean {
    return visible || this.#rules.has(id);
  }

  /** Gives what binding rules say to the verdict. */
  #bears(bearings: readonly string[], gifts: Gifts): void {
    if (bearings.length === 0) return;
    const said = group(join(bearings, [' |', line]));
    this.bearings.push(2 * gifts.add('giveTruth', said));
  }

  /** The text of some statements. */
  #body(write: () => void): { readonly text: string } {
    return { text: print(this.#module.statements(write).map((each) => indent(hardline, each))) };
  }

  /** Writes the function that has these bodies and gives these gifts, and makes it part of the network. */
  #function(bodies: readonly Body[], gifts: Gifts): void {
    const giving = gifts.text();
    const whole = bodies.map(({ text }) => text).join('') + giving;
    const turning = bodies.map((body) => body.turning).join('') + giving;
    const [mentioned, turned] = [namesIn(whole), namesIn(turning)];
    const taken = [...this.#given].filter(([name]) => mentioned.has(name));
    this.places.code(
      turning,
      taken.flatMap(([name, { place }]) => (turned.has(name) ? [place] : [])),
      gifts.count,
    );
    const fields = [...this.#params, 'definitions', 'rules'].filter((each) => mentions(whole, each));
    for (const from of ['cells', 'values'])
      if (taken.some(([, { read }]) => mentions(read, from))) fields.push(from);
    const takes: Doc[] = [
      ...(fields.length === 0 ? [] : [[list('const {', fields, '}', line), ' = run;']]),
      ...taken.map(([name, { read }]) => `const ${name} = ${read};`),
    ];
    const name = this.#module.names.take('evaluatePart');
    this.partNames.push(name);
    const before = print(takes.map((take) => indent(hardline, take)));
    this.functions.push(`function ${name}(${typed('run', 'Run')}${typed(')', 'void')} {${before}${whole}\n}`);
  }

  /** Whether a definition ranges over a record that has instances in lists only. */
  #isListed({ param }: Definition): boolean {
    const { slice } = this.#module.inside;
    return (
      param !== undefined && placesOf(slice, param.record).every((place) => place.some(({ many }) => many))
    );
  }

  /**
   * What code for each of many instances turns on: whether there are some, and where there may be more. Where there are none,
   * as in the case of which nothing is known, it does nothing; where there are some, all of it is evaluated on their account.
   */
  #ofInstances({ param }: Definition, text: string): string {
    const record = param?.record ?? '';
    const open = `facts.${openLists(record)}`;
    return [`facts.${registry(record)};`, ...(text.includes(open) ? [`${open};`] : [])].join('');
  }

  /** The cell of a truth that code gives: of what is one already, or by another name, that one. */
  #truth([value]: Value, given: Map<string, Taken>, gifts: Gifts): Cell {
    if (isConstant(value)) return value === '0' ? noCell : yesCell;
    const known = (this.#given.get(value) ?? given.get(value))?.cell;
    if (known !== undefined) return known;
    const cell = 2 * gifts.add('giveTruth', value);
    given.set(value, this.#cellTaken(cell));
    return cell;
  }

  #cellTaken(cell: Cell): Taken {
    const read = `(${cast(`cells[${cell}]`, this.#module.type('Truth'))})`;
    return { read, place: Math.floor(cell / 2), cell };
  }

  /** The names of what has been written of a definition, with their types. */
  #valuesOf(definition: Definition): readonly [Value, ...Value[]] {
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
    return `${insideType(module.inside.slice, this.#typeNames, type)} | undefined`;
  }

  #reference(e: Of<'ref'>, context: Context): Node {
    const module = this.#module;
    const definition = module.inside.slice.definition(e.id);
    if (this.isLogical(definition)) return this.#logicNode(definition);
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

  /** What code takes of a definition that is logic. */
  #logicNode({ id, type }: Definition): Node {
    if (type.kind !== 'yesno') throw new Error(`code asks for the status ${id}`);
    const cell = this.cellOf(id);
    if (cell === noCell || cell === yesCell)
      return { value: cell === noCell ? '0' : '3', type, reasons: () => [], silent: true };
    const value = this.#names.get(cell) ?? this.#module.names.take(identifier(id));
    this.#names.set(cell, value);
    this.#given.set(value, this.#cellTaken(cell));
    return { value, type, reasons: () => [] };
  }

  /** JavaScript for the values of all instances, each with its path. */
  #instances(definition: Definition, answers: string): Doc {
    const record = definition.param?.record ?? '';
    const value = this.#told({ value: this.#valueOf(definition, 'answer'), type: definition.type });
    const word = value === 'truthWord(answer)' ? 'truthWord' : `(answer) => ${value}`;
    const every = [`facts.${registry(record)}`, `facts.${openLists(record)}`];
    return this.#module.call('screenedOf', ...every, answers, word);
  }
}

function isBinding(rule: Rule | undefined): boolean {
  return rule?.modality === 'must' || rule?.modality === 'mustNot';
}
