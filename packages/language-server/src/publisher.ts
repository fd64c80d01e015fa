/** Tells an editor what is wrong, once its text has rested. */
import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticsOf, outsidePack } from './diagnostics.ts';
import { uriIn, type Workspace } from './workspace.ts';

/** How long the text has to rest before it is checked: long enough for a word, too short to be waited for. */
const restMilliseconds = 150;

/** Sends the findings of the packs that have an open document: of all their files, since a change in one is felt in others. */
export class Publisher {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #workspace: Workspace;
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();
  /** The documents that were last told of findings. */
  #told: ReadonlySet<string> = new Set();

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, workspace: Workspace) {
    this.#connection = connection;
    this.#documents = documents;
    this.#workspace = workspace;
  }

  /** Something has changed. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // One after the other: an older answer never comes after a newer one.
      this.#last = this.#last.then(() =>
        this.#publish().catch((error: unknown) => this.#connection.console.error(String(error))),
      );
    }, restMilliseconds);
  }

  async #publish(): Promise<void> {
    const open = this.#documents.all().map(({ uri }) => uri);
    const findings = new Map<string, Diagnostic[]>(open.map((uri) => [uri, []]));
    const packs = new Set<string>();
    for (const uri of open) {
      const found = await this.#workspace.find(uri);
      if (found === undefined) continue;
      const { pack } = found;
      const said = outsidePack(found);
      if (said !== undefined) findings.get(uri)?.push(said);
      const key = `${pack.folder}\n${pack.entry}`;
      if (packs.has(key)) continue;
      packs.add(key);
      for (const [file, diagnostics] of diagnosticsOf(pack)) {
        const at = uriIn(pack, file);
        findings.set(at, [...(findings.get(at) ?? []), ...diagnostics]);
      }
    }
    // Where nothing is wrong any more, that is told too.
    for (const uri of this.#told) if (!findings.has(uri)) findings.set(uri, []);
    const opened = new Set(open);
    for (const [uri, diagnostics] of findings)
      if (diagnostics.length > 0 || opened.has(uri) || this.#told.has(uri))
        await this.#connection.sendDiagnostics({ uri, diagnostics });
    this.#told = new Set(
      [...findings].flatMap(([uri, diagnostics]) => (diagnostics.length > 0 ? [uri] : [])),
    );
  }
}
