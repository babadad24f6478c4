import { type Static, Type } from "typebox";
import { BACKGROUND_RESULTS, BACKGROUNDS, LOOK_LIMITS } from "../../cards/photo-look.ts";
import { command, OneCase, params, READ } from "./command.ts";
import { CaseView, FrameId, MemberNo, nullable, Uuid } from "./shapes.ts";

/** Cutting a photo of fifty megapixels on a slow PC. */
const DRAWING = 20_000;

/** Reading the member, and two tries at the database where its answer was lost. */
const WRITING = 30_000;

const Crop = params({
  x: Type.Number({ minimum: 0, maximum: 1, description: "Left edge, as a share of the width." }),
  y: Type.Number({ minimum: 0, maximum: 1, description: "Top edge, as a share of the height." }),
  width: Type.Number({ minimum: 0.02, maximum: 1, description: "As a share of the picture's width." }),
  height: Type.Number({
    minimum: 0.02,
    maximum: 1,
    description: "As a share of the picture's height.",
  }),
});

const Look = params({
  quarterTurns: Type.Integer({
    minimum: 0,
    maximum: 3,
    description: "Clockwise. The window is one on the turned picture.",
  }),
  rollDegrees: Type.Number({
    minimum: -LOOK_LIMITS.rollDegrees,
    maximum: LOOK_LIMITS.rollDegrees,
    description: "Clockwise, about the middle of the window.",
  }),
  brightness: Type.Number({
    minimum: LOOK_LIMITS.brightness.low,
    maximum: LOOK_LIMITS.brightness.high,
    description: "A factor, as the CSS filter of that name takes it; 1 changes nothing.",
  }),
  contrast: Type.Number({
    minimum: LOOK_LIMITS.contrast.low,
    maximum: LOOK_LIMITS.contrast.high,
    description: "A factor, applied after brightness; 1 changes nothing.",
  }),
  background: nullable(
    Type.Enum(BACKGROUNDS, { description: "Instead of a plain wall. Null leaves the wall." }),
  ),
});
export type PhotoLook = Static<typeof Look>;

const Copy = Type.Enum(["card", "inlislite"], {
  description:
    "`card` is 3:4 and at most 900 x 1200, `inlislite` 4:5 and at most 800 x 1000; neither is enlarged.",
});

/** Photos: for a case, for the card, and for INLISLite. */
export const PHOTO_COMMANDS = {
  "photo.keep": command({
    since: 1,
    summary:
      "Crop a photo to 3:4, keep it for the case and end the photo step. The frame was captured here or sent by the page. Its original is kept too, encrypted, until the library's rule deletes it.",
    params: params({
      case: Uuid,
      photo: FrameId,
      source: Type.Enum(["camera", "browser", "folder", "file"]),
      crop: Crop,
      look: Type.Optional(Look),
    }),
    result: CaseView,
    deadlineMs: DRAWING,
  }),
  "photo.get": command({
    since: 1,
    summary: "The case's photo as it will be on the card, or as INLISLite should get it, as a JPEG frame.",
    params: params({ case: Uuid, copy: Type.Optional(Copy) }),
    result: Type.Object({ photo: FrameId }),
    deadlineMs: DRAWING,
  }),
  "photo.original": command({
    since: 1,
    summary:
      "The picture that the case's photo was made of, upright, and how it was made: to undo any of it.",
    params: OneCase,
    result: Type.Object({ photo: FrameId, crop: Crop, look: Look }),
    deadlineMs: READ,
  }),
  "photo.edit": command({
    since: 1,
    summary: "Make the case's photo anew of the original that is kept.",
    params: params({ case: Uuid, crop: Crop, look: Look }),
    result: CaseView,
    deadlineMs: DRAWING,
  }),
  "photo.prepare": command({
    since: 1,
    summary:
      "A photo cut and put right, without metadata, as a JPEG frame that later requests can name. No case is needed.",
    params: params({
      photo: FrameId,
      crop: Crop,
      look: Type.Optional(Look),
      copy: Type.Optional(Type.Enum(["card", "inlislite"], { description: "`inlislite` when left out." })),
    }),
    result: Type.Object({
      photo: FrameId,
      background: Type.Enum(BACKGROUND_RESULTS, {
        description: "`not-plain` and `too-alike` say why the wall was left as it is.",
      }),
      widthPx: Type.Integer(),
      heightPx: Type.Integer(),
      sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    }),
    deadlineMs: DRAWING,
  }),
  "photo.delivered": command({
    since: 1,
    summary:
      "INLISLite's own page has taken the photo: read back from the database whether it is there, and note it in the case.",
    params: params({
      case: nullable(Uuid),
      memberId: Type.String({ maxLength: 30 }),
      memberNo: MemberNo,
      before: nullable(
        Type.String({ maxLength: 255, description: "The member's photo name before; null for none." }),
      ),
    }),
    result: Type.Object({
      confirmed: Type.Boolean({ description: "The member's row names a photo that it did not name before." }),
      photoName: nullable(Type.String({ maxLength: 255, description: "As the row says now." })),
    }),
    deadlineMs: READ,
  }),
  "photo.write": command({
    since: 1,
    summary:
      "Store the case's photo straight in INLISLite, where the library has turned that on. File and row are read back; the case says how it went.",
    params: OneCase,
    result: CaseView,
    deadlineMs: WRITING,
  }),
} as const;
