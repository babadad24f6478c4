import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { TitianError } from "../../../kernel/errors.ts";
import { openDatabase } from "../../../store/database.ts";
import { errorText } from "../../messages/text.ts";
import type { Check, Finding } from "./check.ts";

/** Opens and closes the store; a daemon that has it open is the usual case, not a fault. */
export const store: Check = {
  name: "store",
  async run({ config, language }) {
    const { folder } = config.store;
    if (!existsSync(folder)) return [beforeFirstStart(folder, language)];
    try {
      openDatabase({ folder }).close();
      return [
        { check: "store", outcome: "ok", what: { id: `${folder} terbuka`, en: `${folder} opens` }[language] },
      ];
    } catch (thrown) {
      const { code } = TitianError.from(thrown);
      if (code === "STORE_LOCKED") return [{ check: "store", outcome: "ok", what: IN_USE[language] }];
      return [
        { check: "store", outcome: "fail", what: `${folder}: ${code}`, mend: errorText(code, language) },
      ];
    }
  },
};

const IN_USE = {
  id: "sedang dipakai Titian yang berjalan di PC ini",
  en: "in use by the Titian that runs on this PC",
};

/** The folder is made on the first start, if its parent allows. Looking must not make it. */
function beforeFirstStart(folder: string, language: "id" | "en"): Finding {
  let parent = path.dirname(folder);
  while (!existsSync(parent)) parent = path.dirname(parent);
  try {
    accessSync(parent, constants.W_OK);
    const what = {
      id: `${folder} dibuat saat pertama dijalankan`,
      en: `${folder} is made on the first start`,
    };
    return { check: "store", outcome: "ok", what: what[language] };
  } catch {
    const what = { id: `${parent} tidak dapat ditulis`, en: `${parent} cannot be written` };
    const mend = {
      id: "Jalankan sebagai pengguna Titian, atau pilih store.folder lain.",
      en: "Run as Titian's user, or choose another store.folder.",
    };
    return { check: "store", outcome: "fail", what: what[language], mend: mend[language] };
  }
}
