/** What is wrong with a pack, for an editor: findings in their places, and their repairs. */
import type { Diagnostic as Finding, Fix, Severity } from '@proviso/language';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from 'vscode-languageserver';
import { locationOf, rangeOf, workspaceEdit } from './places.ts';
import type { InPack, Pack } from './workspace.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** The findings of every file of the pack, by file; files without findings included. */
export function diagnosticsOf(pack: Pack): ReadonlyMap<string, readonly Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>([...pack.documents.keys()].map((file) => [file, []]));
  for (const finding of pack.names.diagnostics) byFile.get(finding.span.file)?.push(shownIn(pack, finding));
  return byFile;
}

/** Said of a file that nothing imports: its findings are none of the pack's. */
export function outsidePack({ pack, file }: InPack): Diagnostic | undefined {
  if (pack.names.files.includes(file)) return undefined;
  return {
    range: rangeOf(pack, { file, start: 0, end: 0 }),
    severity: DiagnosticSeverity.Information,
    source: 'proviso',
    message: `this file is no part of the pack: no \`import\` leads to it from \`${pack.entry}\``,
  };
}

/** The repairs of the findings that touch a range. */
export function actionsAt({ pack, file, document }: InPack, range: Range): readonly CodeAction[] {
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return pack.names.diagnostics.flatMap((finding) => {
    const { span, fix, otherFixes = [] } = finding;
    if (span.file !== file || span.start > end || span.end < start) return [];
    const fixes = fix === undefined ? otherFixes : [fix, ...otherFixes];
    return fixes.map((each) => actionOf(pack, finding, each, fixes.length === 1));
  });
}

function actionOf(pack: Pack, finding: Finding, fix: Fix, isPreferred: boolean): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shownIn(pack, finding)],
    isPreferred,
    edit: workspaceEdit(pack, fix.edits),
  };
}

function shownIn(pack: Pack, { code, severity, message, help, span, related }: Finding): Diagnostic {
  return {
    range: rangeOf(pack, span),
    severity: severities[severity],
    code,
    source: 'proviso',
    message: help === undefined ? message : `${message}\n${help}`,
    ...(code.startsWith('unused-') ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    relatedInformation: related.map((one) => ({
      location: locationOf(pack, one.span),
      message: one.message,
    })),
  };
}
