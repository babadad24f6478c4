import type { Institution } from "../standard.ts";
import type { SectionedLine } from "./sections.ts";

export interface Masthead {
  readonly institution: Institution;
  readonly title: string;
  readonly decreeNumber: string | null;
  /** What each line was taken for. */
  readonly parts: readonly (readonly [SectionedLine, "institution" | "title" | "decree"])[];
  readonly provinceIsKnown: boolean;
  readonly zoneIsStated: boolean;
}

/** By the abbreviation that a document states. WIB is Pontianak's too: same time, other name. */
const ZONE_OF = { WIB: "Asia/Jakarta", WITA: "Asia/Makassar", WIT: "Asia/Jayapura" } as const;

const WITA = [
  "Bali",
  "Nusa Tenggara Barat",
  "Nusa Tenggara Timur",
  "Kalimantan Selatan",
  "Kalimantan Timur",
].concat(
  [
    "Kalimantan Utara",
    "Sulawesi Utara",
    "Gorontalo",
    "Sulawesi Tengah",
    "Sulawesi Barat",
    "Sulawesi Selatan",
  ],
  ["Sulawesi Tenggara"],
);
const WIT = [
  "Maluku Utara",
  "Maluku",
  "Papua Barat Daya",
  "Papua Barat",
  "Papua Selatan",
  "Papua Tengah",
].concat(["Papua Pegunungan", "Papua"]);
const WIB = [
  "Aceh",
  "Sumatera Utara",
  "Sumatera Barat",
  "Sumatera Selatan",
  "Riau",
  "Kepulauan Riau",
  "Jambi",
].concat(
  ["Bengkulu", "Lampung", "Bangka Belitung", "Banten", "Jawa Barat", "Jawa Tengah", "Jawa Timur", "Jakarta"],
  ["Yogyakarta", "Kalimantan Barat", "Kalimantan Tengah"],
);
/** Longer names first: Papua Barat is not Papua. */
const PROVINCES = [...WIB, ...WITA, ...WIT].sort((a, b) => b.length - a.length);

const WEBSITE = /^<?((?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/?\S*?)>?$/i;
const PARENT = /^pemerintah\b/i;
const DECREE = /^no\.?\s*sk\s*:\s*(.*)$/i;
const POSTAL_CODE = /\b(\d{5})\b(?=[\s\d]*$)/;

/** Who publishes, and what. The lines before the first heading, as SIPPN prints them. */
export function readMasthead(lines: readonly SectionedLine[], wholeText: string): Masthead {
  const decree = lines.findIndex(({ text }) => DECREE.test(text));
  const parentAt = lines.findIndex(({ text }) => PARENT.test(text));
  const websiteAt = lines.findIndex(({ text }) => WEBSITE.test(text) && text.includes("."));
  const own = decree === -1 ? lines : lines.slice(0, decree);
  const titleLines = own.slice(parentAt === -1 ? own.length - 1 : afterParent(own, parentAt));
  const title = titleLines.map(({ text }) => text).join(" ");
  const [name] = lines;
  const addressEnd = [websiteAt, parentAt].filter((at) => at > 0).sort((a, b) => a - b)[0] ?? 1;
  const parent = own.slice(parentAt, own.length - titleLines.length);
  const province = PROVINCES.find((one) => new RegExp(`\\b${one}\\b`, "i").test(wholeText)) ?? "";
  const stated = (/\b(WIB|WITA|WIT)\b/.exec(wholeText)?.[1] ?? "") as keyof typeof ZONE_OF | "";
  return {
    institution: {
      name: name?.text ?? "",
      ...parentOf(parentAt === -1 ? "" : parent.map(({ text }) => text).join(" "), name?.text ?? ""),
      province,
      ...addressOf(
        lines
          .slice(1, addressEnd)
          .map(({ text }) => text)
          .join(" "),
      ),
      website: WEBSITE.exec(lines[websiteAt]?.text ?? "")?.[1] ?? "",
      ...zoneOf(province, stated),
    },
    title,
    decreeNumber: DECREE.exec(lines[decree]?.text ?? "")?.[1]?.trim() || null,
    parts: lines.map((line) => [line, partOf(line, decree, titleLines, lines)] as const),
    provinceIsKnown: province !== "",
    zoneIsStated: stated !== "",
  };
}

/** A long parent is broken over two lines, of which the second goes on with what the institution is called. */
function afterParent(own: readonly SectionedLine[], parentAt: number): number {
  const name = own[0]?.text ?? "";
  const joined = `${own[parentAt]?.text} ${own[parentAt + 1]?.text}`;
  return !own[parentAt]?.text.endsWith(name) && joined.endsWith(name) ? parentAt + 2 : parentAt + 1;
}

function parentOf(text: string, name: string): Pick<Institution, "parent" | "level"> {
  const own = text.endsWith(name) ? text.slice(0, -name.length).replace(/\s*\/\s*$/, "") : text;
  const level = /\bprovinsi\b/i.test(own)
    ? "provinsi"
    : /\bkota\b/i.test(own)
      ? "kota"
      : /\bkab(?:\.|upaten\b)/i.test(own)
        ? "kabupaten"
        : "";
  return { parent: own, level };
}

/** `Durian No. 24 73811 051922724`: the postal code, sometimes twice, and the telephone number stand at the end. */
function addressOf(text: string): Pick<Institution, "address" | "postalCode" | "phoneRaw"> {
  const tail = /(?:\s+[\d()+-]{5,})+\s*$/.exec(` ${text}`)?.[0] ?? "";
  const numbers = tail
    .trim()
    .split(/\s+/)
    .filter((number) => number !== "");
  const postalCode = numbers.find((number) => POSTAL_CODE.test(number)) ?? "";
  const phoneRaw = numbers.filter((number) => number !== postalCode).at(-1) ?? "";
  return { address: text.slice(0, text.length - tail.trim().length).trim(), postalCode, phoneRaw };
}

function zoneOf(
  province: string,
  stated: keyof typeof ZONE_OF | "",
): Pick<Institution, "timeZone" | "tzAbbrev" | "tzBasis"> {
  const byProvince = WITA.includes(province) ? "WITA" : WIT.includes(province) ? "WIT" : "WIB";
  const abbreviation = stated === "" ? byProvince : stated;
  const isPontianak = abbreviation === "WIB" && province.startsWith("Kalimantan");
  return {
    timeZone: isPontianak ? "Asia/Pontianak" : ZONE_OF[abbreviation],
    tzAbbrev: abbreviation,
    tzBasis: stated === "" ? "region (not stated in the text)" : `stated (${stated})`,
  };
}

function partOf(
  line: SectionedLine,
  decree: number,
  title: readonly SectionedLine[],
  lines: readonly SectionedLine[],
): "institution" | "title" | "decree" {
  if (lines[decree] === line) return "decree";
  return title.includes(line) ? "title" : "institution";
}
