import { Type } from "typebox";
import { Operator } from "./basic-shapes.ts";
import { command, Empty, OneCase, params, QUICK, READ } from "./command.ts";
import { CategoryKey } from "./intake-shapes.ts";
import { CaseKind, CaseView, Channel, Instant, MemberNo, PauseReason, StepKey, Uuid } from "./shapes.ts";

/** One person's service, from ticket to hand-over. */
export const CASE_COMMANDS = {
  "case.open": command({
    since: 1,
    summary: "Start a case for a member under a standard. The clock starts here.",
    params: params({
      member: Type.Union([
        Type.Object(
          { memberId: Type.String({ maxLength: 30 }), memberNo: MemberNo },
          { additionalProperties: false },
        ),
        Type.Null(),
      ]),
      kind: CaseKind,
      channel: Channel,
      standard: Type.String({ maxLength: 100 }),
      ticket: Type.Optional(
        Type.Union([Uuid, Type.Null()], {
          description:
            "The called number whose service begins; null: nobody's. Left out, whoever this desk has called, unless it is asked for online.",
        }),
      ),
      category: Type.Optional(CategoryKey),
    }),
    result: CaseView,
    deadlineMs: READ,
  }),
  "case.get": command({
    since: 1,
    summary: "One case.",
    params: OneCase,
    result: CaseView,
    deadlineMs: READ,
  }),
  "case.linkMember": command({
    since: 1,
    summary: "Name the member of a case that was opened before INLISLite knew one.",
    params: params({ case: Uuid, memberId: Type.String({ maxLength: 30 }), memberNo: MemberNo }),
    result: CaseView,
    deadlineMs: READ,
  }),
  "case.completeStep": command({
    since: 1,
    summary:
      "The step that is running is done, or was not needed. Steps with a command of their own end by that command.",
    params: params({
      case: Uuid,
      step: StepKey,
      result: Type.Enum(["done", "not-needed"]),
      revised: Type.Optional(
        Type.Boolean({ description: "At `verify`: the data was put right in INLISLite before it was good." }),
      ),
      documents: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 })),
    }),
    result: CaseView,
    deadlineMs: QUICK,
  }),
  "case.formSaved": command({
    since: 1,
    summary:
      "INLISLite's form was saved: intake and data entry are done, as far as nothing else comes before them. Repeating it changes nothing.",
    params: OneCase,
    result: CaseView,
    deadlineMs: QUICK,
  }),
  "case.pause": command({
    since: 1,
    summary: "The clock of the net time stands, with a reason.",
    params: params({ case: Uuid, reason: PauseReason }),
    result: CaseView,
    deadlineMs: QUICK,
  }),
  "case.resume": command({
    since: 1,
    summary: "The clock runs again.",
    params: OneCase,
    result: CaseView,
    deadlineMs: QUICK,
  }),
  "case.cancel": command({
    since: 1,
    summary: "Give the case up, with a reason.",
    params: params({ case: Uuid, reason: Type.String({ minLength: 1, maxLength: 200 }) }),
    result: CaseView,
    deadlineMs: QUICK,
  }),
  "case.correctStep": command({
    since: 1,
    summary: "Correct when a step began and ended. The correction is itself an event, with who and why.",
    params: params({
      case: Uuid,
      step: StepKey,
      startedAt: Instant,
      endedAt: Instant,
      reason: Type.String({ minLength: 3, maxLength: 200 }),
      operator: Type.Optional(Operator),
    }),
    result: CaseView,
    deadlineMs: QUICK,
  }),
  "case.printReceipt": command({
    since: 1,
    summary: "Print the receipt for the hand-over. The same key prints once, until Titian starts again.",
    params: params({ case: Uuid, requestKey: Uuid }),
    result: Empty,
    deadlineMs: 20_000,
  }),
} as const;
