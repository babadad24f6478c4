import { type Static, Type } from "typebox";
import { ORIENTATIONS } from "./geometry.ts";

/** Everything that a template may show. The number is shown as `printedNumber` writes it. */
export const BINDINGS = [
  "libraryName",
  "locationName",
  "institution",
  "libraryAddress",
  "libraryPhone",
  "libraryWebsite",
  "openingHours",
  "terms",
  "standardTitle",
  "promise",
  "fullName",
  "memberType",
  "validUntil",
  "registeredOn",
  "printedOn",
  "memberNo",
] as const;

/** Barcodes that a member number is written in. Code 39 is for scanners that an old desk cannot set anew. */
export const SYMBOLOGIES = ["code128", "code39"] as const;
export type Symbology = (typeof SYMBOLOGIES)[number];

/** An error correction level of ISO/IEC 18004: how much of the symbol may be spoilt and still be read. */
const QR_LEVELS = ["M", "Q", "H"] as const;

/** Where an edge is punched for a clip, 14 × 3 mm in the middle of it, 3 to 5 mm from the edge: nothing may stand there. */
export const SLOTS = ["none", "long-edge", "short-edge"] as const;

const layer = <const P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

const Mm = Type.Number({ minimum: -3, maximum: 100, description: "Millimetres from the card's corner." });
const Length = Type.Number({ exclusiveMinimum: 0, maximum: 100, description: "Millimetres." });
const Colour = Type.String({ pattern: "^#[0-9a-f]{6}$" });
const Binding = Type.Enum(BINDINGS);
const Area = layer({ x: Mm, y: Mm, width: Length, height: Length });

/** All of it must be true for the layer to be drawn. Left out: always. */
const When = Type.Optional(
  layer({
    has: Type.Optional(Type.Enum(BINDINGS, { description: "This has a value." })),
    hasNot: Type.Optional(Type.Enum(BINDINGS, { description: "This has none." })),
    photo: Type.Optional(Type.Boolean({ description: "There is a photo, or there is none." })),
    memberTypes: Type.Optional(
      Type.Array(Type.String({ maxLength: 50 }), {
        minItems: 1,
        maxItems: 20,
        description: "The member's type is one of these, upper and lower case alike.",
      }),
    ),
    minor: Type.Optional(Type.Boolean({ description: "The member is under 17, or is not." })),
  }),
);
export type When = Static<typeof When>;

const Rect = layer({
  kind: Type.Literal("rect"),
  when: When,
  box: Area,
  fill: Colour,
  radius: Type.Optional(Length),
});

const Shape = layer({
  kind: Type.Literal("shape"),
  when: When,
  path: Type.String({ maxLength: 4_000, description: "SVG path data in millimetres, or in `scale`d units." }),
  at: Type.Optional(layer({ x: Mm, y: Mm, scale: Type.Number({ exclusiveMinimum: 0, maximum: 10 }) })),
  fill: Type.Optional(Colour),
  stroke: Type.Optional(layer({ colour: Colour, width: Length })),
});

const Picture = layer({
  kind: Type.Literal("image"),
  when: When,
  asset: Type.String({
    pattern: "^[a-z0-9-]{1,40}$",
    description: "Name of a picture that comes with the template.",
  }),
  box: Area,
  fit: Type.Enum(["cover", "contain"], {
    description: "Fill the box and lose the edges, or show all with room beside. Never stretched.",
  }),
  radius: Type.Optional(Length),
});

const Text = layer({
  kind: Type.Literal("text"),
  when: When,
  content: Type.Array(Type.Union([Type.String({ maxLength: 200 }), layer({ bind: Binding })]), {
    minItems: 1,
    maxItems: 10,
    description: "Words and values; those with a value are joined by a middle dot.",
  }),
  box: Area,
  align: Type.Enum(["left", "center", "right"]),
  weight: Type.Enum([400, 700]),
  colour: Colour,
  size: Type.Number({ minimum: 1, maximum: 12, description: "Height of the em in millimetres." }),
  minSize: Type.Number({
    minimum: 1,
    maximum: 12,
    description: "The text is not set smaller than this, unless it would otherwise be cut.",
  }),
  maxLines: Type.Integer({ minimum: 1, maximum: 12 }),
  tracking: Type.Optional(Type.Number({ minimum: -0.05, maximum: 0.3, description: "Share of the em." })),
});

const Photo = layer({ kind: Type.Literal("photo"), when: When, box: Area, radius: Type.Optional(Length) });

const Barcode = layer({
  kind: Type.Literal("barcode"),
  when: When,
  symbology: Type.Optional(Type.Enum(SYMBOLOGIES, { description: "Code 128 where it is not said." })),
  box: Area,
  radius: Type.Optional(Length),
  barsTop: Type.Number({ minimum: 0, maximum: 20, description: "Millimetres from the white box's top." }),
  barsHeight: Type.Number({ minimum: 8, maximum: 30, description: "Millimetres; under 8 scanners miss." }),
});

const Qr = layer({
  kind: Type.Literal("qr"),
  when: When,
  box: Area,
  radius: Type.Optional(Length),
  level: Type.Optional(Type.Enum(QR_LEVELS, { description: "M where it is not said." })),
});

const Side = layer({
  layers: Type.Array(Type.Union([Rect, Shape, Picture, Text, Photo, Barcode, Qr]), { maxItems: 60 }),
});

/** A card in millimetres, one side or two. Layers are painted in their order; nothing here knows a pixel. */
export const TemplateSchema = layer({
  name: Type.String({ pattern: "^[a-z0-9-]{1,60}$" }),
  title: Type.String({ minLength: 1, maxLength: 60 }),
  version: Type.Integer({
    minimum: 1,
    maximum: 100_000,
    description: "Grows with every change: a printed card says which one made it.",
  }),
  orientation: Type.Enum(ORIENTATIONS),
  slot: Type.Enum(SLOTS),
  front: Side,
  back: Type.Optional(Side),
});

export type Template = Static<typeof TemplateSchema>;
export type Side = Template["front"];
export type Layer = Side["layers"][number];
export type LayerOf<K extends Layer["kind"]> = Extract<Layer, { readonly kind: K }>;
export type TextLayer = LayerOf<"text">;
export type BarcodeLayer = LayerOf<"barcode">;
export type BindingName = (typeof BINDINGS)[number];

/** Both sides' layers, or the one side's. */
export const layersOf = ({ front, back }: Template): readonly Layer[] => [
  ...front.layers,
  ...(back?.layers ?? []),
];

/** Whether a card of this template needs the member's photo. One that knows what to show instead does not. */
export function needsPhoto(template: Template): boolean {
  return layersOf(template).some((one) => one.kind === "photo" && one.when?.photo !== true);
}
