import type { SKRSContext2D } from "@napi-rs/canvas";
import { fontOf } from "../../../cards/rendering/fonts.ts";

/** Tones of a report on white paper: those of the console in the light. */
export const INK = {
  text: "#1f1b16",
  soft: "#4a4338",
  faint: "#655c4d",
  line: "#dcd3c1",
  strongLine: "#857b68",
  accent: "#0f4e52",
  onAccent: "#ffffff",
  onAccentSoft: "#dbe8e4",
  range: "#9cbcb8",
  late: "#d98a2b",
  lateLine: "#774a00",
  trough: "#ece5d6",
} as const;

export interface Type {
  readonly size: number;
  readonly weight?: 400 | 700;
  readonly ink?: string;
  readonly align?: "left" | "right" | "center";
}

export const BODY: Type = { size: 9.5 };
export const SMALL: Type = { size: 8.5, ink: INK.soft };
export const HEADING: Type = { size: 11, weight: 700 };
/** Line to line, in sizes. */
const LEADING = 1.35;

export const lineHeight = ({ size }: Type): number => size * LEADING;

/** What a page and a canvas have in common, as far as reports use it. */
type Drawing = Pick<
  SKRSContext2D,
  | ("save" | "restore" | "translate" | "scale" | "beginPath" | "moveTo" | "lineTo" | "arc" | "roundRect")
  | ("fill" | "stroke" | "strokeRect" | "fillText" | "measureText" | "font" | "textAlign")
  | ("fillStyle" | "strokeStyle" | "lineWidth" | "lineCap")
>;

/** Writes and measures on a page; every length in points, 1/72 inch, from the page's upper left corner. */
export class Pen {
  readonly context: Drawing;

  constructor(context: Drawing) {
    this.context = context;
  }

  /** One line; `x` is its left or right end or its middle, `y` its upper edge. */
  text(text: string, x: number, y: number, type: Type): void {
    this.#use(type);
    this.context.textAlign = type.align ?? "left";
    this.context.fillText(text, x, y + type.size);
  }

  widthOf(text: string, type: Type): number {
    this.#use(type);
    return this.context.measureText(text).width;
  }

  /** Broken between words, and within a word that is wider than the line: nothing is cut. */
  lines(text: string, width: number, type: Type): readonly string[] {
    const lines: string[] = [];
    for (const paragraph of text.split("\n")) {
      let line = "";
      for (const word of paragraph.split(" ").flatMap((one) => this.#pieces(one, width, type))) {
        const longer = line === "" ? word : `${line} ${word}`;
        if (this.widthOf(longer, type) <= width) line = longer;
        else {
          if (line !== "") lines.push(line);
          line = word;
        }
      }
      lines.push(line);
    }
    return lines;
  }

  /** Lines below each other; `y` is the upper edge of the first. */
  block(lines: readonly string[], x: number, y: number, type: Type): void {
    for (const [index, line] of lines.entries()) this.text(line, x, y + index * lineHeight(type), type);
  }

  fill(x: number, y: number, width: number, height: number, ink: string, radius = 0): void {
    this.context.fillStyle = ink;
    this.context.beginPath();
    this.context.roundRect(x, y, width, height, radius);
    this.context.fill();
  }

  stroke(x: number, y: number, width: number, height: number, ink: string, thickness: number): void {
    this.context.strokeStyle = ink;
    this.context.lineWidth = thickness;
    this.context.strokeRect(x, y, width, height);
  }

  line(from: readonly [number, number], to: readonly [number, number], ink: string, thickness: number): void {
    this.context.strokeStyle = ink;
    this.context.lineWidth = thickness;
    this.context.beginPath();
    this.context.moveTo(...from);
    this.context.lineTo(...to);
    this.context.stroke();
  }

  dot(x: number, y: number, radius: number, ink: string): void {
    this.context.fillStyle = ink;
    this.context.beginPath();
    this.context.arc(x, y, radius, 0, 2 * Math.PI);
    this.context.fill();
  }

  #use({ size, weight = 400, ink = INK.text }: Type): void {
    this.context.font = fontOf(weight, size);
    this.context.fillStyle = ink;
  }

  #pieces(word: string, width: number, type: Type): readonly string[] {
    if (this.widthOf(word, type) <= width) return [word];
    const pieces: string[] = [];
    let piece = "";
    for (const sign of word) {
      if (piece !== "" && this.widthOf(piece + sign, type) > width) {
        pieces.push(piece);
        piece = "";
      }
      piece += sign;
    }
    return [...pieces, piece];
  }
}
