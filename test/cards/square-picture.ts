import { createCanvas } from "@napi-rs/canvas";

/** A PNG in green, with a red square of 80 px whose left upper corner is at 100, 60 px. */
export async function squareOn(width: number, height: number): Promise<Uint8Array> {
  const context = createCanvas(width, height).getContext("2d");
  context.fillStyle = "#00aa00";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#cc0000";
  context.fillRect(100, 60, 80, 80);
  return context.canvas.encode("png");
}
