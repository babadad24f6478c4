import path from "node:path";
import { TitianError } from "../../kernel/errors.ts";
import { backupStore } from "../../store/backup.ts";
import { backupsIn, pruneBackups } from "../../store/backup-folder.ts";
import { eventsOf } from "../../store/backup-manifest.ts";
import { verifyBackup } from "../../store/verify-backup.ts";
import type { Config } from "../config/schema.ts";
import type { Language } from "../messages/messages.ts";
import { VERSION } from "../release.ts";
import { momentText } from "./moment-text.ts";
import { openSource } from "./open-source.ts";

interface Wishes {
  readonly config: Config;
  /** As typed; undefined for the folder of the configuration. */
  readonly to: string | undefined;
  readonly json: boolean;
  readonly language: Language;
}

const MIB = 1024 * 1024;

const intoOf = ({ config, to }: Wishes): string =>
  to === undefined ? config.backup.folder : path.resolve(to);

/** Backs up now, also while the daemon runs. Only in the configuration's own folder are old ones removed. */
export async function backup(wishes: Wishes, signal: AbortSignal): Promise<string> {
  const { config, language, json } = wishes;
  const into = intoOf(wishes);
  using source = openSource(config.store.folder);
  const about = { desk: config.desk.id, titian: VERSION, at: new Date() };
  const made = await backupStore(source, into, signal, about);
  if (into === config.backup.folder) pruneBackups(into, config.desk.id, config.backup.keep);
  if (json) return JSON.stringify(made, undefined, 2);
  const size = Math.max(1, Math.round(made.bytes / MIB));
  return MADE[language](made.folder, made.events, size);
}

/** Every backup of this desk, newest first, read through. */
export async function backupList(wishes: Wishes, signal: AbortSignal): Promise<string> {
  const { config, language, json } = wishes;
  const rows = [];
  for (const { folder, at } of backupsIn(intoOf(wishes), config.desk.id)) {
    rows.push({ folder, at: at.toISOString(), ...(await standing(folder, signal)) });
  }
  if (json) return JSON.stringify({ backups: rows }, undefined, 2);
  if (rows.length === 0) return NONE[language](intoOf(wishes));
  const { timeZone } = config.library;
  return rows
    .map(({ folder, at, code, events }) =>
      code === null
        ? `✓ ${momentText(new Date(at), timeZone, language)}  ${EVENTS[language](events ?? 0)}  ${folder}`
        : `✗ ${momentText(new Date(at), timeZone, language)}  ${code}  ${folder}`,
    )
    .join("\n");
}

async function standing(folder: string, signal: AbortSignal) {
  try {
    return { code: null, events: eventsOf(await verifyBackup(folder, signal)) };
  } catch (error) {
    signal.throwIfAborted();
    return { code: TitianError.from(error).code, events: null };
  }
}

const MADE = {
  id: (folder: string, events: number, mib: number) =>
    `Cadangan dibuat dan diperiksa: ${events} peristiwa, ${mib} MiB.\n${folder}\nDi dalamnya ada kuncinya: simpan di tempat terkunci.`,
  en: (folder: string, events: number, mib: number) =>
    `Backed up and verified: ${events} events, ${mib} MiB.\n${folder}\nThe key is in it: keep it under lock.`,
};
const NONE = {
  id: (into: string) => `Belum ada cadangan loket ini di ${into}.`,
  en: (into: string) => `There are no backups of this desk in ${into} yet.`,
};
const EVENTS = {
  id: (events: number) => `${events} peristiwa`,
  en: (events: number) => `${events} events`,
};
