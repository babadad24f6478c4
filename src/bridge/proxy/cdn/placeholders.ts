import type { GuestFile } from "../guest-files.ts";

const FOLDER = "placehold";
const LARGEST_PX = 4_000;

/** Card pages ask it for a logo, a photo and a background that have not been set. */
export const PLACEHOLDERS: readonly (readonly [string, string])[] = [
  ["placehold.co", FOLDER],
  ["via.placeholder.com", FOLDER],
];

/** `placehold/400x500/png?text=Foto`: a grey field of that size with that text. */
export function placeholderFor(name: string, query: string): GuestFile | undefined {
  if (!name.startsWith(`${FOLDER}/`)) return undefined;
  const [, size = ""] = name.split("/");
  const found = /^(\d{1,4})(?:x(\d{1,4}))?/.exec(size);
  if (!found) return undefined;
  const width = within(Number(found[1]));
  const height = within(Number(found[2] ?? found[1]));
  const text = new URLSearchParams(query).get("text") ?? `${width} × ${height}`;
  return { type: "image/svg+xml", body: picture(width, height, text.slice(0, 60)), isLasting: true };
}

const within = (px: number): number => Math.min(LARGEST_PX, Math.max(1, px));

function picture(width: number, height: number, text: string): string {
  const lines = text.split(/\\n|\n/).slice(0, 3);
  const longest = Math.max(1, ...lines.map((line) => line.length));
  const size = Math.max(6, Math.round(Math.min(width / longest, height / (lines.length + 1), 60)));
  const middle = height / 2 - ((lines.length - 1) * size) / 2;
  const rows = lines.map(
    (line, row) => `<text x="${width / 2}" y="${middle + row * size}">${escaped(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="100%" height="100%" fill="#ddd"/><g fill="#777" font-family="sans-serif" font-size="${size}" text-anchor="middle" dominant-baseline="central">${rows.join("")}</g></svg>
`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
