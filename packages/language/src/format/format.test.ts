import { expect, test } from 'vitest';
import { formatText } from './format.ts';

const formatted = (text: string): string | undefined => formatText(text, 'pack.policy').value;

test.each([
  [
    'between a source and its pinpoint',
    'define x { say "x {is|is not} so" means a cite act // c\n s.1 }',
    'define x {\n  say "x {is|is not} so"\n  means a cite act s.1\n  // c\n}\n',
  ],
  [
    'before the anchor',
    'define x { say "x {is|is not} so" means a cite act // c\n s.1 "w" }',
    'define x {\n  say "x {is|is not} so"\n  // c\n  means a cite act s.1 "w"\n}\n',
  ],
  ['before a title', 'goal g // c\n "t" { x }', 'goal g "t" { x } // c\n'],
])('a comment %s stays a comment, and its line', (_, text, expected) => {
  const once = formatted(text);
  expect(once).toBe(expected);
  expect(formatted(once ?? '')).toBe(once);
});
