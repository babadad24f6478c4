import type { StepKey } from "../case-event.ts";
import type { Performer } from "../standard.ts";

const NAMED: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:pemohon|pemustaka|pendaftar|calon anggota|pengunjung|pengguna(?: layanan)?|anggota|applicant)\b/i,
    "applicant",
  ],
  [/^petugas layanan\b/i, "service-officer"],
  [/^operator\b/i, "operator"],
  [/^(?:petugas|staf|pustakawan|officer|librarian)\b/i, "officer"],
];
/** Named behind the verb: `Jika semua ok petugas layanan memberikan paraf`. */
const INSIDE: readonly (readonly [RegExp, string])[] = [
  [/\bpetugas (?:layanan |akan )*me\w+/i, "officer"],
  [/\bcalon anggota\b.*\bmengisi\b|\bpemohon\b.*\b(?:mengisi|menandatangani)\b/i, "applicant"],
];

/** What applicants do where a document names nobody. */
const APPLICANTS: readonly (StepKey | null)[] = [
  "form-paper",
  "form-electronic",
  "note-number",
  "report-number",
  "receipt",
  "scan-in",
];

/** The performer that the words begin with, and the words behind him. */
export function namedIn(text: string): { readonly role: string | undefined; readonly rest: string } {
  const [pattern, role] = NAMED.find(([one]) => one.test(text)) ?? [];
  return { role, rest: pattern ? text.replace(pattern, "").trim() : text };
}

/** By the step's own words, else by a remark beside it, else by what kind of work it is. `inferred` needs a person's eye. */
export function performerOf(text: string, remark: string | undefined, key: StepKey | null): Performer {
  // Whoever is asked to do it does it; at a hand-over that two take part in, the library's part is the work.
  if (/persilah?kan (?:pemustaka|pemohon|pendaftar|calon anggota)\b/i.test(text))
    return { role: "applicant", basis: "explicit (at the officer's invitation)" };
  if (key === "handover" && /\bpetugas akan\b/i.test(text)) return { role: "officer", basis: "explicit" };
  const own = namedIn(text).role;
  if (own) return { role: own, basis: "explicit" };
  const beside = remark === undefined ? undefined : namedIn(remark).role;
  if (beside) return { role: beside, basis: "explicit in the remark" };
  const inside = INSIDE.find(([pattern]) => pattern.test(text))?.[1];
  if (inside) return { role: inside, basis: "explicit" };
  return { role: APPLICANTS.includes(key) ? "applicant" : "officer", basis: "inferred" };
}
