import { existsSync } from "node:fs";
import { ConfigError } from "../../kernel/schema.ts";
import { withWriteLock } from "../../store/database.ts";
import { eraseMirror } from "../../store/mirror/erase.ts";
import type { Config } from "../config/schema.ts";
import { mirrorFile } from "../flows/members-in-step.ts";
import type { Language } from "../messages/messages.ts";

/** Erases the local copy of members, while no daemon runs. The event log and its files are not touched. */
export function wipeMirror(config: Config, language: Language): string {
  const file = mirrorFile(config);
  if (!existsSync(file)) return NONE[language];
  const isErased = withWriteLock(config.store.folder, () => eraseMirror(file));
  if (isErased === undefined) throw new ConfigError("titian inlislite wipe", [RUNNING[language]]);
  return WIPED[language];
}

const NONE = {
  id: "Tidak ada salinan data anggota di PC ini.",
  en: "There is no copy of members on this PC.",
};
const RUNNING = {
  id: "Titian sedang berjalan di PC ini. Hentikan dahulu, lalu ulangi.",
  en: "Titian runs on this PC. Stop it first, then try again.",
};
const WIPED = {
  id: "Salinan data anggota dihapus. Titian membacanya lagi dari INLISLite saat dijalankan; sync.mirror = false mencegahnya.",
  en: "The copy of members is erased. Titian reads it again from INLISLite when it runs; sync.mirror = false prevents that.",
};
