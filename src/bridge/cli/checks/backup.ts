import { statSync } from "node:fs";
import { TitianError } from "../../../kernel/errors.ts";
import { backupsIn } from "../../../store/backup-folder.ts";
import { OLD_AFTER_MS } from "../../flows/operate/backups.ts";
import { errorText } from "../../messages/text.ts";
import type { Check } from "./check.ts";
import { saying } from "./two-languages.ts";

const HOUR_MS = 60 * 60_000;

/** Whether there is a young backup, and whether it would outlive the store's disk. */
export const backup: Check = {
  name: "backup",
  async run({ config, clock, language }) {
    const { ok, warn, fail } = saying("backup", language);
    const { enabled, folder } = config.backup;
    if (!enabled) return [config.simulation.enabled ? ok(OFF) : warn(OFF, SWITCH_ON)];
    try {
      const [newest] = backupsIn(folder, config.desk.id);
      if (!newest) return [warn(NONE, MAKE)];
      const ageMs = clock.now().getTime() - newest.at.getTime();
      const hours = Math.max(0, Math.floor(ageMs / HOUR_MS));
      const what = { id: `${hours} jam yang lalu, ${folder}`, en: `${hours} hours ago, ${folder}` };
      if (ageMs > OLD_AFTER_MS) return [warn(what, MAKE)];
      const isOwnDisk = statSync(folder).dev === statSync(config.store.folder).dev;
      return [
        isOwnDisk ? ok({ id: `${what.id}; ${SAME_DISK.id}`, en: `${what.en}; ${SAME_DISK.en}` }) : ok(what),
      ];
    } catch (error) {
      const { code } = TitianError.from(error);
      return [fail({ id: `${folder}: ${code}`, en: `${folder}: ${code}` }, both(code))];
    }
  },
};

const both = (code: TitianError["code"]) => ({ id: errorText(code, "id"), en: errorText(code, "en") });

const OFF = { id: "cadangan dimatikan (backup.enabled)", en: "backups are switched off (backup.enabled)" };
const SWITCH_ON = {
  id: "Hapus backup.enabled = false, atau cadangkan folder penyimpanan dengan cara lain.",
  en: "Remove backup.enabled = false, or back the store's folder up in another way.",
};
const NONE = { id: "belum ada cadangan", en: "there is no backup yet" };
const MAKE = {
  id: "Jalankan titian backup, dan pastikan Titian berjalan setiap hari.",
  en: "Run titian backup, and see that Titian runs every day.",
};
const SAME_DISK = {
  id: "di disk yang sama dengan catatannya, jadi tidak menolong bila disknya rusak",
  en: "on the same disk as the records, so of no help when that disk breaks",
};
