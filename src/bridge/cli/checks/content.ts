import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readPresent } from "../../../store/present-store.ts";
import type { Check, Finding } from "./check.ts";
import { same, saying } from "./two-languages.ts";

/** Designs and standards are named by what is in them; and who may sign in. */
export const content: Check = {
  name: "content",
  async run({ config, language }) {
    const { folder } = config.store;
    const found: Finding[] = ["designs", "standards"].flatMap((kind) => {
      const { ok, fail } = saying(kind, language);
      const inner = path.join(folder, kind);
      if (!existsSync(inner)) return [];
      const names = readdirSync(inner).filter((name) => name.endsWith(".json"));
      const damaged = names.filter(
        (name) => !isWhole(path.join(inner, name), name.slice(0, -".json".length)),
      );
      if (damaged.length === 0)
        return [ok({ id: `${names.length} berkas utuh`, en: `${names.length} files, all whole` })];
      const mend = {
        id: "Simpan lagi desain atau standar itu di halamannya, atau pulihkan cadangan: titian restore --newest.",
        en: "Save that design or standard again on its page, or restore a backup: titian restore --newest.",
      };
      return [fail(same(`${damaged.length} / ${names.length}: ${damaged[0]?.slice(0, 12)}`), mend)];
    });
    return [...found, ...operatorFindings(folder, language)];
  },
};

const isWhole = (file: string, sha256: string): boolean =>
  createHash("sha256").update(readFileSync(file)).digest("hex") === sha256;

/** No PIN is a choice, and is said. */
function operatorFindings(folder: string, language: "id" | "en"): readonly Finding[] {
  const { ok } = saying("operators", language);
  const active = readPresent(folder, (sql) =>
    Number(sql.prepare("SELECT count(*) AS n FROM operators WHERE is_active = 1").get()?.["n"]),
  );
  if (typeof active !== "number") return [];
  return [
    active === 0
      ? ok({
          id: "PIN belum dipasang; siapa pun di loket boleh bekerja",
          en: "no PINs are set; anybody at the desk may work",
        })
      : ok({ id: `${active} petugas dengan PIN`, en: `${active} operators with a PIN` }),
  ];
}
