/** The format of a log of reviews; raised when its shape changes. */
export const REVIEW_FORMAT = 1;
