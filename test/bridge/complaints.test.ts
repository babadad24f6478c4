import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS, type Params } from "../../src/bridge/protocol/commands.ts";
import { COMPLAINT_COMMANDS } from "../../src/bridge/protocol/complaint-commands.ts";
import { LONGEST_COMPLAINT } from "../../src/bridge/protocol/limits.ts";
import { DeskClock } from "../e2e/desk-clock.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const LEBAK = "id.lebak.pembuatan-kta";
const BARITO = "id.barito-utara.kartu-anggota";
const MOJOKERTO = "id.mojokerto-kota.perpanjangan-kartu";
const DAY_S = 24 * 3_600;
const refusal = (code: string, details: object = {}) => expect.objectContaining({ code, ...details });

/** Invented, and unlike any word that Titian itself writes. */
const SAID = "Zamrudwati menunggu dua jam di bangku pojok";
const NAME = "Zamrudwati Pelangisari";
const CONTACT = "0812-9999-8888";
const ANSWER = "Kursi tunggu kirmizi sudah ditambah";

/** Over the real socket, as the console's page does it. Friday 6 February 2026, nine in the morning in Jakarta. */
describe("complaints", () => {
  let desk: TestBridge;
  let clock: DeskClock;
  const call: TestBridge["client"]["call"] = (...request) => desk.client.call(...request);
  const open = async (more: Parameters<typeof startBridge>[0] = {}): Promise<void> => {
    desk = await startBridge({
      clock,
      config: (demo) => ({ ...demo, library: { ...demo.library, standard: LEBAK } }),
      ...more,
    });
  };
  const receive = (more: Partial<Params<"complaint.receive">> = {}) =>
    call("complaint.receive", {
      ...{ complaint: crypto.randomUUID(), channel: "box", subject: "waiting-time", standard: LEBAK },
      ...{ text: SAID, name: NAME, contact: CONTACT },
      ...more,
    });
  /** The library's hours as they are: its own from now on. */
  const sayHours = async (): Promise<void> => {
    const { calendar } = await call("calendar.get", {});
    await call("calendar.save", { calendar, expects: 0 });
  };

  beforeEach(async () => {
    clock = new DeskClock({ start: new Date("2026-02-06T02:00:00Z"), standsStill: true });
    await open();
  });
  afterEach(() => desk?.[Symbol.asyncDispose]());

  it("are for the daemon's own console alone", () => {
    const names = Object.keys(COMPLAINT_COMMANDS) as (keyof typeof COMPLAINT_COMMANDS)[];
    for (const name of names) expect(COMMANDS[name]).toMatchObject({ consoleOnly: true });
  });

  it("are written down with the standard's own steps, and read back with what was said", async () => {
    const view = await receive();
    expect(view).toMatchObject({
      ...{ number: "P-2026-001", status: "open", text: SAID, name: NAME, contact: CONTACT },
      ...{ dueAt: null, verdict: "not-judged", attention: null, isErased: false, textAt: null, case: null },
    });
    expect(view.steps.map(({ targetSeconds }) => targetSeconds)).toEqual([
      60,
      300,
      60,
      300,
      60,
      null,
      120,
      60,
    ]);
    expect(view.steps[5]?.targetText).toBe("(sesuai kebutuhan)");
    expect(view.steps[2]?.text).toBe("Membuka kotak request");
  });

  it("of a standard without a procedure have one step of ours, and Barito's three are its own words", async () => {
    expect((await receive({ standard: MOJOKERTO })).steps).toMatchObject([
      { step: 1, text: "", state: "next" },
    ]);
    const barito = await receive({ standard: BARITO });
    expect(barito.standard.hasProcedure).toBe(true);
    expect(barito.steps.map(({ text }) => text.split(" ")[0])).toEqual(["Pengguna", "Tim", "Pimpinan"]);
  });

  it("offer what each standard itself says about where to complain, without filling gaps", async () => {
    const { standards, limitDays, standard } = await call("complaints.offer", {});
    const contactsOf = (id: string) => standards.find((one) => one.id === id)?.contacts;
    expect([standard, limitDays]).toEqual([LEBAK, null]);
    expect(contactsOf(LEBAK)).toEqual([{ type: "box", value: "kotak request" }]);
    expect(contactsOf(BARITO)).toContainEqual({ type: "email", value: null });
  });

  it("are written down once, however often the page asks after a lost answer", async () => {
    const complaint = crypto.randomUUID();
    const first = await receive({ complaint });
    const again = await receive({ complaint });
    expect([again.number, again.receivedAt]).toEqual([first.number, first.receivedAt]);
    expect((await call("complaints.list", { show: "open", limit: 10, offset: 0 })).total).toBe(1);
  });

  it("leave no word, name or contact in the database, in the log or beside them in the clear", async () => {
    const { complaint } = await receive({ text: `${SAID} =cmd()` });
    await call("complaint.answer", { complaint, by: "phone", text: ANSWER });
    await call("complaint.close", { complaint, outcome: "remedied" });
    const bytes = everyByteOf(desk.folder);
    for (const secret of ["Zamrudwati", "Pelangisari", "9999-8888", "kirmizi", "bangku pojok"]) {
      expect(bytes.includes(secret), secret).toBe(false);
      expect(JSON.stringify(desk.log), secret).not.toContain(secret);
    }
    const sql = new DatabaseSync(path.join(desk.folder, "titian.sqlite"), { readOnly: true });
    const events = sql.prepare("SELECT data FROM events WHERE type LIKE 'complaint.%'").all();
    sql.close();
    expect(events).toHaveLength(3);
    expect(JSON.stringify(events)).not.toMatch(/Zamrud|9999|kirmizi/);
    expect((await call("complaint.get", { complaint })).answer?.text).toBe(ANSWER);
  });

  it.each([
    ["nothing but spaces", { text: " \n\t " }, "COMPLAINT_EMPTY"],
    ["no text", { text: "" }, "BAD_REQUEST"],
    ["a hundred thousand letters", { text: "x".repeat(100_000) }, "BAD_REQUEST"],
    ["a name of a thousand letters", { name: "N".repeat(1_000) }, "BAD_REQUEST"],
    ["a case that is none", { case: crypto.randomUUID() }, "CASE_NOT_FOUND"],
    ["a standard that is none", { standard: "id.tidak.ada" }, "STANDARD_NOT_FOUND"],
    ["a time still to come", { receivedAt: "2026-02-06T02:00:01.000Z" }, "COMPLAINT_TIME"],
    ["a time two years ago", { receivedAt: "2024-02-06T02:00:00.000Z" }, "COMPLAINT_TIME"],
    ["a time that is none", { receivedAt: "kemarin" }, "COMPLAINT_TIME"],
  ])("with %s are refused, and nothing is kept", async (_, wrong, code) => {
    const before = readdirSync(path.join(desk.folder, "vault")).length;
    await expect(receive(wrong)).rejects.toEqual(refusal(code));
    expect((await call("complaints.list", { show: "open", limit: 10, offset: 0 })).total).toBe(0);
    expect(readdirSync(path.join(desk.folder, "vault"))).toHaveLength(before);
  });

  it("keep a text of the greatest length, in any script, to the letter", async () => {
    const text = `=cmd()|'/c calc'!A1 ${"ሀ\u{1f4da}é\n".repeat(1_500)}`.slice(0, LONGEST_COMPLAINT).trimEnd();
    const { complaint } = await receive({ text, name: "=HYPERLINK(1)" });
    expect(await call("complaint.get", { complaint })).toMatchObject({ text, name: "=HYPERLINK(1)" });
  });

  it("are about a case by its id alone", async () => {
    const service = { kind: "new", channel: "in-person", standard: LEBAK } as const;
    const opened = await call("case.open", { member: null, ...service });
    expect((await receive({ case: opened.case })).case).toBe(opened.case);
  });

  it("run one step at a time, and say so", async () => {
    const { complaint } = await receive();
    await call("complaint.startStep", { complaint, step: 3 });
    await expect(call("complaint.startStep", { complaint, step: 4 })).rejects.toEqual(
      refusal("COMPLAINT_STEP"),
    );
    await expect(call("complaint.endStep", { complaint, step: 4 })).rejects.toEqual(
      refusal("COMPLAINT_STEP"),
    );
    await expect(call("complaint.startStep", { complaint, step: 9 })).rejects.toEqual(
      refusal("COMPLAINT_STEP"),
    );
    clock.skip(61_000);
    const view = await call("complaint.endStep", { complaint, step: 3 });
    expect(view.steps[2]).toMatchObject({ tookMs: 61_000, verdict: "late", state: "done" });
    await expect(call("complaint.passStep", { complaint, step: 3, why: "not-seen" })).rejects.toEqual(
      refusal("COMPLAINT_STEP"),
    );
  });

  it("are not worked on while they are paused, and not answered twice", async () => {
    const { complaint } = await receive();
    await call("complaint.pause", { complaint, reason: "waiting-complainant" });
    const state = refusal("COMPLAINT_STATE");
    await expect(call("complaint.startStep", { complaint, step: 1 })).rejects.toEqual(state);
    await expect(call("complaint.close", { complaint, outcome: "remedied" })).rejects.toEqual(state);
    await call("complaint.answer", { complaint, by: "whatsapp" });
    await expect(call("complaint.answer", { complaint, by: "phone" })).rejects.toEqual(state);
    await expect(call("complaint.resume", { complaint })).rejects.toEqual(state);
    const closed = await call("complaint.close", { complaint, outcome: "explained" });
    expect(closed).toMatchObject({
      status: "closed",
      outcome: "explained",
      answer: { by: "whatsapp", text: null },
    });
    expect(await call("complaint.reopen", { complaint })).toMatchObject({ status: "open", rounds: 2 });
  });

  it("are due by the library's own limit and calendar, as it was set when they came", async () => {
    const before = await receive();
    await call("complaints.setLimit", { limitDays: 2 });
    const bare = await receive();
    expect([before.limitDays, bare.limitDays, bare.dueAt]).toEqual([null, 2, null]);
    expect((await call("complaints.offer", {})).hasHours).toBe(false);
    await sayHours();
    // Friday at nine: Monday, then Tuesday 10 February at the office hours' close of 16.00.
    const due = await call("complaint.get", { complaint: bare.complaint });
    expect([due.dueAt, due.verdict]).toEqual(["2026-02-10T09:00:00.000Z", "running"]);
    await call("complaints.setLimit", { limitDays: null });
    expect((await call("complaint.get", { complaint: bare.complaint })).limitDays).toBe(2);
    for (const wrong of [0, -1, 366, 1.5])
      await expect(call("complaints.setLimit", { limitDays: wrong })).rejects.toEqual(refusal("BAD_REQUEST"));
  });

  it("surface when they are due, overdue, or left lying for a week", async () => {
    await sayHours();
    const lying = await receive();
    await call("complaints.setLimit", { limitDays: 1 });
    await receive();
    const counts = async () => (await call("complaints.list", { show: "open", limit: 10, offset: 0 })).counts;
    expect(await counts()).toEqual({ open: 2, dueToday: 0, overdue: 0, forgotten: 0, closed: 0 });
    clock.skip(3 * DAY_S * 1_000);
    expect(await counts()).toMatchObject({ dueToday: 1, overdue: 0, forgotten: 0 });
    clock.skip(4 * DAY_S * 1_000);
    expect(await counts()).toMatchObject({ dueToday: 0, overdue: 1, forgotten: 1 });
    clock.skip(14 * DAY_S * 1_000);
    expect(await call("complaint.get", { complaint: lying.complaint })).toMatchObject({
      ...{ attention: "forgotten", waitMs: 21 * DAY_S * 1_000, verdict: "not-judged" },
    });
    const late = await call("complaints.list", { show: "overdue", limit: 10, offset: 0 });
    expect(late.complaints).toMatchObject([{ attention: "overdue", verdict: "late" }]);
  });

  it("take a reason for being late only once they are, from the list alone", async () => {
    await sayHours();
    await call("complaints.setLimit", { limitDays: 1 });
    const { complaint } = await receive();
    const reason = { complaint, reason: "waiting-decision" } as const;
    await expect(call("complaint.lateReason", reason)).rejects.toEqual(refusal("COMPLAINT_NOT_LATE"));
    clock.skip(10 * DAY_S * 1_000);
    expect((await call("complaint.lateReason", reason)).lateReason).toBe("waiting-decision");
  });

  it("are told to every console, without a word of what they say", async () => {
    const news: unknown[] = [];
    desk.client.on("complaints.changed", (payload) => void news.push(payload));
    const { complaint } = await receive();
    await expect.poll(() => news.length).toBeGreaterThan(0);
    expect(news).toEqual([{ complaint, counts: expect.objectContaining({ open: 1 }) }]);
  });

  it("go on after a restart where they were, with the time of the step that ran", async () => {
    const { complaint } = await receive();
    await call("complaint.startStep", { complaint, step: 2 });
    await desk.stop();
    clock.skip(120_000);
    await open({ folder: desk.folder });
    const view = await call("complaint.endStep", { complaint, step: 2 });
    expect(view).toMatchObject({ text: SAID, waitMs: 120_000 });
    expect(view.steps[1]).toMatchObject({ tookMs: 120_000, verdict: "met" });
  });

  it("lose text, name and answer at the complainant's wish, and keep their times", async () => {
    const { complaint } = await receive();
    await call("complaint.answer", { complaint, by: "phone", text: ANSWER });
    const view = await call("complaint.erase", { complaint });
    expect(view).toMatchObject({
      isErased: true,
      text: null,
      name: null,
      contact: null,
      number: "P-2026-001",
    });
    expect(view.answer).toMatchObject({ by: "phone", text: null });
    expect(readdirSync(path.join(desk.folder, "vault"))).toEqual([]);
    expect((await call("complaint.erase", { complaint })).isErased).toBe(true);
  });

  it("whose text the disk has lost are answered all the same, and not called erased", async () => {
    const { complaint } = await receive();
    for (const file of readdirSync(path.join(desk.folder, "vault")))
      rmSync(path.join(desk.folder, "vault", file));
    expect(await call("complaint.answer", { complaint, by: "phone" })).toMatchObject({
      ...{ status: "answered", text: null, name: null, isErased: false },
    });
  });

  it("that nobody knows are not found, by any command", async () => {
    const complaint = crypto.randomUUID();
    await expect(call("complaint.get", { complaint })).rejects.toEqual(refusal("COMPLAINT_NOT_FOUND"));
    await expect(call("complaint.answer", { complaint, by: "phone", text: "x" })).rejects.toEqual(
      refusal("COMPLAINT_NOT_FOUND"),
    );
    await expect(call("complaint.erase", { complaint })).rejects.toEqual(refusal("COMPLAINT_NOT_FOUND"));
  });
});

/** Every file of the desk's folder, the write-ahead log and the daemon's log among them. */
function everyByteOf(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Buffer.concat(files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name))));
}
