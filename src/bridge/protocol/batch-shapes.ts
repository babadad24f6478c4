import { type Static, Type } from "typebox";
import { BATCH_STATES, BATCH_TARGETS } from "../../cards/batch/print-batch.ts";
import { ROW_TROUBLES } from "../../cards/batch/row-trouble.ts";
import { BACKS, PAPERS, type Paper } from "../../cards/sheets/sheet-layout.ts";
import { DesignName } from "./design-shapes.ts";
import { MEMBER_SOURCES } from "./member-shapes.ts";
import { DeviceId, Instant, MemberNo, nullable, Uuid } from "./shapes.ts";

const Count = Type.Integer({ minimum: 0 });
const Name = Type.String({ maxLength: 255, description: "Empty while the member cannot be read." });
const Text = Type.String({ maxLength: 500, description: "In the session's language." });
const Code = Type.String({ maxLength: 60, description: "An error code." });
export const LayoutName = Type.String({
  pattern: "^[a-z0-9-]{1,40}$",
  description: "One of batch.choices' layouts.",
});

export const ListView = Type.Object({
  rows: Type.Integer({ minimum: 0, description: "Below the heading." }),
  column: nullable(Type.Integer({ minimum: 0, description: "With the member numbers, from 0." })),
  columns: Type.Array(
    Type.Object({
      index: Count,
      heading: Type.String({ maxLength: 300 }),
      samples: Type.Array(Type.String({ maxLength: 300 }), { maxItems: 3 }),
    }),
    { maxItems: 100 },
  ),
});

export const RowView = Type.Object({
  row: Type.Integer({ minimum: 1, description: "As a spreadsheet program counts them." }),
  text: Type.String({ maxLength: 300 }),
  name: nullable(Name),
  trouble: nullable(Type.Enum(ROW_TROUBLES)),
  suggestion: nullable(MemberNo),
  firstRow: nullable(Type.Integer({ minimum: 1 })),
  printedAt: nullable(Instant),
});
export type RowView = Static<typeof RowView>;

export const PlanView = Type.Object({
  plan: Uuid,
  rows: Count,
  ready: Type.Integer({ minimum: 0, description: "Rows that give a card." }),
  withoutPhoto: Type.Integer({ minimum: 0, description: "Of those that are ready." }),
  troubles: Type.Array(Type.Object({ trouble: Type.Enum(ROW_TROUBLES), rows: Count }), {
    maxItems: ROW_TROUBLES.length,
  }),
  bad: Type.Array(RowView, { maxItems: 300, description: "The first ones; batch.report has all." }),
  source: Type.Enum(MEMBER_SOURCES),
});
export type PlanView = Static<typeof PlanView>;

export const SheetSetupShape = Type.Object(
  {
    layout: LayoutName,
    backs: Type.Enum(BACKS),
    startCell: Type.Integer({ minimum: 0, maximum: 100, description: "The first free cell, from 0." }),
  },
  { additionalProperties: false },
);

export const BatchSummary = Type.Object({
  batch: Uuid,
  target: Type.Enum(BATCH_TARGETS),
  design: nullable(DesignName),
  device: nullable(DeviceId),
  state: Type.Enum(BATCH_STATES),
  count: Count,
  printed: Count,
  skipped: Count,
  placed: Type.Integer({ minimum: 0, description: "On sheets that nobody has looked at." }),
  openedAt: Instant,
  updatedAt: Instant,
});
export type BatchSummary = Static<typeof BatchSummary>;

const ItemNote = Type.Object({ item: Count, name: Name, code: Code, text: Text });

export const BatchView = Type.Object({
  ...BatchSummary.properties,
  frontOnly: Type.Boolean({ description: "Somebody has said that backs may stay blank." }),
  stopped: nullable(
    Type.Object(
      { code: Code, text: Text, item: nullable(Count), name: nullable(Name) },
      { description: "Why it stands still; null when a person paused it." },
    ),
  ),
  asked: Type.Array(ItemNote, {
    maxItems: 10,
    description:
      "Cards whose printer cannot say whether they came out. Each is settled before anything else prints.",
  }),
  leftOut: Type.Array(ItemNote, {
    maxItems: 100,
    description: "Skipped, the first ones; batch.report has all.",
  }),
  sheets: nullable(
    Type.Object({
      ...SheetSetupShape.properties,
      isTray: Type.Boolean(),
      columns: Type.Integer({ minimum: 1 }),
      perSheet: Type.Integer({ minimum: 1 }),
      total: Type.Integer({ minimum: 0, description: "As it looks now." }),
      made: Count,
      unproved: Type.Array(
        Type.Object({
          sheet: Type.Integer({ minimum: 1 }),
          cards: Type.Array(Type.Object({ cell: Count, item: Count, name: Name }), { maxItems: 100 }),
        }),
        { maxItems: 20 },
      ),
    }),
  ),
  cardMs: nullable(Type.Integer({ minimum: 0, description: "What one card took lately." })),
  leftMs: nullable(Type.Integer({ minimum: 0, description: "Until all are printed, at that pace." })),
});
export type BatchView = Static<typeof BatchView>;

const Mm = (most: number) => Type.Number({ minimum: -most, maximum: most });

export const CalibrationView = Type.Object({
  device: DeviceId,
  medium: Type.String({ maxLength: 40, description: "A paper, or a tray's layout." }),
  measuredAt: Instant,
  offsetXMm: Mm(10),
  offsetYMm: Mm(10),
  scaleX: Type.Number({ minimum: 0.9, maximum: 1.1 }),
  scaleY: Type.Number({ minimum: 0.9, maximum: 1.1 }),
  backOffsetXMm: Mm(50),
  backOffsetYMm: Mm(50),
  slots: Type.Array(Type.Object({ xMm: Mm(300), yMm: Mm(300) }), { maxItems: 10 }),
});
export type CalibrationView = Static<typeof CalibrationView>;

export const ChoicesView = Type.Object({
  types: Type.Array(Type.Object({ memberType: Type.String({ maxLength: 50 }), members: Count }), {
    maxItems: 200,
    description: "Member types in the local copy; empty while it is not complete.",
  }),
  hasCopy: Type.Boolean({ description: "False: only files and typed numbers." }),
  waiting: Count,
  layouts: Type.Array(
    Type.Object({
      layout: LayoutName,
      paper: Type.Enum(Object.keys(PAPERS) as Paper[]),
      medium: Type.String({ maxLength: 40, description: "What calibrations are kept by." }),
      columns: Type.Integer({ minimum: 1 }),
      rows: Type.Integer({ minimum: 1 }),
      isTray: Type.Boolean(),
      backs: Type.Array(Type.Enum(BACKS), { maxItems: BACKS.length, description: "What fits on it." }),
    }),
    { maxItems: 40 },
  ),
  calibrations: Type.Array(CalibrationView, { maxItems: 100 }),
});
export type ChoicesView = Static<typeof ChoicesView>;
