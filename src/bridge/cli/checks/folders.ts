import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import type { Check } from "./check.ts";
import { same, saying } from "./two-languages.ts";

/** Folders that Titian writes into beside its store: log, backups, reports, cards on their way. */
export const folders: Check = {
  name: "folders",
  async run({ config, language }) {
    const { ok, fail } = saying("folders", language);
    const wanted = [
      ["log.folder", config.log.folder],
      ...(config.backup.enabled ? [["backup.folder", config.backup.folder] as const] : []),
      ["reports.folder", config.reports.folder],
      ["delivery.folder", config.delivery.folder],
    ] as const;
    const found = wanted.flatMap(([setting, folder]) => {
      const code = folder === undefined ? undefined : troubleOf(folder);
      if (code === undefined) return [];
      const mend = {
        id: `Beri pengguna Titian hak tulis di sana, atau pilih ${setting} lain; disk jaringan harus sudah tersambung.`,
        en: `Let Titian's user write there, or choose another ${setting}; a network disk has to be connected.`,
      };
      return [fail(same(`${setting} ${folder}: ${code}`), mend)];
    });
    return found.length > 0 ? found : [ok({ id: "bisa ditulis", en: "can be written" })];
  },
};

/** Titian makes a folder that is not there, where it may. */
function troubleOf(folder: string): string | undefined {
  let there = folder;
  while (!existsSync(there)) there = path.dirname(there);
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "?";
  }
}
