/** A table of titian.toml, or of a schema. */
export type Tree = Record<string, unknown>;

/** Empty for whatever is no table. */
export const treeIn = (value: unknown): Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Tree) : {};
