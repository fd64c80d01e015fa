/** `proviso assess … --why-not NAME`: why a definition, a rule or a part of one did not apply. */
import { type PackInWords, whyNotQuestion, type WhyNotQuestion } from '@proviso/cases';
import { labelNames, statementNames } from '@proviso/compiler/plan';
import { closestName } from '@proviso/runtime';
import { UsageError } from '../exit.ts';

/** The question about a name. Throws `UsageError` where nothing bears it. */
export function askedOf(pack: PackInWords, name: string): WhyNotQuestion {
  const question = whyNotQuestion(pack, name);
  if (question !== undefined) return question;
  const meant = closestName(name, [...statementNames(pack.plan), ...labelNames(pack.plan)]);
  throw new UsageError(`nothing in the pack is named \`${name}\``, {
    help:
      meant === undefined
        ? 'give a definition, a rule, or a label such as `rule.exception`'
        : `did you mean \`${meant}\`?`,
  });
}
