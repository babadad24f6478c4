import { DatabaseSync } from "node:sqlite";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import { localDate } from "../../kernel/types.ts";
import type { InlisliteVersion } from "../member.ts";
import { toLibrarySettings, toMemberTypes } from "../mysql/rows.ts";
import type { OpenInlislite } from "../reconnecting.ts";
import { embeddedVersion, fillEmbedded, isMarked } from "./create-embedded.ts";
import { EmbeddedMemberCountRepository } from "./member-count-repository.ts";
import { EmbeddedMemberFeed } from "./member-feed.ts";
import { EmbeddedMemberRepository } from "./member-repository.ts";

export interface EmbeddedOptions {
  /** Made, with 200 invented members, when it is not there. */
  readonly file: string;
  readonly version: InlisliteVersion;
  readonly clock: Clock;
}

/** Both versions of INLISLite live in this zone, whatever the server's. */
const ZONE = "Asia/Jakarta";

/** INLISLite's tables in one SQLite file, for a machine without a server. Opened for reading only, like the real one. */
export async function openEmbeddedInlislite({
  file,
  version,
  clock,
}: EmbeddedOptions): Promise<OpenInlislite> {
  const database = openDatabase(file, version, clock);
  const settings = database.prepare("SELECT Name, Value FROM settingparameters ORDER BY ID");
  const types = database.prepare("SELECT jenisanggota FROM jenis_anggota");
  return {
    version,
    members: new EmbeddedMemberRepository(database, version),
    counts: new EmbeddedMemberCountRepository(database),
    feed: new EmbeddedMemberFeed(database, version, clock),
    settings: {
      async library(signal) {
        signal.throwIfAborted();
        return toLibrarySettings(settings.all(), version);
      },
      async memberTypes(signal) {
        signal.throwIfAborted();
        return toMemberTypes(types.all());
      },
    },
    openingDays: {
      // The demonstration's INLISLite has no such tables, as many sites have none.
      async read(signal) {
        signal.throwIfAborted();
        const unset = { isSaturdayHoliday: undefined, isSundayHoliday: undefined };
        return { holidays: undefined, hours: undefined, ...unset };
      },
    },
    async ping(signal) {
      signal.throwIfAborted();
    },
    async close() {
      if (database.isOpen) database.close();
    },
  };
}

function openDatabase(file: string, version: InlisliteVersion, clock: Clock): DatabaseSync {
  try {
    const fresh = new DatabaseSync(file);
    try {
      if (embeddedVersion(fresh) === 0) fillEmbedded(fresh, version, localDate(clock.now(), ZONE));
      if (!isMarked(embeddedVersion(fresh), version)) throw new TitianError("INLISLITE_UNKNOWN_VERSION");
    } finally {
      fresh.close();
    }
    return new DatabaseSync(file, { readOnly: true });
  } catch (error) {
    throw asTitianError(error);
  }
}

/** SQLite's codes: 26, the file is no database; 1, it is one, with other tables in it. */
function asTitianError(error: unknown): TitianError {
  if (error instanceof TitianError) return error;
  const errcode = error instanceof Error ? Reflect.get(error, "errcode") : undefined;
  if (typeof errcode !== "number") return TitianError.from(error);
  const code = errcode === 26 || errcode === 1 ? "INLISLITE_UNKNOWN_VERSION" : "INLISLITE_UNREACHABLE";
  return new TitianError(code, { details: { errcode } });
}
