import type { Expr, Literal, Path, Rule } from '@proviso/compiler/plan';

type Status = Extract<Literal, { kind: 'status' }>['value'];

const status = (value: Status): Expr => ({ kind: 'literal', value: { kind: 'status', value } });

/** The status of a rule over its aspects `NAME.applies`, `NAME.met`, `NAME.late`, as section 5 of the semantics writes it. */
export function statusExpr(name: string, modality: Rule['modality'], hasDeadline: boolean, of?: Path): Expr {
  const aspect = (kind: string): Expr => ({
    kind: 'ref',
    id: `${name}.${kind}`,
    ...(of === undefined ? {} : { of }),
  });
  if (modality === 'may') {
    return {
      kind: 'case',
      branches: [{ when: aspect('applies'), then: status('permitted') }],
      otherwise: status('doesNotApply'),
    };
  }
  const failed = status(modality === 'must' || modality === 'mustNot' ? 'breached' : 'departedFrom');
  const branches = [
    { when: { kind: 'not', of: aspect('applies') } as const, then: status('doesNotApply') },
    { when: aspect('met'), then: status('compliedWith') },
  ];
  return hasDeadline
    ? {
        kind: 'case',
        branches: [...branches, { when: aspect('late'), then: failed }],
        otherwise: status('notYetDue'),
      }
    : { kind: 'case', branches, otherwise: failed };
}
