/** The shape of a log of reviews. */
import type { Shape } from '@proviso/compiler/plan';
import { signatureShape } from '../record-shape.ts';
import { REVIEW_FORMAT } from './review-format.ts';

const text: Shape = { kind: 'string' };
const hex: Shape = { kind: 'string', pattern: '^[0-9a-f]{64}$', describe: '64 hexadecimal digits' };
/** An entry of a log. */
export const entryShape: Shape = {
  kind: 'object',
  required: {
    statement: text,
    decision: { kind: 'words', of: ['approved', 'changesWanted', 'comment'] },
    on: { kind: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', describe: 'a date such as 2026-02-05' },
    version: text,
    digests: { kind: 'object', required: { meaning: hex, text: hex } },
    previous: hex,
  },
  optional: { comment: text, signature: signatureShape },
};
/** A log. */
export const logShape: Shape = {
  kind: 'object',
  required: {
    format: { kind: 'words', of: [REVIEW_FORMAT] },
    reviewer: text,
    entries: { kind: 'list', of: entryShape },
  },
};
