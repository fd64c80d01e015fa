import { typeText } from '../4-bind/named-types.ts';
import type { Scope } from '../4-bind/scope.ts';
import type { Expr, Path } from '../ast/ast.ts';
import type { Type } from '../program.ts';
import { type Checker, yesno } from './checker.ts';

type Of<K extends Expr['kind']> = Extract<Expr, { readonly kind: K }>;

/** The enum whose members a set holds; null, and a finding, where the path is no set. */
function inferSet(checker: Checker, set: Path, scope: Scope, word: string): string | null {
  const type = checker.infer(set, scope, null);
  if (type === null) return null;
  if (type.kind === 'set') return type.of;
  const help = helpFor(word, type, set);
  const extra = help === undefined ? {} : { help };
  checker.findings.report('not-a-set', set.span, { word, found: typeText(type) }, extra);
  return null;
}

function helpFor(word: string, type: Type, set: Path): string | undefined {
  if (word === 'includes' && type.kind === 'yesno')
    return 'if a clause of its own is meant, begin a line with `includes`';
  if (word !== 'is empty' || type.kind !== 'list') return undefined;
  const list = set.segments.map(({ text }) => text).join('.');
  return `a list has no member where \`no x in ${list} has yes\``;
}

/** `s includes m`. */
export function inferIncludes(checker: Checker, expr: Of<'includes'>, scope: Scope): Type {
  const of = inferSet(checker, expr.set, scope, 'includes');
  if (of !== null) checker.expect(expr.member, scope, { kind: 'enum', name: of });
  return yesno;
}

/** `s is exactly { a, b }`. */
export function inferIsExactly(checker: Checker, expr: Of<'isExactly'>, scope: Scope): Type {
  const of = inferSet(checker, expr.set, scope, 'is exactly');
  const declared = of === null ? undefined : checker.symbols.enums.get(of);
  if (declared === undefined) return yesno;
  const members = declared.members.map((member) => member.text);
  const seen = new Set<string>();
  for (const member of expr.members) {
    const meant = declared.members.find(({ text }) => text === member.text);
    if (meant !== undefined) checker.mentions.refer(member, meant);
    if (meant === undefined) {
      const { suggestion, extra } = checker.findings.meant(member.text, member.span, members);
      checker.findings.report(
        'unknown-member',
        member.span,
        { name: member.text, type: declared.name.text, suggestion },
        extra,
      );
    } else if (seen.has(member.text)) {
      checker.findings.report('duplicate-member', member.span, { name: member.text });
    }
    seen.add(member.text);
  }
  return yesno;
}

/** `s is empty`. */
export function inferIsEmpty(checker: Checker, expr: Of<'isEmpty'>, scope: Scope): Type {
  inferSet(checker, expr.set, scope, 'is empty');
  return yesno;
}
