import { type Static, Type } from "typebox";
import { TitianError } from "../kernel/errors.ts";
import { check } from "../kernel/schema.ts";
import type { CardDesign } from "./design.ts";
import {
  assertPictures,
  isRecord,
  LARGEST_PICTURE_BYTES,
  MOST_PICTURES,
  refuseForeign,
} from "./design-parts.ts";
import { TemplateSchema } from "./template.ts";

/** The first words of a design file and what they promise. A newer one is refused, not guessed at. */
const FORMAT = "titian-card-design";
const FORMAT_VERSION = 1;

/** The whole file, 12 MB: it travels to a page in one frame. */
export const LARGEST_FILE_BYTES = 12_000_000;

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

/** One file with everything in it: JSON, pictures as base64. The same design gives the same bytes. Rejects as `readDesign`. */
export function writeDesign({ template, assets }: CardDesign): Uint8Array {
  const sorted = [...assets].sort(([a], [b]) => (a < b ? -1 : 1));
  const pictures = sorted.map(([name, bytes]) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  const file: Static<typeof DesignFile> = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    template,
    pictures,
  };
  const bytes = Buffer.from(`${JSON.stringify(file, null, 1)}\n`);
  assertNotTooLarge(bytes);
  return bytes;
}

/**
 * Reads a file from outside. Rejects with `DESIGN_UNREADABLE` (what is wrong in `details.at`), `DESIGN_NEWER`,
 * `DESIGN_FONT_REFUSED`, `DESIGN_CODE_REFUSED`, or `DESIGN_PICTURE_REFUSED` for a picture that is none of ours.
 */
export function readDesign(bytes: Uint8Array): CardDesign {
  assertNotTooLarge(bytes);
  const json = jsonOf(bytes);
  const version = isRecord(json) && json["format"] === FORMAT ? json["formatVersion"] : undefined;
  if (typeof version === "number" && version > FORMAT_VERSION)
    throw new TitianError("DESIGN_NEWER", { details: { found: version, known: FORMAT_VERSION } });
  if (isRecord(json)) refuseForeign(json["template"]);
  const { template, pictures } = checked(json);
  const assets = new Map(pictures.map(({ name, base64 }) => [name, Buffer.from(base64, "base64")]));
  assertPictures(assets);
  return { template, assets };
}

function assertNotTooLarge({ length }: Uint8Array): void {
  if (length <= LARGEST_FILE_BYTES) return;
  throw new TitianError("DESIGN_TOO_LARGE", { details: { bytes: length, most: LARGEST_FILE_BYTES } });
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
