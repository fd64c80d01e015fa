/** What a scenario expected and what came out, as a sentence. */
import type { Mismatch } from '@proviso/compiler/interpret';

/** `refund: expected yes, got no`. */
export function mismatchWords({ name, of, about, expected, got }: Mismatch): string {
  const subject = of === undefined ? name : `${name} for ${of}`;
  switch (about) {
    case 'value':
    case 'exists':
      return `${subject}: expected ${expected}, got ${got}`;
    case 'presumed':
      return `${subject}: expected to be presumed ${expected}, got ${got}`;
    case 'dependsOn':
      return `${subject}: expected to depend on the reading of ${expected}, got ${got}`;
    default:
      throw new Error(`unknown mismatch ${String(about satisfies never)}`);
  }
}
