/** The verdict over the must and must-not rules of a goal (`docs/semantics.md`, section 5). */
import type { Rule } from '../../6-plan/plan.ts';
import type { AssessModule } from './assess-module.ts';
import { type Doc, indent, join, line } from './layout.ts';

/** Collects what the verdict is made from. */
export class Verdict {
  readonly #module: AssessModule;
  readonly #breached: string[] = [];
  readonly #open: string[] = [];
  #flags: { readonly breached: string; readonly open: string } | undefined;

  constructor(module: AssessModule) {
    this.#module = module;
  }

  add(rule: Rule, value: string): void {
    if (!isBinding(rule)) return;
    if (value.startsWith("'")) {
      if (value === `'breached'`) this.#breached.push('true');
      return;
    }
    this.#breached.push(`${value} === 'breached'`);
    this.#open.push(`${value} === undefined`);
  }

  addOpen(rule: Rule, test: string): void {
    if (isBinding(rule)) this.#open.push(test);
  }

  declare(rule: Rule): void {
    if (!isBinding(rule) || this.#flags !== undefined) return;
    this.#flags = {
      breached: this.#module.names.take('breached'),
      open: this.#module.names.take('undetermined'),
    };
    this.#module.emit(`let ${this.#flags.breached} = false;`);
    this.#module.emit(`let ${this.#flags.open} = false;`);
    this.#breached.push(this.#flags.breached);
    this.#open.push(this.#flags.open);
  }

  note(rule: Rule, value: string): void {
    if (!isBinding(rule) || this.#flags === undefined) return;
    this.#module.emit(`if (${value} === 'breached') ${this.#flags.breached} = true;`);
    this.#module.emit(`if (${value} === undefined) ${this.#flags.open} = true;`);
  }

  expression(): Doc {
    if (this.#breached.length === 0) return `'noBreachFound'`;
    if (this.#open.length === 0) return [join(this.#breached, ' || '), ` ? 'breachFound' : 'noBreachFound'`];
    return [
      join(this.#breached, [' ||', line]),
      indent(
        line,
        `? 'breachFound'`,
        line,
        ': ',
        join(this.#open, [' ||', line]),
        indent(line, `? 'undetermined'`, line, `: 'noBreachFound'`),
      ),
    ];
  }
}

function isBinding({ modality }: Rule): boolean {
  return modality === 'must' || modality === 'mustNot';
}
