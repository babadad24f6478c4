import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { Clerk } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const BARITO = "id.barito-utara.kartu-anggota";
const OUTSIDE = "student-university-outside-barito-utara";
const refusal = (code: string) => expect.objectContaining({ code });

describe("who is served, with which papers, over the socket", () => {
  let desk: TestBridge;
  let clerk: Clerk;

  beforeAll(async () => {
    desk = await startBridge();
    clerk = new Clerk(desk);
    await desk.bridge.supervisor.firstAttempts();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const begin = (extra: { category?: string; kind?: "new" | "lost" } = {}): Promise<CaseView> =>
    desk.client.call("case.open", {
      ...{ member: null, kind: "new", channel: "in-person", standard: BARITO },
      ...extra,
    });
  const papers = ({ requirements }: CaseView): string[] => requirements.map(({ id }) => id);

  it("tells the sorts of applicant apart before anything begins, and suggests only what is safe", async () => {
    const asked = { standard: BARITO, kind: "new", channel: "in-person" } as const;
    const suggestedFor = async (memberType: string | null) =>
      (await desk.client.call("intake.categories", { ...asked, memberType })).suggested;
    expect(await suggestedFor("Umum")).toBe("general-public");
    expect(await suggestedFor("Pelajar SMA")).toBe("sd+smp+sma");
    expect(await suggestedFor("SMP")).toBe("sd+smp+sma");
    expect(await suggestedFor("Pegawai")).toBe("employee");
    // Of which university, the type does not say; and a pupil may be one of a kindergarten.
    for (const doubtful of ["Mahasiswa", "Pelajar", "Anggota", "", null])
      expect(await suggestedFor(doubtful)).toBe(null);
    const { choices } = await desk.client.call("intake.categories", { ...asked, memberType: null });
    expect(choices).toHaveLength(6);
    expect(choices.filter(({ isServed }) => !isServed).map(({ category }) => category)).toEqual([OUTSIDE]);
  });

  it("shows exactly the papers of the category with which the case was opened", async () => {
    const view = await begin({ category: "employee" });
    expect(view.applicant).toMatchObject({ category: "employee", isServed: true });
    expect(view.requirements).toEqual([
      {
        ...{ id: "r4", text: "Fc KTP / SIM / Kartu Pegawai", form: "photocopy" },
        ...{ documents: ["KTP", "SIM", "Kartu Pegawai"], howMany: "any", isInferred: true, isChecked: false },
      },
      {
        ...{ id: "r7", text: "Mengisi Form pendaftaran anggota", form: null },
        ...{ documents: [], howMany: "all", isInferred: false, isChecked: false },
      },
    ]);
  });

  it("takes a category, or another one, at any time without moving the clock", async () => {
    const view = await begin();
    expect(papers(view)).toEqual(["r1", "r2", "r3", "r4", "r5", "r7"]);
    const first = await desk.client.call("case.categorize", { case: view.case, category: "paud-tk" });
    expect(papers(first)).toEqual(["r1", "r7"]);
    const second = await desk.client.call("case.categorize", { case: view.case, category: "general-public" });
    expect(papers(second)).toEqual(["r5", "r7"]);
    expect(second).toMatchObject({ now: view.now, status: "open" });
  });

  it("refuses a category that the standard does not have, and opens nothing under it", async () => {
    const { cases: before } = await desk.client.call("desk.get", {});
    await expect(begin({ category: "nobody" })).rejects.toEqual(refusal("CATEGORY_UNKNOWN"));
    await expect(begin({ kind: "lost", category: "employee" })).rejects.toEqual(refusal("CATEGORY_UNKNOWN"));
    const { cases } = await desk.client.call("desk.get", {});
    expect(cases).toHaveLength(before.length);
  });

  it("keeps what was brought while the rest is waited for, and ends no step by it", async () => {
    let view = await begin({ category: "general-public" });
    view = await clerk.done(view);
    expect(view.now).toBe("intake");
    await desk.client.call("case.notePapers", { case: view.case, documents: ["r7"] });
    view = await desk.client.call("case.pause", { case: view.case, reason: "missing-document" });
    view = await desk.client.call("case.resume", { case: view.case });
    expect(view.now).toBe("intake");
    expect(view.requirements.map(({ id, isChecked }) => [id, isChecked])).toEqual([
      ["r5", false],
      ["r7", true],
    ]);
    view = await desk.client.call("case.completeStep", {
      ...{ case: view.case, step: "intake", result: "done" },
      documents: ["r5", "r7"],
    });
    expect(view.now).toBe("verify");
    // One that follows later: no work is done a second time.
    view = await desk.client.call("case.notePapers", { case: view.case, documents: ["r5"] });
    expect(view.now).toBe("verify");
    expect(view.steps.find(({ key }) => key === "intake")?.state).toBe("done");
  });

  it("closes the case of an applicant whom the standard leaves out: not late, not cancelled, counted apart", async () => {
    const view = await begin({ category: OUTSIDE });
    expect(view.applicant.isServed).toBe(false);
    const closed = await desk.client.call("case.refuse", { case: view.case, reason: "category" });
    expect(closed).toMatchObject({ status: "not-served", now: null });
    expect(closed.promise).toMatchObject({ published: "not-judged", stepSum: "not-judged" });
    await expect(desk.client.call("case.pause", { case: view.case, reason: "other" })).rejects.toEqual(
      refusal("CASE_CLOSED"),
    );
    const { cases } = await desk.client.call("desk.get", {});
    expect(cases.map((one) => one.case)).not.toContain(view.case);
  });

  it("closes none as not served that the standard serves, except for want of papers", async () => {
    const view = await begin({ category: "general-public" });
    await expect(desk.client.call("case.refuse", { case: view.case, reason: "category" })).rejects.toEqual(
      refusal("CATEGORY_IS_SERVED"),
    );
    await desk.client.call("case.notePapers", { case: view.case, documents: ["r7"] });
    const closed = await desk.client.call("case.refuse", { case: view.case, reason: "documents-missing" });
    expect(closed.status).toBe("not-served");
    const [last] = desk.bridge.store.cases.events(view.case as never).slice(-1);
    expect(last).toMatchObject({
      type: "case.notServed",
      data: { reason: "documents-missing", missing: ["r5"] },
    });
  });

  it("counts cases by the category that was said, and finds them by it", async () => {
    const today = new Date().toLocaleDateString("sv", { timeZone: "Asia/Jakarta" });
    const asked = { from: today, to: today, standard: BARITO };
    const whole = await desk.client.call("punctuality.get", asked);
    expect(whole).toMatchObject({ notServed: 2, cancelled: 0 });
    expect(whole.summary.n).toBe(0);
    expect(whole.categories.map(({ category }) => category)).toEqual(
      expect.arrayContaining(["general-public", "employee", OUTSIDE]),
    );
    const outside = await desk.client.call("punctuality.get", { ...asked, category: OUTSIDE });
    expect(outside).toMatchObject({ opened: 1, notServed: 1, open: 0 });
    const { cases } = await desk.client.call("punctuality.cases", {
      ...{ ...asked, category: "employee" },
      ...{ limit: 25, offset: 0 },
    });
    expect(cases.map(({ category, status }) => [category, status])).toEqual([["employee", "open"]]);
  });
});
