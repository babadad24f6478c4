import { createCanvas } from "@napi-rs/canvas";

/** An invented face, so that a card under test looks like a card. JPEG. */
export function portrait(widthPx = 900, heightPx = 1200): Promise<Uint8Array> {
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext("2d");
  context.scale(widthPx / 300, heightPx / 400);
  const fill = (colour: string, draw: () => void): void => {
    context.fillStyle = colour;
    context.beginPath();
    draw();
    context.fill();
  };
  fill("#dfe3de", () => context.rect(0, 0, 300, 400));
  fill("#3d5a52", () => context.ellipse(150, 420, 140, 130, 0, 0, Math.PI * 2));
  fill("#6f8f86", () => context.ellipse(150, 200, 96, 148, 0, 0, Math.PI * 2));
  fill("#d9a981", () => context.ellipse(150, 180, 56, 84, 0, 0, Math.PI * 2));
  fill("#3a271e", () => context.ellipse(127, 180, 6, 6, 0, 0, Math.PI * 2));
  fill("#3a271e", () => context.ellipse(173, 180, 6, 6, 0, 0, Math.PI * 2));
  fill("#a3573f", () => context.ellipse(150, 225, 18, 5, 0, 0, Math.PI * 2));
  return canvas.encode("jpeg", 90);
}
