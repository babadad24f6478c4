/** What can be printed all the same once a person has said so. */
export type Anyway = "frontOnly" | "ignoreSupplies";

const AFTER: Readonly<Record<string, Anyway>> = {
  PRINTER_ONE_SIDED: "frontOnly",
  CARDS_NONE_LEFT: "ignoreSupplies",
  CARDS_TOO_FEW: "ignoreSupplies",
};

/** Undefined where a refusal is not for a person to overrule. */
export const anywayAfter = (code: string | undefined): Anyway | undefined =>
  code === undefined ? undefined : AFTER[code];
