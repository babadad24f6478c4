import { type Static, Type } from "typebox";
import { Instant, nullable, Operator } from "./basic-shapes.ts";
import { command, Empty, params, QUICK } from "./command.ts";
import { MemberNo } from "./shapes.ts";

/** Every backup's list of files is read and written again, ms. */
const ERASE = 60_000;
const Count = Type.Integer({ minimum: 0 });
const DeskTitle = Type.String({ maxLength: 80 });
const Words = Type.String({ maxLength: 400 });

const OtherDesks = Type.Array(DeskTitle, {
  maxItems: 100,
  description: "Other desks, which obey as soon as they hear of it.",
});

/** Rows of the page at most; the oldest wishes are left out. */
export const MOST_ERASURES = 200;

const PastErasure = Type.Object({
  key: Type.String({
    pattern: "^[0-9a-f]{12}$",
    description: "The beginning of the member's pseudonym: `titian privacy erasures` says the same.",
  }),
  at: Instant,
  desk: Type.String({ maxLength: 80, description: "Where it was asked for." }),
  by: nullable(Operator),
  desks: Type.Array(
    Type.Object({
      title: DeskTitle,
      doneAt: nullable(Instant),
    }),
    { maxItems: 100, description: "Every desk of the library, this one first, and when it had obeyed." },
  ),
});
export type PastErasure = Static<typeof PastErasure>;

const ErasureForecast = Type.Object({
  isUnderWay: Type.Boolean({ description: "A service of theirs is: it is ended or cancelled first." }),
  files: Type.Integer({ minimum: 0, description: "Of this desk's vault." }),
  places: Type.Integer({
    minimum: 0,
    description: "Backups and records put aside that are looked through for the same files.",
  }),
  mirrored: Type.Integer({ minimum: 0, description: "Rows of the copy of members." }),
  kept: Type.Integer({ minimum: 0, description: "Services and prints that stay in the log." }),
  desks: OtherDesks,
});
export type ErasureForecast = Static<typeof ErasureForecast>;

/** What is kept of people, and one member's wish to be forgotten. */
export const PRIVACY_COMMANDS = {
  "privacy.get": command({
    since: 1,
    summary:
      "What this desk, as configured, keeps of people, where, how long, and what erases it, in the session's language; and who asked to be forgotten, newest first.",
    params: Empty,
    result: Type.Object({
      record: Type.Array(Type.Object({ data: Words, where: Words, kept: Words, erasedBy: Words }), {
        maxItems: 40,
      }),
      isAlone: Type.Boolean({ description: "Shares its log with no other desk: each is told by itself." }),
      erasures: Type.Array(PastErasure, { maxItems: MOST_ERASURES }),
    }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "member.foreseeErasure": command({
    since: 1,
    summary: "What member.erase would take from this desk, and what would stay. Changes nothing.",
    params: params({ memberNo: MemberNo }),
    result: ErasureForecast,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "member.erase": command({
    since: 1,
    summary:
      "A member asks to be forgotten: erases their photos, signatures and copied data at this desk, and has the library's other desks do the same. Times and figures stay, by pseudonym.",
    params: params({ memberNo: MemberNo }),
    result: Type.Object({
      files: Count,
      copies: Count,
      mirrored: Count,
      kept: Type.Integer({ minimum: 0, description: "Services and prints that stay in the log." }),
      desks: OtherDesks,
    }),
    deadlineMs: ERASE,
    consoleOnly: true,
  }),
} as const;
