/** The policy language: text to checked program. */
export type {
  Accept,
  AmbiguityDecl,
  BearerDecl,
  Cell,
  CellValue,
  Certainty,
  Cite,
  Claim,
  Constraint,
  DateLiteral,
  Declaration,
  Define,
  EnumDecl,
  EnumMember,
  Exception,
  ExceptionDecl,
  Expect,
  Expr,
  FactDecl,
  Given,
  GivenValue,
  GoalDecl,
  Import,
  Invariant,
  Law,
  Limb,
  ListQuantity,
  ModalWord,
  Name,
  Pack,
  Param,
  Path,
  PolicyFile,
  Quantity,
  Reading,
  RecordDecl,
  Rule,
  ScenarioDecl,
  Section,
  SourceDecl,
  Span,
  StatementId,
  Table,
  TableRow,
  Text,
  TypeExpr,
  Unit,
} from './ast/ast.ts';
export type {
  At,
  DefineStatement,
  LawClauses,
  Program,
  Resolution,
  RuleStatement,
  Statement,
  StatementVersion,
  Type,
} from './program.ts';
export { parseFile } from './parse-file.ts';
export { formatFile, formatText } from './format/format.ts';
export { quoted } from './format/expressions.ts';
export { checkPack } from './5-check/check-pack.ts';
export { resolveImport } from './4-bind/load-files.ts';
export { typeOfFact } from './4-bind/named-types.ts';
export { exprKey } from './5-check/expr-key.ts';
export type { KeyContext } from './5-check/expr-key.ts';
export { namedAt, namedBy, nameIn, placeAt } from './names/find-names.ts';
export { packNames } from './names/pack-names.ts';
export type { ImplicitJudgement, Named, NamedKind, NamedNode, PackNames } from './names/pack-names.ts';
export { callsForCompletion, completionsAfter } from './names/completions.ts';
export type { Completion } from './names/completions.ts';
export { tellName } from './names/tell-name.ts';
export type { NameTold } from './names/tell-name.ts';
export { rename } from './names/rename.ts';
export type { NamedPack, Renaming } from './names/rename.ts';
export { type LineIndex, lineIndex } from './diagnostics/lines.ts';
export { applyFix, inSourceOrder } from './diagnostics/diagnostic.ts';
export type { Diagnostic, Fix, Phase, Related, Severity, TextEdit } from './diagnostics/diagnostic.ts';
export { catalogue, explainCode } from './diagnostics/catalogue.ts';
export { documentationPages, explanationPage } from './diagnostics/documentation.ts';
export { textMateGrammar } from './1-lex/text-mate.ts';
export { ruleNames } from './2-parse/parser.ts';
export {
  type PartWords,
  type VerifyCode,
  verifyMessage,
  type VerifyParams,
  verifyTable,
} from './diagnostics/verify.ts';
export { comparisonTooLarge, definitionsTooDeep } from './diagnostics/plan.ts';
export type { CatalogueRow } from './diagnostics/catalogue.ts';
export type { Example } from './diagnostics/define.ts';
export { renderText } from './diagnostics/render-text.ts';
export type { RenderOptions, TextRole } from './diagnostics/render-text.ts';
export { renderJson } from './diagnostics/render-json.ts';
export type { JsonDiagnostic, JsonPlace, JsonPosition } from './diagnostics/render-json.ts';
export { renderSarif } from './diagnostics/render-sarif.ts';
export type { SarifLog } from './diagnostics/render-sarif.ts';
export { didYouMean } from './diagnostics/did-you-mean.ts';
