import type { Complaints, Performer } from "../standard.ts";
import type { SectionedLine } from "./sections.ts";
import { stepOfLine } from "./steps.ts";

type ComplaintChannel = Complaints["channels"][number];

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const PHONE = /\+?\d[\d\s()-]{6,}\d/;
const LABELS =
  /^(?:alamat|e-?mail|website|situs|telepon|telp\.?|whatsapp[^:\d+]*|instagram|instragram|facebook)\s*:?\s*/i;

/** Where to complain, in the order of the document, and how a complaint is handled where it says so. */
export function readComplaints(lines: readonly SectionedLine[]): Complaints {
  const told = lines.filter(({ text }) => !/^penanganan pengaduan\s*:?$/i.test(text));
  const channels = unique(told.flatMap(({ text }) => channelsIn(text)));
  const steps = told
    .filter(({ text }) => isStep(text))
    .map((line, index) => stepOfLine(line, line.ordinal ?? index + 1));
  const isTimed = steps.some(({ target }) => target !== null);
  const isProcedure =
    steps.length > 1 && (isTimed || channels.every(({ value }) => !value || !/[@\d]/.test(value)));
  return {
    channels,
    areContactsGiven: channels.length > 0 && channels.every(isReachable),
    procedure: isProcedure
      ? {
          isTimed,
          steps: steps.map(({ seq, text, performer, target, targetKind, line, cites }) => ({
            ...{ seq, text, target, targetKind, cites },
            performer: isTimed ? whoActs(text, performer) : null,
            targetText:
              targetKind === "as-needed" ? (/\([^()]*\)\s*$/.exec(line.text)?.[0].trim() ?? null) : null,
          })),
        }
      : null,
  };
}

/** Whose act it is where the document names nobody: whoever complains writes it down, and a head answers it. */
const ACTS: readonly (readonly [RegExp, string])[] = [
  [/^kepala\b/i, "head-of-library"],
  [/^(?:mengambil (?:memo|formulir|kertas) kosong|membuat|menulis|mengisi)\b/i, "user"],
];

function whoActs(text: string, performer: Performer): Performer {
  const role = performer.basis === "inferred" ? ACTS.find(([act]) => act.test(text))?.[1] : undefined;
  return role === undefined ? performer : { role, basis: "inferred" };
}

const PLACES: readonly string[] = ["box", "in-person", "address"];
const isReachable = ({ type, value }: ComplaintChannel): boolean =>
  PLACES.includes(type) || (value !== null && /[@\d.]/.test(value));

const unique = (channels: readonly ComplaintChannel[]): readonly ComplaintChannel[] =>
  channels.filter(
    (one, at) => channels.findIndex(({ type, value }) => type === one.type && value === one.value) === at,
  );

/** Somebody does something: a verb stands in it, and no address. */
const isStep = (text: string): boolean =>
  /\b(?:me[a-z]+|menyampaikan)\b/i.test(text) && !/@|:/.test(text) && text.split(" ").length > 2;

function channelsIn(text: string): readonly ComplaintChannel[] {
  const value = text.replace(LABELS, "").trim();
  const mails = text.match(MAIL);
  if (/^(?:ig|fb|instagram|instragram|facebook)\b/i.test(text))
    return [{ type: "social", value: linkOf(value, text) }];
  if (mails && /\(email\)/i.test(text)) return [{ type: "email", value: text }];
  if (mails) return mails.map((mail) => ({ type: "email", value: mail }));
  if (/\bkotak (?:saran|request|pengaduan)\b/i.test(text)) return boxed(text);
  if (/whatsapp/i.test(text)) return [{ type: "whatsapp", value: PHONE.exec(text)?.[0] ?? null }];
  if (/\bsms\b/i.test(text)) return [{ type: "sms", value: text }];
  if (/^alamat/i.test(text) || /^(?:jl|jalan)\b/i.test(text)) return [{ type: "address", value }];
  if (/^website|^situs/i.test(text)) return [{ type: "website", value: value || null }];
  if (PHONE.test(text) && !/alamat/i.test(text)) return [{ type: "phone", value: text }];
  if (/^petugas\b/i.test(text)) return [{ type: "in-person", value: text }];
  return [];
}

/** `kotak saran atau melalui Website, Email, FB dan IG`: named, without saying where. */
function boxed(text: string): readonly ComplaintChannel[] {
  const box = /\bkotak \w+/i.exec(text)?.[0] ?? "";
  return [
    { type: "box", value: box },
    ...(/\bwebsite\b/i.test(text) ? [{ type: "website", value: null }] : []),
    ...(/\be-?mail\b/i.test(text) ? [{ type: "email", value: null }] : []),
    ...(/\bFB\b|\bIG\b/.test(text)
      ? [{ type: "social", value: /FB dan IG|IG dan FB|FB|IG/.exec(text)?.[0] ?? null }]
      : []),
  ];
}

/** `[eperpus](https://www.instagram.com/eperpus)` is its address; else as it stands. */
const linkOf = (value: string, text: string): string =>
  /\]\((https?:[^)]+)\)/.exec(value)?.[1] ?? (/^(?:ig|fb)\b/i.test(text) ? text : value);
