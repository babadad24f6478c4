import { type Static, Type } from "typebox";
import { DRAFT_PROBLEMS } from "../../sla/draft-problem.ts";
import { type DraftStandard, PARTS } from "../../sla/import/imported.ts";
import { CHANGED_FIELDS } from "../../sla/standard-change.ts";
import { FrameId, Instant, nullable } from "./shapes.ts";

export type { DraftProcedure, DraftStandard, DraftStep } from "../../sla/import/imported.ts";
export type { Issue, Requirement, WeeklyHours } from "../../sla/standard.ts";

export const StandardId = Type.String({
  pattern: "^[a-z0-9.-]{1,100}$",
  description: "For example `id.tirtamaya.kartu-anggota`.",
});
export const StandardVersionNo = Type.Integer({ minimum: 1, maximum: 100_000 });
export const Day = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$", description: "`2026-11-24`." });
export const Revision = Type.String({
  pattern: "^[0-9a-f]{64}$",
  description: "Names a draft's file: another one was saved since where it differs.",
});

/** Checked by the handler, whose answer says where it is wrong. */
export const StandardDocument = Type.Unsafe<DraftStandard>(
  Type.Object(
    {},
    {
      description:
        "A standard as far as it is complete: steps without a key, or no promise, only in drafts. `STANDARD_INVALID` names the first mistake in `at`.",
    },
  ),
);

export const StandardVersionView = Type.Object({
  version: StandardVersionNo,
  state: Type.Enum(["draft", "in-force", "not-yet", "past"], {
    description: "`past`: a newer version holds, or its time is over. Old cases still read by it.",
  }),
  effectiveFrom: nullable(Day),
  effectiveTo: nullable(Day),
  savedAt: nullable(Instant),
  overtakenBy: nullable(
    Type.String({
      maxLength: 80,
      description: "A draft that this desk had published as a version which that desk published first.",
    }),
  ),
});
export type StandardVersionView = Static<typeof StandardVersionView>;

export const StandardSummary = Type.Object({
  id: StandardId,
  title: Type.String({ maxLength: 4_000 }),
  institution: Type.String({ maxLength: 4_000 }),
  source: Type.Enum(["preset", "library"], { description: "`preset`: came with Titian, as published." }),
  isDefault: Type.Boolean({ description: "The one a new case starts under." }),
  isWithdrawn: Type.Boolean({ description: "No case is opened under it; old cases still read." }),
  versions: Type.Array(StandardVersionView, { maxItems: 200, description: "Newest first." }),
  publishedText: nullable(Type.String({ maxLength: 4_000, description: "Of the newest version." })),
  openIssues: Type.Integer({ minimum: 0, description: "Of the newest version." }),
  isReadable: Type.Boolean({ description: "False: the newest version's file is gone or was changed." }),
});
export type StandardSummary = Static<typeof StandardSummary>;

export const SourceLine = Type.Object({
  line: Type.Integer({ minimum: 1, description: "Counts from 1, blank lines too." }),
  text: Type.String({ maxLength: 40_000 }),
  part: Type.Enum(PARTS, { description: "What the line was taken for." }),
});
export type SourceLine = Static<typeof SourceLine>;

export const DoubtView = Type.Object({
  code: Type.String({ maxLength: 60 }),
  line: nullable(Type.Integer({ minimum: 1 })),
});
export type DoubtView = Static<typeof DoubtView>;

export const ProblemView = Type.Object({
  code: Type.Enum(DRAFT_PROBLEMS),
  at: Type.String({ maxLength: 200, description: "JSON pointer into the document." }),
});
export type ProblemView = Static<typeof ProblemView>;

const Problems = Type.Array(ProblemView, {
  maxItems: 1_000,
  description: "What it lacks before a case can be opened under it.",
});

/** The text that a standard was read from, and what became of it. */
const READ_FROM = {
  lines: Type.Array(SourceLine, { maxItems: 400, description: "Empty where there was no text." }),
  doubts: Type.Array(DoubtView, { maxItems: 2_000, description: "Everything that a person has to decide." }),
};

export const ImportedStandard = Type.Object({ standard: StandardDocument, ...READ_FROM, problems: Problems });
export type ImportedStandard = Static<typeof ImportedStandard>;

export const StandardDetails = Type.Object({
  summary: StandardSummary,
  version: StandardVersionView,
  standard: StandardDocument,
  revision: nullable(Revision),
  ...READ_FROM,
  problems: Problems,
});
export type StandardDetails = Static<typeof StandardDetails>;

export const ChangeView = Type.Object({
  field: Type.Enum(CHANGED_FIELDS),
  of: nullable(Type.String({ maxLength: 4_000 })),
  before: nullable(Type.String({ maxLength: 100_000 })),
  after: nullable(Type.String({ maxLength: 100_000 })),
});
export type ChangeView = Static<typeof ChangeView>;

export const SourceFrame = Type.String({
  ...FrameId,
  description: "The bytes of a text or HTML page, at most 40,000 characters in 400 lines.",
});
