import { type ExpressionParams, expressionTable } from './check-expressions.ts';
import { type FindingParams, findingTable } from './check-findings.ts';
import { type StatementParams, statementTable } from './check-statements.ts';
import { type ScenarioParams, scenarioTable } from './check-scenarios.ts';
import type { DiagnosticTable } from './define.ts';

/** What the messages of `checkTable` speak of. */
export type CheckParams = ExpressionParams & StatementParams & FindingParams & ScenarioParams;

/** Codes of checking. */
export const checkTable: DiagnosticTable<CheckParams> = {
  ...expressionTable,
  ...statementTable,
  ...findingTable,
  ...scenarioTable,
};
