import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { ComplaintId } from "../../../../src/kernel/types.ts";
import { codeOf } from "../../../store/test-store.ts";
import { ComplaintDesk } from "./complaint-desk.ts";

const DAY_MS = 24 * 3_600_000;
const START = new Date("2026-02-02T02:00:00Z");
const later = (days: number): Date => new Date(START.getTime() + days * DAY_MS);

const filesOf = (desk: ComplaintDesk): readonly string[] => readdirSync(path.join(desk.folder, "vault"));

function over(desk: ComplaintDesk): ComplaintId {
  const id = desk.receive({ name: "Rekaan" });
  desk.answer(id, "email", "sudah diperbaiki");
  desk.complaints.close(id, "remedied");
  desk.retention.sweep();
  return id;
}

describe("what was said in complaints", () => {
  it("is erased with its answer thirty days after they are over, and not a day before; the figures stay", async () => {
    const desk = new ComplaintDesk(START, 30);
    const id = over(desk);
    await desk.clock.advance(29.9 * DAY_MS);
    desk.retention.sweep();
    expect(filesOf(desk)).toHaveLength(2);
    await desk.clock.advance(0.2 * DAY_MS);
    desk.retention.sweep();
    expect(filesOf(desk)).toEqual([]);
    expect(desk.store.complaints.filesOf(id)).toEqual([]);
    expect(desk.figures()).toMatchObject({ received: 1, outcomes: [{ outcome: "remedied", count: 1 }] });
  });

  it("is kept while an answer is owed, for years", async () => {
    const desk = new ComplaintDesk(START, 1);
    desk.receive();
    await desk.clock.advance(800 * DAY_MS);
    desk.retention.sweep();
    expect(filesOf(desk)).toHaveLength(1);
  });

  it("is kept on when the complaint is opened again, and the days count anew", async () => {
    const desk = new ComplaintDesk(START, 30);
    const id = over(desk);
    await desk.clock.advance(20 * DAY_MS);
    desk.complaints.reopen(id);
    desk.retention.sweep();
    await desk.clock.advance(20 * DAY_MS);
    desk.answer(id);
    desk.complaints.close(id, "explained");
    desk.retention.sweep();
    await desk.clock.advance(20 * DAY_MS);
    desk.retention.sweep();
    expect(filesOf(desk)).toHaveLength(2);
    await desk.clock.advance(10.1 * DAY_MS);
    desk.retention.sweep();
    expect(filesOf(desk)).toEqual([]);
  });

  it("is not erased early by a clock set forward, nor kept for ever by one set back", async () => {
    const desk = new ComplaintDesk(START, 30);
    over(desk);
    desk.switchOn(later(4_000));
    desk.retention.sweep();
    expect(filesOf(desk)).toHaveLength(2);
    desk.switchOn(START);
    desk.retention.sweep();
    await desk.clock.advance(30 * DAY_MS);
    desk.retention.sweep();
    expect(filesOf(desk)).toEqual([]);
  });

  it("is erased once more where a crash came before the event", async () => {
    const desk = new ComplaintDesk(START, 1);
    const id = over(desk);
    for (const file of desk.store.complaints.filesOf(id)) desk.store.vault.erase(file);
    await desk.clock.advance(2 * DAY_MS);
    desk.retention.sweep();
    expect(desk.store.complaints.toErase()).toEqual([]);
  });

  it("is not left behind in the vault where the log could not be written", () => {
    const desk = new ComplaintDesk(START);
    const tell = (): void =>
      desk.store.events.append({ stream: "x", type: "case.paused", data: {} as never }) as never;
    const said = { text: "rekaan", name: null, contact: null };
    expect(codeOf(() => desk.texts.keep(said, tell))).toBe("STORE_EVENT_INVALID");
    expect(filesOf(desk)).toEqual([]);
  });
});
