import type { DiagnosticTable } from './define.ts';
import { act, carrier, define, fact, packOf, policy, record } from './samples.ts';

/** What the messages of `findingTable` speak of. */
export interface FindingParams {
  'unused-fact': { readonly name: string };
  'unused-record': { readonly name: string };
  'unused-enum': { readonly name: string };
  'unused-bearer': { readonly name: string };
  'unused-ambiguity': { readonly name: string };
  'unused-source': { readonly name: string };
  'unknown-finding': { readonly code: string; readonly suggestion: string | null };
  'accept-of-error': { readonly code: string };
  'accept-unused': { readonly code: string };
}

const keepOrAccept = (finding: string): string =>
  `remove it, or say why it stays: \`accept ${finding} on NAME because "…"\``;
const sendable = define('sendable', 'weighed');
const scales =
  'ambiguity scales "D-1" {\n  reading gross "with the wrapping" default\n  reading net "without it"\n  cite act s.4\n}\n';

/** Codes of what is there and does nothing, and of `accept`. */
export const findingTable: DiagnosticTable<FindingParams> = {
  'unused-fact': {
    severity: 'warning',
    message: ({ name }) => `\`${name}\` is asked for, and no answer depends on it`,
    help: keepOrAccept('unused-fact'),
    explanation:
      'Nothing in the pack looks at this fact: no definition, rule, constraint or governing date, and no judgement considers it. So it would be asked of people for nothing.',
    bad: policy(fact('weighed'), fact('stamped'), sendable),
    good: policy(
      fact('weighed'),
      fact('stamped'),
      sendable,
      'accept unused-fact on stamped because "kept for the record"\n',
    ),
  },
  'unused-record': {
    severity: 'warning',
    message: ({ name }) => `there is no \`${name}\` in any case`,
    help: 'declare a fact of it: `fact name: Record`, or `fact names: list of Record`; or remove it',
    explanation: 'A record is only a type. Until some fact has that type, none of its fields can be given.',
    bad: policy(fact('weighed'), record('Parcel', 'fragile'), sendable),
    good: policy(
      fact('weighed'),
      record('Parcel', 'fragile'),
      'fact parcel: Parcel\n',
      define('sendable', 'weighed and (not parcel.fragile)'),
    ),
  },
  'unused-enum': {
    severity: 'warning',
    message: ({ name }) => `nothing is of the type \`${name}\``,
    help: keepOrAccept('unused-enum'),
    explanation: 'No fact and no definition has this enum as its type, so its members cannot be said.',
    bad: policy(fact('weighed'), 'enum Size { small, large }\n', sendable),
    good: policy(fact('weighed'), sendable),
  },
  'unused-bearer': {
    severity: 'warning',
    message: ({ name }) => `no rule binds \`${name}\``,
    help: keepOrAccept('unused-bearer'),
    explanation: 'A bearer is declared to be named by rules.',
    bad: policy(carrier, fact('weighed'), sendable),
    good: policy(fact('weighed'), sendable),
  },
  'unused-ambiguity': {
    severity: 'warning',
    message: ({ name }) => `nothing depends on how \`${name}\` is read`,
    help: 'choose by it: `by reading NAME { … }`; or accept the finding with a reason',
    explanation:
      'An ambiguity is declared so that answers can be seen to depend on it. One that no `by reading` uses changes nothing, and no answer will mention it.',
    bad: policy(fact('weighed'), scales, sendable),
    good: policy(
      fact('weighed'),
      scales,
      define('sendable', 'by reading scales {\n    gross: weighed\n    net:   no\n  }'),
    ),
  },
  'unused-source': {
    severity: 'warning',
    message: ({ name }) => `nothing cites \`${name}\``,
    help: keepOrAccept('unused-source'),
    explanation:
      'A source is declared to be cited, or to say that it `succeeds` one that ceases: results tell what took its place.',
    bad: packOf(act, 'source code "The Parcels Code" { status guidance }\n', fact('weighed'), sendable),
    good: policy(fact('weighed'), sendable),
  },
  'unknown-finding': {
    severity: 'error',
    message: ({ code, suggestion }) =>
      `there is no finding \`${code}\`${suggestion === null ? '' : `; did you mean \`${suggestion}\`?`}`,
    help: 'copy the code of the warning',
    explanation: '`accept` names the code of a warning, as the tools print it.',
    bad: policy(
      fact('weighed'),
      fact('stamped'),
      sendable,
      define('ready', 'stamped'),
      'accept unused-facts on stamped because "kept for the record"\n',
    ),
    good: policy(
      fact('weighed'),
      fact('stamped'),
      sendable,
      'accept unused-fact on stamped because "kept for the record"\n',
    ),
  },
  'accept-of-error': {
    severity: 'error',
    message: ({ code }) => `\`${code}\` is an error, which cannot be accepted`,
    explanation: 'Only warnings can be accepted: a pack with an error has no meaning that could be computed.',
    bad: policy(fact('weighed'), sendable, 'accept unknown-name because "it will come"\n'),
    good: policy(fact('weighed'), sendable),
  },
  'accept-unused': {
    severity: 'warning',
    message: ({ code }) => `there is no \`${code}\` here to accept`,
    help: 'remove the `accept`: what it was for has gone',
    explanation:
      'An `accept` that silences nothing hides from its readers that the finding is gone, and would hide it if it came back.',
    bad: policy(fact('weighed'), sendable, 'accept unused-fact on weighed because "kept for the record"\n'),
    good: policy(fact('weighed'), sendable),
  },
};
