import { type DeclarationParams, declarationTable } from './bind-declarations.ts';
import { type NameParams, nameTable } from './bind-names.ts';
import { type VersionParams, versionTable } from './bind-versions.ts';
import type { DiagnosticTable } from './define.ts';

/** What the messages of `bindTable` speak of. */
export type BindParams = DeclarationParams & NameParams & VersionParams;

/** Codes of binding. */
export const bindTable: DiagnosticTable<BindParams> = { ...declarationTable, ...nameTable, ...versionTable };
