/** The module of one goal as it is written: its functions, constants and what it imports. */
import type { Constants } from './constants.ts';
import type { Definition, Expr, Type } from '../../6-plan/plan.ts';
import { caseInSteps, choiceInSteps } from './decide-case.ts';
import { alone, type Bound, type EnvOf, noSums } from './decide-env.ts';
import { DecideFunctions } from './decide-functions.ts';
import { answerDefinition, countUses, ordered, turningOnReadings, type Uses } from './decide-uses.ts';
import { atom, call, type Js } from './js.ts';
import { type Doc, group, hardline, ifBroken, indent, join, line, list, print, softline } from './layout.ts';
import type { Names } from './names.ts';
import { ambiguitiesOf, isTrivial, type Place, placesOf, type Slice } from './slice.ts';
import { identifier, key } from './spelling.ts';
import { insideType, type TypeNames } from './types.ts';
import { used } from './unused.ts';
import { formatDay } from './calendar.ts';
import { cast, typed } from './erasable.ts';

/** A function that has been written, its arguments, and what it uses. */
interface Declared {
  readonly fn: string;
  readonly args: readonly string[];
  readonly uses: Uses;
}

interface Loop {
  readonly wanted: string;
  readonly type: string;
  readonly start: readonly string[];
  readonly step: Doc;
  readonly end: string;
  readonly list: string;
  readonly name: string;
  readonly uses: Uses;
}

/** Where an expression of `decide` stands. */
export type Env = EnvOf<DecideModule>;

/** Collects the declarations that `decide` needs, while expressions are written. */
export class DecideModule {
  readonly slice: Slice;
  readonly types_: TypeNames;
  readonly names: Names;
  /** Values imported from the runtime, where folding leaves them. */
  readonly imports: Set<string>;
  /** Types imported from the runtime. */
  readonly types: Set<string>;
  readonly #write: (e: Expr, env: Env) => Js;
  readonly #constants: Constants;
  readonly #functions: DecideFunctions;
  readonly #made = new Map<string, Declared>();
  readonly #variables = new Map<string, string[]>();
  readonly #sumNames: string[] = [];
  readonly #hoisted = new Map<string, { readonly name: string; readonly text: string }>();
  readonly #counts: ReadonlyMap<string, number>;
  readonly #turningOnReadings: ReadonlySet<string>;
  readonly #definitionNames = new Map<string, string>();

  constructor(
    write: (e: Expr, env: Env) => Js,
    slice: Slice,
    types: TypeNames,
    names: Names,
    constants: Constants,
    imports: Set<string>,
    importedTypes: Set<string>,
  ) {
    this.slice = slice;
    this.#constants = constants;
    this.#write = write;
    this.types_ = types;
    this.names = names;
    this.imports = imports;
    this.types = importedTypes;
    this.#functions = new DecideFunctions(names, this.#definitionNames);
    this.#counts = countUses(slice);
    this.#turningOnReadings = turningOnReadings(slice);
  }

  /** The constant of a date that the policy states. */
  day(value: number): string {
    this.types.add('Day');
    const wanted = `day${formatDay(value).replaceAll('-', '')}`;
    return this.#constants.take(wanted, cast(String(value), 'Day'));
  }

  /** The constant of a duration that the policy states. */
  duration(months: number, days: number): string {
    this.imports.add('packDuration');
    const parts = [months > 0 ? `${months}Months` : '', days > 0 || months === 0 ? `${days}Days` : ''];
    return this.#constants.take(`after${parts.join('')}`, `/* @__PURE__ */ packDuration(${months}, ${days})`);
  }

  /** The type of a value inside, its imports noted. */
  typeOf(type: Type | Definition['type']): string {
    if (type.kind === 'date') this.types.add('Day');
    if (type.kind === 'duration') this.types.add('Duration');
    if (type.kind === 'status') this.types.add('Status');
    return insideType(this.slice, this.types_, type);
  }

  /**
   * The JavaScript name of a variable of the policy: another than those in sight, since what is written in place of a
   * reference may call its own variable as the statement that refers to it does.
   */
  variable(name: string, inSight: Env['names'] = new Map()): string {
    const taken = new Set([...inSight.values()].map(({ root }) => root));
    const known = this.#variables.get(name) ?? [];
    const free = known.find((one) => !taken.has(one));
    if (free !== undefined) return free;
    const taking = this.names.take(name);
    this.#variables.set(name, [...known, taking]);
    return taking;
  }

  /** The name of a sum in a function: the same in each, so that functions that do the same are one. */
  sumName(index: number): string {
    return (this.#sumNames[index] ??= this.names.take('date'));
  }

  #nameOf(id: string): string {
    const known = this.#definitionNames.get(id) ?? this.names.take(identifier(id));
    this.#definitionNames.set(id, known);
    return known;
  }

  /** Under what a definition is kept once it is written. One that no reading turns on is written once for both bodies. */
  #keyOf({ id }: Definition, { readings }: Env): string {
    return this.#turningOnReadings.has(id) ? `${readings} ${id}` : id;
  }

  /** How a definition is referred to: by the constant that holds it, by its expression in place, or by a call. */
  formOf(definition: Definition, env: Env): 'constant' | 'inPlace' | 'call' {
    if (this.#hoisted.has(this.#keyOf(definition, env))) return 'constant';
    if (choiceInSteps(definition, this.slice) !== undefined) return 'call';
    const often = definition.param !== undefined && (this.#counts.get(definition.id) ?? 0) > 1;
    return often && !isTrivial(definition) ? 'call' : 'inPlace';
  }

  /** A definition without a parameter: its constant, or its expression in place. */
  plainRef(definition: Definition, env: Env): Js {
    const hoisted = this.#hoisted.get(this.#keyOf(definition, env))?.name;
    if (hoisted === undefined) {
      const inner: Env = { ...env, scope: new Map(), names: new Map() };
      const choice = choiceInSteps(definition, this.slice);
      if (choice === undefined) return this.#write(definition.expr, inner);
      const { fn, args } = this.#functionOf(definition, env, (uses) => {
        const { body, names } = caseInSteps(choice, alone(inner, uses), this.#write);
        for (const name of names) uses.delete(name);
        const type = this.typeOf(definition.type);
        return this.#functions.declare(this.#nameOf(definition.id), ordered(uses), type, body);
      });
      return call(fn, args.map(atom));
    }
    env.uses.set(hoisted, this.typeOf(definition.type));
    return atom(hoisted);
  }

  /** The facts as a whole. */
  facts(): Bound {
    return { doc: 'facts', root: 'facts', rootType: this.types_.complete };
  }

  /** A definition for an instance: a call, or its expression in place where it stands once. */
  functionRef(definition: Definition, instance: Bound, env: Env): Js {
    const { param } = definition;
    if (param === undefined) return this.plainRef(definition, env);
    const scope = new Map([[param.name, param.record]]);
    if (this.formOf(definition, env) === 'inPlace') {
      return this.#write(definition.expr, { ...env, scope, names: new Map([[param.name, instance]]) });
    }
    const name = this.variable(param.name);
    const bound: Bound = { doc: name, root: name, rootType: this.types_.record(param.record) };
    const choice = choiceInSteps(definition, this.slice);
    const { fn, args } = this.#functionOf(definition, env, (uses) => {
      const inner = alone({ ...env, scope, names: new Map([[param.name, bound]]) }, uses);
      const steps = choice === undefined ? undefined : caseInSteps(choice, inner, this.#write);
      const body = steps?.body ?? group('return ', this.#write(definition.expr, inner).doc, ';');
      for (const own of [name, ...(steps?.names ?? [])]) uses.delete(own);
      return this.#functions.declare(
        this.#nameOf(definition.id),
        [[name, this.types_.record(param.record)], ...ordered(uses)],
        this.typeOf(definition.type),
        body,
        true,
      );
    });
    env.uses.set(instance.root, instance.rootType);
    return call(fn, [atom(instance.doc), ...args.slice(1).map(atom)]);
  }

  /** The function of a definition, written once for all that refer to it; notes what it uses from outside. */
  #functionOf(
    definition: Definition,
    env: Env,
    declare: (uses: Map<string, string>) => readonly [name: string, ...args: string[]],
  ): Declared {
    const key = this.#keyOf(definition, env);
    let made = this.#made.get(key);
    if (made === undefined) {
      const uses = new Map<string, string>();
      const [fn, ...args] = declare(uses);
      made = { fn, args, uses };
      this.#made.set(key, made);
    }
    for (const [used, type] of made.uses) env.uses.set(used, type);
    return made;
  }

  /** A function that runs over a list. */
  loop(loop: Loop): Js {
    const uses = new Map(loop.uses);
    uses.delete(loop.name);
    const body = join(
      [
        ...loop.start,
        [`for (const ${loop.name} of ${loop.list}) {`, indent(hardline, group(loop.step)), hardline, '}'],
        loop.end,
      ],
      hardline,
    );
    const [fn, ...args] = this.#functions.declare(loop.wanted, ordered(uses), loop.type, body);
    return call(fn, args.map(atom));
  }

  /** The body of `decide`, and its result type. */
  body(readings: Env['readings']): { readonly body: string; readonly type: string; readonly uses: Uses } {
    const uses = new Map<string, string>();
    const env: Env = { module: this, scope: new Map(), names: new Map(), readings, uses, sums: noSums };
    const constants = this.slice.definitions
      .filter((one) => one.param === undefined && !isTrivial(one) && (this.#counts.get(one.id) ?? 0) > 1)
      .map((definition) => this.#constantOf(definition, env));
    const answers = this.slice.goal.answers.map((answer) => this.#answer(answer, env));
    const [only] = answers;
    const fields = answers.map(({ name, value }) => group(`${key(name)}:`, indent(line, value.doc)));
    const result = print(
      indent(
        this.isBare() && only !== undefined
          ? assignment('return', only.value)
          : [list('return {', fields, '}', line), ';'],
      ),
    );
    const kept = used(constants, result);
    const body = [...kept.map(({ text }) => text), result].map((text) => `  ${text}`).join('\n');
    for (const { name } of this.#hoisted.values()) uses.delete(name);
    return {
      body,
      type: this.isBare() ? (only?.type ?? 'never') : this.types_.answers,
      uses,
    };
  }

  /** The constant of a definition that is referred to more than once. */
  #constantOf(definition: Definition, env: Env): { readonly name: string; readonly text: string } {
    const key = this.#keyOf(definition, env);
    const known = this.#hoisted.get(key);
    if (known !== undefined) return known;
    const value = this.#write(definition.expr, env);
    const name = this.#nameOf(definition.id);
    const made = { name, text: print(indent(assignment(`const ${name} =`, value))) };
    this.#hoisted.set(key, made);
    return made;
  }

  /** Whether the goal is one answer of its own name, returned bare. */
  isBare(): boolean {
    return this.slice.goal.answers.length === 1 && this.slice.goal.answers[0] === this.slice.goal.name;
  }

  #answer(name: string, env: Env): { readonly name: string; readonly value: Js; readonly type: string } {
    const definition = answerDefinition(this.slice, name);
    const type = this.typeOf(definition.type);
    const { param } = definition;
    if (param === undefined) return { name, value: this.plainRef(definition, env), type };
    const places = placesOf(this.slice, param.record);
    const [place, ...others] = places;
    const all = `readonly ${type.includes(' ') ? `(${type})` : type}[]`;
    const value =
      place !== undefined && others.length === 0 && place.filter(({ many }) => many).length < 2
        ? this.#onePlace(place, definition, env)
        : this.#everyPlace(places, definition, type, env);
    return { name, value, type: all };
  }

  /** The values at the one place where instances stand: one instance, or a list of them. */
  #onePlace(place: Place, definition: Definition, env: Env): Js {
    const facts = this.facts();
    env.uses.set(facts.root, facts.rootType);
    const at = place.findIndex(({ many }) => many);
    if (at < 0)
      return atom(
        list('[', [this.functionRef(definition, { ...facts, doc: pathText('facts', place) }, env).doc], ']'),
      );
    const name = this.variable(definition.param?.name ?? 'each');
    const text = pathText('facts', place.slice(0, at + 1));
    const uses = new Map<string, string>();
    const each: Bound = {
      doc: pathText(name, place.slice(at + 1)),
      root: name,
      rootType: this.types_.record(place[at]?.record ?? ''),
    };
    const value = this.functionRef(definition, each, { ...env, uses });
    uses.delete(name);
    for (const [used, type] of uses) env.uses.set(used, type);
    const source = isOptional(place.slice(0, at + 1)) ? `(${text} ?? [])` : text;
    return atom(group(`${source}.map((${name}) => `, value.doc, ')'));
  }

  /** The values at several places, in the order of the vocabulary: a record before what it holds. */
  #everyPlace(places: readonly Place[], definition: Definition, type: string, env: Env): Js {
    const facts = this.facts();
    const uses = new Map<string, string>([[facts.root, facts.rootType]]);
    const visit = (base: string, rootType: string, rest: readonly Place[]): Doc[] => {
      const statements: Doc[] = [];
      const done = new Set<string>();
      for (const steps of rest) {
        const [step] = steps;
        if (step === undefined) {
          const root = base.split('.')[0]?.replace('?', '') ?? base;
          const value = this.functionRef(definition, { doc: base, root, rootType }, { ...env, uses });
          statements.push(list('answers.push(', [value.doc], ');'));
          continue;
        }
        if (done.has(step.name)) continue;
        done.add(step.name);
        const inner = rest.filter(([first]) => first?.name === step.name).map(([, ...others]) => others);
        const text = `${base}.${step.name}`;
        if (!step.many) {
          const within = visit(text, rootType, inner);
          statements.push(
            ...(step.optional
              ? [[`if (${text} !== undefined) {`, indent(hardline, join(within, hardline)), hardline, '}']]
              : within),
          );
          continue;
        }
        const name = this.names.take('each');
        const within = visit(name, this.types_.record(step.record), inner);
        uses.delete(name);
        statements.push([
          `for (const ${name} of ${text}${step.optional ? ' ?? []' : ''}) {`,
          indent(hardline, join(within, hardline)),
          hardline,
          '}',
        ]);
      }
      return statements;
    };
    const loops = visit('facts', facts.rootType, places);
    const body = join(
      [
        `const ${typed('answers', `${type.includes(' ') ? `(${type})` : type}[]`)} = [];`,
        ...loops,
        'return answers;',
      ],
      hardline,
    );
    const result = `readonly ${type.includes(' ') ? `(${type})` : type}[]`;
    const [fn, ...args] = this.#functions.declare(
      identifier(`every ${definition.id}`),
      ordered(uses),
      result,
      body,
    );
    for (const [used, of] of uses) env.uses.set(used, of);
    return call(fn, args.map(atom));
  }

  /** The functions, in the order in which they were first wanted. */
  functions(bodies: string): readonly string[] {
    return this.#functions.wantedBy(bodies);
  }

  /** Whether the goal has readings to choose. */
  hasReadings(): boolean {
    return ambiguitiesOf(this.slice).length > 0;
  }
}

function isOptional(steps: Place): boolean {
  return steps.some(({ optional }) => optional);
}

function pathText(base: string, steps: Place): string {
  return [base, ...steps.map(({ name }) => name)].join('.');
}

/** `name = value;`, the value on a line of its own where it does not fit. */
function assignment(start: string, value: Js): Doc {
  if (start !== 'return') return group(start, indent(line, value.doc), ';');
  // A bare `return` ends at the line break: brackets keep the value with it.
  return group('return ', ifBroken('('), indent(softline, value.doc), softline, ifBroken(')'), ';');
}
