import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { MANIFEST } from "../../../service-install/versions/files-check.ts";
import type { Places } from "../../../service-install/versions/places.ts";
import { keysIn, openManifest } from "../../../service-install/versions/signature.ts";
import { versionIn } from "../../../service-install/versions/start.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Switch } from "./switch-record.ts";

interface Asked {
  readonly places: Places;
  readonly previous: string;
  /** Of the version that runs. */
  readonly storeSchema: number;
  readonly record: Switch | undefined;
  readonly workedSince: (lastSeq: number) => number;
}

/**
 * A version that knows fewer migrations cannot open the store; it gets the backup of before, as long as nothing was done since.
 * Throws `UPDATE_NOTHING_BEFORE` for a version that is not there, or `UPDATE_WORK_SINCE`.
 */
export function assertReadableBefore({ places, previous, storeSchema, record, workedSince }: Asked): void {
  const known = schemaOf(places, previous);
  if (known === undefined) throw new TitianError("UPDATE_NOTHING_BEFORE");
  if (known >= storeSchema) return;
  if (!record || record.from !== previous || workedSince(record.lastSeq) > 0)
    throw new TitianError("UPDATE_WORK_SINCE");
}

/** Migrations that a version knows; undefined where it is not on this desk. */
function schemaOf({ base, versions, keys }: Places, version: string): number | undefined {
  try {
    if (version === versionIn(base)) return migrationsIn(path.join(base, "src/store/migrations"));
    const text = readFileSync(path.join(versions, version, MANIFEST), "utf8");
    const opened = openManifest(text, keysIn(keys));
    return "manifest" in opened ? opened.manifest.storeSchema : undefined;
  } catch {
    return undefined;
  }
}

const migrationsIn = (folder: string): number =>
  readdirSync(folder).filter((name) => name.endsWith(".sql")).length;
