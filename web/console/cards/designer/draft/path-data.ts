import { type Box, roundMm } from "./card-area.ts";

/** One command of SVG path data with its numbers, repeated commands written out. */
interface Segment {
  readonly command: string;
  readonly numbers: readonly number[];
}

/** How many numbers each command takes. */
const TAKES: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

/** x and y are multiplied, then moved. */
export interface Fit {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly dx: number;
  readonly dy: number;
}

/** Undefined for what is no path: such a layer stays where it is. */
export function parsePath(path: string): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  for (const [, letter = "", rest = ""] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const takes = TAKES[letter.toLowerCase()];
    const numbers = numbersOf(rest, letter.toLowerCase() === "a");
    if (takes === undefined || numbers.some(Number.isNaN)) return undefined;
    if (takes === 0 ? numbers.length > 0 : numbers.length % takes !== 0) return undefined;
    if (takes === 0) segments.push({ command: letter, numbers: [] });
    for (let at = 0; at < numbers.length; at += takes) {
      // More pairs after a move are lines.
      const command = at > 0 && letter === "M" ? "L" : at > 0 && letter === "m" ? "l" : letter;
      segments.push({ command, numbers: numbers.slice(at, at + takes) });
    }
  }
  return segments.length > 0 && segments[0]?.command.toLowerCase() === "m" ? segments : undefined;
}

/** An arc's two flags may stand without anything between them: `a1 1 0 01 2 2`. */
function numbersOf(text: string, isArc: boolean): readonly number[] {
  const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/giy;
  const found: number[] = [];
  let at = 0;
  while (at < text.length) {
    if (/[\s,]/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const isFlag = isArc && (found.length % 7 === 3 || found.length % 7 === 4);
    number.lastIndex = at;
    const read = isFlag ? /^[01]/.exec(text.slice(at))?.[0] : number.exec(text)?.[0];
    if (read === undefined) return [Number.NaN];
    found.push(Number(read));
    at += read.length;
  }
  return found;
}

/** The same drawing elsewhere and larger. An arc stays an arc only where both scales are the same. */
export function fitPath(path: string, fit: Fit): string {
  const segments = parsePath(path);
  if (!segments) return path;
  return segments
    .map(({ command, numbers }, index) => {
      // The first move counts from the origin even in small letters.
      const isAbsolute = command === command.toUpperCase() || index === 0;
      const x = (value = 0): number => roundMm(value * fit.scaleX + (isAbsolute ? fit.dx : 0));
      const y = (value = 0): number => roundMm(value * fit.scaleY + (isAbsolute ? fit.dy : 0));
      return command + fitted(command.toLowerCase(), numbers, x, y, fit).join(" ");
    })
    .join("");
}

function fitted(
  kind: string,
  numbers: readonly number[],
  x: (value?: number) => number,
  y: (value?: number) => number,
  { scaleX, scaleY }: Fit,
): readonly number[] {
  if (kind === "h") return [x(numbers[0])];
  if (kind === "v") return [y(numbers[0])];
  if (kind !== "a") return numbers.map((value, at) => (at % 2 === 0 ? x(value) : y(value)));
  const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0, toX, toY] = numbers;
  return [roundMm(rx * Math.abs(scaleX)), roundMm(ry * Math.abs(scaleY)), turn, large, sweep, x(toX), y(toY)];
}

/** What a path may cover: the box around its points and the handles of its curves, which stay within those. */
export function pathBox(path: string): Box | undefined {
  const segments = parsePath(path);
  if (!segments) return undefined;
  const xs: number[] = [];
  const ys: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [index, { command, numbers }] of segments.entries()) {
    const kind = command.toLowerCase();
    const isRelative = command === kind && index > 0;
    const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
    if (kind === "z") [x, y] = [startX, startY];
    else if (kind === "h") x = fromX + (numbers[0] ?? 0);
    else if (kind === "v") y = fromY + (numbers[0] ?? 0);
    else {
      const points = kind === "a" ? arcPoints(numbers, { x: x - fromX, y: y - fromY }) : numbers;
      for (let at = 0; at < points.length; at += 2) {
        xs.push(fromX + (points[at] ?? 0));
        ys.push(fromY + (points[at + 1] ?? 0));
      }
      x = xs.at(-1) ?? 0;
      y = ys.at(-1) ?? 0;
    }
    if (kind === "m") [startX, startY] = [x, y];
    xs.push(x);
    ys.push(y);
  }
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** An arc reaches as far as a half turn about the middle of its ends would; most arcs are half turns. */
function arcPoints(numbers: readonly number[], from: { x: number; y: number }): readonly number[] {
  const [rx = 0, ry = 0, , , , toX = 0, toY = 0] = numbers;
  const [x, y] = [(from.x + toX) / 2, (from.y + toY) / 2];
  return [x - rx, y - ry, x + rx, y + ry, toX, toY];
}
