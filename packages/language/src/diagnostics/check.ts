import { type ExpressionParams, expressionTable } from './check-expressions.ts';
import { type FindingParams, findingTable } from './check-findings.ts';
import { type FactParams, factTable } from './check-facts.ts';
import { type PackParams, packTable } from './check-packs.ts';
import { type StatementParams, statementTable } from './check-statements.ts';
import { type ScenarioParams, scenarioTable } from './check-scenarios.ts';
import type { DiagnosticTable } from './define.ts';

/** What the messages of `checkTable` speak of. */
export type CheckParams = ExpressionParams &
  PackParams &
  FactParams &
  StatementParams &
  FindingParams &
  ScenarioParams;

/** Codes of checking. */
export const checkTable: DiagnosticTable<CheckParams> = {
  ...expressionTable,
  ...packTable,
  ...factTable,
  ...statementTable,
  ...findingTable,
  ...scenarioTable,
};
