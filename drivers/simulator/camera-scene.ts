import { type Canvas, createCanvas, Path2D, type SKRSContext2D } from "@napi-rs/canvas";

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
  /** JPEG quality, 0 to 100. */
  readonly quality: number;
}

/** Drawn in units of a 1280 × 720 frame. */
const FRAME = { width: 1280, height: 720 };
const WALL = "#dfe3de";
const SHELF = "#b9a98c";
const SPINES = ["#3d5a52", "#8a4b3c", "#c29a4b", "#4c5f7a", "#6d5b7b", "#7d8a5f", "#a5673f", "#39474f"];

/** The reader sits in a box of 300 × 400 units, as a 3:4 photo would hold her. */
const READER = {
  box: { width: 300, height: 400 },
  coat: "M6 402C16 332 64 296 150 296S284 332 294 402Z",
  veil: "M150 56C90 56 62 106 64 170C66 224 46 268 52 314C56 346 98 372 150 372S244 346 248 314C254 268 234 224 236 170C238 106 210 56 150 56Z",
  face: "M150 96C110 96 92 128 94 176C96 226 118 268 150 268S204 226 206 176C208 128 190 96 150 96Z",
  hem: "M94 162C98 116 120 92 150 92S202 116 206 162C196 134 178 122 150 122S104 134 94 162Z",
  fold: "M98 262C120 292 180 292 202 262C214 304 190 340 150 340S86 304 98 262Z",
  brows: "M112 171C120 165 130 165 138 169M162 169C170 165 180 165 188 171",
  nose: "M150 190C147 202 142 209 146 214C149 217 153 217 156 215",
  mouth: "M131 234C142 244 158 244 169 234",
} as const;

/** A JPEG of the desk camera's view at this moment: she sways, breathes and blinks, and the light wanders a little. */
export function drawScene(at: Date, { widthPx, heightPx, quality }: Size): Promise<Buffer> {
  const canvas: Canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext("2d");
  context.scale(widthPx / FRAME.width, heightPx / FRAME.height);
  const seconds = at.getTime() / 1_000;
  drawShelves(context);
  drawReader(context, seconds);
  drawLight(context, seconds);
  return canvas.encode("jpeg", quality);
}

function drawShelves(context: SKRSContext2D): void {
  context.fillStyle = WALL;
  context.fillRect(0, 0, FRAME.width, FRAME.height);
  for (let row = 0; row < 3; row++) {
    const floor = 210 + row * 230;
    let x = 14;
    for (let book = row * 5; x < FRAME.width - 20; book++) {
      const width = 20 + ((book * 37) % 23);
      const height = 120 + ((book * 53) % 58);
      context.fillStyle = SPINES[(book * 7 + row) % SPINES.length] ?? WALL;
      context.fillRect(x, floor - height, width, height);
      context.fillStyle = "#ffffff55";
      context.fillRect(x + 4, floor - height + 18, width - 8, 5);
      x += width + (book % 9 === 8 ? 34 : 3);
    }
    context.fillStyle = SHELF;
    context.fillRect(0, floor, FRAME.width, 16);
  }
  // Out of focus behind her, as a lens would have it.
  context.fillStyle = "#dfe3de88";
  context.fillRect(0, 0, FRAME.width, FRAME.height);
}

function drawReader(context: SKRSContext2D, seconds: number): void {
  const scale = FRAME.height / READER.box.height;
  context.save();
  context.translate(FRAME.width / 2 + 9 * Math.sin(seconds / 1.7), 4 * Math.sin(seconds * 1.3));
  context.scale(scale, scale);
  context.translate(-READER.box.width / 2, 0);

  fill(context, READER.coat, "#3d5a52");
  context.translate(150, 300);
  context.rotate(0.018 * Math.sin(seconds / 2.3));
  context.translate(-150, -300);
  fill(context, READER.veil, "#6f8f86");
  fill(context, READER.face, "#d9a981");
  fill(context, READER.hem, "#4f6d65");
  fill(context, READER.fold, "#64857c");
  stroke(context, READER.brows, "#4a3226", 4.5);
  stroke(context, READER.nose, "#b98360", 3.5);
  stroke(context, READER.mouth, "#a3573f", 5);
  drawEyes(context, seconds % 4.1 < 0.16);
  context.restore();
}

function drawEyes(context: SKRSContext2D, isBlinking: boolean): void {
  for (const x of [126, 174]) {
    context.fillStyle = "#3a271e";
    context.beginPath();
    context.ellipse(x, 187, 6, isBlinking ? 1 : 6.5, 0, 0, 2 * Math.PI);
    context.fill();
    if (isBlinking) continue;
    context.fillStyle = "#ffffffcc";
    context.beginPath();
    context.arc(x + 2, 184.5, 1.8, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawLight(context: SKRSContext2D, seconds: number): void {
  const x = FRAME.width * (0.3 + 0.1 * Math.sin(seconds / 5));
  const glow = context.createRadialGradient(x, 60, 20, x, 60, 900);
  glow.addColorStop(0, "#fff6dc40");
  glow.addColorStop(1, "#20242a22");
  context.fillStyle = glow;
  context.fillRect(0, 0, FRAME.width, FRAME.height);
}

function fill(context: SKRSContext2D, path: string, colour: string): void {
  context.fillStyle = colour;
  context.fill(new Path2D(path));
}

function stroke(context: SKRSContext2D, path: string, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = "round";
  context.stroke(new Path2D(path));
}
