/** What the functions of this package take, told to callers whose types nobody checked. Each throws a `TypeError`. */
import { isKeyed } from '@proviso/runtime';

/** A list of answers, as an interview gathers them. */
export function checkAsked(asked: unknown): void {
  if (Array.isArray(asked) && asked.every((each) => isKeyed(each) && typeof each['path'] === 'string'))
    return;
  throw new TypeError('a list of answers was expected, each `{ path, list, answer }`');
}

/** A field of a plan, with its type. */
export function checkField(field: unknown): void {
  if (isKeyed(field) && isKeyed(field['type'])) return;
  throw new TypeError('a fact of a plan was expected');
}

/** What of a plan says which facts there are. */
export function checkVocabulary(plan: unknown, keys: readonly string[]): void {
  if (isKeyed(plan) && keys.every((key) => Array.isArray(plan[key]))) return;
  throw new TypeError(`a plan was expected, with its ${keys.join(', ')}`);
}

/** A need of an assessment, or the question for it. */
export function checkNeed(need: unknown): void {
  if (isKeyed(need) && typeof need['path'] === 'string' && typeof need['kind'] === 'string') return;
  throw new TypeError('one of the `needs` of an assessment was expected, or the question for it');
}

/** The paths that are not asked again, and how far to look ahead. */
export function checkAsking(unknown: unknown, options: unknown): void {
  if (unknown instanceof Set && isKeyed(options) && typeof options['lookAhead'] === 'number') return;
  throw new TypeError('a `Set` of paths that nobody knows was expected, and `{ lookAhead }`');
}

/** The path of a fact. */
export function checkPath(path: unknown): void {
  if (typeof path !== 'string')
    throw new TypeError('a path of a fact was expected, such as `letters[0].receivedOn`');
}
