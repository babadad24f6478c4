/** Of `cases`: still to be served. The partial indices say the same words, or SQLite would not use them. */
export const IS_OPEN = "status NOT IN ('handed-over', 'cancelled', 'not-served')";
