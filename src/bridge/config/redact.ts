import type { TSchema } from "typebox";

export const REDACTED = "(not shown)";

interface Described {
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
  readonly "x-secret"?: boolean;
}

/** A copy for a log or a diagnosis, without what the schema marks `x-secret`. What no schema describes is not shown. */
export function redact(schema: TSchema, value: unknown): unknown {
  const { properties, items, "x-secret": isSecret } = schema as Described;
  if (value === undefined) return undefined;
  if (isSecret) return REDACTED;
  if (Array.isArray(value)) return value.map((one) => (items ? redact(items, one) : REDACTED));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const described = properties?.[name];
      return [name, described ? redact(described, inner) : REDACTED];
    }),
  );
}
