/** What holds of every text, however it came about. Each throws where it does not hold. */
import assert from 'node:assert/strict';
import { compilePack, emitPack } from '@proviso/compiler';
import { checkPlan } from '@proviso/compiler/plan';
import { applyFix, checkPack, type Diagnostic, formatText, parseFile } from '@proviso/language';

const file = 'fuzzed.policy';
/** Codes of files of which nothing is read. */
const refusals: ReadonlySet<string> = new Set(['file-too-large', 'not-text', 'nested-too-deep']);

/** Every finding lies in the text and says something; so does its repair, whose edits are in order. */
function assertUseful(
  diagnostics: readonly Diagnostic[],
  textOf: (file: string) => string | undefined,
): void {
  for (const { code, message, span, related, fix } of diagnostics) {
    assert.match(message, /\S/u, code);
    assert.ok(message.length < 2000, `${code}: its message has ${message.length} characters`);
    for (const { start, end, file: of } of [span, ...related.map((each) => each.span)])
      assertWithin(code, start, end, textOf(of));
    let after = 0;
    for (const { span: at } of fix?.edits ?? []) {
      assertWithin(`${code}, repair`, at.start, at.end, textOf(at.file));
      assert.ok(at.start >= after, `${code}: the edits of its repair are not in order`);
      after = at.end;
    }
  }
}

function assertWithin(what: string, start: number, end: number, text: string | undefined): void {
  const length = text?.length ?? 0;
  assert.ok(start >= 0 && end >= start && end <= length, `${what}: ${start} to ${end} of ${length}`);
}

/** The tree without its places. */
function treeOf(text: string): string {
  return JSON.stringify(parseFile(text, file).value, (key, value: unknown) =>
    key === 'span' ? undefined : value,
  );
}

/** Where a text stands is no matter: an empty line before it moves all findings by one and changes nothing else. */
export function lexerProperty(text: string): void {
  const { diagnostics } = parseFile(text, file);
  assertUseful(diagnostics, () => text);
  if (text.startsWith('\ufeff') || diagnostics.some(({ code }) => refusals.has(code))) return;
  const moved = parseFile(`\n${text}`, file);
  const places = (found: readonly Diagnostic[], by: number): readonly string[] =>
    found.map(({ code, message, span }) => `${code} ${span.start - by} ${span.end - by} ${message}`);
  assert.deepEqual(places(moved.diagnostics, 1), places(diagnostics, 0));
  assert.equal(treeOf(`\n${text}`), treeOf(text));
}

/** Whatever the text, there are findings and no exception; a repair gives a text that can be read again. */
export function parserProperty(text: string): void {
  const parsed = parseFile(text, file);
  assertUseful(parsed.diagnostics, () => text);
  const checked = checkPack(new Map([[file, text]]), file);
  assertUseful(checked.diagnostics, () => text);
  for (const { fix } of checked.diagnostics.slice(0, 10)) {
    if (fix !== undefined)
      assertUseful(parseFile(applyFix(text, fix), file).diagnostics, () => applyFix(text, fix));
  }
}

/** What can be formatted means the same formatted, keeps its comments, and is formatted once and for all. */
export function formatterProperty(text: string): void {
  const { value, diagnostics } = formatText(text, file);
  assertUseful(diagnostics, () => text);
  assert.equal(
    value === undefined,
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  if (value === undefined) return;
  assert.equal(treeOf(value), treeOf(text));
  assert.equal(formatText(value, file).value, value);
  assert.deepEqual(commentsOf(value), commentsOf(text));
}

function commentsOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/u).flatMap((line) => {
    const found = /\/\/.*$/u.exec(line.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""'));
    return found === null ? [] : [found[0].trim()];
  });
}

/** A pack compiles or has errors, never both, and what it compiles to can be loaded and emitted. */
export function checkerProperty(json: string): void {
  const texts = new Map(Object.entries(JSON.parse(json) as Readonly<Record<string, string>>));
  const { value, diagnostics } = compilePack(texts, 'pack.policy');
  assertUseful(diagnostics, (path) => texts.get(path));
  assert.equal(
    value === undefined,
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  if (value === undefined) return;
  assert.deepEqual(checkPlan(value.plan), []);
  assert.ok(emitPack(value.plan, value.phrases).length > 0);
}
