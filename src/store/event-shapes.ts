import { Type } from "typebox";

/** Shapes that the events of several parts share. A member appears only as memberId and memberKey. */

export const Uuid = Type.String({ pattern: "^[0-9a-f-]{36}$" });
export const Instant = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z$" });
/** A day in the library's own calendar. */
export const Day = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$" });
export const MemberId = Type.String({ maxLength: 30 });
export const MemberKey = Type.String({ pattern: "^[0-9a-f]{64}$" });
export const DeviceName = Type.String({ maxLength: 40 });
export const Reason = Type.String({ maxLength: 200 });
export const Code = Type.String({ maxLength: 60 });
export const Nothing = Type.Object({}, { additionalProperties: false });

export const record = <const P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

export const Nullable = <const S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()]);
