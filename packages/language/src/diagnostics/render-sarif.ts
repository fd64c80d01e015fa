import { checkFindings } from '../given.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { catalogue } from './catalogue.ts';
import { placer, type JsonPlace } from './render-json.ts';

/** A SARIF 2.1.0 log, as plain data (OASIS, Static Analysis Results Interchange Format 2.1.0). */
export interface SarifLog {
  readonly version: '2.1.0';
  readonly $schema: string;
  readonly runs: readonly object[];
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' };

/** Diagnostics as a SARIF log with one run. `toolVersion` is that of the program that checked. */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  toolVersion: string,
): SarifLog {
  checkFindings(diagnostics, sources);
  const place = placer(sources);
  const used = new Set(diagnostics.map(({ code }) => code));
  const rules = catalogue.filter(({ code }) => used.has(code));
  const ruleIndex = new Map(rules.map(({ code }, index) => [code, index]));
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'proviso',
            semanticVersion: toolVersion,
            rules: rules.map(({ code, severity, explanation }) => ({
              id: code,
              fullDescription: { text: explanation },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(
          ({ code, severity, message, help, span, related, fix, otherFixes = [] }) => ({
            ruleId: code,
            ...(ruleIndex.has(code) ? { ruleIndex: ruleIndex.get(code) } : {}),
            level: levels[severity],
            message: { text: sentences(message, help) },
            locations: [{ physicalLocation: physical(place(span)) }],
            ...(related.length === 0
              ? {}
              : {
                  relatedLocations: related.map((other, id) => ({
                    id,
                    message: { text: other.message },
                    physicalLocation: physical(place(other.span)),
                  })),
                }),
            ...(fix === undefined
              ? {}
              : {
                  fixes: [fix, ...otherFixes].map(({ title, edits }) => ({
                    description: { text: title },
                    artifactChanges: [
                      {
                        artifactLocation: { uri: uri(span.file) },
                        replacements: edits.map((edit) => ({
                          deletedRegion: region(place(edit.span)),
                          insertedContent: { text: edit.text },
                        })),
                      },
                    ],
                  })),
                }),
          }),
        ),
      },
    ],
  };
}

/** The message and its help as sentences. A word in backquotes that begins one keeps its case. */
function sentences(message: string, help: string | undefined): string {
  return [message, help]
    .filter((part) => part !== undefined && part !== '')
    .map((part = '') => part.charAt(0).toUpperCase() + part.slice(1) + (/[.?!…]$/.test(part) ? '' : '.'))
    .join(' ');
}

function physical(place: JsonPlace): object {
  return { artifactLocation: { uri: uri(place.file) }, region: region(place) };
}

function region({ start, end }: JsonPlace): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A relative path as a URI reference. Half a surrogate pair cannot be encoded and becomes the replacement character. */
function uri(file: string): string {
  return file.toWellFormed().split(/[\\/]/).map(encodeURIComponent).join('/');
}
