import { Type } from "typebox";
import { SAMPLES } from "../../cards/design-flaws.ts";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import {
  DesignChoices,
  DesignDetails,
  DesignFinding,
  DesignName,
  DesignsView,
  DesignVersion,
  DesignView,
  DRAFT_OR_NAME,
  Draft,
  PictureName,
  Side,
} from "./design-shapes.ts";
import { LONGEST_DEADLINE_MS } from "./limits.ts";
import { DeviceId, FrameId, MemberNo, nullable, Uuid } from "./shapes.ts";

/** Canvas and fonts on a slow PC, the first time. */
const DRAWING = 20_000;
/** Several cards drawn, read back and measured. */
const MEASURING = 60_000;

const Findings = Type.Array(DesignFinding, { maxItems: 400 });

/** Card designs: what the library's cards look like. All of it is the console's. */
export const DESIGN_COMMANDS = {
  "designs.list": command({
    since: 1,
    summary: "Every design, installed ones first, and which card gets which.",
    params: Empty,
    result: DesignsView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "design.get": command({
    since: 1,
    summary: "One design in whole, without its pictures' bytes. The newest version unless another is named.",
    params: params({ name: DesignName, version: Type.Optional(DesignVersion) }),
    result: DesignDetails,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "design.picture": command({
    since: 1,
    summary: "One of a design's pictures as it was given: a PNG or JPEG frame.",
    params: params({ name: DesignName, version: Type.Optional(DesignVersion), picture: PictureName }),
    result: Type.Object({ picture: FrameId }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "design.save": command({
    since: 1,
    summary:
      "Keep the draft as a new version, not yet approved. Cards go on from the approved one. The same draft saved twice is one version; the template's own version is ignored.",
    params: params({
      draft: Draft,
      expects: Type.Union([DesignVersion, Type.Null()], {
        description:
          "The newest version that the page knows; null for a new design. `DESIGN_CHANGED` where another was saved meanwhile.",
      }),
    }),
    result: DesignView,
    deadlineMs: DRAWING,
    consoleOnly: true,
  }),
  "design.background": command({
    since: 1,
    summary:
      "The library's own card background as INLISLite has it, at its own size: a PNG or JPEG frame. Read from beside `photo.folder`.",
    params: params({ side: Side }),
    result: Type.Object({
      picture: FrameId,
      fileName: Type.String({ maxLength: 255 }),
      widthPx: Type.Integer(),
      heightPx: Type.Integer(),
    }),
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "design.memberTypes": command({
    since: 1,
    summary: "The types of members that INLISLite's own table has, for rules and conditions.",
    params: Empty,
    result: Type.Object({
      types: Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 100 }),
    }),
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "design.preview": command({
    since: 1,
    summary:
      "One side of a card as a PNG frame at 300 dpi, with an invented member's data or a member's own.",
    params: params({
      ...DRAFT_OR_NAME,
      sample: Type.Optional(Type.Enum(SAMPLES, { description: "`short` when left out." })),
      member: Type.Optional(
        Type.Object(
          { memberId: Type.String({ maxLength: 30 }), memberNo: MemberNo },
          {
            additionalProperties: false,
            description: "A member's own data instead; an invented face where the photo is out of reach.",
          },
        ),
      ),
      side: Type.Optional(Side),
    }),
    result: Type.Object({
      card: FrameId,
      widthPx: Type.Integer(),
      heightPx: Type.Integer(),
      originPx: Type.Object({ x: Type.Number(), y: Type.Number() }),
      pxPerMm: Type.Number(),
    }),
    deadlineMs: DRAWING,
    consoleOnly: true,
  }),
  "design.check": command({
    since: 1,
    summary:
      "The print check: the layout, and what is measured on drawn cards. Empty: nothing speaks against it.",
    params: params(DRAFT_OR_NAME),
    result: Type.Object({ findings: Findings }),
    deadlineMs: MEASURING,
    consoleOnly: true,
  }),
  "design.approve": command({
    since: 1,
    summary:
      "Cards are printed from this version from now on. Checked once more: `DESIGN_NOT_PRINTABLE` where a finding refuses it.",
    params: params({ name: DesignName, version: DesignVersion }),
    result: DesignView,
    deadlineMs: MEASURING,
    consoleOnly: true,
  }),
  "design.withdraw": command({
    since: 1,
    summary: "No card is printed from it any more. Refused while it is chosen for cards (`DESIGN_IN_USE`).",
    params: params({ name: DesignName }),
    result: DesignView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "design.choose": command({
    since: 1,
    summary: "Which design a card gets. Every one that is named must be approved.",
    params: params({ choices: DesignChoices }),
    result: DesignsView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "design.import": command({
    since: 1,
    summary:
      "A design file of at most 12 MB, kept as a draft. Where its name is taken it gets a number behind it.",
    params: params({ file: FrameId }),
    result: Type.Object({ design: DesignView, findings: Findings }),
    deadlineMs: MEASURING,
    consoleOnly: true,
  }),
  "design.export": command({
    since: 1,
    summary: "The design with its pictures as one file, a frame of JSON.",
    params: params({ name: DesignName, version: Type.Optional(DesignVersion) }),
    result: Type.Object({ file: FrameId, fileName: Type.String({ maxLength: 100 }) }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "design.printTest": command({
    since: 1,
    summary:
      "Print one card of an invented member, once for each key until Titian starts again. No design need be approved for it. Ends when the printer reports it out.",
    params: params({
      name: DesignName,
      version: Type.Optional(DesignVersion),
      printer: DeviceId,
      side: Type.Optional(nullable(Side)),
      requestKey: Uuid,
    }),
    result: Type.Object({ tookMs: Type.Integer({ minimum: 0 }) }),
    deadlineMs: LONGEST_DEADLINE_MS,
    consoleOnly: true,
  }),
} as const;
