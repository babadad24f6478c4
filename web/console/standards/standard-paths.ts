import { hashOf } from "../state/route.ts";

export const NEW = "baru";
const SHEETS = { standard: "cetak", notice: "maklumat" } as const;
export type Sheet = keyof typeof SHEETS;

interface Place {
  readonly id: string;
  /** Undefined: the newest, also a draft. */
  readonly version: number | undefined;
  readonly sheet: Sheet | undefined;
}

/** `id.lebak.pembuatan-kta/2/cetak`. */
export function placeIn(path: string): Place {
  const [id = "", version, sheet] = path.split("/");
  const names = Object.keys(SHEETS) as Sheet[];
  return {
    id,
    version: version && /^\d+$/.test(version) ? Number(version) : undefined,
    sheet: names.find((name) => SHEETS[name] === sheet),
  };
}

export function standardHash(id: string, version?: number, sheet?: Sheet): string {
  const parts = [id, ...(version === undefined ? [] : [version]), ...(sheet ? [SHEETS[sheet]] : [])];
  return hashOf({ page: "standards", id: parts.join("/") });
}
