/**
 * @packageDocumentation Cases as people keep them: files of facts read with their places, files to fill in, problems in the
 * words of the pack, cases explained, scenarios run and what they exercise. Browser-safe.
 */
export {
  type CaseTelling,
  explainCase,
  explainWhyNotCase,
  type PackInWords,
  whyNotQuestion,
  type WhyNotQuestion,
} from './explanation/explain-case.ts';
export {
  type FactsDocument,
  FactsFileError,
  type FileProblem,
  maxFactsBytes,
} from './facts-file/document.ts';
export { decodeText, readFactsFile } from './facts-file/read-facts-file.ts';
export { readJson } from './facts-file/read-json.ts';
export { readYaml } from './facts-file/read-yaml.ts';
export { toldProblem, type ToldProblem } from './problems/fact-problem.ts';
export { type Coverage, type CoverageItem, coverageOf } from './scenarios/coverage.ts';
export { mismatchWords } from './scenarios/mismatch-words.ts';
export { runScenarios, type ScenarioRun, scenarioRuns } from './scenarios/run-scenarios.ts';
export { factsList, factsYaml, type TemplateFact } from './template/facts-template.ts';
