import { type Static, Type } from "typebox";
import { HEALTH_LEVELS } from "../../devices/health.ts";
import { DEVICE_KINDS } from "../../devices/kinds.ts";
import { PRINTER_ACTIONS } from "../../devices/printer-actions.ts";
import { PURPOSE_NAMES, type Purpose } from "../../devices/purposes.ts";
import { SUPPLY_KINDS } from "../../devices/supply-kinds.ts";
import { DeviceId, Instant, nullable } from "./basic-shapes.ts";

/** A device as pages see it: how it is, what is left in it, what it asks. */

export const HealthView = Type.Object({
  level: Type.Enum(HEALTH_LEVELS),
  reasons: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }),
  since: Instant,
});
export type HealthView = Static<typeof HealthView>;

export const PurposeName = Type.Enum(PURPOSE_NAMES as Purpose[], {
  description: "What a desk uses a device for.",
});

export const SupplyView = Type.Object({
  kind: Type.Enum(SUPPLY_KINDS),
  name: Type.String({ maxLength: 60 }),
  left: nullable(Type.Integer({ minimum: 0, description: "Whole cards or sheets." })),
  percent: nullable(Type.Integer({ minimum: 0, maximum: 100 })),
  isLow: Type.Boolean(),
});
export type SupplyView = Static<typeof SupplyView>;

export const PrinterEvent = Type.String({
  minLength: 1,
  maxLength: 60,
  description: "The printer's own word for what happened.",
});

/** A printer stopped in the middle of a card and waits for a person. */
export const QuestionView = Type.Object({
  event: PrinterEvent,
  actions: Type.Array(Type.Enum(PRINTER_ACTIONS), {
    maxItems: PRINTER_ACTIONS.length,
    description: "What it would take for an answer: go on, do it again, give the card up.",
  }),
  since: Instant,
});

export const DeviceView = Type.Object({
  device: DeviceId,
  kind: Type.Enum(DEVICE_KINDS),
  title: nullable(Type.String({ maxLength: 60, description: "As staff call it; null: by what it is." })),
  model: Type.String({ maxLength: 100 }),
  driver: Type.String({ maxLength: 40 }),
  address: nullable(Type.String({ maxLength: 200, description: "Where it is: a port, a network address." })),
  capabilities: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }),
  health: HealthView,
  isEnabled: Type.Boolean({ description: "False: switched off by a technician, asked by nobody." }),
  isWorking: Type.Boolean({ description: "True while it prints or takes a picture." }),
  purposes: Type.Array(PurposeName, { maxItems: 10, description: "What this desk uses it for." }),
  supplies: Type.Array(SupplyView, { maxItems: 10 }),
  wedgePrefix: nullable(
    Type.String({
      maxLength: 10,
      description: "What a keyboard scanner sends before each code; null for every other device.",
    }),
  ),
  lastUsedAt: nullable(Instant),
  question: nullable(QuestionView),
  faults: Type.Array(Type.String({ maxLength: 40 }), {
    maxItems: 30,
    description: "Faults that can be put in; empty for a device that is not simulated.",
  }),
});
export type DeviceView = Static<typeof DeviceView>;
