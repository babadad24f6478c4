import { Type } from "typebox";

/** The smallest shapes, for files that shapes.ts itself reads. */
export const Uuid = Type.String({
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
});
export const Instant = Type.String({ maxLength: 30, description: "ISO 8601 in UTC." });
export const Operator = Type.String({
  pattern: "^[A-Za-z0-9À-ɏ .,'’()-]{1,40}$",
  description: "Whoever does it, as they call themselves.",
});
export const nullable = <const S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()]);

export const DeviceId = Type.String({
  pattern: "^[a-z0-9-]{1,40}$",
  description: "As configured, e.g. `desk-1-camera`.",
});
