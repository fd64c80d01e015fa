/** Colours for `.policy` text, from the grammar that other editors use. */
import { StreamLanguage, type StringStream } from '@codemirror/language';
import { textMateGrammar } from '@proviso/language';

interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
}

/** A pattern at the place where the text is read. */
interface Rule {
  readonly at: RegExp;
  readonly style: string | null;
}

/** What a scope is called here: the longest beginning that is listed. */
const styles: readonly (readonly [scope: string, style: string])[] = [
  ['comment', 'comment'],
  ['string', 'string'],
  ['constant.numeric', 'number'],
  ['constant.other', 'number'],
  ['constant.language', 'atom'],
  ['entity.name.tag', 'meta'],
  ['entity.other.label', 'labelName'],
  ['keyword.operator.policy', 'operator'],
  ['keyword', 'keyword'],
  ['support.type', 'typeName'],
  ['variable.other.member', 'propertyName'],
];

/** The colours of the language. */
export const policyLanguage = StreamLanguage.define<object>({
  name: 'proviso policy',
  startState: () => ({}),
  token: (stream) => tokenAt(stream),
  languageData: { commentTokens: { line: '//' } },
});

const rules: readonly Rule[] = patterns().flatMap((pattern): readonly Rule[] => {
  // A declaration's word and its name are two tokens; the name is found as any other.
  const [first] = Object.values(pattern.captures ?? {});
  const source = pattern.begin === undefined ? pattern.match : String.raw`"(?:\\.|[^"\\])*"?`;
  if (source === undefined || first !== undefined) return [];
  return [{ at: new RegExp(source, 'uy'), style: styleOf(pattern.name ?? '') }];
});

function patterns(): readonly Pattern[] {
  const grammar = textMateGrammar();
  return 'patterns' in grammar && Array.isArray(grammar.patterns) ? grammar.patterns : [];
}

function styleOf(scope: string): string | null {
  return styles.find(([beginning]) => scope.startsWith(beginning))?.[1] ?? null;
}

function tokenAt(stream: StringStream): string | null {
  if (stream.eatSpace()) return null;
  for (const { at, style } of rules) {
    at.lastIndex = stream.pos;
    const [found = ''] = at.exec(stream.string) ?? [];
    if (found === '') continue;
    stream.pos += found.length;
    return style;
  }
  stream.next();
  return null;
}
