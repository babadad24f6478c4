import type { TSchema } from "typebox";

const SET = "(set)";

/** Words of ours, whatever a technician typed elsewhere. */
const SHOWN: ReadonlySet<string> = new Set([
  ...["desk.id", "library.timeZone", "library.standard", "cards.template", "cards.printer", "backup.at"],
  ...["devices.id", "devices.driver"],
]);

interface Described {
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
}

/** Which settings there are, with numbers, switches and choices; of everything typed freely only that it is set. */
export function toldConfig(schema: TSchema, value: unknown, at = ""): unknown {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const { enum: choices, properties, items } = schema as Described;
  if (typeof value === "string")
    return choices?.includes(value) || SHOWN.has(at) ? value : value === "" ? "" : SET;
  if (Array.isArray(value)) return value.map((one) => (items ? toldConfig(items, one, at) : SET));
  if (typeof value !== "object" || value === null) return undefined;
  if (!properties) return SET;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const described = properties?.[name];
      return [name, described ? toldConfig(described, inner, at === "" ? name : `${at}.${name}`) : SET];
    }),
  );
}
