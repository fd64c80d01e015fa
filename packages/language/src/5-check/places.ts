import { declarationsOf } from '../4-bind/symbols.ts';
import type { Declaration, PolicyFile, Span } from '../ast/ast.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Further apart than this no two places of a line are looked at together. */
const longestLine = 1000;

/** Where findings stand to one another and to the declarations of a pack. */
export class Places {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #files: readonly PolicyFile[];
  /** Where each declaration of a file begins, those inside sections included, in order. */
  readonly #starts: ReadonlyMap<string, readonly number[]>;

  constructor(files: readonly PolicyFile[], texts: ReadonlyMap<string, string>) {
    this.#files = files;
    this.#texts = texts;
    this.#starts = new Map(
      files.map(({ span, declarations }) => [
        span.file,
        [...declarationsOf(declarations)].map((each) => each.declaration.span.start).sort((a, b) => a - b),
      ]),
    );
  }

  /** The text at a place. */
  textAt({ file, start, end }: Span): string {
    return (this.#texts.get(file) ?? '').slice(start, end);
  }

  /** The text right before a place. */
  textBefore({ file, start }: Span): string {
    return this.textAt({ file, start: Math.max(0, start - longestLine), end: start });
  }

  /** The declaration that a finding is of: one key for all places between two beginnings. */
  of({ code, span }: Pick<Diagnostic, 'code' | 'span'>): string {
    // What is missed where a declaration begins belongs to the one before it.
    const isMissed =
      code === 'expected-something-else' && this.#starts.get(span.file)?.includes(span.start) === true;
    return this.regionOf(isMissed ? { ...span, start: span.start - 1 } : span);
  }

  /** The same of a place. */
  regionOf({ file, start }: Span): string {
    const found = this.#starts.get(file)?.findIndex((each) => each > start) ?? -1;
    return `${file} ${found}`;
  }

  /** The names of the declarations in these regions. */
  namesIn(regions: ReadonlySet<string>): ReadonlySet<string> {
    const named = this.#files.flatMap(({ declarations }) => [...declarationsOf(declarations)]);
    return new Set(
      named.flatMap(({ declaration }) =>
        'name' in declaration && regions.has(this.regionOf(declaration.span)) ? [declaration.name.text] : [],
      ),
    );
  }

  /** The kinds of the declarations in these regions. */
  kindsOf(regions: ReadonlySet<string>): ReadonlySet<Declaration['kind']> {
    const all = this.#files.flatMap(({ declarations }) => [...declarationsOf(declarations)]);
    return new Set(
      all.flatMap(({ declaration }) =>
        regions.has(this.regionOf(declaration.span)) ? [declaration.kind] : [],
      ),
    );
  }

  /** The words and texts in quotes that stand behind a place at which it could not be read on, up to the next declaration. */
  wordsBehind(
    causes: readonly Diagnostic[],
  ): readonly { readonly at: Span; readonly words: ReadonlySet<string> }[] {
    const seen = new Set<string>();
    return causes.flatMap((cause) => {
      const { span } = cause;
      const region = this.of(cause);
      if (seen.has(region)) return [];
      seen.add(region);
      const next = this.#starts.get(span.file)?.find((each) => each > span.end);
      const text = this.textAt({ ...span, end: next ?? Number.POSITIVE_INFINITY });
      return [
        {
          at: span,
          words: new Set([...text.matchAll(/\w+|"([^"\n]*)"/g)].map(([word, inner]) => inner ?? word)),
        },
      ];
    });
  }

  /** Whether two places are on one line. */
  areOnLine(one: Span, other: Span): boolean {
    const [first, second] = one.start < other.start ? [one, other] : [other, one];
    return this.#isNear(first, second) && !/[\n\r]/.test(this.#between(first, second));
  }

  /** The kinds of the declarations whose name could not be read. */
  nameless(): ReadonlySet<Declaration['kind']> {
    return new Set(this.#files.flatMap(({ declarations }) => namelessIn(declarations)));
  }

  /** Whether the second of two places follows the first with nothing between them. */
  follows(first: Span, second: Span): boolean {
    return this.#isNear(first, second) && this.#between(first, second).trim() === '';
  }

  /** Whether the second of two places stands after the first on the same line, with no brace between them. */
  isAfterOnLine(first: Span, second: Span): boolean {
    return (
      first.start < second.start &&
      this.#isNear(first, second) &&
      !/[\n\r{}]/.test(this.#between(first, second))
    );
  }

  #isNear(first: Span, second: Span): boolean {
    return first.file === second.file && second.start >= first.end && second.start - first.end < longestLine;
  }

  #between(first: Span, second: Span): string {
    return this.textAt({ file: first.file, start: first.end, end: second.start });
  }
}

/** Whether one place lies within another. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

function namelessIn(declarations: readonly Declaration[]): readonly Declaration['kind'][] {
  return declarations.flatMap((declaration) => [
    ...('name' in declaration && declaration.name.text === '' ? [declaration.kind] : []),
    ...(declaration.kind === 'section' ? namelessIn(declaration.declarations) : []),
  ]);
}
