import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import type { CaseId } from "../../src/kernel/types.ts";
import { DeskClock } from "../e2e/desk-clock.ts";
import { Clerk } from "../harness/clerk.ts";

import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const DAY_S = 24 * 60 * 60;

describe("a card that changes hands", () => {
  let desk: TestBridge;
  let clerk: Clerk;
  const clock = new DeskClock();

  beforeAll(async () => {
    desk = await startBridge({ clock });
    clerk = new Clerk(desk);
    await desk.bridge.supervisor.firstAttempts();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const events = (view: CaseView) => desk.bridge.store.cases.events(view.case as CaseId);
  /** A case whose card is ready, without a printer: somebody said that every step was done elsewhere. */
  async function ready(index: number): Promise<CaseView> {
    const { memberNo } = await clerk.someMember(index);
    let view = await clerk.open(memberNo);
    while (view.work !== "handover" && view.now) {
      const step = { case: view.case, step: view.now, result: "not-needed" } as const;
      view = await clerk.client.call("case.completeStep", step);
    }
    return view;
  }
  const inBook = { identity: "student-card", phoneConfirmed: false, signature: "paper" } as const;

  it("shows the number masked, as an Indonesian one", async () => {
    const view = await ready(0);
    const { phone } = await clerk.client.call("handover.facts", { case: view.case });
    expect(phone).toEqual({ masked: expect.stringMatching(/^\+62 899-••••-\d{4}$/), standing: "mobile" });
  });

  it("names what was looked at, and keeps whoever came instead in an encrypted file only", async () => {
    const view = await ready(1);
    const name = "Ibu Sulastri Invented";
    const collector = { relation: "guardian", name: `  ${name} ` } as const;
    const given = await clerk.client.call("case.handOver", { case: view.case, ...inBook, collector });
    expect(given.status).toBe("handed-over");
    expect(given.handover).toMatchObject({
      identity: "student-card",
      relation: "guardian",
      signature: "paper",
    });

    expect(await clerk.client.call("case.collector", { case: view.case })).toEqual({ name });
    expect(JSON.stringify(events(view))).not.toContain("Sulastri");
    expect(filesWith(desk.folder, "Sulastri")).toEqual([]);

    const { store } = desk.bridge;
    for (const { file } of store.handoverFiles.waiting()) store.vault.erase(file);
    await expect(clerk.client.call("case.collector", { case: view.case })).rejects.toMatchObject({
      code: "COLLECTOR_ERASED",
    });
  });

  it("knows of nobody else when the member came", async () => {
    const view = await ready(2);
    await clerk.client.call("case.handOver", { case: view.case, ...inBook });
    expect(await clerk.client.call("case.collector", { case: view.case })).toEqual({ name: null });
  });

  it("is not given to a member under 17 before a guardian has agreed", async () => {
    const minor = await firstMinor(clerk);
    let view = await clerk.open(minor);
    while (view.work !== "handover" && view.now)
      view = await clerk.client.call("case.completeStep", {
        case: view.case,
        step: view.now,
        result: "not-needed",
      });
    expect(await clerk.client.call("handover.facts", { case: view.case })).toMatchObject({ isMinor: true });
    const giving = { case: view.case, ...inBook };
    await expect(clerk.client.call("case.handOver", giving)).rejects.toEqual(
      refusal("HANDOVER_CONSENT_MISSING"),
    );
    const given = await clerk.client.call("case.handOver", { ...giving, hasConsent: true });
    expect(given.handover).toMatchObject({ hasConsent: true });
  });

  it("is listed once nobody has fetched it for two weeks, and leaves the list when it is sent back", async () => {
    const view = await ready(4);
    const waiting = async () =>
      (await clerk.client.call("handover.waiting", {})).cards.filter((card) => card.case === view.case);
    clock.skip((14 * DAY_S - 60) * 1000);
    expect(await waiting()).toEqual([]);
    clock.skip(61_000);
    expect(await waiting()).toEqual([
      expect.objectContaining({ days: 14, isHeld: false, ticket: view.ticket, member: expect.anything() }),
    ]);
    const card = { case: view.case };
    const { phone, whatsapp } = await clerk.client.call("handover.contact", { card });
    expect(phone?.masked).toMatch(/^\+62/);
    expect(new URL(whatsapp ?? "").pathname).toMatch(/^\/628\d+$/);
    expect(new URL(whatsapp ?? "").searchParams.get("text")).toContain("siap diambil");

    await clerk.client.call("handover.setAside", { card, outcome: "returned" });
    expect(await waiting()).toEqual([]);
    expect((await clerk.client.call("case.get", card)).status).toBe("cancelled");
    const again = clerk.client.call("handover.setAside", { card, outcome: "void" });
    await expect(again).rejects.toEqual(refusal("CARD_NOT_HERE"));
  });

  it("is put by for another two weeks, and can still be fetched", async () => {
    let view = await clerk.printed(await clerk.upToPrint((await clerk.someMember(5)).memberNo));
    await clerk.scan(await clerk.cardInTray());
    view = await clerk.until(view.case, ({ work }) => work === "cut");
    while (view.work !== "handover") view = await clerk.done(view);
    const card = { case: view.case };
    const waiting = async () =>
      (await clerk.client.call("handover.waiting", {})).cards.filter(({ case: id }) => id === view.case);
    clock.skip(15 * DAY_S * 1000);
    expect(await waiting()).toHaveLength(1);
    await clerk.client.call("handover.setAside", { card, outcome: "held" });
    expect(await waiting()).toEqual([]);
    clock.skip(14 * DAY_S * 1000);
    expect(await waiting()).toEqual([expect.objectContaining({ isHeld: true })]);
    view = await clerk.done(await clerk.client.call("case.get", card));
    const given = await clerk.client.call("case.handOver", { ...card, ...inBook });
    expect(given.status).toBe("handed-over");
    expect(await waiting()).toEqual([]);
  });
});

/** Files under a folder that hold these letters as they stand. */
function filesWith(folder: string, letters: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(letters));
}

async function firstMinor(clerk: Clerk): Promise<string> {
  for (let index = 6; ; index++) {
    const { memberNo } = await clerk.someMember(index);
    const view = await clerk.open(memberNo);
    const { isMinor } = await clerk.client.call("handover.facts", { case: view.case });
    await clerk.client.call("case.cancel", { case: view.case, reason: "only looked" });
    if (isMinor === true) return memberNo;
  }
}
