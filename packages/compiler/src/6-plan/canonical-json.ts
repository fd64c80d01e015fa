/**
 * Canonical JSON (RFC 8785). Numbers and strings are as `JSON.stringify` writes them, which is what the RFC asks for; keys stand
 * in the order of their code units.
 */

/**
 * A value's canonical JSON, without some keys at any depth. The value is JSON: no functions, and no half of a surrogate pair,
 * which has no bytes of its own. A key whose value is undefined is none.
 */
export function canonicalJson(value: unknown, without: ReadonlySet<string> = none): string {
  // A plan says the same words over and over.
  const quoted = new Map<string, string>();
  const quote = (text: string): string => {
    const known = quoted.get(text);
    if (known !== undefined) return known;
    if (!text.isWellFormed()) throw new Error('half of a surrogate pair has no canonical form');
    const made = JSON.stringify(text);
    quoted.set(text, made);
    return made;
  };
  const write = (part: unknown): string => {
    if (typeof part === 'string') return quote(part);
    if (typeof part !== 'object' || part === null) return primitive(part);
    let text = '';
    if (Array.isArray(part)) {
      for (const item of part) text += text === '' ? write(item) : `,${write(item)}`;
      return `[${text}]`;
    }
    const object = part as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(object).sort()) {
      if (object[key] === undefined || without.has(key)) continue;
      text += `${text === '' ? '' : ','}${quote(key)}:${write(object[key])}`;
    }
    return `{${text}}`;
  };
  return write(value);
}

const none: ReadonlySet<string> = new Set();

function primitive(value: unknown): string {
  const isJson = value === null || typeof value === 'boolean' || Number.isFinite(value);
  if (!isJson) throw new Error('only JSON has a canonical form');
  return JSON.stringify(value);
}
