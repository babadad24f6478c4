import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { standardsList } from "../../src/bridge/cli/standards.ts";
import { storedStandards } from "../../src/bridge/cli/stored-standards.ts";
import { COMMANDS } from "../../src/bridge/protocol/commands.ts";
import { STANDARD_COMMANDS } from "../../src/bridge/protocol/standard-commands.ts";
import type {
  DraftStandard,
  StandardDetails,
  StandardSummary,
} from "../../src/bridge/protocol/standard-shapes.ts";
import { localDate } from "../../src/kernel/types.ts";
import { PRESETS } from "../../src/sla/presets.ts";
import { addDays } from "../../src/sla/zone.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const LEBAK = "id.lebak.pembuatan-kta";
const SIDOARJO = "id.sidoarjo.kta-dan-kta-online";
const refusal = (code: string) => expect.objectContaining({ code });
const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/sla/${name}`, import.meta.url));
const TIRTAMAYA = fixture("imports/tirtamaya.txt");

/** Over the real socket, as the console does it. */
describe("service standards of a library's own", () => {
  let desk: TestBridge;
  const call: TestBridge["client"]["call"] = (...request) => desk.client.call(...request);
  const today = () => localDate(new Date(), desk.config.library.timeZone);
  const listed = async (id: string): Promise<StandardSummary | undefined> =>
    (await call("standards.list", {})).standards.find((one) => one.id === id);
  const offered = async (): Promise<readonly string[]> =>
    (await call("standard.list", {})).standards.map(({ id, version }) => `${id}@${version}`);
  const source = (bytes: Uint8Array = TIRTAMAYA): string => desk.client.upload(bytes);

  /** The sixth page, with what its reading left open filled in. */
  async function whole(): Promise<DraftStandard> {
    const { standard } = await call("standard.import", { source: source() });
    const procedures = standard.procedures.map((procedure) => ({
      ...procedure,
      steps: procedure.steps.filter(({ key }) => key !== null),
    }));
    const weekly = { ...standard.hours!.weekly, sun: [] };
    return { ...standard, procedures, hours: { ...standard.hours!, weekly } };
  }
  const saved = async (): Promise<StandardDetails> =>
    call("standard.save", { id: null, standard: await whole(), source: source(), expects: null });
  const publish = ({ summary: { id }, version: { version } }: StandardDetails, effectiveFrom = today()) =>
    call("standard.publish", { id, version, effectiveFrom, effectiveTo: null });
  const opened = (standard: string) =>
    call("case.open", { member: null, kind: "lost", channel: "in-person", standard });

  beforeEach(async () => {
    desk = await startBridge();
    // An upload needs the socket that the first answer has opened.
    await call("system.ping", {});
  });
  afterEach(() => desk[Symbol.asyncDispose]());

  it("are the console's alone", () => {
    for (const name of Object.keys(STANDARD_COMMANDS) as (keyof typeof STANDARD_COMMANDS)[])
      expect(COMMANDS[name]).toMatchObject({ consoleOnly: true });
  });

  it("are listed after the five of Titian's own, which came as published", async () => {
    const { standards } = await call("standards.list", {});
    expect(standards.map(({ id }) => id)).toEqual(PRESETS.map(({ id }) => id));
    expect(standards.every(({ source: from }) => from === "preset")).toBe(true);
    expect(standards.find(({ isDefault }) => isDefault)?.id).toBe(desk.config.library.standard);
  });

  it("are read from a page: every line marked, every doubt listed, nothing kept", async () => {
    const read = await call("standard.import", { source: source() });
    expect(read.lines.find(({ text }) => text.includes("± 2 jam"))?.part).toBe("promise");
    expect(read.doubts.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["STEP_UNKNOWN", "HOURS_BACKWARDS", "PROMISE_APPROXIMATE"]),
    );
    expect(read.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["step-unknown", "hours-backwards"]),
    );
    expect((await call("standards.list", {})).standards).toHaveLength(5);
  });

  it("refuse a page that is none: empty, or a whole site of a megabyte", async () => {
    const empty = call("standard.import", { source: source(Buffer.from(" \n\t\n")) });
    await expect(empty).rejects.toEqual(refusal("STANDARD_EMPTY"));
    const megabyte = Buffer.alloc(1024 * 1024, "Persyaratan Pelayanan\n");
    await expect(call("standard.import", { source: source(megabyte) })).rejects.toEqual(
      refusal("STANDARD_TOO_LONG"),
    );
    const many = Buffer.from("a\n".repeat(401));
    await expect(call("standard.import", { source: source(many) })).rejects.toEqual(
      refusal("STANDARD_TOO_LONG"),
    );
  });

  it("begin as drafts, under which no case is opened", async () => {
    const { summary, version, revision, lines } = await saved();
    expect(summary).toMatchObject({
      source: "library",
      title: "Penggantian Kartu Anggota Hilang atau Rusak",
    });
    expect({ version, hasLines: lines.length > 0 }).toMatchObject({
      version: { version: 1, state: "draft" },
      hasLines: true,
    });
    expect(revision).toMatch(/^[0-9a-f]{64}$/);
    expect(await offered()).not.toContain(`${summary.id}@1`);
    await expect(opened(summary.id)).rejects.toEqual(refusal("STANDARD_NOT_IN_FORCE"));
  });

  it("are saved over the draft that the page knows, and over no other", async () => {
    const { summary, standard, revision } = await saved();
    const save = (expects: string | null) =>
      call("standard.save", { id: summary.id, standard: { ...standard, products: ["Kartu"] }, expects });
    await expect(save(null)).rejects.toEqual(refusal("STANDARD_CHANGED"));
    const again = await save(revision);
    expect(again).toMatchObject({ version: { version: 1 }, standard: { products: ["Kartu"] } });
    expect(again.lines.length).toBeGreaterThan(0);
    await expect(save(revision)).rejects.toEqual(refusal("STANDARD_CHANGED"));
  });

  it("say where a draft is no standard, and what it lacks before it can hold", async () => {
    const { standard } = await call("standard.import", { source: source() });
    const broken = { ...standard, channels: "both" } as unknown as DraftStandard;
    await expect(call("standard.save", { id: null, standard: broken, expects: null })).rejects.toEqual(
      refusal("STANDARD_INVALID"),
    );
    const draft = await call("standard.save", { id: null, standard, expects: null });
    expect(draft.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "step-unknown", at: expect.stringMatching(/key$/) }),
      ]),
    );
    await expect(publish(draft)).rejects.toEqual(refusal("STANDARD_INCOMPLETE"));
  });

  it("hold from their day on, and a case goes on under the version it was opened under", async () => {
    const first = await saved();
    const { id } = first.summary;
    await publish(first);
    const old = await opened(id);
    expect(old.standard).toMatchObject({ id, version: 1, publishedText: "± 2 jam", publishedSeconds: 7200 });

    const longer = { ...first.standard.promise!.published, value: 180, seconds: 10_800, text: "3 jam" };
    const promise = { ...first.standard.promise!, published: longer };
    const next = await call("standard.save", { id, standard: { ...first.standard, promise }, expects: null });
    expect(next.version).toMatchObject({ version: 2, state: "draft" });
    await publish(next);

    expect((await call("case.get", { case: old.case })).standard).toMatchObject({
      version: 1,
      publishedText: "± 2 jam",
    });
    expect((await opened(id)).standard).toMatchObject({ version: 2, publishedText: "3 jam" });
    expect((await listed(id))?.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, "in-force"],
      [1, "past"],
    ]);
  });

  it("do not hold before their day, and no published version is changed", async () => {
    const draft = await saved();
    const { id } = draft.summary;
    const later = await publish(draft, addDays(today(), 30));
    expect(later.version.state).toBe("not-yet");
    expect(await offered()).not.toContain(`${id}@1`);
    await expect(publish(draft)).rejects.toEqual(refusal("STANDARD_PUBLISHED"));
    const again = await call("standard.save", { id, standard: later.standard, expects: null });
    expect(again.version.version).toBe(2);
  });

  it("are withdrawn: no case is opened, old ones still read, and they can be restored", async () => {
    const draft = await saved();
    const { id } = draft.summary;
    await publish(draft);
    const old = await opened(id);
    expect(await call("standard.withdraw", { id })).toMatchObject({ isWithdrawn: true });
    await expect(opened(id)).rejects.toEqual(refusal("STANDARD_NOT_IN_FORCE"));
    expect((await call("case.get", { case: old.case })).standard.version).toBe(1);
    await call("standard.restore", { id });
    expect(await offered()).toContain(`${id}@1`);
    await call("standard.withdraw", { id: LEBAK });
    expect(await offered()).not.toContain(`${LEBAK}@1`);
  });

  it("keep the library's answer to an issue in a new version: the published one stays as it is", async () => {
    const covers = ["report-number", "print", "cut-and-laminate", "handover", "receipt"] as const;
    const answer = { id: SIDOARJO, issue: "TOTAL_BELOW_STEP_SUM", by: "Kepala Dinas", on: today() };
    const draft = await call("standard.resolve", {
      ...{ ...answer, text: "Sepuluh menit berlaku di meja layanan.", covers: [...covers] },
    });
    expect(draft).toMatchObject({
      version: { version: 2, state: "draft" },
      standard: { promise: { covers } },
    });
    const again = call("standard.resolve", { ...answer, text: "Lagi.", covers: null });
    await expect(again).rejects.toEqual(refusal("BAD_REQUEST"));
    await publish(draft);

    const changes = (await call("standard.diff", { id: SIDOARJO, from: 1, to: 2 })).changes;
    expect(changes.map(({ field }) => field)).toEqual(["effective-start", "covers", "resolution"]);
    expect(changes.find(({ field }) => field === "covers")).toMatchObject({
      before: "unresolved",
      after: expect.stringContaining(" + "),
    });
    const one = await call("case.open", {
      member: null,
      kind: "new",
      channel: "in-person",
      standard: SIDOARJO,
    });
    expect(one.standard).toMatchObject({ version: 2, coversUnresolved: false });
    expect(await listed(SIDOARJO)).toMatchObject({ source: "library", openIssues: 5 });
  });

  it("never keep an official's number, and keep every line where it was", async () => {
    const page = fixture(`seeds/${PRESETS[1]!.source.file}`);
    const { standard } = await call("standard.import", { source: source(page) });
    const { lines } = await call("standard.save", {
      id: null,
      standard,
      source: source(page),
      expects: null,
    });
    expect(lines.at(-1)?.line).toBe(
      (await call("standard.import", { source: source(page) })).lines.at(-1)?.line,
    );
    const folder = path.join(desk.folder, "standards");
    for (const file of readdirSync(folder))
      expect(readFileSync(path.join(folder, file), "utf8")).not.toMatch(/NIP[\s.:]*\d{8} ?\d{6}/);
  });

  it("are a state of their own where a file is lost or changed, and the desk goes on", async () => {
    const draft = await saved();
    const { id } = draft.summary;
    await publish(draft);
    const folder = path.join(desk.folder, "standards");
    await desk.stop();
    for (const file of readdirSync(folder)) writeFileSync(path.join(folder, file), "{}");
    await using second = await startBridge({ folder: desk.folder });
    const { standards } = await second.client.call("standards.list", {});
    expect(standards.find((one) => one.id === id)).toMatchObject({ isReadable: false, openIssues: 0 });
    await expect(second.client.call("standard.get", { id })).rejects.toEqual(
      refusal("STANDARD_FILE_DAMAGED"),
    );
    for (const file of readdirSync(folder)) rmSync(path.join(folder, file));
    await second.client.call("standard.list", {});
  });

  it("that are gone take their own cases from the desk, and nobody else's, also at the next start", async () => {
    const draft = await saved();
    await publish(draft);
    await opened(draft.summary.id);
    const other = await opened(LEBAK);
    await desk.stop();
    const folder = path.join(desk.folder, "standards");
    for (const file of readdirSync(folder)) rmSync(path.join(folder, file));
    await using second = await startBridge({ folder: desk.folder });
    const { cases } = await second.client.call("desk.get", {});
    expect(cases.map(({ case: id }) => id)).toEqual([other.case]);
  });

  it("are what `titian standards` lists too, beside a daemon that runs", async () => {
    const draft = await saved();
    await publish(draft);
    const { standards } = JSON.parse(standardsList(storedStandards(desk.config), { json: true }));
    expect(standards.map(({ id }: { id: string }) => id)).toContain(draft.summary.id);
  });
});
