/** What the interpreter holds of a reason. */
import type { Day } from '@proviso/runtime';
import type { Field, Mark } from '../6-plan/plan.ts';
import type { Instance } from './locate.ts';
import type { Value, ValueType } from './values.ts';

/** A reason as the interpreter holds it: `Reason` of the assessment, with values not yet rendered. */
export type Why =
  | {
      readonly kind: 'fact';
      readonly path: string;
      readonly field: Field;
      readonly value: Value;
      readonly type: ValueType;
      /** Which member of a set. */
      readonly member?: string;
      /** Not given, and presumed in this run. */
      readonly presumed: boolean;
    }
  | { readonly kind: 'list'; readonly path: string; readonly complete: boolean; readonly length: number }
  | {
      readonly kind: 'definition';
      readonly id: string;
      readonly of?: Instance;
      readonly value: Value;
      readonly type: ValueType;
    }
  | {
      readonly kind: 'step';
      readonly mark: Mark;
      readonly value: Value;
      readonly type: ValueType;
      readonly because: readonly Why[];
    }
  | {
      readonly kind: 'element';
      readonly path: string;
      readonly value: Value;
      readonly type: ValueType;
      readonly because: readonly Why[];
    }
  | {
      readonly kind: 'law';
      /** The statement whose law it is. */
      readonly statement: string;
      readonly value: Value;
      readonly on: Day | undefined;
      readonly from: number | null;
      readonly ceasing: number | null;
      /** Not in force, nor is another version: run L leaves it open. */
      readonly silent: boolean;
      readonly because: readonly Why[];
    }
  | { readonly kind: 'asOf'; readonly value: Day }
  | {
      readonly kind: 'ambiguity';
      readonly ambiguity: string;
      /** Undefined in the run W. */
      readonly reading: string | undefined;
    };
