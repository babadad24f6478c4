import { createCanvas } from "@napi-rs/canvas";

/** A studio's light, or a room without any. */
const LIGHT = { ground: "#dfe3de", cloth: "#3d5a52", scarf: "#6f8f86", skin: "#d9a981", mouth: "#a3573f" };
const DARK = { ground: "#17140f", cloth: "#12100c", scarf: "#1d1a14", skin: "#4a3627", mouth: "#35201a" };
const EYES = "#3a271e";

/** An invented face, so that a card on which nobody is shown still looks like a card. JPEG, 3:4. */
export function samplePhoto({ isDark = false, widthPx = 900, heightPx = 1200 } = {}): Promise<Uint8Array> {
  const colours = isDark ? DARK : LIGHT;
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext("2d");
  context.scale(widthPx / 300, heightPx / 400);
  const oval = (colour: string, x: number, y: number, radiusX: number, radiusY: number): void => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(x, y, radiusX, radiusY, 0, 0, Math.PI * 2);
    context.fill();
  };
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, 300, 400);
  oval(colours.cloth, 150, 420, 140, 130);
  oval(colours.scarf, 150, 200, 96, 148);
  oval(colours.skin, 150, 180, 56, 84);
  oval(EYES, 127, 180, 6, 6);
  oval(EYES, 173, 180, 6, 6);
  oval(colours.mouth, 150, 225, 18, 5);
  return canvas.encode("jpeg", 90);
}

/** Stands for a background that turns out darker than anybody thought: PNG of one colour. */
export function darkPicture(widthPx: number, heightPx: number): Promise<Uint8Array> {
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext("2d");
  context.fillStyle = "#14110d";
  context.fillRect(0, 0, widthPx, heightPx);
  return canvas.encode("png");
}
