import { type Static, Type } from "typebox";

/** Everything that a template may show. The number is shown as `printedNumber` writes it. */
export const BINDINGS = [
  "libraryName",
  "locationName",
  "fullName",
  "memberType",
  "validUntil",
  "memberNo",
] as const;

const layer = <const P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

const Mm = Type.Number({ minimum: -3, maximum: 100, description: "Millimetres from the card's corner." });
const Length = Type.Number({ exclusiveMinimum: 0, maximum: 100, description: "Millimetres." });
const Colour = Type.String({ pattern: "^#[0-9a-f]{6}$" });
const Binding = Type.Enum(BINDINGS);
const OnlyWith = Type.Optional(Type.Enum(BINDINGS, { description: "Left out when this has no value." }));
const Area = layer({ x: Mm, y: Mm, width: Length, height: Length });

const Rect = layer({
  kind: Type.Literal("rect"),
  box: Area,
  fill: Colour,
  radius: Type.Optional(Length),
});

const Shape = layer({
  kind: Type.Literal("shape"),
  path: Type.String({ maxLength: 4_000, description: "SVG path data in millimetres, or in `scale`d units." }),
  at: Type.Optional(layer({ x: Mm, y: Mm, scale: Type.Number({ exclusiveMinimum: 0, maximum: 10 }) })),
  fill: Type.Optional(Colour),
  stroke: Type.Optional(layer({ colour: Colour, width: Length })),
});

const Text = layer({
  kind: Type.Literal("text"),
  content: Type.Array(Type.Union([Type.String({ maxLength: 200 }), layer({ bind: Binding })]), {
    minItems: 1,
    description: "Words and values; those with a value are joined by a middle dot.",
  }),
  onlyWith: OnlyWith,
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
  maxLines: Type.Integer({ minimum: 1, maximum: 4 }),
  tracking: Type.Optional(Type.Number({ minimum: -0.05, maximum: 0.3, description: "Share of the em." })),
});

const Photo = layer({ kind: Type.Literal("photo"), box: Area, radius: Type.Optional(Length) });

const Barcode = layer({
  kind: Type.Literal("barcode"),
  box: Area,
  radius: Type.Optional(Length),
  barsTop: Type.Number({ minimum: 0, maximum: 20, description: "Millimetres from the white box's top." }),
  barsHeight: Type.Number({ minimum: 8, maximum: 30, description: "Millimetres; under 8 scanners miss." }),
});

/** One side of a card in millimetres. Layers are painted in this order; nothing here knows a pixel. */
export const TemplateSchema = layer({
  name: Type.String({ pattern: "^[a-z0-9-]{1,60}$" }),
  title: Type.String({ maxLength: 60 }),
  layers: Type.Array(Type.Union([Rect, Shape, Text, Photo, Barcode]), { maxItems: 60 }),
});

export type Template = Static<typeof TemplateSchema>;
export type Layer = Template["layers"][number];
export type LayerOf<K extends Layer["kind"]> = Extract<Layer, { readonly kind: K }>;
export type TextLayer = LayerOf<"text">;
export type BindingName = (typeof BINDINGS)[number];

/** Whether a card of this template needs the member's photo. */
export function needsPhoto(template: Template): boolean {
  return template.layers.some((layer) => layer.kind === "photo");
}
