import path from "node:path";
import { describe, expect, it } from "vitest";
import { handoverRetention } from "../../../src/bridge/flows/handover-retention.ts";
import { HeldTime } from "../../../src/bridge/flows/held-time.ts";
import type { JobId, VaultId } from "../../../src/kernel/types.ts";
import { openLibrary, pass } from "../../store/library.ts";
import { newCaseId, opened, openTestStore, type TestStore } from "../../store/test-store.ts";

const DAY_MS = 24 * 60 * 60_000;
const RULES = { keepSignatureDays: 365, keepCollectorDays: 90 };

function retentionOf({ store, folder, clock, log }: TestStore) {
  const held = new HeldTime(path.join(folder, "held-handovers.json"), clock);
  return handoverRetention({ store, held, rules: RULES, clock, log });
}

/** A card signed for on the screen and fetched by somebody else. */
function handOver({ store, clock }: TestStore) {
  const id = newCaseId(clock);
  const [signature, collector] = ["signature", "a name"].map((text) => store.vault.put(Buffer.from(text)));
  store.events.append([
    opened(id),
    {
      stream: `case/${id}`,
      type: "case.handedOver",
      data: {
        ...{ phoneConfirmed: false, signature: "drawn", file: signature as string },
        collector: { relation: "family", file: collector as string },
      },
    },
  ]);
  return { id, signature: signature as VaultId, collector: collector as VaultId };
}

describe("what proves a hand-over", () => {
  it("goes by rule: a collector's name after 90 days, a drawn signature after 365, and the hand-over stays in the log", async () => {
    const desk = openTestStore();
    const { store, clock } = desk;
    const retention = retentionOf(desk);
    const { id, signature, collector } = handOver(desk);
    const there = () => [store.vault.has(collector), store.vault.has(signature)];
    const passed = async (days: number) => {
      await clock.advance(days * DAY_MS);
      retention.sweep();
      return there();
    };
    retention.sweep();
    expect(await passed(89.9)).toEqual([true, true]);
    expect(await passed(0.2)).toEqual([false, true]);
    expect(await passed(274.8)).toEqual([false, true]);
    expect(await passed(0.2)).toEqual([false, false]);

    expect(store.events.read(`vault/${signature}`)).toMatchObject([{ type: "vault.erased" }]);
    expect(store.handoverFiles.waiting()).toEqual([]);
    expect(store.cases.events(id).at(-1)).toMatchObject({
      data: { signature: "drawn", collector: { relation: "family" } },
    });
    expect(store.cases.get(id)?.status).toBe("handed-over");
  });

  it("counts time that has passed, not a clock that was set forward", () => {
    const desk = openTestStore();
    const retention = retentionOf(desk);
    const { signature } = handOver(desk);
    retention.sweep();
    desk.clock.jumpWall(3 * 365 * DAY_MS);
    retention.sweep();
    expect(desk.store.vault.has(signature)).toBe(true);
  });

  it("is one file for several cards that one person has fetched", async () => {
    const desk = openTestStore();
    const { store, clock } = desk;
    const file = store.vault.put(Buffer.from("a name"));
    const jobs = [crypto.randomUUID(), crypto.randomUUID()] as JobId[];
    store.events.append(
      jobs.map((job) => ({
        ...{ stream: `card/${job}`, type: "card.handedOver", data: { relation: "school", file } },
      })),
    );
    const retention = retentionOf(desk);
    retention.sweep();
    expect(store.handoverFiles.waiting()).toEqual([{ file, kind: "collector" }]);
    await clock.advance(91 * DAY_MS);
    retention.sweep();
    expect(store.vault.has(file)).toBe(false);
    expect(store.events.read(`vault/${file}`)).toHaveLength(1);
  });

  it("is left to the desk that keeps it", async () => {
    const [one, two] = openLibrary(["desk-1", "desk-2"]) as [TestStore, TestStore];
    handOver(one);
    pass(one, two, "desk-1");
    expect(two.store.handoverFiles.waiting()).toEqual([]);
    expect(one.store.handoverFiles.waiting()).toHaveLength(2);
  });
});
