/** Lists of texts deep in a JSON object that belongs to somebody else: everything beside them stays as it is. */
export type JsonObject = { readonly [name: string]: unknown };

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Undefined where there is no such list. */
export function listAt(
  root: JsonObject,
  [name = "", ...rest]: readonly string[],
): readonly unknown[] | undefined {
  const value = root[name];
  if (rest.length > 0) return isJsonObject(value) ? listAt(value, rest) : undefined;
  return Array.isArray(value) ? value : undefined;
}

/** An empty list is left out, and so are the objects that nothing else is in. */
export function withList(
  root: JsonObject,
  [name = "", ...rest]: readonly string[],
  list: readonly unknown[],
): JsonObject {
  const { [name]: old, ...others } = root;
  if (rest.length === 0) return list.length === 0 ? others : { ...root, [name]: list };
  const inner = withList(isJsonObject(old) ? old : {}, rest, list);
  return Object.keys(inner).length === 0 ? others : { ...root, [name]: inner };
}
