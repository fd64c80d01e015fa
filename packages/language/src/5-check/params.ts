import { scopeOf } from '../4-bind/scope.ts';
import type { Param } from '../ast/ast.ts';
import type { Checker } from './checker.ts';
import { checkVariable } from './lists.ts';

/** A parameter ranges over a record, under a name of its own. */
export function checkParam(checker: Checker, param: Param): void {
  const { symbols, findings } = checker;
  const record = symbols.records.get(param.record.text);
  if (record !== undefined) checker.mentions.add(param.record, record);
  else {
    const { suggestion, extra } = findings.meant(
      param.record.text,
      param.record.span,
      symbols.records.keys(),
    );
    findings.report(
      'unknown-type',
      param.record.span,
      { name: param.record.text, what: 'a record', suggestion },
      extra,
    );
  }
  checkVariable(checker, param.name, scopeOf(undefined));
}
