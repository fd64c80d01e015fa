import type { AmbiguityDecl, Name } from '../ast/ast.ts';
import type { Checker } from './checker.ts';
import { checkCites, checkCovers } from './citations.ts';

/** Ambiguities: two readings at least, one of them the default, and where they are read. */
export function checkAmbiguities(checker: Checker): void {
  for (const ambiguity of checker.symbols.ambiguities.values()) checkAmbiguity(checker, ambiguity);
}

function checkAmbiguity(checker: Checker, node: AmbiguityDecl): void {
  const { findings } = checker;
  const name = node.name.text;
  if (node.readings.length < 2) findings.report('too-few-readings', node.name.span, { name });
  const defaults = node.readings.filter((reading) => reading.isDefault);
  if (defaults.length === 0 && node.readings.length > 0)
    findings.report('no-default-reading', node.name.span, { name });
  for (const second of defaults.slice(1)) {
    const related = defaults
      .slice(0, 1)
      .map((first) => ({ span: first.name.span, message: 'the other default' }));
    findings.report('several-default-readings', second.name.span, { name }, { related });
  }
  const seen = new Map<string, Name>();
  for (const reading of node.readings) {
    const first = seen.get(reading.name.text);
    if (first === undefined) seen.set(reading.name.text, reading.name);
    else {
      const related = [{ span: first.span, message: 'first declared here' }];
      findings.report('duplicate-name', reading.name.span, { name: reading.name.text }, { related });
    }
    checkCites(checker, reading.cites);
  }
  checkCites(checker, node.cites);
  checkCovers(checker, node.covers);
  // A citation after the last reading belongs to that reading as far as the grammar knows; it will do for the whole.
  if (node.cites.length === 0 && node.readings.every((reading) => reading.cites.length === 0)) {
    findings.report('missing-citation', node.name.span, { what: 'an ambiguity' });
  }
}
