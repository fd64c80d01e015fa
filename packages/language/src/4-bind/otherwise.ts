import type { Exception, Span } from '../ast/ast.ts';
import type { StatementSymbol, Symbols } from './symbols.ts';

/** An implicit judgement: an input under `otherwise`, of the case (`record` null) or of an instance of the record. */
export interface Otherwise {
  readonly record: string | null;
  readonly field: string;
  readonly statement: string;
  /** The labels of the exceptions that it is open to, outermost first; null for an open list of grounds. */
  readonly labels: readonly string[] | null;
  readonly span: Span;
}

/** The implicit judgements of a case (key null) and of each record, by field. */
export type OtherwiseFields = ReadonlyMap<string | null, ReadonlyMap<string, Otherwise>>;

/** `directMarketing` for the open ground, `directMarketingExcept` and `directMarketingLabelExcept` for open exceptions. */
function fieldName(statement: string, exceptLabels: readonly string[] | null): string {
  if (exceptLabels === null) return statement;
  const labels = exceptLabels.map((label) => label.charAt(0).toUpperCase() + label.slice(1));
  return `${statement}${labels.join('')}Except`;
}

/** Whether two are one ground, in two versions of a statement. Labels that run together are not: `grace` in `a`, and `aGrace`. */
function sameGround(a: Otherwise, b: Otherwise): boolean {
  return a.statement === b.statement && JSON.stringify(a.labels) === JSON.stringify(b.labels);
}

/** Every implicit judgement of a pack; `onClash` hears of two that would share a field. */
export function otherwiseFields(
  symbols: Symbols,
  onClash: (second: Otherwise, first: Otherwise) => void,
): OtherwiseFields {
  const fields = new Map<string | null, Map<string, Otherwise>>();
  const add = (symbol: StatementSymbol, exceptLabels: readonly string[] | null, span: Span): void => {
    const record = symbol.param?.record.text ?? null;
    const one: Otherwise = {
      record,
      field: fieldName(symbol.name, exceptLabels),
      statement: symbol.name,
      labels: exceptLabels,
      span,
    };
    const ofRecord = fields.get(record) ?? new Map<string, Otherwise>();
    fields.set(record, ofRecord);
    const first = ofRecord.get(one.field);
    if (first === undefined) ofRecord.set(one.field, one);
    else if (!sameGround(first, one)) onClash(one, first);
  };
  const addOpenLists = (
    symbol: StatementSymbol,
    exceptions: readonly Exception[],
    labels: readonly string[],
  ): void => {
    for (const exception of exceptions) {
      const own = exception.label === undefined ? labels : [...labels, exception.label.text];
      if (exception.exceptOtherwise !== undefined) add(symbol, own, exception.exceptOtherwise.span);
      addOpenLists(symbol, exception.exceptions, own);
    }
  };
  for (const symbol of symbols.statements.values()) {
    for (const { node } of symbol.versions) {
      if (node.kind === 'define' && node.includes.length > 0)
        add(symbol, null, node.otherwise?.span ?? node.name.span);
      if (node.exceptOtherwise !== undefined) add(symbol, [], node.exceptOtherwise.span);
      addOpenLists(symbol, node.exceptions, []);
    }
  }
  for (const { node } of symbols.exceptions) {
    const [first, ...outer] = node.target.segments.map((segment) => segment.text);
    const target = symbols.statements.get(first ?? '');
    if (target === undefined) continue;
    const labels = [...outer, node.name.text];
    if (node.exceptOtherwise !== undefined) add(target, labels, node.exceptOtherwise.span);
    addOpenLists(target, node.exceptions, labels);
  }
  return fields;
}
