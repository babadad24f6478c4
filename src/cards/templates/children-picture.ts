import type { Layer } from "../template.ts";

const at = { x: 0, y: 0, scale: 1 } as const;
const shape = (path: string, fill: string): Layer => ({ kind: "shape", path, at, fill });

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;

/** Sun, clouds, hills: what a child draws first. The hills' edge is where the barcode's white begins. */
export const outdoors: readonly Layer[] = [
  shape(circle(76, 8, 9.6), "#ffe08a"),
  shape(circle(76, 8, 6.4), "#ffc53d"),
  shape(
    `${circle(49, 8.4, 2.6)}${circle(52.6, 7.4, 3.4)}${circle(56.2, 8.6, 2.6)}M49 8.4h7.2v2.6h-7.2Z`,
    "#ffffff",
  ),
  shape("M-2.5 38C12 30 26 31 42 36.5S72 38 88.1 30.5V56.48H-2.5Z", "#8bcf7a"),
  shape("M-2.5 43C14 36.5 30 41 46 41.5S74 38.5 88.1 37V56.48H-2.5Z", "#57ad68"),
];

/** An open book, out of which a star and a fish come. */
export const book: readonly Layer[] = [
  shape(
    "M56.6 23.4C61 21.2 65.6 21.6 69.3 24.2C73 21.6 77.6 21.2 82 23.4V36.2C77.6 34 73 34.4 69.3 37C65.6 34.4 61 34 56.6 36.2Z",
    "#e4572e",
  ),
  shape("M58 22.4C62 20.6 66 21 69.3 23.6V35.4C66 32.8 62 32.4 58 34.2Z", "#ffffff"),
  shape("M80.6 22.4C76.6 20.6 72.6 21 69.3 23.6V35.4C72.6 32.8 76.6 32.4 80.6 34.2Z", "#f1f4f8"),
  {
    kind: "shape",
    path: "M60.4 25.4c2-.7 4.2-.6 6.4.5M60.4 28.2c2-.7 4.2-.6 6.4.5M60.4 31c2-.7 4.2-.6 6.4.5M78.2 25.4c-2-.7-4.2-.6-6.4.5M78.2 28.2c-2-.7-4.2-.6-6.4.5M78.2 31c-2-.7-4.2-.6-6.4.5",
    stroke: { colour: "#b7c3d0", width: 0.6 },
  },
  shape("M69.3 12.2l1.5 3.2 3.5.4-2.6 2.4.7 3.5-3.1-1.8-3.1 1.8.7-3.5-2.6-2.4 3.5-.4Z", "#ffc53d"),
  shape("M59.2 17.4c1.4-1.7 3.8-1.7 5 0l1.5-1.2v2.9l-1.5-1.2c-1.2 1.7-3.6 1.7-5-.5Z", "#3a7ca5"),
];
