import { Type } from "typebox";
import { CHANNELS } from "../../sla/case-event.ts";
import { command, OneCase, params, QUICK, READ } from "./command.ts";
import { VoidedView } from "./handover-shapes.ts";
import { FrontOnly, IgnoreSupplies } from "./print-wishes.ts";
import {
  CaseKind,
  CaseView,
  DeviceId,
  FrameId,
  MemberNo,
  MemberView,
  nullable,
  PrintJobView,
  ReprintReason,
  Uuid,
} from "./shapes.ts";

/** Card, print job and scan. */
export const CARD_COMMANDS = {
  "card.preview": command({
    since: 1,
    summary: "The card as it would be printed now, as a PNG frame.",
    params: OneCase,
    result: Type.Object({ card: FrameId }),
    deadlineMs: 20_000,
  }),
  "card.print": command({
    since: 1,
    summary: "Queue one card. Answers with the job at once; the rest arrives as job.changed events.",
    params: params({
      requestKey: Type.String({ ...Uuid, description: "The same key never prints twice." }),
      case: Uuid,
      printer: DeviceId,
      reprintReason: Type.Optional(ReprintReason),
      frontOnly: Type.Optional(FrontOnly),
      ignoreSupplies: Type.Optional(IgnoreSupplies),
    }),
    result: Type.Object({ job: PrintJobView, isNew: Type.Boolean() }),
    deadlineMs: READ,
  }),
  "card.queue": command({
    since: 1,
    summary:
      "One gesture at a member: open the case, or take it where it stands, end every step before the print, and print. Refused before anything is written where the card may not be made.",
    params: params({
      requestKey: Type.String({ ...Uuid, description: "The same key never prints twice." }),
      memberId: Type.String({ maxLength: 30 }),
      memberNo: MemberNo,
      kind: CaseKind,
      channel: Type.Optional(
        Type.Enum(CHANNELS, { description: "Of a case that has to be opened; `in-person` when left out." }),
      ),
      photo: Type.Union([FrameId, Type.Null()], {
        description: "The member's photo, cut to 3:4 about its middle. Null: the one that the case has.",
      }),
      printer: Type.Union([DeviceId, Type.Null()], { description: "Null: the desk's card printer." }),
      frontOnly: Type.Optional(FrontOnly),
      ignoreSupplies: Type.Optional(IgnoreSupplies),
    }),
    result: Type.Object({ case: CaseView, job: PrintJobView, isNew: Type.Boolean() }),
    deadlineMs: 20_000,
  }),
  "job.confirm": command({
    since: 1,
    summary: "The operator holds the card in the hand and vouches for it, where scanning is not possible.",
    params: params({ job: Uuid }),
    result: PrintJobView,
    deadlineMs: QUICK,
  }),
  "job.reject": command({
    since: 1,
    summary: "No card came out, or the one that did is spoiled.",
    params: params({ job: Uuid, reason: ReprintReason }),
    result: PrintJobView,
    deadlineMs: QUICK,
  }),
  "scan.submit": command({
    since: 1,
    summary: "A scan the page itself has read (keyboard wedge). It takes the same road as a scanner's.",
    params: params({
      text: Type.String({
        minLength: 1,
        maxLength: 200,
        description: "Without the prefix; an AIM identifier before the code is left out of it.",
      }),
      device: Type.Optional(
        Type.String({
          ...DeviceId,
          description:
            "The keyboard scanner it came from; left out: the only one of this desk, if there is one.",
        }),
      ),
    }),
    result: Type.Object({
      effect: Type.Enum(["confirmed", "case-opened", "member-found", "not-this-card", "unknown"]),
      case: Type.Union([Uuid, Type.Null()]),
      job: Type.Union([Uuid, Type.Null()], {
        description: "The print whose card this is, once it has been proved.",
      }),
      members: Type.Array(MemberView, { maxItems: 20 }),
      voided: nullable(VoidedView),
    }),
    deadlineMs: READ,
  }),
} as const;
