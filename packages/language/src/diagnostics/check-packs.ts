import type { DiagnosticTable } from './define.ts';
import { define, defineWith, fact, packOf, policy } from './samples.ts';
import { circle } from './words.ts';

/** What the messages of `packTable` speak of. */
export interface PackParams {
  'missing-pack': Record<string, never>;
  'pack-not-in-entry': { readonly entry: string };
  'pack-incomplete': { readonly clause: string };
  'not-semver': { readonly version: string };
  'empty-interval': { readonly from: string; readonly ceasing: string };
  'missing-status': { readonly name: string; readonly statuses: readonly string[] };
  'unknown-word': {
    readonly word: string;
    readonly clause: string;
    readonly words: readonly string[];
    readonly suggestion: string | null;
  };
  'source-follows-itself': { readonly path: readonly string[] };
  'missing-citation': { readonly what: string };
  'long-anchor': { readonly words: number; readonly most: number };
  'empty-anchor': Record<string, never>;
  'empty-text': Record<string, never>;
  'covers-twice': { readonly id: string };
}

/** Codes of a pack's own declaration, its sources and its citations. */
export const packTable: DiagnosticTable<PackParams> = {
  'missing-pack': {
    severity: 'error',
    message: () => 'the entry file does not declare its pack',
    help: 'begin it with `pack name { title "…" version "0.1.0" period from 2020-01-01 }`',
    explanation:
      'The entry file of a pack says what the pack is called, its version, and the dates that it covers.',
    bad: 'bearer carrier "the carrier"\n',
    good: packOf(),
  },
  'pack-not-in-entry': {
    severity: 'error',
    message: ({ entry }) => `the pack is declared in an imported file; it belongs into \`${entry}\``,
    help: 'move the declaration into the entry file, or begin with this file',
    explanation: 'The file with which the tools begin is the one that says what the pack is.',
    bad: { files: { 'main.policy': 'import "pack.policy"\n', 'pack.policy': packOf() } },
    good: { files: { 'pack.policy': packOf('import "more.policy"\n'), 'more.policy': '// the rules\n' } },
  },
  'pack-incomplete': {
    severity: 'error',
    message: ({ clause }) => `the pack has no \`${clause}\``,
    help: ({ clause }) =>
      clause === 'period'
        ? 'add `period from DATE`, with `ceasing DATE` where the pack ends'
        : `add \`${clause} "${clause === 'version' ? '0.1.0' : '…'}"\``,
    explanation:
      'A pack has a title for people, a version for those who depend on it, and a period: a governing date outside the period is refused, never guessed about.',
    bad: 'pack demo {\n  title "A demonstration"\n  version "1.0.0"\n}\n',
    good: packOf(),
  },
  'not-semver': {
    severity: 'error',
    message: ({ version }) => `\`${version}\` is not a version of the form 1.2.3`,
    help: 'raise the first number where answers change, the second where questions are added, the third for the rest',
    explanation:
      'Packs are versioned by Semantic Versioning, so that those who depend on one can see what an update may change.',
    bad: 'pack demo {\n  title "A demonstration"\n  version "1.0"\n  period from 2020-01-01\n}\n',
    good: packOf(),
  },
  'empty-interval': {
    severity: 'error',
    message: ({ from, ceasing }) => `there is no day from ${from} and before ${ceasing}`,
    help: '`ceasing` is the first day on which it no longer holds, so it is later than `from`',
    explanation:
      'An interval of dates begins on its `from` and has ended on its `ceasing`. Clauses of a section count for its members, so one of the two dates may stand there.',
    bad: 'pack demo {\n  title "A demonstration"\n  version "1.0.0"\n  period from 2020-01-01 ceasing 2019-01-01\n}\n',
    good: 'pack demo {\n  title "A demonstration"\n  version "1.0.0"\n  period from 2020-01-01 ceasing 2021-01-01\n}\n',
  },
  'missing-status': {
    severity: 'error',
    message: ({ name }) => `the source \`${name}\` does not say what it is`,
    help: ({ statuses }) => `add \`status\` and one of ${statuses.join(', ')}`,
    explanation:
      'A reader of an explanation must be able to tell a statute from a draft, so every source says which it is.',
    bad: packOf('source act "The Parcels Act"\n', define('sendable', 'yes')),
    good: policy(define('sendable', 'yes')),
  },
  'unknown-word': {
    severity: 'error',
    message: ({ word, clause, suggestion }) =>
      `\`${word}\` is not a ${clause} of a source${suggestion === null ? '' : `; did you mean \`${suggestion}\`?`}`,
    help: ({ words }) => `it is one of ${words.join(', ')}`,
    explanation:
      'The status and the basis of a source are words with a fixed meaning, because explanations show them.',
    bad: packOf('source act "The Parcels Act" { status statue }\n', define('sendable', 'yes')),
    good: policy(define('sendable', 'yes')),
  },
  'source-follows-itself': {
    severity: 'error',
    message: ({ path }) => `this source succeeds itself: ${circle(path)}`,
    explanation:
      '`succeeds` names the source that this one took the place of; that one is older, and so on back.',
    bad: packOf(
      'source act "The Parcels Act" { status statute succeeds code }\nsource code "The Parcels Code" { status statute succeeds act }\n',
    ),
    good: packOf(
      'source act "The Parcels Act" { status statute }\nsource code "The Parcels Code" { status statute succeeds act }\n',
      define('sendable', 'yes').replace('act', 'code'),
    ),
  },
  'missing-citation': {
    severity: 'error',
    message: ({ what }) => `${what} says where it stands in a source`,
    help: 'add `cite SOURCE PINPOINT "some of its words"`',
    explanation:
      'A reviewer must be able to say of every rule which paragraph it is. So every definition (itself, or each of its limbs), rule, exception, invariant, ambiguity and assumption carries a citation.',
    bad: policy(
      fact('weighed'),
      fact('small'),
      define('sendable', 'small'),
      define('ready', 'weighed').replace('  cite  act s.1\n', ''),
    ),
    good: policy(fact('weighed'), fact('small'), define('sendable', 'small'), define('ready', 'weighed')),
  },
  'long-anchor': {
    severity: 'error',
    message: ({ words, most }) => `an anchor has at most ${most} words, and this one has ${words}`,
    help: 'keep the words by which the place is found',
    explanation:
      'An anchor is a handful of words that occur at the cited place, so that a reader finds it and a tool can check it. It is no quotation: the source speaks for itself.',
    bad: policy(
      fact('weighed'),
      define('sendable', 'weighed').replace(
        's.1',
        's.1 "a parcel may be sent only when it has been weighed"',
      ),
    ),
    good: policy(
      fact('weighed'),
      define('sendable', 'weighed').replace('s.1', 's.1 "only when it has been weighed"'),
    ),
  },
  'empty-anchor': {
    severity: 'error',
    message: () => 'this anchor has no words',
    help: 'give some words that occur at the cited place, or leave the anchor out',
    explanation: 'An anchor is a handful of words that occur at the cited place.',
    bad: policy(fact('weighed'), define('sendable', 'weighed').replace('s.1', 's.1 ""')),
    good: policy(fact('weighed'), define('sendable', 'weighed')),
  },
  'empty-text': {
    severity: 'error',
    message: () => 'this text says nothing',
    help: 'write what a reader is to be told here',
    explanation:
      'Titles, questions, phrases and reasons are shown to people: on the page of a decision, in an interview, in a list of what was accepted and why. One without a word is a mistake, or hides that there is no reason.',
    bad: packOf(fact('weighed'), 'accept unused-fact on weighed because " "\n'),
    good: packOf(fact('weighed'), 'accept unused-fact on weighed because "kept for the statistics"\n'),
  },
  'covers-twice': {
    severity: 'warning',
    message: ({ id }) => `\`${id}\` is named twice`,
    explanation: '`covers` lists the statements of the source that a rule encodes, each once.',
    bad: policy(fact('weighed'), defineWith('sendable', 'means weighed', 'covers DM-1, DM-1')),
    good: policy(fact('weighed'), defineWith('sendable', 'means weighed', 'covers DM-1, DM-2')),
  },
};
