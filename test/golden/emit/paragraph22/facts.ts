/* Generated from the plan c5f4ee24ab2deb006b13131c2ce96e39998e4ba2749a9892eb936ed0b2d81259 of golden.paragraph22 1.0.0. Do not edit. */

/**
 * Facts for: Paragraph 22
 *
 * What is left out, or `null`, is not known. An array is a complete list or set; `{ atLeast: […] }` is a list that may
 * have more members, and an object says of single members of a set whether they are in it.
 */
export interface Facts {
  readonly organisation?: Organisation | null;
  readonly processing?: Processing | null;
  readonly letters?:
    | readonly Letter[]
    | {
        readonly atLeast: readonly Letter[];
      }
    | null;
}

/**
 * the organisation
 */
export interface Organisation {
  /**
   * Is it registered in either of the registers of political parties?
   */
  readonly registeredParty?: boolean | null;
}

/**
 * the processing
 */
export interface Processing {
  /**
   * Does it reveal political opinions?
   */
  readonly politicalOpinions?: boolean | null;
  /**
   * Is it necessary for the organisation's political activities?
   */
  readonly necessary?: boolean | null;
  /**
   * Is it likely to cause substantial damage or distress?
   */
  readonly likelyDamage?: boolean | null;
}

/**
 * the letter
 */
export interface Letter {
  /**
   * When was it received?
   *
   * A date such as `2026-02-05`, or `notYet`.
   */
  readonly receivedOn?: string | null;
  /**
   * When was it answered?
   *
   * A date such as `2026-02-05`, or `notYet`.
   */
  readonly answeredOn?: string | null;
  /**
   * Is it in writing?
   */
  readonly inWriting?: boolean | null;
  /**
   * Does it give a period to stop?
   */
  readonly statesPeriod?: boolean | null;
  /**
   * What period?
   *
   * A duration such as `P1M` or `P14D`.
   */
  readonly period?: string | null;
}
