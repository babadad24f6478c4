import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localDate } from "../../src/kernel/types.ts";
import type { SurveyScore } from "../../src/sla/survey/questionnaire.ts";
import { DeskClock } from "../e2e/desk-clock.ts";
import { Clerk } from "../harness/clerk.ts";
import { handedOver } from "../harness/handed-over.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const HOUR_MS = 60 * 60_000;

describe("the survey at hand-over", () => {
  let desk: TestBridge;
  let clerk: Clerk;
  const clock = new DeskClock();
  beforeAll(async () => {
    desk = await startBridge({ clock });
    clerk = new Clerk(desk);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const ask = async (index: number): Promise<string> => {
    const { ballot } = await clerk.client.call("survey.offer", {
      case: (await handedOver(clerk, index)).case,
    });
    return ballot ?? "";
  };
  const answer = (ballot: string, scores: number[], bands = {}) =>
    clerk.client.call("survey.answer", { ballot, scores: scores as SurveyScore[], bands });
  const get = () => {
    const today = localDate(clock.now(), "Asia/Jakarta");
    return clerk.client.call("survey.get", { from: `${today.slice(0, 7)}-01`, to: today });
  };

  it("is offered once the card has changed hands, and not before", async () => {
    const { memberNo } = await clerk.someMember(0);
    const view = await clerk.open(memberNo);
    expect(await clerk.client.call("survey.offer", { case: view.case })).toEqual({
      ballot: null,
      kiosk: null,
    });
    await clerk.client.call("case.cancel", { case: view.case, reason: "gave up" });
    await expect(clerk.client.call("survey.offer", { case: crypto.randomUUID() })).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
  });

  it("has nine questions in the language of whoever asks", async () => {
    const said = await clerk.client.call("survey.questionnaire", {});
    expect(said.questions.map(({ name }) => name)).toHaveLength(9);
    expect(said.questions[2]).toMatchObject({ element: "time", name: "Waktu penyelesaian" });
    expect(said.bands.map(({ band }) => band)).toEqual(["sex", "age", "education", "occupation"]);
  });

  it.each([
    ["one answer missing", [1, 2, 3, 4, 1, 2, 3, 4], {}],
    ["one too many", [1, 2, 3, 4, 1, 2, 3, 4, 1, 2], {}],
    ["a text in place of a number", [1, 2, "3", 4, 1, 2, 3, 4, 1], {}],
    ["an answer that is none", [1, 2, 5, 4, 1, 2, 3, 4, 1], {}],
    ["half an answer", [1, 2, 2.5, 4, 1, 2, 3, 4, 1], {}],
    ["a band that is none", [1, 2, 3, 4, 1, 2, 3, 4, 1], { age: "17" }],
    ["more than is asked", [1, 2, 3, 4, 1, 2, 3, 4, 1], { name: "Rekaan" }],
  ])("takes nothing with %s", async (_, scores, bands) => {
    await expect(answer("a".repeat(22), scores as number[], bands)).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  it("counts nothing of a ballot that it has not given", async () => {
    await expect(answer("a".repeat(22), [1, 2, 3, 4, 1, 2, 3, 4, 1])).rejects.toMatchObject({
      code: "SURVEY_BALLOT_OVER",
    });
  });

  it("says nothing about four answers, and of five the index that a hand comes to", async () => {
    const given = [
      [4, 3, 2, 4, 3, 3, 4, 2, 3],
      [4, 3, 3, 4, 3, 4, 4, 3, 3],
      [3, 3, 3, 4, 4, 4, 4, 3, 3],
      [4, 4, 2, 4, 3, 3, 3, 3, 2],
    ];
    for (const [index, scores] of given.entries()) {
      const ballot = await ask(index + 1);
      expect(await answer(ballot, scores, { sex: "female" })).toEqual({ counted: true });
      // Pressed twice, with other answers: the first counts.
      expect(await answer(ballot, [1, 1, 1, 1, 1, 1, 1, 1, 1])).toEqual({ counted: false });
    }
    expect(await get()).toMatchObject({
      n: 0,
      index: null,
      grade: null,
      elements: [],
      months: [],
      waiting: 4,
    });

    const last = await ask(5);
    await answer(last, [3, 2, 1, 4, 4, 3, 4, 1, 3], { sex: "male", age: "26-35" });
    const view = await get();
    // The columns come to 18, 15, 11, 20, 17, 17, 19, 12 and 14: 143 of 180, and 143 / 5 / 9 × 25 = 79.44.
    expect(view).toMatchObject({ n: 5, grade: "B", waiting: 0 });
    expect(view.index).toBeCloseTo(79.4444, 3);
    expect(view.elements[2]).toEqual({
      element: "time",
      mean: 2.2,
      index: 55,
      grade: "D",
      scores: [1, 2, 2, 0],
    });
    expect(view.bands).toEqual([
      { band: "sex", counts: [4, 1] },
      { band: "age", counts: [0, 0, 1, 0, 0, 0] },
      { band: "education", counts: [0, 0, 0, 0, 0, 0] },
      { band: "occupation", counts: [0, 0, 0, 0, 0, 0] },
    ]);
    expect(view.months).toHaveLength(1);
    // The same five services as the clock has measured them.
    expect(view.measured.summary.n).toBe(5);
  });

  it("leaves nothing in the log by which an answer could be brought to a case", () => {
    const events = [...desk.bridge.store.events.readAll()];
    const surveys = events.filter(({ type }) => type === "survey.counted");
    expect(surveys).toHaveLength(1);
    expect(Object.keys(surveys[0]?.data ?? {}).sort()).toEqual(["bands", "day", "group", "n", "scores"]);
    const cases = new Set(
      events.filter(({ stream }) => stream.startsWith("case/")).map(({ stream }) => stream.slice(5)),
    );
    for (const id of cases) expect(JSON.stringify(surveys)).not.toContain(id);
  });

  it("is not offered again for a case that has answered, nor to one who left an hour ago", async () => {
    const view = await handedOver(clerk, 6);
    const { ballot } = await clerk.client.call("survey.offer", { case: view.case });
    expect((await clerk.client.call("survey.offer", { case: view.case })).ballot).toBe(ballot);
    await answer(ballot ?? "", [4, 4, 4, 4, 4, 4, 4, 4, 4]);
    expect((await clerk.client.call("survey.offer", { case: view.case })).ballot).toBeNull();

    const other = await handedOver(clerk, 7);
    const late = await clerk.client.call("survey.offer", { case: other.case });
    clock.skip(HOUR_MS);
    expect((await clerk.client.call("survey.offer", { case: other.case })).ballot).toBeNull();
    await expect(answer(late.ballot ?? "", [4, 4, 4, 4, 4, 4, 4, 4, 4])).rejects.toMatchObject({
      code: "SURVEY_BALLOT_OVER",
    });
  });

  it("is made into a report that says the same", async () => {
    const today = localDate(clock.now(), "Asia/Jakarta");
    const { file } = await clerk.client.call("report.make", {
      ...{ report: "survey", from: `${today.slice(0, 7)}-01`, to: today },
      ...{ format: "csv", paper: "A4", language: "id" },
    });
    const words = Buffer.from(await clerk.client.frame(file)).toString("utf8");
    expect(words).toContain("79,44");
    expect(words).toMatch(/U3.*Waktu penyelesaian.*2,20/);
  });
});

describe("a desk that asks nobody", () => {
  it("offers no survey", async () => {
    await using desk = await startBridge({
      config: (demo) => ({ ...demo, survey: { ...demo.survey, offer: false } }),
    });
    const clerk = new Clerk(desk);
    const view = await handedOver(clerk, 0);
    expect(await clerk.client.call("survey.offer", { case: view.case })).toEqual({
      ballot: null,
      kiosk: null,
    });
  });
});
