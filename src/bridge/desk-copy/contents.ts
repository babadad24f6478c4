import { type Static, Type } from "typebox";
import { PURPOSE_NAMES } from "../../devices/purposes.ts";
import { OPERATOR_ROLES } from "../../kernel/operator-role.ts";
import { CALENDAR_EVENTS } from "../../store/calendar-events.ts";
import { COMPLAINT_EVENTS } from "../../store/complaint-events.ts";
import { DESIGN_EVENTS } from "../../store/design-events.ts";
import { Day, Nullable, record } from "../../store/event-shapes.ts";
import { OperatorName } from "../protocol/operator-shapes.ts";

const Id = Type.String({ pattern: "^[a-z0-9-]{1,40}$" });
const Name = Type.String({ pattern: "^[a-z0-9-]{1,60}$" });
const StandardId = Type.String({ minLength: 1, maxLength: 100 });
const Version = Type.Integer({ minimum: 1, maximum: 100_000 });
export const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });
const Title = Type.String({ minLength: 1, maxLength: 300 });

const Device = record({
  id: Id,
  driver: Type.String({ minLength: 1, maxLength: 40 }),
  /** It came with titian.toml, under this id; else it was adopted at the console. */
  isConfigured: Type.Boolean(),
  /** Its options without what tells one piece from another of the same model. */
  model: Type.Record(
    Type.String({ maxLength: 60 }),
    Type.Union([Type.String({ maxLength: 1000 }), Type.Number(), Type.Boolean()]),
  ),
  /** As staff call it; null: by what it is. */
  title: Nullable(Type.String({ minLength: 1, maxLength: 80 })),
  isOn: Type.Boolean(),
  purposes: Type.Array(Type.Enum(PURPOSE_NAMES), { maxItems: PURPOSE_NAMES.length }),
});

/** What a desk has decided beside its titian.toml. Nobody's data: operators and passwords only where they were asked for. */
export const Contents = record({
  designs: Type.Array(record({ name: Name, version: Version, title: Title, sha256: Sha256 }), {
    maxItems: 200,
  }),
  choices: Nullable(DESIGN_EVENTS["design.chosen"]),
  standards: Type.Array(
    record({
      ...{ id: StandardId, version: Version, title: Title, sha256: Sha256 },
      ...{ effectiveFrom: Day, effectiveTo: Nullable(Day) },
    }),
    { maxItems: 1_000 },
  ),
  withdrawn: Type.Array(StandardId, { maxItems: 200 }),
  calendar: Nullable(CALENDAR_EVENTS["calendar.changed"]),
  judging: Nullable(CALENDAR_EVENTS["calendar.judgingChanged"]),
  complaintLimit: Nullable(COMPLAINT_EVENTS["complaints.limitSet"]),
  devices: Type.Array(Device, { maxItems: 100 }),
  /** Settings that name a file with a password, and what is in it; null: not asked for, or not there. */
  passwords: Type.Array(
    record({
      section: Type.String({ pattern: "^[a-zA-Z]{1,40}$" }),
      password: Nullable(Type.String({ maxLength: 1000 })),
    }),
    { maxItems: 20 },
  ),
  operators: Type.Array(
    record({
      name: OperatorName,
      role: Type.Enum(OPERATOR_ROLES),
      pinHash: Type.String({ pattern: "^\\$argon2id\\$[A-Za-z0-9+/=,$]{20,400}$" }),
    }),
    { maxItems: 200 },
  ),
});
export type Contents = Static<typeof Contents>;
export type CopiedDevice = Contents["devices"][number];

/** One desk, for the next one. */
export interface DeskCopy {
  readonly about: {
    /** The Titian that wrote it. */
    readonly titian: string;
    readonly at: Date;
    readonly desk: { readonly id: string; readonly title: string };
  };
  /** titian.toml, without what is this desk's own. */
  readonly settings: string;
  readonly contents: Contents;
  /** Designs and standards, by the SHA-256 of what is in them. */
  readonly documents: ReadonlyMap<string, Uint8Array>;
}
