import { createHash } from "node:crypto";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { type Static, Type } from "typebox";
import { LARGEST_FILE_BYTES, readDesign } from "../../cards/design-file.ts";
import { TitianError } from "../../kernel/errors.ts";
import { check } from "../../kernel/schema.ts";
import { readStandardFile } from "../flows/sla/standard-file.ts";
import { published } from "../flows/sla/standard-shelf.ts";
import { Contents, type DeskCopy, Sha256 } from "./contents.ts";

/** The first words of the file and what they promise. A newer one is refused, not guessed at. */
const FORMAT = "titian-desk-copy";
const FORMAT_VERSION = 1;

/** Two hundred designs with pictures are less; what is more was not written here. */
export const LARGEST_COPY_BYTES = 200_000_000;
const MOST_FILES = 2_000;

const MANIFEST = "manifest.json";
const CONTENTS = "contents.json";
const SETTINGS = "titian.toml";
const DOCUMENT = /^documents\/([0-9a-f]{64})\.json$/;

const Manifest = Type.Object(
  {
    format: Type.Literal(FORMAT),
    formatVersion: Type.Integer({ minimum: 1 }),
    titian: Type.String({ maxLength: 40 }),
    at: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$" }),
    desk: Type.Object({
      id: Type.String({ pattern: "^[a-z0-9-]{1,40}$" }),
      title: Type.String({ minLength: 1, maxLength: 80 }),
    }),
    contents: Sha256,
    settings: Sha256,
  },
  { additionalProperties: false },
);

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** One file for a stick. Its sums find what was damaged on the way; they are no signature. */
export function writeCopy({ about, settings, contents, documents }: DeskCopy): Uint8Array {
  const inside = { contents: strToU8(JSON.stringify(contents, undefined, 1)), settings: strToU8(settings) };
  const manifest: Static<typeof Manifest> = {
    ...{ format: FORMAT, formatVersion: FORMAT_VERSION, titian: about.titian },
    ...{ at: about.at.toISOString(), desk: { ...about.desk } },
    ...{ contents: hashOf(inside.contents), settings: hashOf(inside.settings) },
  };
  const files: Zippable = {
    [MANIFEST]: strToU8(JSON.stringify(manifest, undefined, 1)),
    [CONTENTS]: inside.contents,
    [SETTINGS]: inside.settings,
  };
  for (const [sha256, bytes] of documents) files[`documents/${sha256}.json`] = bytes;
  return zipSync(files, { mtime: about.at });
}

/**
 * All of it is read and checked before anybody acts on a part. Throws `DESK_COPY_UNREADABLE`, `DESK_COPY_NEWER` or
 * `DESK_COPY_DAMAGED`, and for a design or standard of a newer Titian what that one is refused with.
 */
export function readCopy(bytes: Uint8Array): DeskCopy {
  const files = unzipped(bytes);
  const { contents: contentsSum, settings: settingsSum, titian, at, desk } = manifestIn(files);
  const settings = strFromU8(summed(files, SETTINGS, settingsSum));
  const { filled, problems } = check(Contents, parsed(summed(files, CONTENTS, contentsSum), CONTENTS));
  if (problems.length > 0) throw damaged(CONTENTS);
  const contents = filled as Contents;
  const documents = new Map<string, Uint8Array>();
  for (const { sha256 } of [...contents.designs, ...contents.standards])
    documents.set(sha256, summed(files, `documents/${sha256}.json`, sha256));
  assertSound(contents, documents);
  return { about: { titian, at: new Date(at), desk }, settings, contents, documents };
}

function assertSound({ designs, standards }: Contents, documents: ReadonlyMap<string, Uint8Array>): void {
  const bytesOf = (sha256: string): Uint8Array => documents.get(sha256) ?? new Uint8Array();
  for (const { name, sha256 } of designs)
    if (readDesign(bytesOf(sha256)).template.name !== name) throw damaged(sha256);
  for (const { id, sha256 } of standards)
    if (published(readStandardFile(bytesOf(sha256)).standard, id).id !== id) throw damaged(sha256);
}

type Files = Readonly<Record<string, Uint8Array>>;

function unzipped(bytes: Uint8Array): Files {
  if (bytes.length > LARGEST_COPY_BYTES) throw new TitianError("DESK_COPY_UNREADABLE");
  let left = { files: MOST_FILES, bytes: LARGEST_COPY_BYTES };
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isOurs = [MANIFEST, CONTENTS, SETTINGS].includes(name) || DOCUMENT.test(name);
        if (!isOurs) return false;
        left = { files: left.files - 1, bytes: left.bytes - originalSize };
        // A small file may say that it unpacks to all of the memory.
        if (originalSize > LARGEST_FILE_BYTES || left.files < 0 || left.bytes < 0)
          throw new TitianError("DESK_COPY_UNREADABLE");
        return true;
      },
    });
  } catch (cause) {
    throw new TitianError("DESK_COPY_UNREADABLE", { cause });
  }
}

function manifestIn(files: Files): Static<typeof Manifest> {
  const bytes = files[MANIFEST];
  if (!bytes) throw new TitianError("DESK_COPY_UNREADABLE");
  const json = parsed(bytes, MANIFEST) as { readonly format?: unknown; readonly formatVersion?: unknown };
  if (json?.format !== FORMAT) throw new TitianError("DESK_COPY_UNREADABLE");
  const { formatVersion } = json;
  if (typeof formatVersion === "number" && formatVersion > FORMAT_VERSION)
    throw new TitianError("DESK_COPY_NEWER", { details: { found: formatVersion, known: FORMAT_VERSION } });
  const { filled, problems } = check(Manifest, json);
  if (problems.length > 0) throw damaged(MANIFEST);
  return filled as Static<typeof Manifest>;
}

function summed(files: Files, name: string, sha256: string): Uint8Array {
  const bytes = files[name];
  if (!bytes || hashOf(bytes) !== sha256) throw damaged(name);
  return bytes;
}

function parsed(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch (cause) {
    throw damaged(name, cause);
  }
}

const damaged = (file: string, cause?: unknown): TitianError =>
  new TitianError("DESK_COPY_DAMAGED", { details: { file: file.slice(0, 40) }, cause });
