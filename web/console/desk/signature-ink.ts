import type { Stroke } from "./signature-strokes.ts";

/** Black on white whatever the theme: it is a document. Width as a share of the pad's width. */
const INK = { colour: "#1f1b16", width: 0.007 } as const;

/** Through the middles between points, so that a quick hand makes curves and not corners. */
export function drawInk(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  widthPx: number,
  heightPx: number,
): void {
  context.strokeStyle = INK.colour;
  context.fillStyle = INK.colour;
  context.lineWidth = Math.max(1.5, widthPx * INK.width);
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const stroke of strokes) {
    const points = stroke.map(({ x, y }) => ({ x: x * widthPx, y: y * heightPx }));
    const [first, ...rest] = points;
    if (!first) continue;
    context.beginPath();
    context.moveTo(first.x, first.y);
    let from = first;
    for (const point of rest) {
      context.quadraticCurveTo(from.x, from.y, (from.x + point.x) / 2, (from.y + point.y) / 2);
      from = point;
    }
    context.lineTo(from.x, from.y);
    if (rest.length === 0) context.lineTo(first.x + 0.1, first.y);
    context.stroke();
  }
}

const EXPORT_WIDTH_PX = 900;

/** PNG on white, 900 px wide, in the pad's own proportions. */
export async function inkToPng(strokes: readonly Stroke[], ratio: number): Promise<Uint8Array> {
  const canvas = document.createElement("canvas");
  canvas.width = EXPORT_WIDTH_PX;
  canvas.height = Math.round(EXPORT_WIDTH_PX / ratio);
  const context = canvas.getContext("2d");
  if (context) {
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    drawInk(context, strokes, canvas.width, canvas.height);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  return new Uint8Array(blob ? await blob.arrayBuffer() : new ArrayBuffer(0));
}
