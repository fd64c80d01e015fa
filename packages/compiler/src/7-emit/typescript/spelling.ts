/** How names and strings of a policy are spelt in TypeScript. */

const isIdentifier = /^[A-Za-z_$][\w$]*$/;

/** `respondToObjection.applies` as `respondToObjectionApplies`. */
export function identifier(name: string): string {
  // Nearly all are identifiers already.
  if (isIdentifier.test(name)) return name;
  const camel = name.replaceAll(/[^A-Za-z0-9_$]+(.)?/g, (_, next: string | undefined) =>
    (next ?? '').toUpperCase(),
  );
  return /^[A-Za-z_$]/.test(camel) ? camel : `_${camel}`;
}

/** `paragraph22` as `Paragraph22`. */
export function pascal(name: string): string {
  const camel = identifier(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** A key of an object literal or a type: bare where it may be. */
export function key(name: string): string {
  return isIdentifier.test(name) && name !== '__proto__' ? name : JSON.stringify(name);
}

/** `.name`, or `["na-me"]`. */
export function member(name: string): string {
  return isIdentifier.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** A string literal in single quotes. */
export function quote(text: string): string {
  // Most are names: what has nothing to escape is not searched four times.
  if (/^[\w .,:;()[\]/-]*$/.test(text)) return `'${text}'`;
  const json = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
