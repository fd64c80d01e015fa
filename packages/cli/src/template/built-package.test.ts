import { expect, test } from 'vitest';
import { manifestLicence } from './built-package.ts';

test.each([
  ['Apache-2.0', 'Apache-2.0'],
  ['CC0-1.0', 'CC0-1.0'],
  ['MIT', 'MIT'],
  ['GPL-2.0+', 'GPL-2.0+'],
  ['Apache-2.0; quotations under another licence', 'SEE LICENSE IN README.md'],
  ['All rights reserved', 'SEE LICENSE IN README.md'],
  ['', 'SEE LICENSE IN README.md'],
])('the licence %j is %j in the manifest', (licence, told) => {
  expect(manifestLicence(licence)).toBe(told);
});
