import { parseStandard } from "./parse-standard.ts";
import type { Standard } from "./standard.ts";
import baritoUtara from "./standards/barito-utara.json" with { type: "json" };
import jateng from "./standards/jateng.json" with { type: "json" };
import lebak from "./standards/lebak.json" with { type: "json" };
import mojokertoKota from "./standards/mojokerto-kota.json" with { type: "json" };
import sidoarjo from "./standards/sidoarjo.json" with { type: "json" };

/** The five standards that Titian ships, exactly as published. */
export const PRESETS: readonly Standard[] = [
  parseStandard(mojokertoKota, "standards/mojokerto-kota.json"),
  parseStandard(jateng, "standards/jateng.json"),
  parseStandard(baritoUtara, "standards/barito-utara.json"),
  parseStandard(sidoarjo, "standards/sidoarjo.json"),
  parseStandard(lebak, "standards/lebak.json"),
];

/** Without a version, the newest one in the list. */
export function findStandard(
  id: string,
  version?: number,
  among: readonly Standard[] = PRESETS,
): Standard | undefined {
  return among
    .filter((standard) => standard.id === id && (version === undefined || standard.version === version))
    .sort((a, b) => b.version - a.version)[0];
}
