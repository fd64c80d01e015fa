/** Where the facts of a case come from: no evaluator reads it, and no answer depends on it. */

/** By the path of a fact in the case: `message.channel`, `letters[0].receivedOn`, `otherwise.directMarketing`. */
export type Provenance = Readonly<Record<string, Attribution>>;

/** On whose word one fact is given. Texts are as the people concerned wrote them. */
export interface Attribution {
  /** Who said so, or whose judgement it is. */
  readonly who?: string;
  /** ISO date on which it was said or judged. */
  readonly when?: string;
  /** Why: for a judgement, what was weighed and how. */
  readonly why?: string;
  /** What shows it: documents, records, addresses. */
  readonly evidence?: readonly string[];
}
