/** What the functions of this package take, told to callers whose types nobody checked. Each throws a `TypeError`. */

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A text, such as that of a file. */
export function checkText(text: unknown): void {
  if (typeof text !== 'string') throw new TypeError('a text was expected');
}

/** Findings, and the texts that they are about. */
export function checkFindings(diagnostics: unknown, sources: unknown): void {
  const isFinding = (each: unknown): boolean => isKeyed(each) && isKeyed(each['span']);
  if (Array.isArray(diagnostics) && diagnostics.every(isFinding) && sources instanceof Map) return;
  throw new TypeError(
    'a list of diagnostics was expected, and a `Map` from the names of files to their texts',
  );
}

/** A fix of a finding. */
export function checkFix(fix: unknown): void {
  if (isKeyed(fix) && Array.isArray(fix['edits']) && fix['edits'].every(isKeyed)) return;
  throw new TypeError('a fix was expected, one of those that a diagnostic offers');
}

/** The names of a pack. */
export function checkNames(names: unknown): void {
  if (isKeyed(names) && Array.isArray(names['all'])) return;
  throw new TypeError('the names of a pack were expected, as `packNames` gives them');
}

/** The names of a pack, and one of them. */
export function checkNamed(names: unknown, named: unknown): void {
  checkNames(names);
  if (isKeyed(named) && Array.isArray(named['declared'])) return;
  throw new TypeError('a name was expected, as `namedAt` gives it');
}

/** A file that was parsed. */
export function checkFile(file: unknown): void {
  if (isKeyed(file) && Array.isArray(file['declarations'])) return;
  throw new TypeError('a file was expected, as `parseFile` gives it');
}

/** A pack with its names, and one of them. */
export function checkRenaming(pack: unknown, named: unknown, to: unknown): void {
  if (!isKeyed(pack) || !(pack['files'] instanceof Map) || typeof pack['entry'] !== 'string')
    throw new TypeError('a pack was expected: `{ files, entry, names }`');
  checkNames(pack['names']);
  if (!isKeyed(named) || !Array.isArray(named['declared']) || typeof to !== 'string')
    throw new TypeError('what is to be renamed was expected, as `namedAt` gives it, and its new name');
}
