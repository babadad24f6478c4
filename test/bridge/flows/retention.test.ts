import path from "node:path";
import { expect, it } from "vitest";
import { HeldTime } from "../../../src/bridge/flows/held-time.ts";
import { Retention } from "../../../src/bridge/flows/retention.ts";
import { TitianError } from "../../../src/kernel/errors.ts";
import { openTestStore } from "../../store/test-store.ts";

const DAY_MS = 24 * 60 * 60_000;

it("removes what can be removed, whatever else keeps its place, and tries that again", async () => {
  const { folder, clock, log } = openTestStore();
  const there = new Set(["first", "stubborn", "last"]);
  let isStubborn = true;
  const remove = (name: string) => (): void => {
    if (name === "stubborn" && isStubborn) throw new TitianError("STORE_UNUSABLE");
    there.delete(name);
  };
  const retention = new Retention({
    ...{ name: "test", firstAfterMs: 0, words: { removed: "removed", failed: "not removed" }, clock, log },
    held: new HeldTime(path.join(folder, "held-photos.json"), clock),
    waiting: () => [...there].map((name) => ({ name, days: 1, remove: remove(name) })),
  });
  retention.sweep();
  await clock.advance(2 * DAY_MS);

  expect(() => retention.sweep()).toThrow("STORE_UNUSABLE");
  expect([...there]).toEqual(["stubborn"]);
  isStubborn = false;
  retention.sweep();
  expect([...there]).toEqual([]);
});
