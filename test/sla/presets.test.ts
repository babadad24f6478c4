import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/kernel/schema.ts";
import { parseStandard } from "../../src/sla/parse-standard.ts";
import { findStandard, PRESETS } from "../../src/sla/presets.ts";
import { coversService, requirementsFor, stepSumSeconds } from "../../src/sla/service.ts";
import type { Standard } from "../../src/sla/standard.ts";
import { BARITO, JATENG, LEBAK, MOJOKERTO, SIDOARJO } from "./case-story.ts";

const fixture = (path: string): string =>
  readFileSync(new URL(`../fixtures/sla/${path}`, import.meta.url), "utf8");

interface Fact {
  readonly id: string;
  readonly service: Record<string, unknown>;
  readonly requirements: readonly object[];
  readonly timing: Record<string, unknown>;
  readonly hours: { readonly text: readonly string[] } | null;
  readonly complaints: { readonly procedure: { readonly steps: readonly unknown[] } | null };
  readonly issues: readonly object[];
  readonly [part: string]: unknown;
}
const facts: { readonly standards: readonly Fact[] } = JSON.parse(fixture("service-standards.json"));

const texts = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(texts)
      : [];

describe("the shipped standards", () => {
  it("are the five published ones, in the order of the documents", () => {
    expect(PRESETS.map(({ id }) => id)).toEqual(facts.standards.map(({ id }) => id));
  });

  it.each(facts.standards.map((fact) => [fact.id, fact] as const))(
    "%s holds every text of the facts, verbatim",
    (id, fact) => {
      const kept = new Set(texts(findStandard(id)));
      const { signatoryNote: _, ...service } = fact.service;
      const { published, publishedCite, hypotheses, hypothesesNote } = fact.timing;
      const wanted = {
        ...{ institution: fact["institution"], source: fact["source"], service, channels: fact["channels"] },
        ...{ requirements: fact.requirements.map((r) => ({ ...r, appliesTo: [] })) },
        ...{ procedures: fact["procedures"], published, publishedCite, hypotheses, hypothesesNote },
        ...{ hours: fact.hours?.text, fees: fact["fees"], products: fact["products"] },
        ...{
          handover: fact["handover"],
          complaints: { ...fact.complaints, procedure: fact.complaints.procedure?.steps },
        },
        ...{ issues: fact.issues },
      };
      const renamed = new Set(["replacement-lost", "replacement-damaged"]);
      expect(texts(wanted).filter((text) => !kept.has(text) && !renamed.has(text))).toEqual([]);
    },
  );

  it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s cites lines of its source that say what they are cited for",
    (_, preset) => {
      const lines = fixture(`seeds/${preset.source.file}`).split("\n");
      const says = ({ line, quote }: { line: number; quote: string | null }): boolean =>
        lines[line - 1]?.includes(quote ?? "") ?? false;
      const quoted = [
        ...preset.requirements.flatMap(({ cites }) => cites),
        ...[
          ...preset.promise.cites,
          ...preset.fees.cites,
          ...preset.handover.cites,
          ...(preset.hours?.cites ?? []),
        ],
        ...preset.issues.flatMap(({ evidence }) => evidence),
      ];
      expect(quoted.filter((cite) => !says(cite))).toEqual([]);

      const steps = [
        ...preset.procedures.flatMap(({ steps }) => steps),
        ...(preset.complaints.procedure?.steps ?? []),
      ];
      const stray = steps.flatMap(({ text, cites }) =>
        cites.filter(({ line }) => !says({ line, quote: text.replace(/^Pemustaka |^Petugas /, "") })),
      );
      expect(stray).toEqual([]);
    },
  );

  it("carry the same issues as the facts, none of them answered by us", () => {
    for (const fact of facts.standards) {
      const preset = findStandard(fact.id);
      expect(preset?.issues.map(({ resolution, ...issue }) => issue)).toEqual(fact.issues);
      expect(preset?.issues.every(({ resolution }) => resolution === null)).toBe(true);
    }
  });

  it("name no official", () => {
    expect(JSON.stringify(PRESETS)).not.toMatch(/NIP|\d{8} \d{6} \d \d{3}/);
  });

  it("add up, or do not, as the documents do", () => {
    const desk = { kind: "new", channel: "in-person" } as const;
    const sums = [MOJOKERTO, JATENG, BARITO, SIDOARJO, LEBAK].map((preset) => stepSumSeconds(preset, desk));
    expect(sums).toEqual(facts.standards.map(({ timing }) => timing["stepSumSeconds"]));
    expect(PRESETS.map(({ promise }) => promise.published.seconds)).toEqual([900, 840, null, 600, 1440]);
    expect(PRESETS.map(({ promise }) => promise.covers)).toEqual(["all", "all", "all", "unresolved", "all"]);
    expect(stepSumSeconds(SIDOARJO, { kind: "new", channel: "online" })).toBeNull();
  });

  it("hold the complaint procedure of Lebak: 16 minutes and one step as needed", () => {
    const steps = LEBAK.complaints.procedure?.steps ?? [];
    expect(steps.map(({ target }) => target?.seconds ?? null)).toEqual([60, 300, 60, 300, 60, null, 120, 60]);
    expect(steps[5]?.targetKind).toBe("as-needed");
  });
});

describe("what a standard covers", () => {
  it("is the kind of case it names, in the channels it names", () => {
    expect(coversService(MOJOKERTO, { kind: "renewal", channel: "online" })).toBe(true);
    expect(coversService(MOJOKERTO, { kind: "new", channel: "in-person" })).toBe(false);
    expect(coversService(BARITO, { kind: "lost", channel: "in-person" })).toBe(true);
    expect(coversService(LEBAK, { kind: "new", channel: "online" })).toBe(false);
  });

  it("lists requirements by channel and kind", () => {
    const ids = (...args: Parameters<typeof requirementsFor>): string[] =>
      requirementsFor(...args).map(({ id }) => id);
    expect(ids(SIDOARJO, { kind: "new", channel: "in-person" })).toEqual(["r1", "r2"]);
    expect(ids(SIDOARJO, { kind: "new", channel: "online" })).toEqual(["r1", "r2", "r3", "r4"]);
    expect(ids(BARITO, { kind: "new", channel: "in-person" })).toEqual(["r1", "r2", "r3", "r4", "r5", "r7"]);
    expect(ids(BARITO, { kind: "lost", channel: "in-person" })).toEqual(["r6", "r7"]);
  });
});

/** A copy with other values at these paths; undefined takes the field away. */
function changed(standard: Standard, changes: Record<string, unknown>): unknown {
  const copy: unknown = structuredClone(standard);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split("/");
    const parent = keys.slice(0, -1).reduce((at, key) => Reflect.get(Object(at), key), copy);
    const key = keys.at(-1) ?? "";
    if (value === undefined) Reflect.deleteProperty(Object(parent), key);
    else Reflect.set(Object(parent), key, value);
  }
  return copy;
}

function problemsOf(raw: unknown): readonly string[] {
  try {
    parseStandard(raw, "standard.json");
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems;
  }
}

describe("reading a standard", () => {
  it("reports every problem at once, with its path", () => {
    const raw = changed(LEBAK, {
      "institution/timeZone": 7,
      "procedures/0/steps/0/key": "menerima",
      "promise/published/value": "24",
      fee: {},
      products: undefined,
    });
    expect(problemsOf(raw).map((problem) => problem.split(" ")[0])).toEqual([
      "/fee",
      "/institution/timeZone",
      "/procedures/0/steps/0/key",
      "/promise/published/value",
      "/products",
    ]);
  });

  it("refuses anything that is no document at all", () => {
    for (const raw of [null, 7, "{}", [], {}, { hours: { weekly: { mon: [["7", "25:00", "x"]] } } }])
      expect(problemsOf(raw)).not.toEqual([]);
  });

  it("refuses what no clock could run on, but not what a document contradicts", () => {
    const raw = changed(BARITO, {
      "promise/businessDayRule": null,
      "institution/timeZone": "Asia/Muara_Teweh",
      "procedures/0/steps/1/key": "form-paper",
      "promise/published/seconds": 1,
    });
    expect(problemsOf(raw).map((problem) => problem.split(" ")[0])).toEqual([
      "/institution/timeZone",
      "/promise/businessDayRule",
      "/promise/published/seconds",
      "/procedures/0/steps",
    ]);
    expect(problemsOf(SIDOARJO)).toEqual([]);
  });

  it("finds the newest version unless one is named", () => {
    const second = { ...LEBAK, version: 2 };
    expect(findStandard(LEBAK.id, undefined, [LEBAK, second])?.version).toBe(2);
    expect(findStandard(LEBAK.id, 1, [LEBAK, second])?.version).toBe(1);
    expect(findStandard("id.nowhere")).toBeUndefined();
  });
});
