import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../src/sla/find-draft-problems.ts";
import { importStandard } from "../../../src/sla/import/import-standard.ts";
import type { DraftStep, Imported } from "../../../src/sla/import/imported.ts";
import { PRESETS } from "../../../src/sla/presets.ts";
import type { Requirement, Standard, StepTarget } from "../../../src/sla/standard.ts";

const fixture = (path: string): string =>
  readFileSync(new URL(`../../fixtures/sla/${path}`, import.meta.url), "utf8");

const codesOf = ({ doubts }: Imported): ReadonlySet<string> => new Set(doubts.map(({ code }) => code));
const stepsOf = ({ draft }: Imported): readonly DraftStep[] => draft.procedures[0]?.steps ?? [];
const lineOf = ({ doubts }: Imported, code: string) => doubts.find((doubt) => doubt.code === code)?.line;

/** What is judged by: an officer is an officer, whatever his desk is called. */
const isApplicant = ({ performer }: Pick<StepTarget, "performer">): boolean => performer.role === "applicant";

const judged = (step: DraftStep | StepTarget) => ({
  ...{ seq: step.seq, key: step.key, text: step.text, target: step.target, kind: step.targetKind },
  ...{ applicant: isApplicant(step), conditional: step.isConditional, parts: step.splitInto },
  ...{ inputs: step.inputs, line: step.cites[0]?.line },
});

const withoutCites = ({ cites: _, ...rest }: Requirement) => rest;

const published = ({
  published: total,
  covers,
  startsAfter,
  stop,
  businessDayRule,
}: Standard["promise"]) => ({
  ...{ total, covers, startsAfter, stop, businessDayRule },
});

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** Where something was read that the other does not have; what was not read is no wrong value. */
function differences(read: unknown, known: unknown, at = ""): string[] {
  if (isNothing(read) || at.endsWith("/cites")) return [];
  if (typeof read !== "object" || read === null)
    return read === known ? [] : [`${at}: ${read}, not ${known}`];
  return Object.entries(read).flatMap(([key, value]) =>
    differences(value, (known as Readonly<Record<string, unknown>> | undefined)?.[key], `${at}/${key}`),
  );
}

describe("importing a published standard", () => {
  describe.each(PRESETS.map((preset) => [preset.id, preset] as const))("%s", (_, preset) => {
    const imported = importStandard(fixture(`seeds/${preset.source.file}`));
    const { draft } = imported;
    const main = preset.procedures.find(({ isAuthoritative }) => isAuthoritative) ?? preset.procedures[0];

    it("says who publishes what, as the reviewed preset does, or that it is not in the text", () => {
      const { province, timeZone, tzBasis: _basis, ...institution } = draft.institution;
      expect(preset.institution).toMatchObject(institution);
      expect(province === preset.institution.province || codesOf(imported).has("PROVINCE_UNKNOWN")).toBe(
        true,
      );
      expect(timeZone === preset.institution.timeZone || codesOf(imported).has("PROVINCE_UNKNOWN")).toBe(
        true,
      );
      expect(draft.service).toEqual(preset.service);
    });

    it("has its requirements, and whom each is for", () => {
      expect(draft.requirements.map(withoutCites)).toEqual(preset.requirements.map(withoutCites));
    });

    it("has its steps with their kinds of work, times and performers", () => {
      expect(stepsOf(imported).map(judged)).toEqual((main?.steps ?? []).map(judged));
      const { channels, isTimed, strayHeading, startRow, endRow } = draft.procedures[0] ?? {};
      const {
        channels: ways,
        isTimed: timed,
        strayHeading: stray,
        startRow: start,
        endRow: end,
      } = main ?? {};
      expect({ channels, isTimed, strayHeading, startRow, endRow }).toEqual({
        ...{ channels: ways, isTimed: timed, strayHeading: stray, startRow: start, endRow: end },
      });
    });

    it("has its promise, hours, fee, products and ways to complain", () => {
      expect(draft.promise && published(draft.promise)).toEqual(published(preset.promise));
      expect(draft.hours?.weekly).toEqual(preset.hours?.weekly);
      expect(draft.fees).toEqual(preset.fees);
      expect(draft.products).toEqual(preset.products);
      expect(draft.complaints.channels).toEqual(preset.complaints.channels);
      expect(draft.complaints.areContactsGiven).toBe(preset.complaints.areContactsGiven);
      const told = ({ complaints }: Pick<Standard, "complaints">) =>
        complaints.procedure?.steps.map(({ seq, text, target, targetText, performer }) => ({
          ...{ seq, text, target, targetText, performer },
        }));
      expect(told(draft)).toEqual(told(preset));
    });

    it("has its channels as the document words them", () => {
      const worded = ({ channels }: Pick<Standard, "channels">) =>
        channels.map(({ id, title, mode, applicantActions, deliveryText }) => ({
          ...{ id, title, mode, applicantActions, deliveryText },
        }));
      expect(worded(draft)).toEqual(worded(preset));
    });

    it("lists every doubt that the reviewed preset lists", () => {
      const missing = preset.issues.map(({ code }) => code).filter((code) => !codesOf(imported).has(code));
      expect(missing).toEqual([]);
    });

    it("has no value anywhere that the reviewed preset has otherwise, but for notes on how it was read", () => {
      const { source: _source, version: _version, issues: _issues, procedures, ...rest } = draft;
      const read = { ...rest, institution: { ...draft.institution, tzBasis: null, timeZone: null } };
      expect(differences(read, preset)).toEqual([]);
      const [own] = procedures;
      const steps = own?.steps.map(({ performer: _performer, condition: _condition, ...step }) => step);
      expect(differences({ ...own, id: null, section: null, steps }, main)).toEqual([]);
    });

    it("marks every line that is not blank, once", () => {
      const lines = fixture(`seeds/${preset.source.file}`).split("\n");
      const written = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index + 1]));
      expect(imported.marks.map(({ line }) => line)).toEqual(written);
    });
  });

  describe("a page that none of us has seen before", () => {
    const source = fixture("imports/tirtamaya.txt");
    const imported = importStandard(source);

    it("keeps approximate times, ranges, hours and halves as written, and counts them in seconds", () => {
      expect(stepsOf(imported).map(({ key, target }) => [key, target?.text, target?.seconds])).toEqual([
        ["form-paper", undefined, undefined],
        ["verify", "(± 3 menit)", 180],
        ["photo", "(1 - 2 menit)", 120],
        ["print", "(1 jam 30 menit)", 5400],
        [null, "(1 menit)", 60],
        ["handover", "(setengah menit)", 30],
      ]);
      expect(imported.draft.promise?.published).toEqual({
        ...{ value: 120, unit: "minute", seconds: 7200, text: "± 2 jam" },
      });
    });

    it("says what it could not know: the odd step, the backward hours, the province, how exact the promise is", () => {
      const at = (words: string): number => source.split("\n").findIndex((line) => line.includes(words)) + 1;
      expect(lineOf(imported, "STEP_UNKNOWN")).toBe(at("menari"));
      expect(lineOf(imported, "HOURS_BACKWARDS")).toBe(at("Minggu"));
      expect(lineOf(imported, "PROMISE_APPROXIMATE")).toBe(at("± 2 jam"));
      expect(lineOf(imported, "PROVINCE_UNKNOWN")).toBeNull();
    });

    it("reads the zone from the hours, the fee in rupiah and the kind from the title", () => {
      expect(imported.draft.institution.timeZone).toBe("Asia/Makassar");
      expect(imported.draft.fees.amountIdr).toBe(5_000);
      expect(imported.draft.service).toMatchObject({ kind: "replacement", decreeNumber: "045/17/DPAD/2025" });
      expect(imported.draft.hours?.weekly.fri).toEqual([["08:00", "11:30"]]);
    });

    it("reads the same from HTML", () => {
      const html = source
        .split("\n")
        .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("±", "&plusmn;")}&nbsp;</p>`)
        .join("\n")
        .replaceAll("&plusmn;", "&#177;");
      const read = importStandard(`<html><body><style>p { color: red }</style>${html}</body></html>`);
      expect(stepsOf(read).map(({ key, target }) => [key, target?.seconds])).toEqual(
        stepsOf(imported).map(({ key, target }) => [key, target?.seconds]),
      );
      expect(read.draft.institution).toEqual(imported.draft.institution);
    });

    it("finds headings that a scanner read badly, and says so", () => {
      const noisy = source
        .replace("Waktu Penyelesaian", "Waklu Penye1esaian")
        .replace("Persyaratan", "Persyaralan");
      const read = importStandard(noisy);
      expect(read.draft.promise?.published.seconds).toBe(7_200);
      expect(codesOf(read)).toContain("HEADING_UNCLEAR");
    });
  });

  it("reads a page in English as far as its times, and doubts the rest", () => {
    const read = importStandard("City Library\n\nMember card\n\nWaktu Penyelesaian\n\n15 minutes\n");
    expect(read.draft.promise?.published.seconds).toBe(900);
    expect(codesOf(read)).toContain("SECTION_MISSING");
  });

  it("keeps work that comes again in the list, for a person to put right", () => {
    const page = fixture("imports/tirtamaya.txt");
    const last = page.split("\n").find((one) => one.includes("menyerahkan kartu")) ?? "";
    const again = importStandard(page.replace(last, `${last}\n7. Petugas mencetak kartu (1 jam 30 menit)`));
    expect(stepsOf(again).filter(({ key }) => key === "print")).toHaveLength(2);
    expect(problemsOf(again.draft).map(({ code }) => code)).toContain("step-repeated");
  });

  it("makes no promise out of a text that holds none", () => {
    const read = importStandard("Selamat datang di perpustakaan kami.");
    expect(read.draft.promise).toBeNull();
    expect(codesOf(read)).toContain("PROMISE_MISSING");
  });

  it("takes whatever is pasted without falling over", () => {
    const seeds = PRESETS.map(({ source }) => fixture(`seeds/${source.file}`))
      .join("\n")
      .split("\n");
    const line = fc.oneof(fc.constantFrom(...seeds), fc.string({ unit: "grapheme", maxLength: 80 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const { marks, draft } = importStandard(lines.join("\n"));
        expect(new Set(marks.map(({ line: number }) => number)).size).toBe(marks.length);
        for (const { steps } of draft.procedures)
          for (const { target } of steps) expect(target?.seconds ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});
