import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Location,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { nodeDisk } from './disk.ts';
import { serve } from './server.ts';

const packText = `pack example.votes {
  title "Votes"
  version "1.0.0"
  period from 2018-05-25
}
import "facts.policy"
source act "An Act" { status statute }
/// Who may vote: ![x](https://a.example/p.png).
define mayVote {
  say "they {may|may not} vote"
  includes age: person.adult cite act s.1
  includes kind: person.kind is citizen cite act s.2
  cite act s.1 "an adult"
}
`;
const factsText = `enum Kind { citizen "a citizen", visitor }
record Person "the person" {
  fact adult: yesno { ask "Are they an adult?" say "they {are|are not} an adult" }
  fact kind: Kind { ask "What are they?" }
}
fact person: Person
`;

let folder: string;
let editor: ProtocolConnection;
let published: PublishDiagnosticsParams[];
let heard: (() => void)[];

const uriOf = (file: string): string => pathToFileURL(join(folder, file)).href;

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

async function open(file: string, text: string): Promise<void> {
  await editor.sendNotification('textDocument/didOpen', {
    textDocument: { uri: uriOf(file), languageId: 'policy', version: 1, text },
  });
}

/** The next findings that are told of a file, from now on. */
async function findings(
  file: string,
  ready: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  for (;;) {
    const last = published.findLast(({ uri }) => uri === uriOf(file));
    if (last !== undefined && ready(last.diagnostics)) return last.diagnostics;
    await new Promise<void>((resolve) => heard.push(resolve));
  }
}

/** A position just inside the first place of a text. */
function at(file: string, text: string, word: string): object {
  const before = text.slice(0, text.indexOf(word) + 1).split('\n');
  return {
    textDocument: { uri: uriOf(file) },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'proviso-server-'));
  published = [];
  heard = [];
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  serve(createConnection(toServer, toEditor), nodeDisk());
  editor = createProtocolConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
  editor.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const hear of heard.splice(0)) hear();
  });
  editor.listen();
  await editor.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await editor.sendNotification('initialized', {});
  write('pack.policy', packText);
  write('facts.policy', factsText);
});

afterEach(() => {
  editor.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('findings', () => {
  test('are told while the text is written, and taken back when it is mended', async () => {
    await open('pack.policy', packText.replace('person.adult', 'person.adlt'));
    const [finding] = await findings('pack.policy', (found) => found.length > 0);
    expect(finding).toMatchObject({
      code: 'unknown-part',
      severity: 1,
      source: 'proviso',
      range: { start: { line: 10, character: 23 }, end: { line: 10, character: 27 } },
    });
    await editor.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf('pack.policy'), version: 2 },
      contentChanges: [{ text: packText }],
    });
    expect(await findings('pack.policy', (found) => found.length === 0)).toEqual([]);
  });

  test('of other files of the pack are told too: a change in one is felt in others', async () => {
    await open('facts.policy', factsText.replace('fact adult', 'fact grown'));
    const found = await findings('pack.policy', (one) => one.length > 0);
    expect(found.map(({ code }) => code)).toEqual(['unknown-part']);
  });

  test('a file that nothing imports is said to be outside the pack', async () => {
    await open('notes.policy', 'fact idle: yesno { ask "Idle?" say "it {is|is not} idle" }\n');
    const found = await findings('notes.policy', (one) => one.length > 0);
    expect(found.map(({ message }) => message)).toEqual([
      'this file is no part of the pack: no `import` leads to it from `pack.policy`',
    ]);
  });
});

describe('a document', () => {
  test('is the same however its address is spelt', async () => {
    const spelt = uriOf('pack.policy').replace('proviso-server', 'proviso%2Dserver');
    await editor.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: spelt,
        languageId: 'policy',
        version: 1,
        text: packText.replace('person.adult', 'person.adlt'),
      },
    });
    for (;;) {
      const last = published.findLast(({ uri }) => uri === spelt);
      if (last !== undefined && last.diagnostics.length > 0) break;
      await new Promise<void>((resolve) => heard.push(resolve));
    }
    expect(published.findLast(({ uri }) => uri === spelt)?.diagnostics.map(({ code }) => code)).toEqual([
      'unknown-part',
    ]);
  });

  test('of another machine keeps no other from being checked', async () => {
    await editor.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: 'file://server/share/pack.policy',
        languageId: 'policy',
        version: 1,
        text: packText,
      },
    });
    await open('pack.policy', packText.replace('person.adult', 'person.adlt'));
    const found = await findings('pack.policy', (one) => one.length > 0);
    expect(found.map(({ code }) => code)).toEqual(['unknown-part']);
  });
});

describe('a file of no pack', () => {
  test('is read with what it imports, and nothing else of its folder', async () => {
    rmSync(join(folder, 'pack.policy'));
    write('parts/facts.policy', factsText);
    write('other.policy', 'fact idle: yesno {');
    await open(
      'alone.policy',
      packText.replace('facts.policy', 'parts/facts.policy').replace('adult cite', 'adlt cite'),
    );
    const found = await findings('alone.policy', (one) => one.length > 0);
    expect(found.map(({ code }) => code)).toEqual(['unknown-part']);
    expect(published.map(({ uri }) => uri)).not.toContain(uriOf('other.policy'));
  });
});

describe('at a name', () => {
  beforeEach(async () => {
    await open('pack.policy', packText);
    await open('facts.policy', factsText);
  });

  test('it is told what it is, in the words of the policy', async () => {
    const fact = await editor.sendRequest<Hover>(
      'textDocument/hover',
      at('pack.policy', packText, 'adult cite'),
    );
    expect(fact.contents).toEqual({
      kind: 'markdown',
      value: '**fact** `Person.adult: yesno`\n\nAre they an adult?',
    });
    const own = await editor.sendRequest<Hover>('textDocument/hover', at('pack.policy', packText, 'mayVote'));
    expect(own.contents).toMatchObject({
      value:
        '**definition** `mayVote`\n\nthey \\{may\\|may not\\} vote\n\nWho may vote: \\!\\[x\\](https://a.example/p.png).\n\n- An Act, s.1, “an adult”',
    });
    const member = await editor.sendRequest<Hover>(
      'textDocument/hover',
      at('pack.policy', packText, 'citizen cite'),
    );
    expect(member.contents).toMatchObject({ value: '**member** `Kind.citizen`\n\na citizen' });
    expect(await editor.sendRequest('textDocument/hover', at('pack.policy', packText, 'title'))).toBeNull();
  });

  test('an editor goes to its declaration and lists its places', async () => {
    const place = at('pack.policy', packText, 'citizen');
    const declared = await editor.sendRequest<Location[]>('textDocument/definition', place);
    expect(declared).toEqual([
      {
        uri: uriOf('facts.policy'),
        range: { start: { line: 0, character: 12 }, end: { line: 0, character: 19 } },
      },
    ]);
    const all = await editor.sendRequest<Location[]>('textDocument/references', {
      ...place,
      context: { includeDeclaration: true },
    });
    expect(all.map(({ uri, range }) => [uri === uriOf('facts.policy'), range.start.line])).toEqual([
      [true, 0],
      [false, 11],
    ]);
  });

  test('it is renamed in every file, or it is said why not', async () => {
    const place = at('pack.policy', packText, 'adult cite');
    const edit = await editor.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...place,
      newName: 'grownUp',
    });
    expect(Object.keys(edit.changes ?? {}).toSorted()).toEqual([uriOf('facts.policy'), uriOf('pack.policy')]);
    await expect(editor.sendRequest('textDocument/rename', { ...place, newName: 'kind' })).rejects.toThrow(
      '`adult` cannot be renamed to `kind`',
    );
    expect(await editor.sendRequest('textDocument/prepareRename', place)).toMatchObject({
      placeholder: 'adult',
    });
  });
});

describe('a file', () => {
  test('is formatted whole, and left alone where it cannot be read', async () => {
    await open('facts.policy', factsText.replace('enum Kind {', 'enum   Kind {'));
    const options = { options: { tabSize: 2, insertSpaces: true } };
    const edits = await editor.sendRequest<TextEdit[]>('textDocument/formatting', {
      textDocument: { uri: uriOf('facts.policy') },
      ...options,
    });
    expect(edits.map(({ newText }) => newText)).toHaveLength(1);
    expect(edits[0]?.newText).toContain('enum Kind { citizen "a citizen", visitor }');
    await open('broken.policy', 'fact {{{');
    const none = await editor.sendRequest<TextEdit[]>('textDocument/formatting', {
      textDocument: { uri: uriOf('broken.policy') },
      ...options,
    });
    expect(none).toEqual([]);
  });

  test('has an outline', async () => {
    await open('facts.policy', factsText);
    const outline = await editor.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: uriOf('facts.policy') },
    });
    expect(outline.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
      ['Kind', []],
      ['Person', ['adult', 'kind']],
      ['person', []],
    ]);
  });

  test('offers the repairs of its findings', async () => {
    const text = packText.replace('person.adult', 'person.adlt');
    await open('pack.policy', text);
    const range = { start: { line: 10, character: 24 }, end: { line: 10, character: 24 } };
    const actions = await editor.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf('pack.policy') },
      range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toEqual(['write `adult`']);
    expect(actions[0]?.edit?.changes?.[uriOf('pack.policy')]?.[0]?.newText).toBe('adult');
  });
});

describe('what could come next', () => {
  const labels = async (line: string): Promise<readonly string[]> => {
    const text = `${packText}${line}`;
    await open('pack.policy', text);
    const lines = text.split('\n');
    const items = await editor.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: uriOf('pack.policy') },
      position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    });
    return items.map(({ label }) => label);
  };

  test('after a dot: the parts of a record, the labels of a statement', async () => {
    expect(await labels('define x { means person.')).toEqual(['adult', 'kind']);
  });

  test('of a statement: its labels', async () => {
    expect(await labels('define x { means mayVote.')).toEqual(['age', 'kind']);
  });

  test('after `is`: the members of the enum', async () => {
    expect(await labels('define x { means person.kind is ')).toEqual(['citizen', 'visitor']);
  });

  test('after `cite`: the sources', async () => {
    expect(await labels('define x { cite ')).toEqual(['act']);
  });

  test('where a value is expected: facts and statements', async () => {
    expect(await labels('define x { means ')).toEqual(['person', 'mayVote', 'x']);
  });

  test('in a quoted text or a comment: nothing', async () => {
    expect(await labels('define x { say "they ')).toEqual([]);
    expect(await labels('// the ')).toEqual([]);
  });
});
