import type { Span } from '../ast/ast.ts';
import type { Diagnostic, Fix, Related, Severity } from './diagnostic.ts';

/**
 * A sample that produces a code, or shows how to do without it: the text of one file; or several files by path, the
 * first being the entry; or, where the text would be too long to print, what to print and how to make it.
 */
export type Example =
  | string
  | { readonly files: Readonly<Record<string, string>> }
  | { readonly files: Readonly<Record<string, string>>; readonly shown: string }
  | { readonly shown: string; readonly make: () => string };

/** The parameters of a message that needs none. */
export type NoParams = Readonly<Record<string, never>>;

/** One row of a table of codes. `P` is what its message speaks of. */
export interface Row<P> {
  readonly severity: Severity;
  /** One line, lower case, no final stop, the author's text in backticks. */
  readonly message: (params: P) => string;
  /** What to do about it, in a sentence or two. */
  readonly help?: string | ((params: P) => string);
  /** For the code's page: why this is reported, what the language means instead. Markdown. */
  readonly explanation: string;
  /** Produces exactly this code, once or more, and nothing else. */
  readonly bad: Example;
  /** The same thing said right: produces no finding at all. */
  readonly good: Example;
}

/**
 * A table of codes: `Params` is an interface from slug to the parameters of its message, so that a missing row, a row
 * too many, or a wrong parameter does not compile. Slugs are permanent: never renamed, never used again.
 */
export type DiagnosticTable<Params> = { readonly [Code in keyof Params & string]: Row<Params[Code]> };

/** What a finding may carry beside its code and place. */
export interface Extra {
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  readonly otherFixes?: readonly Fix[];
  /** Instead of the row's help. */
  readonly help?: string;
}

/** Makes the diagnostics of one table. */
export type Reporter<Params> = <Code extends keyof Params & string>(
  code: Code,
  span: Span,
  params: Params[Code],
  extra?: Extra,
) => Diagnostic;

/** The reporter of a table. */
export function reporter<Params>(table: DiagnosticTable<Params>): Reporter<Params> {
  return (code, span, params, extra = {}) => {
    const row = table[code];
    const help = extra.help ?? (typeof row.help === 'function' ? row.help(params) : row.help);
    return {
      code,
      severity: row.severity,
      message: row.message(params),
      ...(help === undefined ? {} : { help }),
      span,
      related: extra.related ?? [],
      ...(extra.fix === undefined ? {} : { fix: extra.fix }),
      ...(extra.otherFixes === undefined ? {} : { otherFixes: extra.otherFixes }),
    };
  };
}
