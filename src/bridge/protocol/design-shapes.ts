import { type Static, Type } from "typebox";
import { DESIGN_FLAWS } from "../../cards/design-flaws.ts";
import { ORIENTATIONS } from "../../cards/geometry.ts";
import { type Template, TemplateSchema } from "../../cards/template.ts";
import { params } from "./command.ts";
import { FrameId, Instant, nullable } from "./shapes.ts";

export type { Template } from "../../cards/template.ts";

export const DesignName = Type.String({
  pattern: "^[a-z0-9-]{1,60}$",
  description: "For example `lengkung`.",
});
export const DesignVersion = Type.Integer({ minimum: 1, maximum: 100_000 });
export const PictureName = Type.String({ pattern: "^[a-z0-9-]{1,40}$" });
export const Side = Type.Enum(["front", "back"]);

/** A template as its page has it: checked by the handler, whose answer says where it is wrong. */
const DraftTemplate = Type.Unsafe<Template>(
  Type.Object(
    {},
    { description: "As `design.get` gives it. `DESIGN_INVALID` names the first mistake in `at`." },
  ),
);

/** A design that need not be stored: what is in the designer right now. */
export const Draft = params({
  template: DraftTemplate,
  pictures: Type.Array(params({ name: PictureName, frame: FrameId }), {
    maxItems: 20,
    description: "PNG or JPEG that this design adds or changes.",
  }),
  basedOn: Type.Optional(params({ name: DesignName, version: Type.Optional(DesignVersion) })),
});

export type Draft = Static<typeof Draft>;

/** A design by its name, or what is in the designer. Exactly one of the two. */
export const DRAFT_OR_NAME = {
  draft: Type.Optional(Draft),
  name: Type.Optional(DesignName),
  version: Type.Optional(
    Type.Integer({ ...DesignVersion, description: "Of the named one. Left out: the newest." }),
  ),
};

const DraftOrName = params(DRAFT_OR_NAME);
export type DraftOrName = Static<typeof DraftOrName>;

/** Which design a member's card gets: the first rule of which all is true, else the default. */
export const DesignChoices = params({
  default: DesignName,
  rules: Type.Array(
    params({
      memberTypes: Type.Optional(
        Type.Array(Type.String({ minLength: 1, maxLength: 50 }), {
          minItems: 1,
          maxItems: 20,
          description: "The member's type is one of these, upper and lower case alike.",
        }),
      ),
      minor: Type.Optional(Type.Boolean({ description: "The member is under 17, or is not." })),
      photo: Type.Optional(Type.Boolean({ description: "There is a photo, or there is none." })),
      design: DesignName,
    }),
    { maxItems: 50 },
  ),
});
export type DesignChoices = Static<typeof DesignChoices>;

export const DesignView = Type.Object({
  name: DesignName,
  title: Type.String({ maxLength: 60 }),
  source: Type.Enum(["installed", "library"], {
    description: "Installed ones come with Titian and are read-only: to change one is to copy it.",
  }),
  state: Type.Enum(["approved", "draft", "withdrawn"], { description: "Of the newest version." }),
  version: Type.Integer({ ...DesignVersion, description: "The newest." }),
  approvedVersion: nullable(DesignVersion),
  isApproved: Type.Boolean({
    description: "Cards may be printed: from `approvedVersion`, also while a newer draft is worked on.",
  }),
  overtakenBy: nullable(
    Type.String({
      maxLength: 80,
      description: "The newest version was this desk's own under a number that that desk had used first.",
    }),
  ),
  trouble: nullable(
    Type.Enum(["missing", "damaged"], {
      description:
        "The newest version's file is gone or was changed on the disk. Nothing of it can be shown.",
    }),
  ),
  orientation: Type.Enum(ORIENTATIONS),
  hasBack: Type.Boolean(),
  needsPhoto: Type.Boolean(),
  isDefault: Type.Boolean({ description: "The card of everybody for whom no rule says otherwise." }),
  inRules: Type.Integer({ minimum: 0, maximum: 50, description: "How many rules choose it." }),
  refusals: Type.Integer({ minimum: 0, description: "As far as the layout tells; design.check measures." }),
  warnings: Type.Integer({ minimum: 0 }),
  updatedAt: nullable(Instant),
});
export type DesignView = Static<typeof DesignView>;

export const DesignsView = Type.Object({
  designs: Type.Array(DesignView, { maxItems: 300 }),
  choices: DesignChoices,
});
export type DesignsView = Static<typeof DesignsView>;

export const PictureView = Type.Object({
  name: PictureName,
  bytes: Type.Integer({ minimum: 0 }),
  widthPx: Type.Integer({ minimum: 0 }),
  heightPx: Type.Integer({ minimum: 0 }),
});

const Mm = Type.Number({ description: "Millimetres from the card's upper left corner." });
const Box = Type.Object({ x: Mm, y: Mm, width: Mm, height: Mm });

export const DesignFinding = Type.Object({
  flaw: Type.Enum(DESIGN_FLAWS),
  severity: Type.Enum(["refuse", "warn"], { description: "`refuse` is in the way of approval." }),
  side: Side,
  layer: nullable(Type.Integer({ minimum: 0, maximum: 59, description: "Counts from 0 within its side." })),
  box: nullable(Box),
  measured: nullable(
    Type.Number({ description: "Millimetres of text, contrast as n : 1, pixels at 300 dpi, or modules." }),
  ),
  least: nullable(Type.Number({ description: "What it should be, in the same unit." })),
});
export type DesignFinding = Static<typeof DesignFinding>;

export const DesignDetails = Type.Object({
  design: DesignView,
  template: TemplateSchema,
  pictures: Type.Array(PictureView, { maxItems: 20 }),
  versions: Type.Array(
    Type.Object({ version: DesignVersion, savedAt: nullable(Instant), isApproved: Type.Boolean() }),
    { maxItems: 50, description: "Newest first; older ones than these stay on the disk." },
  ),
});
