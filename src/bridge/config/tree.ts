/** A table of titian.toml, or of a schema. */
export type Tree = Record<string, unknown>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Empty for whatever is no table. */
export const treeIn = (value: unknown): Tree => (isTree(value) ? value : {});
