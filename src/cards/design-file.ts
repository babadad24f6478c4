import { type Static, Type } from "typebox";
import { TitianError } from "../kernel/errors.ts";
import { check } from "../kernel/schema.ts";
import type { CardDesign } from "./design.ts";
import { TemplateSchema } from "./template.ts";

/** The first words of a design file and what they promise. A newer one is refused, not guessed at. */
const FORMAT = "titian-card-design";
const FORMAT_VERSION = 1;

/** The whole file, 30 MB; one picture of it, 10 MB: a background of 1016 × 648 is far below. */
export const LARGEST_FILE_BYTES = 30_000_000;
const LARGEST_PICTURE_BYTES = 10_000_000;
const MOST_PICTURES = 20;

const DesignFile = Type.Object(
  {
    format: Type.Literal(FORMAT),
    formatVersion: Type.Integer({ minimum: 1 }),
    template: TemplateSchema,
    pictures: Type.Array(
      Type.Object(
        {
          name: Type.String({ pattern: "^[a-z0-9-]{1,40}$" }),
          base64: Type.String({
            pattern: "^[A-Za-z0-9+/]*={0,2}$",
            maxLength: Math.ceil((LARGEST_PICTURE_BYTES * 4) / 3) + 4,
          }),
        },
        { additionalProperties: false },
      ),
      { maxItems: MOST_PICTURES },
    ),
  },
  { additionalProperties: false },
);

/** One file with everything in it: JSON, pictures as base64. The same design gives the same bytes. */
export function writeDesign({ template, assets }: CardDesign): Uint8Array {
  const sorted = [...assets].sort(([a], [b]) => (a < b ? -1 : 1));
  const pictures = sorted.map(([name, bytes]) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  const file: Static<typeof DesignFile> = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    template,
    pictures,
  };
  return Buffer.from(`${JSON.stringify(file, null, 1)}\n`);
}

/**
 * Reads a file from outside. Rejects with `DESIGN_UNREADABLE` (what is wrong in `details.at`), `DESIGN_NEWER`, or
 * `DESIGN_PICTURE_REFUSED` for a picture that is neither PNG nor JPEG: an SVG may carry scripts and addresses.
 */
export function readDesign(bytes: Uint8Array): CardDesign {
  if (bytes.length > LARGEST_FILE_BYTES)
    throw new TitianError("DESIGN_UNREADABLE", {
      details: { bytes: bytes.length, most: LARGEST_FILE_BYTES },
    });
  const json = jsonOf(bytes);
  const version = isRecord(json) && json["format"] === FORMAT ? json["formatVersion"] : undefined;
  if (typeof version === "number" && version > FORMAT_VERSION)
    throw new TitianError("DESIGN_NEWER", { details: { found: version, known: FORMAT_VERSION } });
  const { template, pictures } = checked(json);
  return { template, assets: new Map(pictures.map(({ name, base64 }) => [name, pictureOf(name, base64)])) };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    // A byte order mark, which editors on Windows like to put there, is no part of JSON.
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new TitianError("DESIGN_UNREADABLE", { details: { at: "the file is no JSON" }, cause });
  }
}

function checked(json: unknown): Static<typeof DesignFile> {
  const { filled, problems } = check(DesignFile, json);
  const [first] = problems;
  if (first !== undefined)
    throw new TitianError("DESIGN_UNREADABLE", { details: { at: first.slice(0, 120) } });
  return filled as Static<typeof DesignFile>;
}

function pictureOf(name: string, base64: string): Uint8Array {
  const bytes = Buffer.from(base64, "base64");
  const isPng = bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47;
  const isJpeg = bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8;
  if ((!isPng && !isJpeg) || bytes.length > LARGEST_PICTURE_BYTES)
    throw new TitianError("DESIGN_PICTURE_REFUSED", { details: { picture: name } });
  return bytes;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
