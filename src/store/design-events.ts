import { Type } from "typebox";

const record = <const P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });
const Name = Type.String({ pattern: "^[a-z0-9-]{1,60}$" });
const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });
const Version = Type.Integer({ minimum: 1, maximum: 100_000 });

/** A library's own card designs. The design itself is a file beside the log, named by its content. */
export const DESIGN_EVENTS = {
  "design.saved": record({
    version: Version,
    sha256: Sha256,
    title: Type.String({ maxLength: 60 }),
  }),
  /** One of Titian's own, before the first card is accepted with this version of it. */
  "design.kept": record({ version: Version, sha256: Sha256 }),
  "design.approved": record({ version: Version }),
  "design.withdrawn": record({}),
  /** Which card gets which design: the first rule of which all is true, else the default. */
  "design.chosen": record({
    default: Name,
    rules: Type.Array(
      record({
        memberTypes: Type.Optional(
          Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { minItems: 1, maxItems: 20 }),
        ),
        minor: Type.Optional(Type.Boolean()),
        photo: Type.Optional(Type.Boolean()),
        design: Name,
      }),
      { maxItems: 50 },
    ),
  }),
} as const;
