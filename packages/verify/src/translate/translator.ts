/**
 * Plans as forms: what every expression of the core calculus comes to on complete cases (`docs/semantics.md`, sections 1 to
 * 6), lists up to a bound. Complete facts settle everything, so that two truth values are enough here.
 */
import {
  type Definition,
  dependentsOf,
  type Expr,
  type Literal,
  type Plan,
  type Referrers,
  referrersOf,
  type Slice,
  slicerOf,
} from '@proviso/compiler/plan';
import { beforeAll, notYet } from '@proviso/runtime';
import { Form, type NodeId } from '../form/form.ts';
import { type Environment, type Instance, type Layout, layOut } from './instances.ts';
import { asDuration, asNode, choose, extreme, type Term } from './terms.ts';
import { textsOf } from './texts.ts';
import { type Bounds, pathOf, type Step, type Variables, variablesOf } from './variables.ts';

/** A date that a law is asked of, and when that is: it must lie in the pack's period. */
export interface Governed {
  readonly where: NodeId;
  readonly on: NodeId;
}

/** What the value of a definition or of an expression hangs on beside its facts. */
export interface Trail {
  /** Ids of the definitions that it refers to itself. */
  readonly refs: ReadonlySet<string>;
  readonly governed: readonly Governed[];
}

/** Statuses by number. */
export const statuses = [
  'doesNotApply',
  'compliedWith',
  'breached',
  'departedFrom',
  'notYetDue',
  'permitted',
] as const;

/** Other expressions for some definitions, by id. */
export type Overrides = ReadonlyMap<string, Expr>;

/** What a translation shares with those of changed plans. */
interface Ground {
  readonly plan: Plan;
  readonly form: Form;
  readonly variables: Variables;
  readonly layout: Layout;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly referrers: Referrers;
  readonly enums: ReadonlyMap<string, readonly string[]>;
  readonly texts: ReadonlyMap<string, number>;
  readonly bounds: Bounds;
  /** Made when it is first asked for. */
  slicer?: (answers: readonly string[]) => Slice;
}

/** A plan as a form, translated as far as it is asked for. */
export class Translation {
  readonly #ground: Ground;
  readonly #overrides: Overrides;
  /** The translation of the plan without overrides, and what of it they do not touch. */
  readonly #base: { readonly translation: Translation; readonly touched: ReadonlySet<string> } | undefined;
  readonly #known = new Map<string, Term>();
  readonly #trails = new Map<string, { refs: Set<string>; governed: Governed[] }>();

  private constructor(ground: Ground, overrides: Overrides, base?: Translation) {
    this.#ground = ground;
    this.#overrides = overrides;
    this.#base =
      base === undefined
        ? undefined
        : { translation: base, touched: dependentsOf(ground.referrers, overrides.keys()) };
  }

  /** Starts the translation of a plan. */
  static of(plan: Plan, bounds: Bounds): Translation {
    const form = new Form();
    const texts = textsOf(plan);
    const variables = variablesOf(plan, form, bounds, texts);
    return new Translation(
      {
        plan,
        form,
        variables,
        layout: layOut(plan, form, variables, bounds.listLength),
        definitions: new Map(plan.definitions.map((definition) => [definition.id, definition])),
        referrers: referrersOf(plan.definitions),
        enums: new Map(plan.enums.map(({ name, members }) => [name, members])),
        texts: new Map(texts.map((text, i) => [text, i])),
        bounds,
      },
      new Map(),
    );
  }

  /** The same plan with other expressions for some definitions, in the same form and over the same variables. */
  with(overrides: Overrides): Translation {
    return new Translation(this.#ground, new Map([...this.#overrides, ...overrides]), this);
  }

  /**
   * Another version of the plan, in the same form and over the same variables: a fact of the same path and type is the same
   * fact, unless other variables are given for it. Enums and readings must have been laid side by side before.
   */
  beside(plan: Plan, variables: Variables = this.variables): Translation {
    const { slicer: _, ...shared } = this.#ground;
    const { form, bounds } = shared;
    return new Translation(
      {
        ...shared,
        plan,
        variables,
        layout: layOut(plan, form, variables, bounds.listLength),
        definitions: new Map(plan.definitions.map((definition) => [definition.id, definition])),
        referrers: referrersOf(plan.definitions),
      },
      new Map(),
    );
  }

  /** How far it looks. */
  get bounds(): Bounds {
    return this.#ground.bounds;
  }

  get plan(): Plan {
    return this.#ground.plan;
  }

  get form(): Form {
    return this.#ground.form;
  }

  get variables(): Variables {
    return this.#ground.variables;
  }

  get layout(): Layout {
    return this.#ground.layout;
  }

  /** The texts that text facts may be, as they are numbered. */
  get texts(): readonly string[] {
    return [...this.#ground.texts.keys()];
  }

  /** What these statements need of the plan. */
  slice(statements: readonly string[]): Slice {
    this.#ground.slicer ??= slicerOf(this.plan);
    return this.#ground.slicer(statements);
  }

  /** The instances that a definition, rule or condition with this parameter is about; the whole case where it has none. */
  holders(param: { readonly record: string } | undefined): readonly Instance[] {
    return param === undefined ? [this.layout.whole] : this.layout.instancesOf(param.record);
  }

  /** The value of a definition, for the instance where it has a parameter. */
  definition(id: string, of?: Instance): Term {
    if (this.#base !== undefined && !this.#base.touched.has(id)) {
      return this.#base.translation.definition(id, of);
    }
    const key = of === undefined ? id : `${id} ${pathOf(of.at)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { param, expr } = this.#definitionOf(id);
    const trail = this.#trailOf(id);
    const found = this.#term(
      this.#overrides.get(id) ?? expr,
      this.environment(param, of),
      trail,
      of?.present,
    );
    this.#known.set(key, found);
    return found;
  }

  /** The yes/no value of a definition. */
  truth(id: string, of?: Instance): NodeId {
    return asNode(this.definition(id, of));
  }

  /** The value of an expression, and what it hangs on. `self` or the parameter must be bound. */
  expression(expr: Expr, environment: Environment): { readonly value: Term; readonly trail: Trail } {
    const trail = { refs: new Set<string>(), governed: [] };
    return { value: this.#term(expr, environment, trail), trail };
  }

  /** What a definition hangs on, in all its instances. */
  trailOf(id: string): Trail {
    if (this.#base !== undefined && !this.#base.touched.has(id)) return this.#base.translation.trailOf(id);
    for (const holder of this.holders(this.#definitionOf(id).param)) {
      this.definition(id, holder.record === null ? undefined : holder);
    }
    return this.#trailOf(id);
  }

  environment(param: { readonly name: string } | undefined, of: Instance | undefined): Environment {
    return param === undefined || of === undefined ? new Map() : new Map([[param.name, of]]);
  }

  #trailOf(id: string): { refs: Set<string>; governed: Governed[] } {
    const known = this.#trails.get(id);
    if (known !== undefined) return known;
    const trail = { refs: new Set<string>(), governed: [] };
    this.#trails.set(id, trail);
    return trail;
  }

  #definitionOf(id: string): Definition {
    const definition = this.#ground.definitions.get(id);
    if (definition === undefined) throw new Error(`the plan has no definition ${id}`);
    return definition;
  }

  #term(
    expr: Expr,
    environment: Environment,
    trail: { refs: Set<string>; governed: Governed[] },
    where: NodeId = this.form.yes,
  ): Term {
    const { form, layout, variables } = this;
    const term = (of: Expr): Term => this.#term(of, environment, trail, where);
    const node = (of: Expr): NodeId => asNode(term(of));
    switch (expr.kind) {
      case 'literal':
        return this.#literal(expr.value);
      case 'fact':
        return this.#fact(expr, environment);
      case 'has':
        return variables.member(placeOf(layout.holderAt(expr.at, environment)), expr.member);
      case 'asOf':
        return variables.asOf;
      case 'ref':
        trail.refs.add(expr.id);
        return this.definition(expr.id, expr.of && layout.instanceAt(expr.of, environment));
      case 'reading': {
        const { readings } = this.plan.ambiguities.find(({ name }) => name === expr.ambiguity) ?? {};
        const number = (readings ?? []).findIndex(({ name }) => name === expr.reading);
        return form.eq(variables.reading(expr.ambiguity), form.int(number));
      }
      case 'not':
        return form.not(node(expr.of));
      case 'atLeast':
        return form.atLeast(expr.n, expr.of.map(node));
      case 'atLeastIn': {
        const elements = this.#elements(expr, environment, trail, where);
        return form.atLeast(
          expr.n,
          elements.map(({ present, value }) => form.and([present, asNode(value)])),
        );
      }
      case 'le':
        return form.le(node(expr.left), node(expr.right));
      case 'eq':
        return form.eq(node(expr.left), node(expr.right));
      case 'sum':
        return form.add(node(expr.left), node(expr.right));
      case 'scale':
        return form.scale(expr.by, node(expr.of));
      case 'addDuration': {
        const { months, days } = asDuration(term(expr.duration));
        const inMonths = form.addMonths(node(expr.date), form.scale(expr.sign, months));
        return form.addDays(inMonths, form.scale(expr.sign, days));
      }
      case 'extreme':
        return expr.of.map(node).reduce((a, b) => extreme(form, expr.which, a, b));
      case 'extremeIn': {
        // Of no elements the earliest is notYet, the latest beforeAll.
        const none = form.int(expr.which === 'earliest' ? notYet : beforeAll);
        return this.#elements(expr, environment, trail, where).reduce(
          (so, { present, value }) => form.ite(present, extreme(form, expr.which, so, asNode(value)), so),
          none,
        );
      }
      case 'case': {
        // Evaluated in source order, so that the form comes out the same for the same plan; folded from the last.
        const branches = expr.branches.map((branch) => ({
          when: node(branch.when),
          then: term(branch.then),
        }));
        const last = term(expr.otherwise);
        return branches.reduceRight((rest, { when, then }) => choose(form, when, then, rest), last);
      }
      case 'inForce': {
        const on = node(expr.on);
        trail.governed.push({ where, on });
        return form.and([
          expr.from === null ? form.yes : form.le(form.int(expr.from), on),
          expr.ceasing === null ? form.yes : form.lt(on, form.int(expr.ceasing)),
        ]);
      }
      case 'mark':
        return term(expr.of);
      default:
        return expr satisfies never;
    }
  }

  #elements(
    expr: Extract<Expr, { kind: 'atLeastIn' | 'extremeIn' }>,
    environment: Environment,
    trail: { refs: Set<string>; governed: Governed[] },
    where: NodeId,
  ): readonly { readonly present: NodeId; readonly value: Term }[] {
    const { holder, name } = this.layout.holderAt(expr.in, environment);
    return this.layout.elements(holder, name).map((element) => ({
      present: element.present,
      value: this.#term(
        expr.of,
        new Map([...environment, [expr.as, element]]),
        trail,
        this.form.and([where, element.present]),
      ),
    }));
  }

  #fact({ at: path, type }: Extract<Expr, { kind: 'fact' }>, environment: Environment): Term {
    const { layout, variables } = this;
    const place = layout.holderAt(path, environment);
    const at = placeOf(place);
    switch (type.kind) {
      case 'yesno':
        return variables.yesno(at);
      case 'number':
        return variables.number(at, type.places);
      case 'date':
        return variables.date(at, layout.fieldOf(place.holder.record, place.name).kind === 'event');
      case 'duration':
        return variables.duration(at);
      case 'text':
        return variables.text(at);
      case 'enum':
        return variables.enumValue(at, type.name);
      default:
        throw new Error(`${pathOf(at)} is used as a value and is none`);
    }
  }

  #literal(value: Literal): Term {
    const { form } = this;
    switch (value.kind) {
      case 'yesno':
        return form.bool(value.value);
      case 'number':
      case 'date':
        return form.int(value.value);
      case 'beforeAll':
        return form.int(beforeAll);
      case 'notYet':
        return form.int(notYet);
      case 'duration':
        return { months: form.int(value.months), days: form.int(value.days) };
      case 'enum':
        return form.int(this.#ground.enums.get(value.name)?.indexOf(value.value) ?? -1);
      case 'status':
        return form.int(statuses.indexOf(value.value));
      case 'text':
        return form.int(this.#ground.texts.get(value.value) ?? -1);
      default:
        return value satisfies never;
    }
  }
}

function placeOf({ holder, name }: ReturnType<Layout['holderAt']>): readonly Step[] {
  return [...holder.at, name];
}
