import path from "node:path";
import { TitianError } from "../../kernel/errors.ts";
import { ConfigError } from "../../kernel/schema.ts";
import { newestVerified } from "../../store/backup-folder.ts";
import { eventsOf, type Manifest, readManifest } from "../../store/backup-manifest.ts";
import { presentEvents } from "../../store/present-store.ts";
import { type Restored, restoreStore } from "../../store/restore.ts";
import type { Config } from "../config/schema.ts";
import { KEEP_REPLACED_DAYS } from "../flows/operate/replaced-retention.ts";
import type { Language } from "../messages/messages.ts";
import { momentText } from "./moment-text.ts";

interface Wishes {
  readonly config: Config;
  /** As typed; undefined for the newest verified one. */
  readonly backup: string | undefined;
  readonly mayChangeKey: boolean;
  /** Resolves to true for a yes. What was written since the backup goes with it, so nobody else may decide it. */
  readonly confirm: (question: string) => Promise<boolean>;
  readonly print: (line: string) => void;
  readonly language: Language;
}

/** Says what would be lost, asks, and restores. */
export async function restore(wishes: Wishes, signal: AbortSignal): Promise<void> {
  const { config, confirm, print, language, mayChangeKey } = wishes;
  const { folder } = config.store;
  const words = WORDS[language];
  const backup = await chosen(wishes, signal);
  const manifest = readManifest(backup);
  print(
    `${words.backup(momentText(new Date(manifest.at), config.library.timeZone, language), eventsOf(manifest))}\n${backup}`,
  );
  print(lossText(config, manifest, language));
  if (!(await confirm(words.question))) {
    print(words.left);
    return;
  }
  try {
    const wanted = { folder, backup, desk: config.desk.id, at: new Date(), mayChangeKey };
    print(doneText(await restoreStore(wanted, signal), language));
  } catch (error) {
    if (TitianError.from(error).code !== "STORE_LOCKED") throw error;
    throw new ConfigError("titian restore", [words.running]);
  }
}

async function chosen({ config, backup }: Wishes, signal: AbortSignal): Promise<string> {
  if (backup !== undefined) return path.resolve(backup);
  const newest = await newestVerified(config.backup.folder, config.desk.id, signal);
  if (!newest) throw new TitianError("BACKUP_MISSING");
  return newest.folder;
}

function lossText(config: Config, manifest: Manifest, language: Language): string {
  const words = WORDS[language];
  const present = presentEvents(config.store.folder, config.desk.id, manifest.lastSeq);
  if (present === undefined) return words.none;
  if (present === "unreadable") return words.unreadable;
  return words.present(present.events, present.since);
}

function doneText({ manifest, aside, leftErased }: Restored, language: Language): string {
  const words = WORDS[language];
  return [
    words.done(eventsOf(manifest)),
    ...(aside === undefined ? [] : [words.aside(aside)]),
    ...(leftErased === 0 ? [] : [words.erased(leftErased)]),
    words.next,
  ].join("\n");
}

const WORDS = {
  id: {
    backup: (at: string, events: number) => `Cadangan ${at}, ${events} peristiwa.`,
    present: (events: number, since: number) =>
      `Catatan sekarang: ${events} peristiwa. ${since} yang terbaru tidak ada di cadangan itu dan akan disisihkan.`,
    none: "Di PC ini belum ada catatan.",
    unreadable:
      "Catatan di PC ini rusak dan akan disisihkan. Yang dicatat sesudah cadangan itu tidak kembali.",
    question: "Pulihkan cadangan ini?",
    left: "Tidak ada yang diubah.",
    done: (events: number) => `Dipulihkan: ${events} peristiwa.`,
    aside: (folder: string) =>
      `Catatan yang diganti ada di ${folder} dan dihapus sendiri setelah ${KEEP_REPLACED_DAYS} hari.`,
    erased: (files: number) => `${files} foto atau tanda tangan yang sudah dihapus tidak dikembalikan.`,
    next: "Jalankan Titian lagi, dan periksa dengan titian doctor.",
    running: "Titian sedang berjalan di PC ini. Hentikan dahulu, lalu ulangi.",
  },
  en: {
    backup: (at: string, events: number) => `Backup of ${at}, ${events} events.`,
    present: (events: number, since: number) =>
      `Records now: ${events} events. The newest ${since} are not in that backup and will be put aside.`,
    none: "There are no records on this PC yet.",
    unreadable:
      "The records on this PC are damaged and will be put aside. What came after the backup does not come back.",
    question: "Restore this backup?",
    left: "Nothing was changed.",
    done: (events: number) => `Restored: ${events} events.`,
    aside: (folder: string) =>
      `The replaced records are in ${folder} and are removed by themselves after ${KEEP_REPLACED_DAYS} days.`,
    erased: (files: number) => `${files} photos or signatures that had been erased were not brought back.`,
    next: "Start Titian again, and check with titian doctor.",
    running: "Titian runs on this PC. Stop it first, then try again.",
  },
} as const;
