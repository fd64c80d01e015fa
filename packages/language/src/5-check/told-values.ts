import type { Findings } from '../4-bind/findings.ts';
import type { EnumDecl, EnumMember, Text } from '../ast/ast.ts';

/** The words of members stand in sentences and in lists of choices: each can be read there, and none is another's. */
export function checkMemberWords(enums: Iterable<EnumDecl>, findings: Findings): void {
  for (const { members } of enums) {
    const told = new Map<string, EnumMember>();
    for (const member of members) {
      const { words } = member;
      if (words === undefined) continue;
      if (!isInline(words.value)) findings.report('unfit-words', words.span, { name: member.text });
      const key = words.value.toLowerCase();
      const first = told.get(key);
      if (first === undefined) told.set(key, member);
      else {
        const related = [{ span: first.span, message: 'the other one' }];
        findings.report(
          'duplicate-words',
          words.span,
          { words: words.value, first: first.text },
          { related },
        );
      }
    }
  }
}

/** A unit stands beside a number: `£`, `kg`, or `{day|days}` with the word for one and that for any other number. */
export function checkUnit(unit: Text, findings: Findings): void {
  const ofMany = unit.value.replace(/\{[^{}|]+\|([^{}|]+)\}/, '$1');
  if (!isInline(ofMany)) findings.report('unfit-unit', unit.span, {});
}

/** One line without braces, and without spaces around it; that a text is empty is another finding. */
function isInline(text: string): boolean {
  return text.trim() === '' || (text.trim() === text && !/[{}\n]/.test(text));
}
