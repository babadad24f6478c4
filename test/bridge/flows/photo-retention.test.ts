import path from "node:path";
import { describe, expect, it } from "vitest";
import { HeldTime } from "../../../src/bridge/flows/held-time.ts";
import { photoRetention } from "../../../src/bridge/flows/photo-retention.ts";
import type { Retention } from "../../../src/bridge/flows/retention.ts";
import type { CaseId, VaultId } from "../../../src/kernel/types.ts";
import type { Store } from "../../../src/store/store.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { newCaseId, opened, openTestStore, temporaryFolder } from "../../store/test-store.ts";

const DAY_MS = 24 * 60 * 60_000;
const KEEP_DAYS = 7;
const EDITS = {
  crop: { x: 0, y: 0, width: 1, height: 1 },
  look: { quarterTurns: 0, rollDegrees: 0, brightness: 1, contrast: 1, background: null },
};
const start = new Date("2026-11-26T01:00:00.000Z");
const later = (ms: number): Date => new Date(start.getTime() + ms);

/** A desk that is switched off and on again, with the clock that its battery kept. */
class Desk {
  readonly folder = temporaryFolder();
  #boot = 0;
  #running: { store: Store; retention: Retention; clock: ManualClock } | undefined;

  switchOn(wall: Date): ManualClock {
    this.#running?.store.close();
    const clock = new ManualClock(wall, `boot-${++this.#boot}`);
    const { store, log } = openTestStore(this.folder, clock);
    const held = new HeldTime(path.join(this.folder, "held-photos.json"), clock);
    const retention = photoRetention({ store, held, keepOriginalDays: KEEP_DAYS, clock, log });
    this.#running = { store, retention, clock };
    return clock;
  }

  get #now() {
    if (!this.#running) throw new Error("the desk is off");
    return this.#running;
  }
  get store(): Store {
    return this.#now.store;
  }
  sweep(): void {
    this.#now.retention.sweep();
  }
  async pass(days: number): Promise<void> {
    await this.#now.clock.advance(days * DAY_MS);
    this.sweep();
  }

  photograph(): { readonly caseId: CaseId; readonly card: VaultId; readonly original: VaultId } {
    const { store, clock } = this.#now;
    const caseId = newCaseId(clock);
    const [card, original] = [store.vault.put(Buffer.from("card")), store.vault.put(Buffer.from("original"))];
    store.events.append([
      opened(caseId),
      {
        stream: `case/${caseId}`,
        type: "case.photoTaken",
        data: { photo: card, source: "camera", original, edits: EDITS },
      },
    ]);
    return { caseId, card, original };
  }

  delivered(caseId: CaseId, confirmed = true): void {
    const data = { how: "page", confirmed } as const;
    this.store.events.append({ stream: `case/${caseId}`, type: "case.photoDelivered", data });
    this.sweep();
  }

  cancelled(caseId: CaseId): void {
    this.store.events.append({ stream: `case/${caseId}`, type: "case.cancelled", data: { reason: "test" } });
    this.sweep();
  }

  has(file: VaultId): boolean {
    const isNoted = this.store.events.read(`vault/${file}`).some(({ type }) => type === "vault.erased");
    expect(this.store.photoFiles.isErased(file)).toBe(isNoted);
    return !isNoted && this.store.vault.get(file).length > 0;
  }
}

describe("photos by rule", () => {
  it("lose their original seven days after INLISLite has confirmed it, and not a day before", async () => {
    const desk = new Desk();
    desk.switchOn(start);
    const { caseId, card, original } = desk.photograph();
    desk.delivered(caseId);
    await desk.pass(6.9);
    expect(desk.has(original)).toBe(true);
    await desk.pass(0.2);
    expect(desk.has(original)).toBe(false);
    expect(() => desk.store.vault.get(original)).toThrow(/VAULT_MISSING/);
    expect(desk.has(card)).toBe(true);
  });

  it("keep it while INLISLite has not got it and the case is open, and count anew after a delivery that failed", async () => {
    const desk = new Desk();
    desk.switchOn(start);
    const { caseId, original } = desk.photograph();
    await desk.pass(30);
    desk.delivered(caseId, false);
    await desk.pass(30);
    expect(desk.has(original)).toBe(true);
    desk.delivered(caseId);
    await desk.pass(5);
    desk.delivered(caseId, false);
    desk.delivered(caseId);
    await desk.pass(5);
    expect(desk.has(original)).toBe(true);
    await desk.pass(3);
    expect(desk.has(original)).toBe(false);
  });

  it("lose the card's own a day after the case is over, and the original with it in seven, delivered or not", async () => {
    const desk = new Desk();
    desk.switchOn(start);
    const { caseId, card, original } = desk.photograph();
    desk.cancelled(caseId);
    await desk.pass(0.9);
    expect([desk.has(card), desk.has(original)]).toEqual([true, true]);
    await desk.pass(0.2);
    expect([desk.has(card), desk.has(original)]).toEqual([false, true]);
    await desk.pass(6);
    expect(desk.has(original)).toBe(false);
  });

  it("count over restarts, overnight too", async () => {
    const desk = new Desk();
    desk.switchOn(start);
    const { caseId, original } = desk.photograph();
    desk.delivered(caseId);
    for (let day = 0; day < 7; day++) {
      expect(desk.has(original)).toBe(true);
      await desk.pass(1 / 3);
      desk.switchOn(later((day + 1) * DAY_MS));
      desk.sweep();
    }
    expect(desk.has(original)).toBe(false);
  });

  it("are not deleted early by a clock set forward, in one boot or over a restart", async () => {
    const desk = new Desk();
    const clock = desk.switchOn(start);
    const { caseId, original } = desk.photograph();
    desk.delivered(caseId);
    clock.jumpWall(4_000 * DAY_MS);
    desk.sweep();
    expect(desk.has(original)).toBe(true);
    desk.switchOn(later(8_000 * DAY_MS));
    desk.sweep();
    expect(desk.has(original)).toBe(true);
  });

  it("are not kept for ever by a clock set back", async () => {
    const desk = new Desk();
    desk.switchOn(later(4_000 * DAY_MS));
    const { caseId, original } = desk.photograph();
    desk.delivered(caseId);
    desk.switchOn(start);
    desk.sweep();
    await desk.pass(6.9);
    expect(desk.has(original)).toBe(true);
    await desk.pass(0.2);
    expect(desk.has(original)).toBe(false);
  });

  it("are erased once more where a crash came before the event", async () => {
    const desk = new Desk();
    desk.switchOn(start);
    const { caseId, original } = desk.photograph();
    desk.delivered(caseId);
    desk.store.vault.erase(original);
    await desk.pass(8);
    expect(desk.store.photoFiles.isErased(original)).toBe(true);
  });
});
