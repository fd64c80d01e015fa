import { assertNever } from '../../6-plan/assert-never.ts';
import type { Definition } from '../../6-plan/plan.ts';
import type { Slice } from './slice.ts';
import { quote } from './spelling.ts';

/** The type of a value as a screening tells it: its JSON form. */
export function toldType(type: Definition['type'], { plan }: Slice): string {
  switch (type.kind) {
    case 'yesno':
      return `'yes' | 'no' | 'unknown'`;
    case 'number':
      return `number | 'unknown'`;
    case 'status':
      return 'Status';
    case 'enum': {
      const members = plan.enums.find(({ name }) => name === type.name)?.members ?? [];
      return [...members, 'unknown'].map(quote).join(' | ');
    }
    case 'date':
    case 'duration':
    case 'text':
    case 'set':
    case 'record':
    case 'list':
      return 'string';
    default:
      return assertNever(type);
  }
}
