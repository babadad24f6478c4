/** Notes every problem with its path and answers the value unchanged: what reads well is what was written. */
export type Check<T> = (value: unknown, path: string, problems: string[]) => value is T;

/** A cell of a table, or a sentence; a whole page pasted into one field is none. */
export const LONGEST_TEXT = 4_000;
const LONGEST_LIST = 200;

export const text: Check<string> = (value, path, problems): value is string =>
  (typeof value === "string" && value.length <= LONGEST_TEXT) ||
  refuse(problems, path, `must be a text of at most ${LONGEST_TEXT} characters`);

export const flag: Check<boolean> = (value, path, problems): value is boolean =>
  typeof value === "boolean" || refuse(problems, path, "must be true or false");

export const count: Check<number> = (value, path, problems): value is number =>
  (Number.isSafeInteger(value) && Number(value) >= 0) ||
  refuse(problems, path, "must be a whole number >= 0");

export const matching =
  <T extends string>(pattern: RegExp, example: string): Check<T> =>
  (value, path, problems): value is T =>
    (typeof value === "string" && pattern.test(value)) || refuse(problems, path, `must look like ${example}`);

export const oneOf =
  <const T extends string>(list: readonly T[]): Check<T> =>
  (value, path, problems): value is T =>
    list.some((item) => item === value) || refuse(problems, path, `must be one of ${list.join(", ")}`);

export const nullable =
  <T>(check: Check<T>): Check<T | null> =>
  (value, path, problems): value is T | null =>
    value === null || check(value, path, problems);

export const listOf =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (value, path, problems): value is readonly T[] => {
    if (!Array.isArray(value)) return refuse(problems, path, "must be a list");
    if (value.length > LONGEST_LIST) return refuse(problems, path, `must have at most ${LONGEST_LIST} items`);
    return all(value.map((item: unknown, index) => check(item, `${path}/${index}`, problems)));
  };

/** Exactly these fields: a field too many is a spelling mistake in the document's name for it. */
export const record =
  <T extends object>(fields: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> =>
  (value, path, problems): value is T => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return refuse(problems, path, "must be an object");
    const given = new Map(Object.entries(value));
    const strangers = [...given.keys()].filter((key) => !Object.hasOwn(fields, key));
    for (const key of strangers) refuse(problems, `${path}/${key}`, "is not a known field");
    const checks = Object.entries<Check<unknown>>(fields as Record<string, Check<unknown>>);
    const fit = all(checks.map(([key, check]) => check(given.get(key), `${path}/${key}`, problems)));
    return fit && strangers.length === 0;
  };

function refuse(problems: string[], path: string, message: string): false {
  problems.push(`${path || "/"} ${message}`);
  return false;
}

const all = (results: readonly boolean[]): boolean => results.every(Boolean);
