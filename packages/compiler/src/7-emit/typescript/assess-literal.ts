/** Constants of a policy as constants of the code. */
import { assertNever } from '../../6-plan/assert-never.ts';
import type { Literal } from '../../6-plan/plan.ts';
import type { AssessModule } from './assess-module.ts';
import { date, type Node, yesno } from './assess-node.ts';
import { formatDay } from './calendar.ts';
import { cast } from './erasable.ts';
import { quote } from './spelling.ts';

/** JavaScript for a constant inside. */
export function literalText(value: Literal, module: AssessModule): string {
  return literalOf(value, module).value;
}

/** The same with its type. */
export function literalOf(value: Literal, module: AssessModule): Pick<Node, 'value' | 'type'> {
  switch (value.kind) {
    case 'yesno':
      return { value: value.value ? '3' : '0', type: yesno };
    case 'number':
      return { value: String(value.value), type: { kind: 'number', places: value.places } };
    case 'date':
      return {
        value: module.constant(
          `day${formatDay(value.value).replaceAll('-', '')}`,
          cast(String(value.value), module.type('Day')),
        ),
        type: date,
      };
    case 'beforeAll':
    case 'notYet':
      return { value: module.use(value.kind), type: date };
    case 'duration':
      return {
        value: module.constant(
          'duration',
          `/* @__PURE__ */ ${module.use('packDuration')}(${value.months}, ${value.days})`,
        ),
        type: { kind: 'duration' },
      };
    case 'enum':
      return { value: quote(value.value), type: { kind: 'enum', name: value.name } };
    case 'text':
      return { value: quote(value.value), type: { kind: 'text' } };
    case 'status':
      return { value: quote(value.value), type: { kind: 'status' } };
    default:
      return assertNever(value);
  }
}
