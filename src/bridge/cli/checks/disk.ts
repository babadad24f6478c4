import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import type { Check } from "./check.ts";

const MEGABYTE = 1024 * 1024;
/** A day of a busy desk is a few megabytes of photos; below this something else is eating the disk. */
const FAIL_BELOW_MB = 200;
const WARN_BELOW_MB = 2_000;

export const disk: Check = {
  name: "disk",
  async run({ config, language }) {
    const { bavail, bsize } = await statfs(nearestExisting(config.store.folder));
    const freeMb = Math.floor((bavail * bsize) / MEGABYTE);
    const outcome = freeMb < FAIL_BELOW_MB ? "fail" : freeMb < WARN_BELOW_MB ? "warn" : "ok";
    const what = { id: `${freeMb} MB tersisa`, en: `${freeMb} MB left` }[language];
    const mend = {
      id: `Kosongkan ruang di ${config.store.folder}, atau pindahkan store.folder.`,
      en: `Make room on the disk of ${config.store.folder}, or move store.folder.`,
    }[language];
    return [{ check: "disk", outcome, what, ...(outcome === "ok" ? {} : { mend }) }];
  },
};

/** Before the first start the store's folder does not exist; its disk does. */
function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(path.dirname(folder));
}
