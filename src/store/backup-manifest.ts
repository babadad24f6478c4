import { lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import { TitianError } from "../kernel/errors.ts";
import { writeDurably } from "./durable-file.ts";
import { BACKED_UP, KEPT_FOLDERS } from "./store-files.ts";

const MANIFEST_FILE = "manifest.json";

const Hash = Type.String({ pattern: "^[0-9a-f]{64}$" });
const single = BACKED_UP.filter((name) => !(KEPT_FOLDERS as readonly string[]).includes(name));
/** Only names of ours ever become paths: a backup comes from a stick that anybody may have had. */
const NAME = `^(${single.map((name) => name.replace(".", "\\.")).join("|")}|(${KEPT_FOLDERS.join("|")})/[0-9a-f][0-9a-f-]{0,80}(\\.json)?)$`;

const Manifest = Type.Object(
  {
    format: Type.Literal(1),
    /** Version of the Titian that wrote it. */
    titian: Type.String({ maxLength: 40 }),
    at: Type.String({ maxLength: 40 }),
    desk: Type.String({ pattern: "^[a-z0-9-]{1,40}$" }),
    /** The database's own version: how many migrations it has had. */
    schema: Type.Integer({ minimum: 1 }),
    /** Of this desk's newest event. */
    lastSeq: Type.Integer({ minimum: 0 }),
    /** How many events this desk has written; not in a backup of before it was counted. */
    events: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Of the newest event of any desk, in the order of arrival. */
    lastPosition: Type.Integer({ minimum: 0 }),
    files: Type.Array(
      Type.Object(
        {
          name: Type.String({ pattern: NAME, maxLength: 120 }),
          bytes: Type.Integer({ minimum: 0 }),
          sha256: Hash,
        },
        { additionalProperties: false },
      ),
      { minItems: 2, maxItems: 2_000_000 },
    ),
  },
  { additionalProperties: false },
);
export type Manifest = Static<typeof Manifest>;
const manifest = Compile(Manifest);

/** Numbers are passed over by a restore; until there was one, the newest says how many there are. */
export const eventsOf = ({ events, lastSeq }: Manifest): number => events ?? lastSeq;

/** What a backup says of itself. Throws `BACKUP_MISSING`, or `BACKUP_DAMAGED` for one that says nothing sensible. */
export function readManifest(folder: string): Manifest {
  const value = parsed(textOf(folder));
  if (manifest.Check(value) && !Number.isNaN(Date.parse(value.at))) return value;
  throw damaged({ part: "manifest" });
}

export function writeManifest(folder: string, value: Manifest): void {
  writeDurably(path.join(folder, MANIFEST_FILE), Buffer.from(`${JSON.stringify(value, undefined, 1)}\n`));
}

export const manifestFile = (folder: string): string => path.join(folder, MANIFEST_FILE);

export const damaged = (details: Readonly<Record<string, string | number>>, cause?: unknown): TitianError =>
  new TitianError("BACKUP_DAMAGED", { details, cause });

function textOf(folder: string): string {
  const file = manifestFile(folder);
  try {
    // A link to something that never ends, or a pipe, would keep whoever looks for ever.
    if (!lstatSync(file).isFile()) throw damaged({ part: "manifest" });
    return readFileSync(file, "utf8");
  } catch (cause) {
    if (cause instanceof TitianError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    const isMissing = code === "ENOENT" || code === "ENOTDIR";
    throw new TitianError(isMissing ? "BACKUP_MISSING" : "BACKUP_UNUSABLE", { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged({ part: "manifest" }, cause);
  }
}
