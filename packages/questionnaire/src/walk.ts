/** A case being walked through: what is asked about, and what was answered. Everything else is worked out from it. */
import type { Asked } from '@proviso/interview';

/** An answer, with on whose word it is given. */
export interface Told extends Asked {
  readonly who?: string;
  readonly why?: string;
}

/** A case so far. */
export interface Walk {
  readonly goals: readonly string[];
  readonly asOf: string;
  /** In the order in which it was told. */
  readonly told: readonly Told[];
}

/** Where someone is. */
export type Page =
  | { readonly kind: 'start' }
  /** `change`: the answer that is given anew, by its place in `told`; without, the next question. */
  | { readonly kind: 'question'; readonly change?: number }
  | { readonly kind: 'answers' }
  | { readonly kind: 'result' };

/** Everything that a page is drawn from. */
export interface View {
  readonly page: Page;
  readonly walk?: Walk;
  /** What is to be said before anything else. */
  readonly notice?: string;
}
