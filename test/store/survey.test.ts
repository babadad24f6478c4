import { readFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../src/kernel/types.ts";
import { SURVEY_ELEMENTS, type SurveyAnswer, type SurveyScore } from "../../src/sla/survey/questionnaire.ts";
import { rebuildStore } from "../../src/store/store.ts";
import { openTestStore } from "./test-store.ts";

const CARD = "id.rekaan.kartu";
const DAY = "2026-11-24" as LocalDate;
const YEAR = { from: "2026-01-01" as LocalDate, to: "2026-12-31" as LocalDate };

const all = (score: SurveyScore, bands: SurveyAnswer["bands"] = {}): SurveyAnswer => ({
  scores: SURVEY_ELEMENTS.map(() => score),
  bands,
});

describe("the survey's box", () => {
  it("gives the log nothing until there are five, and then their sums alone", () => {
    const { store } = openTestStore();
    for (const score of [1, 2, 3, 4] as const) {
      store.survey.put(CARD, all(score, { sex: "female" }));
      store.survey.countFull(DAY);
    }
    expect(store.events.lastSeq).toBe(0);
    expect(store.survey.groups(YEAR)).toEqual([]);
    expect(store.survey.waiting).toBe(4);

    store.survey.put(CARD, all(4, { sex: "male", age: "over-55" }));
    store.survey.countFull(DAY);
    expect(store.survey.waiting).toBe(0);
    const [event] = store.events.read(`survey/${CARD}`);
    expect(event?.data).toEqual({
      group: expect.any(String),
      ...{ day: DAY, n: 5 },
      scores: SURVEY_ELEMENTS.map(() => [1, 1, 1, 2]),
      bands: {
        sex: [4, 1],
        age: [0, 0, 0, 0, 0, 1],
        education: [0, 0, 0, 0, 0, 0],
        occupation: [0, 0, 0, 0, 0, 0],
      },
    });
    expect(store.survey.groups(YEAR).map(({ service, day, sums: { n } }) => [service, day, n])).toEqual([
      [CARD, DAY, 5],
    ]);
  });

  it("keeps the services apart: nobody of a rare one is counted with a common one", () => {
    const { store } = openTestStore();
    for (let n = 0; n < 5; n++) store.survey.put(CARD, all(3));
    store.survey.put("id.rekaan.pengaduan", all(1));
    store.survey.countFull(DAY);
    expect(store.survey.groups(YEAR).map(({ service }) => service)).toEqual([CARD]);
    expect(store.survey.waiting).toBe(1);
  });

  it("is there after a restart, and counts what a stopped daemon had not counted", () => {
    const { store, folder, clock } = openTestStore();
    for (let n = 0; n < 6; n++) store.survey.put(CARD, all(2));
    store.close();
    const again = openTestStore(folder, clock).store;
    expect(again.survey.waiting).toBe(6);
    again.survey.countFull(DAY);
    again.survey.countFull(DAY);
    expect(again.survey.groups(YEAR).map(({ sums: { n } }) => n)).toEqual([6]);
    expect(again.survey.waiting).toBe(0);
  });

  it("outlives a rebuild, and what was counted is not counted again", () => {
    const { store, folder, clock } = openTestStore();
    for (let n = 0; n < 7; n++) {
      store.survey.put(CARD, all(4));
      store.survey.countFull(DAY);
    }
    store.close();
    rebuildStore(folder);
    const again = openTestStore(folder, clock).store;
    expect(again.survey.groups(YEAR).map(({ sums: { n } }) => n)).toEqual([5]);
    expect(again.survey.waiting).toBe(2);
  });

  it("asks for days, and gives only those", () => {
    const { store } = openTestStore();
    for (const day of ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"] as LocalDate[]) {
      for (let n = 0; n < 5; n++) store.survey.put(CARD, all(4));
      store.survey.countFull(day);
    }
    const november = { from: "2026-11-01" as LocalDate, to: "2026-11-30" as LocalDate };
    expect(store.survey.groups(november).map(({ day }) => day)).toEqual(["2026-11-01", "2026-11-30"]);
  });

  it("holds no time and no single answer: two in it can no longer be told apart", () => {
    const { store, folder } = openTestStore();
    store.survey.put(CARD, all(1, { education: "postgraduate" }));
    store.survey.put(CARD, all(4));
    store.close();
    using sql = new DatabaseSync(path.join(folder, "titian.sqlite"), { readOnly: true });
    const rows = sql.prepare("SELECT * FROM survey_box").all();
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0] ?? {})).toEqual(["service", "group_id", "sums"]);
    // A random id: others of ours begin with the time.
    expect(String(rows[0]?.["group_id"])[14]).toBe("4");
    expect(readFileSync(path.join(folder, "titian.sqlite")).includes("postgraduate")).toBe(false);
  });
});
