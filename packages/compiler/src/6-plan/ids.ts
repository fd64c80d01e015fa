/** Ids of definitions. A visible definition bears its statement's name; all others have a dot. */

/** The hidden definitions that make up a rule. */
export type Aspect = 'applies' | 'met' | 'late' | 'due' | 'breached' | 'status';

export function aspectId(rule: string, aspect: Aspect): string {
  return `${rule}.${aspect}`;
}

/** The statement that a definition belongs to: `informIndirect` of `informIndirect.disproportionate`. */
export function statementOf(definitionId: string): string {
  const dot = definitionId.indexOf('.');
  return dot < 0 ? definitionId : definitionId.slice(0, dot);
}

/** `informIndirect.disproportionate`, nested ones `informIndirect.disproportionate.contact`; `labels` outermost first. */
export function labelId(statement: string, labels: readonly string[]): string {
  return [statement, ...labels].join('.');
}

/** The field of an implicit judgement: `NAME` for the open ground, `NAMELabelExcept` for an open list of exceptions. */
export function otherwiseField(statement: string, exceptLabels?: readonly string[]): string {
  return exceptLabels === undefined
    ? statement
    : `${statement}${exceptLabels.map(capitalised).join('')}Except`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
