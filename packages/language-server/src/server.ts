/** The server: what an editor asks, and what of the pack answers it. */
import { formatText, namedAt, placeAt, rename, type Span } from '@proviso/language';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completionsAt } from './completion.ts';
import { actionsAt } from './diagnostics.ts';
import type { Disk } from './disk.ts';
import { hoverAt } from './hover.ts';
import { outlineOf } from './outline.ts';
import { locationOf, rangeOf, workspaceEdit } from './places.ts';
import { Publisher } from './publisher.ts';
import { type Pack, Workspace } from './workspace.ts';

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: true,
  documentFormattingProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix'] },
  renameProvider: { prepareProvider: true },
  completionProvider: { triggerCharacters: ['.'] },
};

/** Serves an editor over a connection, which is then listened to. */
export function serve(connection: Connection, disk: Disk): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(() => documents.all(), disk);
  const publisher = new Publisher(connection, documents, workspace);

  let watches = false;
  connection.onInitialize(({ capabilities: { workspace: own } }) => {
    watches = own?.didChangeWatchedFiles?.dynamicRegistration === true;
    return { capabilities, serverInfo: { name: 'proviso' } };
  });
  connection.onInitialized(() => {
    const watchers = [{ globPattern: '**/*.policy' }];
    if (watches) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  documents.onDidChangeContent(() => publisher.schedule());
  documents.onDidSave(() => publisher.schedule());
  documents.onDidClose(() => publisher.schedule());
  connection.onDidChangeWatchedFiles(() => publisher.schedule());

  connection.onHover(async ({ textDocument, position }) => {
    const found = await workspace.find(textDocument.uri);
    return found === undefined ? null : (hoverAt(found, found.document.offsetAt(position)) ?? null);
  });
  connection.onDefinition(async ({ textDocument, position }) => {
    const { pack, named } = await lookUp(workspace, textDocument.uri, position);
    return named === undefined || pack === undefined
      ? null
      : named.declared.map((span) => locationOf(pack, span));
  });
  connection.onReferences(async ({ textDocument, position, context }) => {
    const { pack, named } = await lookUp(workspace, textDocument.uri, position);
    if (named === undefined || pack === undefined) return null;
    const spans = [...(context.includeDeclaration ? named.declared : []), ...named.mentioned];
    return spans.map((span) => locationOf(pack, span));
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return document === undefined ? null : [...outlineOf(document)];
  });
  connection.onDocumentFormatting(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    const text = document.getText();
    const { value } = formatText(text, 'formatted.policy');
    // What cannot be read is left as it is: the diagnostics say why.
    if (value === undefined || value === text) return [];
    return [
      { range: { start: document.positionAt(0), end: document.positionAt(text.length) }, newText: value },
    ];
  });
  connection.onCodeAction(async ({ textDocument, range }) => {
    const found = await workspace.find(textDocument.uri);
    return found === undefined ? null : [...actionsAt(found, range)];
  });
  connection.onCompletion(async ({ textDocument, position }) => {
    const found = await workspace.find(textDocument.uri);
    return found === undefined ? null : [...completionsAt(found, found.document.offsetAt(position))];
  });
  connection.onPrepareRename(async ({ textDocument, position }) => {
    const { pack, named, at } = await lookUp(workspace, textDocument.uri, position);
    return named === undefined || pack === undefined || at === undefined
      ? null
      : { range: rangeOf(pack, at), placeholder: named.name };
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const { pack, named } = await lookUp(workspace, textDocument.uri, position);
    if (named === undefined || pack === undefined)
      return new ResponseError(ErrorCodes.InvalidRequest, 'there is no name here');
    const renaming = rename(pack, named, newName);
    if (renaming.edits !== undefined) return workspaceEdit(pack, renaming.edits);
    const { problem, help } = renaming;
    return new ResponseError(
      ErrorCodes.InvalidRequest,
      help === undefined ? problem : `${problem} (${help})`,
    );
  });

  documents.listen(connection);
  connection.listen();
}

/** What is named at a position, and the place of that very name. */
async function lookUp(
  workspace: Workspace,
  uri: string,
  position: { readonly line: number; readonly character: number },
): Promise<{
  readonly pack?: Pack;
  readonly named?: ReturnType<typeof namedAt>;
  readonly at?: Span | undefined;
}> {
  const found = await workspace.find(uri);
  if (found === undefined) return {};
  const { pack, file, document } = found;
  const offset = document.offsetAt(position);
  const named = namedAt(pack.names, file, offset);
  const at = named && placeAt(named, file, offset);
  return { pack, named, at };
}
