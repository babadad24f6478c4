import { existsSync } from "node:fs";
import path from "node:path";
import { roomOn } from "../../flows/operate/disk-room.ts";
import type { Check } from "./check.ts";

const MIB = 1024 * 1024;
const OUTCOMES = { enough: "ok", low: "warn", last: "fail" } as const;

/** By the same measure as the running daemon's guard. */
export const disk: Check = {
  name: "disk",
  async run({ config, language }) {
    const { freeBytes, state } = roomOn(nearestExisting(config.store.folder));
    const freeMb = Math.floor(freeBytes / MIB);
    const outcome = OUTCOMES[state];
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
