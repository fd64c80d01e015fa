/** Leaves out what turned out not to be used: constants fold, and take uses with them. */

/** Whether a name stands in a text. */
export function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text);
}

/** Parameters, those that the body does not use with an underscore. */
export function parameters(params: readonly string[], body: string): readonly string[] {
  return params.map((param) => (mentions(body, param.slice(0, param.search(/[?:]/))) ? param : `_${param}`));
}

/** The declarations that the rest, or a declaration that is kept, mentions. */
export function used<D extends { readonly name: string; readonly text: string }>(
  declarations: readonly D[],
  rest: string,
): readonly D[] {
  let kept: readonly D[] = declarations;
  for (;;) {
    const before = kept;
    kept = before.filter(({ name }) =>
      mentions(
        [rest, ...before.filter((other) => other.name !== name).map(({ text }) => text)].join('\n'),
        name,
      ),
    );
    if (kept.length === before.length) return kept;
  }
}
