import type { Channel } from "../case-event.ts";
import type { Cite, PublishedHours, ServiceChannel, Standard } from "../standard.ts";
import { readComplaints } from "./complaints.ts";
import { doubtsOf } from "./doubts.ts";
import { durationIn, plainDuration, type ReadDuration } from "./duration.ts";
import type { DraftStandard, Imported, Mark, Part } from "./imported.ts";
import { readMasthead } from "./masthead.ts";
import { type HoursLine, openingHoursIn, weekOf } from "./opening-hours.ts";
import { type ReadProcedures, readProcedures } from "./procedures.ts";
import { inTheirPlace, readRequirement } from "./requirement.ts";
import { type Section, type SectionedLine, sectioned } from "./sections.ts";
import { linesOf } from "./source-text.ts";

/** Everything that was read, for whoever looks for what does not add up. */
export interface Reading {
  readonly lines: readonly SectionedLine[];
  readonly draft: DraftStandard;
  readonly procedures: ReadProcedures;
  readonly promised: ReadDuration | undefined;
  readonly promises: readonly SectionedLine[];
  readonly hours: readonly HoursLine[];
  readonly isFeeUnclear: boolean;
  readonly channels: readonly Channel[];
  readonly provinceIsKnown: boolean;
  readonly zoneIsStated: boolean;
}

const FREE = /tidak di ?pungut biaya|gratis|tanpa biaya|rp\.?\s*0\b|free of charge/i;
/** `Rp 5.000,-`; a scanner's `Rp 1O.000`, and `Rp 5 ribu`, are none that can be read. */
const RUPIAH = /rp\.?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?![\p{L}\d]|[.,]\d|\s*(?:ribu|rb|juta)\b)/iu;
/** `tidak termasuk waktu antrean`, `di luar antre`, `excluding the queue`. */
const WITHOUT_QUEUE =
  /\b(?:tidak termasuk|belum termasuk|di ?luar|excluding)\s+(?:[a-z]+\s+){0,3}?(?:antre\w*|antri\w*|queue|waiting)\b/i;

/**
 * Reads a service page as SIPPN prints it, pasted as text or HTML, into a draft that a person reviews beside its source. What
 * is written is kept as written; what is guessed, missing or contradicts itself is a doubt, and nothing is repaired.
 */
export function importStandard(source: string): Imported {
  const lines = sectioned(linesOf(source));
  const text = lines.map((line) => line.text).join("\n");
  const firstHeading = lines.findIndex(({ isHeading }) => isHeading);
  const masthead = readMasthead(lines.slice(0, firstHeading === -1 ? lines.length : firstHeading), text);
  const of = (section: Section) => lines.filter((line) => line.section === section && !line.isHeading);

  const requirements = of("requirements").map((line, index) =>
    readRequirement(line, line.ordinal ?? index + 1),
  );
  const channels: readonly Channel[] = lines.some(isOnline) ? ["in-person", "online"] : ["in-person"];
  const procedures = readProcedures(lines, channels);
  const promises = of("time").filter((line) => isPromise(line));
  const promised = durationIn(longest(promises)?.text ?? "");
  const hours = of("time").flatMap((line): readonly HoursLine[] => {
    const reads = openingHoursIn(line.text);
    return reads.length > 0 ? [{ line, reads }] : [];
  });
  const fee = of("fee").find((line) => FREE.test(line.text) || RUPIAH.test(line.text)) ?? of("fee")[0];
  const kinds = [...new Set(requirements.flatMap((requirement) => requirement.kinds))];

  const draft: DraftStandard = {
    ...{ id: "", version: 1, effectiveFrom: null, effectiveTo: null },
    source: { file: "", kind: "pasted text in SIPPN form", duplicatedBlocks: [] },
    institution: masthead.institution,
    service: {
      title: masthead.title,
      chartTitle: procedures.chartTitle?.text ?? null,
      kind: kindOf(masthead.title),
      alsoCovers: kinds,
      variants: variantsOf(masthead.title),
      decreeNumber: masthead.decreeNumber,
      decreeDate: null,
      performerColumns: procedures.performerColumns,
      signatoryOffice: lines.find((line) => /^KEPALA\b/.test(line.text))?.text ?? null,
    },
    channels: channels.map((id) => channelOf(id, lines, procedures)),
    requirements: inTheirPlace(requirements),
    procedures: procedures.procedures,
    promise: promised ? promiseOf(promised, promises, procedures) : null,
    hours: hours.length > 0 ? publishedHours(hours) : null,
    fees: {
      amountIdr: amountOf(fee?.text ?? ""),
      text: fee?.text ?? "",
      cites: fee ? [citing(fee)] : [],
    },
    products: of("product").map((line) => line.text),
    handover: handoverOf(procedures),
    complaints: readComplaints(of("complaint")),
    issues: [],
  };
  const { provinceIsKnown, zoneIsStated } = masthead;
  const known = { provinceIsKnown, zoneIsStated, isFeeUnclear: isFeeUnclear(of("fee")) };
  const reading = { lines, draft, procedures, promised, promises, hours, channels, ...known };
  const parts = new Map<number, Part>([
    ...masthead.parts.map(([line, part]) => [line.number, part] as const),
    ...promises.map((line) => [line.number, "promise"] as const),
    ...hours.map(({ line }) => [line.number, "hours"] as const),
  ]);
  const marks = marksOf(reading, parts);
  return { draft, marks, doubts: doubtsOf(reading, marks) };
}

/** A line that is a length of time and hardly anything else. */
function isPromise({ text, ordinal }: SectionedLine): boolean {
  const read = durationIn(text);
  return (
    read !== undefined &&
    ordinal === undefined &&
    !text.includes("\t") &&
    text.replace(WITHOUT_QUEUE, "").length <= read.text.length + 30 &&
    openingHoursIn(text).length === 0
  );
}

/** A way of its own has a name: the title's, a heading's, or a requirement's. An online form at the desk is none. */
const isOnline = ({ text, section, ordinal }: SectionedLine): boolean =>
  /\bonline\b|\bdaring\b/i.test(text) &&
  !text.includes("\t") &&
  (section === "masthead" || section === "requirements" || (ordinal === undefined && text.length < 40));

const longest = (lines: readonly SectionedLine[]): SectionedLine | undefined =>
  lines.toSorted((a, b) => b.text.length - a.text.length)[0];

const citing = ({ number, text }: SectionedLine): Cite => ({ line: number, quote: text });

function kindOf(title: string): Standard["service"]["kind"] {
  if (/perpanjang/i.test(title)) return "renewal";
  return /pengganti|hilang|rusak/i.test(title) ? "replacement" : "issue";
}

/** `Layanan Pembuatan KTA dan KTA Online`: two services under one name. */
function variantsOf(title: string): readonly string[] {
  const [, one, other] = /(\S+) dan ((?:\S+ )?online)\b/i.exec(title) ?? [];
  return one && other ? [one, other] : [];
}

function promiseOf(
  read: ReadDuration,
  lines: readonly SectionedLine[],
  { main, procedures }: ReadProcedures,
): Standard["promise"] {
  const sum = main.reduce((total, step) => total + (step.target?.seconds ?? 0), 0);
  const isTimed = procedures[0]?.isTimed ?? false;
  const isDays = read.unit === "business-day";
  const withoutQueue = lines.find(({ text }) => WITHOUT_QUEUE.test(text));
  const givesAway = main.some(
    ({ key }) => key === "handover" || key === "receipt" || key === "print-and-handover",
  );
  return {
    // What the time leaves out is part of it: the whole line is printed.
    published: { ...plainDuration(read), ...(withoutQueue ? { text: withoutQueue.text } : {}) },
    cites: lines.map(citing),
    ...{ isApproximate: read.isApproximate, rangeFrom: read.rangeFrom },
    excludesQueue: withoutQueue !== undefined,
    covers: !isDays && read.seconds !== null && sum > read.seconds ? "unresolved" : "all",
    startsAfter: isDays && main.some(({ key }) => key === "approve") ? "approve" : null,
    stop: isTimed && givesAway ? "taken" : "ready",
    businessDayRule: isDays ? "close-of-next-working-day" : null,
    clockNotes: { start: [], stop: "", pauses: [], afterHours: null, readings: [] },
    ...{ sumNote: null, hypotheses: [], hypothesesNote: null },
  };
}

const publishedHours = (hours: readonly HoursLine[]): PublishedHours => ({
  weekly: weekOf(hours),
  texts: hours.map(({ line }) => line.text),
  cites: hours.map(({ line }) => citing(line)),
});

/** Whether no amount was read, or more than one: free for some and not for others, or a number that a scanner broke. */
function isFeeUnclear(lines: readonly SectionedLine[]): boolean {
  const amounts = new Set(
    lines.flatMap(({ text }) => [
      ...(FREE.test(text) ? [0] : []),
      ...(text.match(new RegExp(RUPIAH, "giu")) ?? []).map(amountOf),
    ]),
  );
  return amounts.size !== 1;
}

/** Rupiah; 0 where it is free, and where nothing was understood: the doubts say which. */
const amountOf = (text: string): number =>
  FREE.test(text) ? 0 : Number((RUPIAH.exec(text)?.[1] ?? "0").replaceAll(".", ""));

function handoverOf({ main, online }: ReadProcedures): Standard["handover"] {
  const gives = [...main, ...online].filter(
    ({ key }) => key === "handover" || key === "receipt" || key === "print-and-handover",
  );
  const book = gives
    .map(({ text }) => /buku [\p{L} ]+/iu.exec(text)?.[0].trim())
    .find((found) => found !== undefined);
  const validates = gives.some(({ text }) => /memvalidasi no(?:mor)? hp/i.test(text));
  return {
    isStated: gives.length > 0,
    checks: validates ? ["validate the applicant's mobile number: active and matching"] : [],
    receipt: book ?? null,
    signature: gives.some(({ text }) => /menandatangani/i.test(text)) ? "applicant" : null,
    ...{ by: null, after: null, note: null },
    cites: gives.map(({ line }) => ({ line: line.number, quote: null })),
  };
}

const CHANNEL_TITLES = {
  "in-person": /^(?:datang )?langsung\b|^datang\b/i,
  online: /^via online|^online\b|\bonline$/i,
} as const;

function channelOf(id: Channel, lines: readonly SectionedLine[], read: ReadProcedures): ServiceChannel {
  const titleAt = lines.findIndex(
    (line) =>
      line.section === "procedure" &&
      line.ordinal === undefined &&
      line.text.length < 40 &&
      CHANNEL_TITLES[id].test(line.text),
  );
  const actions: SectionedLine[] = [];
  for (const line of titleAt === -1 ? [] : lines.slice(titleAt + 1)) {
    const isOver = line.isHeading || line.section !== "procedure" || line.ordinal !== undefined;
    if (isOver || /^[^\p{Ll}]+$|^WWW\./u.test(line.text)) break;
    actions.push(line);
  }
  const told = (pattern: RegExp): boolean => actions.some(({ text }) => pattern.test(text));
  const delivery = actions.find(({ text }) => /\bdikirim\b|\bdiambil\b/i.test(text));
  const variant = id === "online" ? read.onlineTitle : read.counterTitle;
  return {
    id,
    title: lines[titleAt]?.text ?? variant?.text ?? null,
    mode:
      id === "online"
        ? read.online.some(({ text }) => /ke perpustakaan/i.test(text))
          ? "online-then-counter"
          : "online"
        : "in-person",
    applicantActions: actions.filter((line) => line !== delivery).map(({ text }) => text),
    formFields: [],
    photoSource: "",
    needsIdentityDocument: id === "online" && actions.length > 0 ? told(/identitas|KTP/i) : null,
    delivery: [],
    deliveryText: delivery?.text ?? null,
  };
}

function marksOf(reading: Reading, parts: ReadonlyMap<number, Part>): readonly Mark[] {
  const { lines, procedures, draft } = reading;
  const steps = new Set(
    [...procedures.main, ...procedures.extra, ...procedures.online].map(({ line }) => line.number),
  );
  const table = new Set(procedures.table?.lines.map((line) => line.number));
  const actions = new Set(
    draft.channels.flatMap(({ applicantActions, deliveryText, title }) => [
      ...applicantActions,
      deliveryText,
      title,
    ]),
  );
  return lines.map((line): Mark => {
    const { number, section, isHeading, text } = line;
    const known = parts.get(number);
    if (known) return { line: number, part: known };
    if (isHeading) return { line: number, part: "heading" };
    if (section === "masthead") return { line: number, part: "repeated" };
    if (steps.has(number)) return { line: number, part: "step" };
    if (table.has(number)) return { line: number, part: "table" };
    if (actions.has(text)) return { line: number, part: "channel" };
    if (section === "requirements") return { line: number, part: "requirement" };
    if (section === "fee" || section === "product" || section === "complaint")
      return { line: number, part: section };
    return { line: number, part: line.ordinal !== undefined || text.length < 200 ? "text" : "unknown" };
  });
}
