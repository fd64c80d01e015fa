import type { Text } from '../ast/ast.ts';
import type { Checker } from './checker.ts';

/** What a `say` must speak of: two polarities, a value, a member of a set (which is there or not), or none in particular. */
export type SayForm = 'polarity' | 'value' | 'member' | 'plain';

/**
 * The template in a `say`: `{is|is not}` chooses by yes and no, `{value}` stands for the value. Braces do not nest and
 * there is no other use of them.
 */
export function checkSay(checker: Checker, say: Text, form: SayForm): void {
  const { findings } = checker;
  const holes = holesOf(say.value);
  if (holes === null) {
    findings.report('say-braces', say.span, {});
    return;
  }
  let polarities = 0;
  let values = 0;
  for (const hole of holes) {
    if (hole === 'value') values += 1;
    else {
      const sides = hole.split('|');
      if (sides.length === 2 && sides[0] !== sides[1]) polarities += 1;
      else findings.report('say-alternatives', say.span, { hole });
    }
  }
  if ((form === 'polarity' || form === 'member') && holes.every((hole) => hole === 'value'))
    findings.report('say-without-polarity', say.span, {});
  if (form === 'polarity') {
    if (values > 0) findings.report('say-value-of-yesno', say.span, {});
  } else if (form === 'value' || form === 'member') {
    if (values === 0) findings.report('say-without-value', say.span, {});
    if (form === 'value' && polarities > 0) findings.report('say-polarity-of-value', say.span, {});
  } else if (values > 0) findings.report('say-value-of-yesno', say.span, {});
}

/** What stands in each pair of braces; null where they do not pair. */
function holesOf(template: string): readonly string[] | null {
  const holes: string[] = [];
  let open = -1;
  for (let i = 0; i < template.length; i++) {
    if (template[i] === '{') {
      if (open >= 0) return null;
      open = i;
    } else if (template[i] === '}') {
      if (open < 0) return null;
      holes.push(template.slice(open + 1, i));
      open = -1;
    }
  }
  return open < 0 ? holes : null;
}
