import type { TSchema } from "typebox";
import { ConfigSchema } from "./schema.ts";

/** One value that a variable or a flag can set: `server.port`. Lists are only in the file. */
export interface Setting {
  readonly path: readonly string[];
  readonly type: "string" | "number" | "boolean";
}

interface Described {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, TSchema>>;
}

function settingsOf(schema: TSchema, path: readonly string[]): readonly Setting[] {
  const { type, properties } = schema as Described;
  if (properties)
    return Object.entries(properties).flatMap(([name, inner]) => settingsOf(inner, [...path, name]));
  if (type === "array" || type === "object") return [];
  const kind = type === "integer" || type === "number" ? "number" : type === "boolean" ? "boolean" : "string";
  return [{ path, type: kind }];
}

export const SETTINGS: readonly Setting[] = settingsOf(ConfigSchema, []);

/** `inlislite.passwordFile` is TITIAN_INLISLITE_PASSWORD_FILE. */
export const variableOf = ({ path }: Setting): string =>
  `TITIAN_${path.map((part) => part.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()).join("_")}`;

/** Text from outside becomes what the schema wants; what cannot stays text, and the schema says what is wrong with it. */
export function readSetting({ type }: Setting, text: string): unknown {
  if (type === "number" && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}
