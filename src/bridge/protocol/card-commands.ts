import { Type } from "typebox";
import { command, OneCase, params, QUICK, READ } from "./command.ts";
import { CaseView, DeviceId, FrameId, MemberView, PrintJobView, ReprintReason, Uuid } from "./shapes.ts";

/** Photo, card, print job and scan. */
export const CARD_COMMANDS = {
  "photo.keep": command({
    since: 1,
    summary:
      "Crop a photo to 3:4, keep it for the case and end the photo step. The frame was captured here or sent by the page.",
    params: params({
      case: Uuid,
      photo: FrameId,
      source: Type.Enum(["camera", "browser", "folder", "file"]),
      crop: params({
        x: Type.Number({ minimum: 0, maximum: 1, description: "Left edge, as a share of the width." }),
        y: Type.Number({ minimum: 0, maximum: 1, description: "Top edge, as a share of the height." }),
        width: Type.Number({ minimum: 0.02, maximum: 1, description: "As a share of the picture's width." }),
        height: Type.Number({
          minimum: 0.02,
          maximum: 1,
          description: "As a share of the picture's height.",
        }),
      }),
    }),
    result: CaseView,
    deadlineMs: 20_000,
  }),
  "photo.get": command({
    since: 1,
    summary: "The case's photo as it will be on the card, as a JPEG frame.",
    params: OneCase,
    result: Type.Object({ photo: FrameId }),
    deadlineMs: READ,
  }),
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
    }),
    result: Type.Object({ job: PrintJobView, isNew: Type.Boolean() }),
    deadlineMs: READ,
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
      members: Type.Array(MemberView, { maxItems: 20 }),
    }),
    deadlineMs: READ,
  }),
} as const;
