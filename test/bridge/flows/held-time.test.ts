import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { HeldTime } from "../../../src/bridge/flows/held-time.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { temporaryFolder } from "../../store/test-store.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const YEAR_OF_SIGNATURES = Array.from({ length: 2_000 }, (_, nth) => `signature-${nth}`);

function heldAt(clock: ManualClock, file = path.join(temporaryFolder(), "held.json")) {
  const held = new HeldTime(file, clock);
  /** A file that takes another's place has another number. */
  const written = () => ({ inode: statSync(file).ino, text: readFileSync(file, "utf8") });
  return { held, file, written };
}

describe("how long something is held", () => {
  it("is written when a name comes or goes, and not every hour", async () => {
    const clock = new ManualClock();
    const { held, written } = heldAt(clock);
    held.of(YEAR_OF_SIGNATURES);
    const first = written();
    for (let hours = 0; hours < 5; hours++) {
      await clock.advance(HOUR);
      expect(held.of(YEAR_OF_SIGNATURES).get("signature-7")).toBe((hours + 1) * HOUR);
    }
    expect(written()).toEqual(first);

    const more = [...YEAR_OF_SIGNATURES, "signature-new"];
    expect(held.of(more).get("signature-new")).toBe(0);
    const second = written();
    expect(second.text).toContain("signature-new");
    held.of(more);
    expect(written()).toEqual(second);

    // One goes as another comes: as many as before, and news all the same.
    held.of([...YEAR_OF_SIGNATURES.slice(1), "signature-new", "signature-newer"]);
    expect(written().text).not.toContain('"signature-0"');
    expect(written().text).toContain("signature-newer");
  });

  it("goes on over a restart of the daemon from where it was, although the last hours were not written", async () => {
    const clock = new ManualClock();
    const { held, file } = heldAt(clock);
    held.of(["a"]);
    await clock.advance(5 * HOUR);
    held.of(["a"]);
    expect(new HeldTime(file, clock).of(["a"]).get("a")).toBe(5 * HOUR);
  });

  it("loses nothing over a weekend for which the PC is switched off, whatever the last look did not write", async () => {
    const clock = new ManualClock();
    const { held, file } = heldAt(clock);
    held.of(["a"]);
    for (let hours = 0; hours < 35; hours++) {
      await clock.advance(HOUR);
      held.of(["a"]);
    }
    const friday = clock.now().getTime();
    const monday = new ManualClock(new Date(friday + 62 * HOUR), "boot-2");
    expect(new HeldTime(file, monday).of(["a"]).get("a")).toBe((35 + 62) * HOUR);
  });

  it("is written twice a working day where nobody new is named, and survives months of days that each begin with a boot", async () => {
    let clock = new ManualClock();
    const { file } = heldAt(clock);
    new HeldTime(file, clock).of(["a"]);
    const began = clock.now().getTime();
    for (let day = 1; day <= 60; day++) {
      await clock.advance(9 * HOUR);
      new HeldTime(file, clock).of(["a"]);
      clock = new ManualClock(new Date(began + day * DAY), `boot-${day + 1}`);
      new HeldTime(file, clock).of(["a"]);
    }
    expect(new HeldTime(file, clock).of(["a"]).get("a")).toBe(60 * DAY);
  });
});
