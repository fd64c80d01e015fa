/** The function that evaluates a goal on any facts: every definition once, in the order of the plan, with its reasons. */
import type { Definition, Expr, Rule } from '../../6-plan/plan.ts';
import { assessExpr } from './assess-expr.ts';
import {
  always,
  becauseOf,
  type Context,
  date,
  isSettled,
  judgedIn,
  type Node,
  reasonsOf,
  rendered,
  single,
} from './assess-node.ts';
import type { Of } from './parts.ts';
import { type Features, type Turning, turningOf } from './assess-features.ts';
import { isJudgedBeside, judgementsBeside } from './assess-judged.ts';
import { answerOfInstance } from './assess-instance.ts';
import { countReferences, repeatedFacts } from './assess-counts.ts';
import { definitionResult, ruleResult } from './assess-result.ts';
import type { AssessModule } from './assess-module.ts';
import { openLists, readHere, registry } from './assess-read.ts';
import { answerDefinition } from './decide-uses.ts';
import { statementOf } from '../../6-plan/ids.ts';
import { type Doc, group, hardline, indent, indented, join, line, list } from './layout.ts';
import { leavesOf, sharedResult } from './assess-shared.ts';
import { identifier, key, quote } from './spelling.ts';
import { insideType, type TypeNames } from './types.ts';
import { Verdict } from './assess-verdict.ts';
import { parameters } from './unused.ts';
import { cast, typed } from './erasable.ts';

interface Written {
  readonly node?: Node;
  /** Its value with laws left open, where that can be another. */
  readonly open?: string;
  /** Of a definition with a parameter: what its results are published as. */
  readonly instances?: string;
  /** Of a definition without a parameter that is hidden and used more than once: the array of its reasons. */
  readonly because?: string;
  /** Of a definition with a parameter: the array of its answers. */
  readonly answers?: string;
}

/** Writes `evaluate`; gives its parameters beside `facts` and its text. */
export function evaluateFunction(
  module: AssessModule,
  names: TypeNames,
  features: Features,
  onePass: boolean,
): { readonly text: Doc; readonly params: readonly string[] } {
  const writer = new Evaluation(module, names, features);
  const body = module.statements(() => {
    if (onePass) readHere(module);
    writer.write();
  });
  const params = [
    onePass ? typed('given', names.facts) : typed('facts', 'Inside'),
    ...(features.asOf ? [typed('asOf', module.type('Day'))] : []),
    ...(features.today ? [typed('today', module.type('AsOfReason'))] : []),
    ...(features.readings ? [typed('readings', 'Readings')] : []),
    ...(features.lawRun ? [typed('lawOpen', 'boolean')] : []),
    ...(features.laws ? [typed('laws', module.type('Laws'))] : []),
    ...(features.governed ? [typed('problems', `${module.type('FactProblem')}[]`)] : []),
  ];
  const written = indented(body);
  const open = list(
    'function evaluate(',
    parameters(params, ...written),
    `${typed(')', `${module.type(module.shared === undefined ? 'Evaluated' : 'SharedRun')}${onePass ? ' | undefined' : ''}`)} {`,
  );
  return { text: [open, ...written, `${hardline}}`], params };
}

class Evaluation {
  readonly #module: AssessModule;
  readonly #names: TypeNames;
  readonly #features: Features;
  readonly #written = new Map<string, Written>();
  readonly #counts: ReadonlyMap<string, number>;
  readonly #repeated: ReadonlySet<string>;
  readonly #turning: Turning;
  /** Where all results are shared: each with what is kept beside it. */
  readonly #all: string[] = [];

  constructor(module: AssessModule, names: TypeNames, features: Features) {
    this.#module = module;
    this.#names = names;
    this.#features = features;
    this.#counts = countReferences(module.inside.slice);
    this.#repeated = repeatedFacts(module.inside.slice);
    this.#turning = turningOf(module.inside.slice);
  }

  write(): void {
    const module = this.#module;
    const { slice } = module.inside;
    for (const definition of slice.definitions) {
      if (definition.param === undefined) this.#value(definition);
      else this.#ranging(definition, definition.param);
    }
    const results = slice.definitions.flatMap((definition) =>
      definition.visible ? [{ name: definition.id, value: this.#published(definition) }] : [],
    );
    const verdict = new Verdict(module);
    const rules = slice.rules.map((rule) => ({ name: rule.name, value: this.#rule(rule, verdict) }));
    const field = ({ name, value }: { readonly name: string; readonly value: Doc }): Doc =>
      value === name ? value : group(`${key(name)}: `, value);
    const open = slice.goal.answers.flatMap((name) => {
      const { param } = answerDefinition(slice, name);
      return param === undefined ? [] : [`${key(name)}: facts.${openLists(param.record)}`];
    });
    module.emit([
      list(
        'return {',
        [
          ['definitions: ', list('{', results.map(field), '}', line)],
          ['rules: ', list('{', rules.map(field), '}', line)],
          group('verdict:', indent(line, verdict.expression())),
          group('settled:', indent(line, this.#settled())),
          ...(this.#turning.isPlain && this.#turning.results.length > 0 ? [this.#turned()] : []),
          ...(open.length === 0 ? [] : [list('open: {', open, '}', line)]),
          ...(module.shared === undefined && isJudgedBeside(slice, this.#features)
            ? [['judgements: ', judgementsBeside(this.#answers(), module)]]
            : []),
          ...(module.shared === undefined ? [] : [['all: ', list('[', this.#all, ']')]]),
        ],
        '}',
        hardline,
      ),
      ';',
    ]);
  }

  #context(definition: Definition): Context {
    return {
      module: this.#module,
      scope: new Map(),
      names: new Map(),
      statement: statementOf(definition.id),
      hint: definition.id,
      repeated: this.#repeated,
      examine: this.#features.governed,
      ...(this.#turning.isPlain ? {} : { lawOpen: ['lawOpen'] }),
      write: assessExpr,
      reference: (e, context) => this.#reference(e, context),
    };
  }

  #value(definition: Definition): void {
    const module = this.#module;
    const { turns, isPlain } = this.#turning;
    const context = { ...this.#context(definition), written: new Map<Expr, Node>() };
    const node = assessExpr(definition.expr, context);
    const open =
      isPlain && turns(definition.expr)
        ? assessExpr(definition.expr, { ...context, lawsOpen: turns }).value
        : undefined;
    const beside = open === undefined ? {} : { open };
    const isSpliced =
      !definition.visible &&
      node.table === undefined &&
      !node.single &&
      !node.silent &&
      (this.#counts.get(definition.id) ?? 0) > 1;
    if (!isSpliced) {
      this.#written.set(definition.id, { node, ...beside });
      return;
    }
    const because = module.names.take('because');
    module.emit([
      `const ${typed(because, `readonly ${module.type('Reason')}[]`)} = `,
      reasonsOf(node, module),
      ';',
    ]);
    this.#written.set(definition.id, { node, because, ...beside });
  }

  #answers(): readonly Node[] {
    const { slice } = this.#module.inside;
    return slice.goal.answers.flatMap(
      (answer) => this.#written.get(answerDefinition(slice, answer).id)?.node ?? [],
    );
  }

  /** JavaScript for the names of the results that are a no only because a law is not in force. */
  #turned(): Doc {
    const tests = this.#turning.results.flatMap(({ name, id }): string[] => {
      const { node, open } = this.#written.get(id) ?? {};
      const no =
        node?.type.kind === 'yesno' ? '0' : node?.type.kind === 'status' ? `'doesNotApply'` : undefined;
      if (node === undefined || open === undefined || no === undefined || node.value === open) return [];
      return [`${node.value} === ${no} && ${open} !== ${no} && ${quote(name)}`];
    });
    return list('turned: [', tests, ']');
  }

  /** The result of a visible definition, or its results. */
  #published(definition: Definition): string {
    const module = this.#module;
    const { node, instances } = this.#written.get(definition.id) ?? {};
    if (instances !== undefined) return instances;
    if (node === undefined) throw new Error(`${definition.id} was not written`);
    const make = (): Doc => definitionResult(definition, node, reasonsOf(node, module), [], module);
    const leaves = definition.type.kind === 'yesno' && !node.silent ? this.#leaves(definition) : undefined;
    return leaves === undefined
      ? this.#alone(definition.id, 'Result', make())
      : this.#copied(sharedResult(definition.id, 'Result', leaves, make, module));
  }

  /** The truths that a definition and its trace depend on, where it is these alone. */
  #leaves(definition: Definition): readonly string[] | undefined {
    return leavesOf(definition.expr, this.#module, (ref) => {
      const referred = this.#module.inside.slice.definition(ref.id);
      if (referred.param !== undefined) return undefined;
      if (!referred.visible) return { expr: referred.expr };
      const value = referred.type.kind === 'yesno' ? this.#written.get(ref.id)?.node?.value : undefined;
      return value === undefined ? undefined : { value };
    });
  }

  /** A shared result as it is published: a copy where other runs have more to say of it. */
  #copied(name: string): string {
    if (this.#module.shared !== undefined) {
      this.#all.push(name);
      return `${name}.result`;
    }
    const { readings, assumptions, laws } = this.#features;
    return readings || assumptions || laws ? `{ ...${name} }` : name;
  }

  /** A result that is made for each case. */
  #alone(id: string, type: 'Result' | 'RuleResult', result: Doc): string {
    const module = this.#module;
    if (module.shared === undefined) {
      const name = module.names.take(identifier(id));
      module.emit([`const ${typed(name, module.type(type))} = `, result, ';']);
      return name;
    }
    return this.#copied(module.local(identifier(id), module.call('share', module.shared.constant, result)));
  }

  #ranging(definition: Definition, param: { readonly name: string; readonly record: string }): void {
    const module = this.#module;
    const type =
      definition.type.kind === 'yesno' ? module.type('Truth') : `${this.#typeOf(definition)} | undefined`;
    const answers = module.names.take(`${identifier(definition.id)} answers`);
    module.emit(`const ${typed(answers, `${module.type('Answer')}<${type}>[]`)} = [];`);
    const instances = module.names.take(identifier(definition.id));
    if (definition.visible)
      module.emit(
        `const ${typed(instances, `(${module.type('Result')} & { readonly of: string })[]`)} = [];`,
      );
    const name = module.names.take(param.name);
    module.block(`for (const ${name} of facts.${registry(param.record)})`, () => {
      const context: Context = {
        ...this.#context(definition),
        scope: new Map([[param.name, param.record]]),
        names: new Map([[param.name, name]]),
      };
      const node = assessExpr(definition.expr, context);
      const because = module.names.take('because');
      module.emit([
        `const ${typed(because, `readonly ${module.type('Reason')}[]`)} = `,
        reasonsOf(node, module),
        ';',
      ]);
      const value = node.value === 'value' ? 'value' : `value: ${node.value}`;
      module.emit([`${answers}.push({ ${value}, `, becauseOf(because), ' });']);
      if (definition.visible)
        module.emit([
          `${instances}.push(`,
          definitionResult(definition, node, because, [`of: ${name}.path`], module),
          ');',
        ]);
    });
    this.#written.set(definition.id, {
      answers,
      instances: `{ instances: ${instances}, complete: facts.${openLists(param.record)}.length === 0 }`,
    });
  }

  #typeOf(definition: Definition): string {
    const { type } = definition;
    if (type.kind === 'enum') return 'string';
    if (type.kind === 'date') this.#module.type('Day');
    if (type.kind === 'duration') this.#module.type('Duration');
    if (type.kind === 'status') this.#module.type('Status');
    return insideType(this.#module.inside.slice, this.#names, type);
  }

  #reference(e: Of<'ref'>, context: Context): Node {
    const module = this.#module;
    const definition = module.inside.slice.definition(e.id);
    const { type } = definition;
    const written = this.#written.get(e.id);
    if (written === undefined) throw new Error(`the plan uses ${e.id} before it is defined`);
    if (written.answers !== undefined) {
      const own = type.kind === 'yesno' ? module.type('Truth') : `${this.#typeOf(definition)} | undefined`;
      const answers = {
        definition,
        array: written.answers,
        type: `${module.type('Answer')}<${own}>`,
        valueOf: (answer: string) => `${answer}.value`,
      };
      return answerOfInstance(answers, e, context);
    }
    const { because } = written;
    const node =
      written.node === undefined || context.lawsOpen === undefined || written.open === undefined
        ? written.node
        : { ...written.node, value: written.open };
    if (node === undefined) throw new Error(`${e.id} was not written`);
    if (!definition.visible) {
      return because === undefined
        ? node
        : {
            ...node,
            reasons: () => [
              { when: 'true', reason: because, many: true, judged: () => judgedIn(node.reasons()) },
            ],
          };
    }
    const { value, text } = node;
    if (type.kind === 'yesno')
      return single(
        { value, type },
        () => `${module.mayUse('definitionReasons')}(${quote(e.id)})`,
        () => module.call('reference', quote(e.id), rendered({ value, type }, module)),
        module,
      );
    return {
      value,
      type,
      ...(text === undefined ? {} : { text }),
      reasons: () => [always(module.call('reference', quote(e.id), rendered(node, module)))],
    };
  }

  #rule(rule: Rule, verdict: Verdict): Doc {
    const module = this.#module;
    const status = this.#written.get(rule.status);
    const due = rule.due === undefined ? undefined : this.#written.get(rule.due);
    const definition = module.inside.slice.definition(rule.status);
    if (status?.node !== undefined) {
      verdict.add(rule, status.node.value);
      const { node } = status;
      const make = (): Doc =>
        ruleResult(rule, [], node.value, status.because ?? reasonsOf(node, module), due?.node, module);
      const leaves = due === undefined && status.because === undefined ? this.#leaves(definition) : undefined;
      return leaves === undefined
        ? this.#alone(rule.name, 'RuleResult', make())
        : this.#copied(sharedResult(rule.name, 'RuleResult', leaves, make, module));
    }
    const { param } = rule;
    if (status?.answers === undefined || param === undefined)
      throw new Error(`${rule.status} was not written`);
    const instances = module.names.take(rule.name);
    const name = module.names.take(param.name);
    const answer = module.names.take('status');
    const answerType = `${module.type('Answer')}<${module.type('Status')} | undefined>`;
    module.emit(
      `const ${typed(instances, `(${module.type('RuleResult')} & { readonly of: string })[]`)} = [];`,
    );
    verdict.declare(rule);
    module.block(`for (const ${name} of facts.${registry(param.record)})`, () => {
      module.emit(`const ${answer} = ${cast(`${status.answers}[${name}.index]`, answerType)};`);
      const dueOn =
        due?.answers === undefined
          ? due?.node
          : {
              type: date,
              value: module.local(
                'due',
                `(${cast(`${due.answers}[${name}.index]`, `${module.type('Answer')}<${module.type('Day')} | undefined>`)}).value`,
              ),
            };
      verdict.note(rule, `${answer}.value`);
      module.emit([
        `${instances}.push(`,
        ruleResult(rule, [`of: ${name}.path`], `${answer}.value`, `${answer}.because`, dueOn, module),
        ');',
      ]);
    });
    verdict.addOpen(rule, `facts.${openLists(param.record)}.length > 0`);
    return `{ instances: ${instances}, complete: facts.${openLists(param.record)}.length === 0 }`;
  }

  /** JavaScript for "every answer is settled, and there are no more instances". */
  #settled(): Doc {
    const { slice } = this.#module.inside;
    const parts = slice.goal.answers.flatMap((answer): string[] => {
      const definition = answerDefinition(slice, answer);
      const written = this.#written.get(definition.id);
      if (written?.node !== undefined)
        return [isSettled({ value: written.node.value, type: definition.type })];
      const unknown = definition.type.kind === 'yesno' ? '1' : 'undefined';
      return [
        `facts.${openLists(definition.param?.record ?? '')}.length === 0`,
        `${written?.answers ?? '[]'}.every(({ value }) => value !== ${unknown})`,
      ];
    });
    return join(parts, [' &&', line]);
  }
}
