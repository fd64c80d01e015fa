/** The shape of a log of reviews. */
import type { Shape } from '@proviso/compiler/plan';
import { hex, isoDay, signatureShape } from '../record-shape.ts';
import { REVIEW_FORMAT } from './review-format.ts';

const text: Shape = { kind: 'string' };

/** An entry of a log. */
export const entryShape: Shape = {
  kind: 'object',
  required: {
    statement: text,
    decision: { kind: 'words', of: ['approved', 'changesWanted', 'comment'] },
    on: isoDay,
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
