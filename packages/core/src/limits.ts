/** Longest text of one contribution, in UTF-16 units. The guide that a widget shows is shorter. */
export const LONGEST_TEXT = 5_000;

/** Longest name of a value, a rubric or a table, in UTF-16 units. */
export const LONGEST_NAME = 120;
