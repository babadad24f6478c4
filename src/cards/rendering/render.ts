import { type Canvas, createCanvas, type Image, Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { TitianError } from "../../kernel/errors.ts";
import { type Box, contain, type Surface, toPixels } from "../geometry.ts";
import type { CardContent } from "../print-job.ts";
import { type Drawn, layOut } from "../scene.ts";
import type { LayerOf, Side } from "../template.ts";
import type { Measure } from "../text-fit.ts";
import { type PlacedCode, placeBarcode } from "./barcode.ts";
import { canSpell, fontOf } from "./fonts.ts";
import { drawCovering } from "./photo.ts";
import { placeQr } from "./qr-code.ts";

export interface DrawnSide {
  readonly surface: Surface;
  readonly canvas: Canvas;
  /** Everything but barcodes, which a document carries as shapes: RGBA, row by row. */
  readonly withoutCodes: Uint8ClampedArray;
  readonly codes: readonly PlacedCode[];
}

/** Pictures of one card, decoded once for both sides and all its sheets. */
export interface Pictures {
  readonly photo: Image | undefined;
  readonly assets: ReadonlyMap<string, Image>;
}

/**
 * Paints one side at the surface's own resolution. Throws `PHOTO_MISSING`, `MEMBER_NO_…`, and `NAME_UNPRINTABLE` or
 * `CARD_TEXT_UNPRINTABLE` for words in a script that our fonts do not have.
 */
export function drawSide(
  side: Side,
  content: CardContent,
  { surface, measure, pictures }: { surface: Surface; measure: Measure; pictures: Pictures },
): DrawnSide {
  const { widthPx, heightPx } = surface;
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, widthPx, heightPx);

  const codes: PlacedCode[] = [];
  for (const item of layOut(side, content, measure)) {
    if (item.kind === "line" && !canSpell(item.text)) throw unprintable(content);
    const code = codeOf(item, content, surface);
    if (code) {
      context.fillStyle = "#ffffff";
      context.fill(rounded(code.ground, radiusOf(item, surface)));
      codes.push(code);
    } else {
      paint(context, item, surface, pictures);
    }
  }
  const withoutCodes = context.getImageData(0, 0, widthPx, heightPx).data;

  // Last, so that nothing lies over them; pure black, so that a card printer takes its resin panel.
  context.fillStyle = "#000000";
  for (const { x, y, width, height } of codes.flatMap(({ bars }) => bars)) {
    context.fillRect(x, y, width, height);
  }
  return { surface, canvas, withoutCodes, codes };
}

/** An empty box in place of a letter would be noticed by the member, at home. */
function unprintable({ fullName }: CardContent): TitianError {
  return new TitianError(canSpell(fullName) ? "CARD_TEXT_UNPRINTABLE" : "NAME_UNPRINTABLE");
}

function codeOf(item: Drawn, { memberNo }: CardContent, surface: Surface): PlacedCode | undefined {
  if (item.kind === "barcode") return placeBarcode(memberNo, item, surface);
  return item.kind === "qr" ? placeQr(memberNo, item, surface) : undefined;
}

function paint(context: SKRSContext2D, item: Drawn, surface: Surface, { photo, assets }: Pictures): void {
  context.save();
  if (item.kind === "rect") {
    context.fillStyle = item.fill;
    context.fill(rounded(toPixels(item.box, surface), radiusOf(item, surface)));
  } else if (item.kind === "shape") {
    drawShape(context, item, surface);
  } else if (item.kind === "line") {
    const { originPx, pxPerMm } = surface;
    const px = item.size * pxPerMm;
    context.font = fontOf(item.weight, px);
    context.letterSpacing = `${item.tracking * px}px`;
    context.fillStyle = item.colour;
    context.fillText(item.text, originPx.x + item.x * pxPerMm, originPx.y + item.baseline * pxPerMm);
  } else if (item.kind === "photo") {
    if (!photo) throw new TitianError("PHOTO_MISSING");
    drawPicture(context, photo, item, surface, "cover");
  } else if (item.kind === "image") {
    // A background that the library has not given yet: the card is drawn without it.
    const picture = assets.get(item.asset);
    if (picture) drawPicture(context, picture, item, surface, item.fit);
  }
  context.restore();
}

function drawShape(context: SKRSContext2D, item: LayerOf<"shape">, { originPx, pxPerMm }: Surface): void {
  const { x, y, scale } = item.at ?? { x: 0, y: 0, scale: 1 };
  context.translate(originPx.x + x * pxPerMm, originPx.y + y * pxPerMm);
  context.scale(scale * pxPerMm, scale * pxPerMm);
  const path = new Path2D(item.path);
  if (item.fill) {
    context.fillStyle = item.fill;
    context.fill(path);
  }
  if (item.stroke) {
    context.strokeStyle = item.stroke.colour;
    context.lineWidth = item.stroke.width;
    context.lineCap = "round";
    context.stroke(path);
  }
}

function drawPicture(
  context: SKRSContext2D,
  picture: Image,
  item: LayerOf<"image"> | LayerOf<"photo">,
  surface: Surface,
  fit: "cover" | "contain",
): void {
  const room = toPixels(item.box, surface);
  const target = fit === "cover" ? room : contain(room, picture.width / picture.height);
  context.clip(rounded(target, radiusOf(item, surface)));
  drawCovering(context, picture, { x: 0, y: 0, width: picture.width, height: picture.height }, target);
}

const radiusOf = (item: Drawn, { pxPerMm }: Surface): number =>
  ("radius" in item ? (item.radius ?? 0) : 0) * pxPerMm;

function rounded({ x, y, width, height }: Box, radiusPx: number): Path2D {
  const path = new Path2D();
  path.roundRect(x, y, width, height, radiusPx);
  return path;
}
