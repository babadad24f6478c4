import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { DATABASE, SITE_KEY } from "../../../store/store-files.ts";
import type { Check, Finding } from "./check.ts";
import { type Said, same, saying } from "./two-languages.ts";

const NAMES = [
  "titian.lock",
  DATABASE,
  `${DATABASE}-wal`,
  SITE_KEY,
  "vault",
  "designs",
  "standards",
  "backups",
  "log",
];
const GROUP_AND_OTHERS = 0o077;

/** Everything in the store belongs to whoever owns it, and its key is nobody else's. On Windows the installer sets the access lists. */
export const rights: Check = {
  name: "rights",
  async run({ config, language }) {
    const { folder } = config.store;
    if (process.platform === "win32" || !existsSync(folder)) return [];
    const { ok, fail } = saying("rights", language);
    const owner = statSync(folder).uid;
    const there = NAMES.filter((name) => existsSync(path.join(folder, name)));
    const strange = there.filter((name) => statSync(path.join(folder, name)).uid !== owner);
    const key = path.join(folder, SITE_KEY);
    const isOpen = existsSync(key) && (statSync(key).mode & GROUP_AND_OTHERS) !== 0;
    const found: Finding[] = [
      ...(strange.length > 0
        ? [fail(strangers(strange), same(`chown -R --reference=${folder} ${folder}`))]
        : []),
      ...(isOpen ? [fail(EXPOSED, same(`chmod 600 ${key}`))] : []),
    ];
    return found.length > 0
      ? found
      : [ok({ id: "semua milik pengguna Titian", en: "all of it is Titian's own" })];
  },
};

const strangers = (names: readonly string[]): Said => ({
  id: `bukan milik pemilik folder: ${names.join(", ")}`,
  en: `not the folder's owner's: ${names.join(", ")}`,
});
const EXPOSED = { id: "site-key terbaca pengguna lain", en: "other users can read site-key" };
