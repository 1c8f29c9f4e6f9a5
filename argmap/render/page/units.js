// The unit of the look.

/** One point, in pixels of a style sheet. */
export const PT = 4 / 3;
