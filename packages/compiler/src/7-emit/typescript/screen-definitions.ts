/**
 * The definitions that goals together need, written one after the other: what is logic as nodes of a network, what is none as
 * code, some definitions at a time, which takes values from earlier units and gives its own to later ones.
 */
import type { Definition, Rule } from '../../6-plan/plan.ts';
import { governing } from './assess-features.ts';
import type { AssessModule } from './assess-module.ts';
import type { Node } from './assess-node.ts';
import { openLists, registry } from './assess-read.ts';
import { cast, typed } from './erasable.ts';
import { isConstant } from './fold.ts';
import { locate } from './inside.ts';
import { type Doc, group, hardline, indent, join, line, list, print } from './layout.ts';
import { isAskedApart } from './screen-apart.ts';
import { type Cell, isLogical, Logic, noCell, yesCell } from './screen-logic.ts';
import { type Body, Gifts, OpenPart, type Taken, usersOf } from './screen-part.ts';
import { Places } from './screen-places.ts';
import { ScreenValues, type Value } from './screen-values.ts';
import { type Of, partsOf } from './parts.ts';
import { placesOf, type Slice } from './slice.ts';
import { identifier, member } from './spelling.ts';
import type { TypeNames } from './types.ts';
import { mentions, namesIn } from './unused.ts';

/** The definitions of a slice as units of a network, and the code of those that are code. */
export class ScreenDefinitions {
  readonly #module: AssessModule;
  readonly #traced: ReadonlySet<string>;
  /** The rules by the definitions of their statuses. */
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #writer: ScreenValues;
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
  /** What the parts may take besides what is told. */
  readonly #params: readonly string[];

  constructor(module: AssessModule, names: TypeNames, examine: boolean, params: readonly string[]) {
    this.#module = module;
    const { slice } = module.inside;
    this.#users = usersOf(slice);
    this.#traced = governing(slice);
    this.#writer = new ScreenValues(module, names, {
      traced: this.#traced,
      examine,
      logicNode: (definition) => (this.isLogical(definition) ? this.#logicNode(definition) : undefined),
    });
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
      const { text } = this.#body(() =>
        this.#writer.write(definition, (node) => this.#bear(definition, node, bearings)),
      );
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
      const [value, ...others] = this.#writer.of(definition);
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
    const { id, param } = definition;
    if (param === undefined) throw new Error(`${id} has no instances`);
    const answers = this.#writer.answersOf(definition);
    this.#tell(definition, this.#instances(definition, answers));
    if (!isBinding(this.#rules.get(id))) return;
    const bears = module.names.take('bears');
    module.emit(`let ${bears} = facts.${openLists(param.record)}.length > 0 ? 1 : 0;`);
    const status = module.names.take('status');
    module.block(`for (const ${status} of ${answers})`, () =>
      module.emit([`${bears} |= `, module.call('bearing', this.#writer.valueOf(definition, status)), ';']),
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

  /** Tells a value, and what it says to the verdict. */
  #bear(definition: Definition, node: Node, bearings: string[]): void {
    this.#tell(definition, this.#writer.told(node));
    if (isBinding(this.#rules.get(definition.id)))
      bearings.push(`${this.#module.use('bearing')}(${node.value})`);
  }

  /** Writes the value of a definition, or the status of a rule, as it is told. */
  #tell({ id, visible }: Definition, told: Doc): void {
    const rule = this.#rules.get(id);
    if (visible) this.#module.emit([`definitions${member(id)} = `, told, ';']);
    if (rule !== undefined) this.#module.emit([`rules${member(rule.name)} = `, told, ';']);
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
    const value = this.#writer.told({
      value: this.#writer.valueOf(definition, 'answer'),
      type: definition.type,
    });
    const word = value === 'truthWord(answer)' ? 'truthWord' : `(answer) => ${value}`;
    const every = [`facts.${registry(record)}`, `facts.${openLists(record)}`];
    return this.#module.call('screenedOf', ...every, answers, word);
  }
}

function isBinding(rule: Rule | undefined): boolean {
  return rule?.modality === 'must' || rule?.modality === 'mustNot';
}
