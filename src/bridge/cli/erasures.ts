import { TitianError } from "../../kernel/errors.ts";
import { type Erasure, readErasures } from "../../store/erasures.ts";
import { readPresent } from "../../store/present-store.ts";
import type { Config } from "../config/schema.ts";
import type { Language } from "../messages/messages.ts";
import { momentText } from "./moment-text.ts";

interface Wishes {
  readonly config: Config;
  readonly json: boolean;
  readonly language: Language;
}

/**
 * Who asked to be forgotten, by pseudonym, and which desks have obeyed. Also beside a daemon. Throws `STORE_CORRUPT` where the log
 * cannot be read: then nobody knows whether somebody has asked.
 */
export function erasuresText({ config, json, language }: Wishes): string {
  const found = readPresent(config.store.folder, readErasures);
  if (found === "unreadable") throw new TitianError("STORE_CORRUPT");
  const all = found ?? [];
  if (json) return JSON.stringify({ erasures: all.map(rowOf) }, undefined, 2);
  const { timeZone } = config.library;
  const at = (moment: Date): string => momentText(moment, timeZone, language);
  const lines = all.flatMap((one) => [
    `${one.memberKey.slice(0, 12)}  ${at(one.at)}  ${one.desk}`,
    ...[...one.doneBy].map(([desk, moment]) => `  ✓ ${desk}  ${at(moment)}`),
  ]);
  return lines.join("\n") || NONE[language];
}

const rowOf = ({ memberKey, desk, at, doneBy }: Erasure) => ({
  ...{ memberKey, desk, at: at.toISOString() },
  doneBy: [...doneBy].map(([by, moment]) => ({ desk: by, at: moment.toISOString() })),
});

const NONE = {
  id: "Belum ada anggota yang datanya diminta dihapus.",
  en: "No member has asked to be forgotten.",
};
