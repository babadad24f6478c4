import { describe, expect, it } from "vitest";
import type { Handlers } from "../../../src/bridge/dispatch.ts";
import { Dependencies } from "../../../src/bridge/flows/dependencies.ts";
import { DiskGuard } from "../../../src/bridge/flows/operate/disk-guard.ts";
import { type DiskRoom, roomOn } from "../../../src/bridge/flows/operate/disk-room.ts";
import { withRoom } from "../../../src/bridge/flows/operate/room-for-work.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { codeOf, temporaryFolder } from "../../store/test-store.ts";

function guarded(first: DiskRoom) {
  let room = first;
  const clock = new ManualClock();
  const dependencies = new Dependencies(clock);
  const guard = new DiskGuard({ roomNow: () => room, dependencies, clock, log: new SilentLog() });
  const health = () => dependencies.all().find(({ name }) => name === "disk");
  const put = (next: DiskRoom): void => {
    room = next;
  };
  return { guard, clock, health, put };
}

describe("the disk guard", () => {
  it("says early that the disk fills up, and refuses nothing yet", async () => {
    const { guard, health, put, clock } = guarded({ state: "enough", freeBytes: 9e9 });
    await guard.service.start();
    await clock.advance(1_000);
    expect(health()).toMatchObject({ health: "ok" });

    put({ state: "low", freeBytes: 1e9 });
    await clock.advance(20_000);
    expect(health()).toMatchObject({ health: "degraded", code: "DISK_LOW" });
    expect(codeOf(() => guard.assertRoom())).toBeUndefined();
    await guard.service.stop();
  });

  it("keeps the last part for what is under way, until there is room again", () => {
    const { guard, health, put } = guarded({ state: "last", freeBytes: 1e8 });
    guard.look();
    expect(health()).toMatchObject({ health: "degraded", code: "DISK_NEARLY_FULL" });
    expect(codeOf(() => guard.assertRoom())).toBe("DISK_NEARLY_FULL");

    put({ state: "last", freeBytes: 0 });
    expect(codeOf(() => guard.assertRoom())).toBe("STORE_FULL");
    put({ state: "enough", freeBytes: 9e9 });
    expect(codeOf(() => guard.assertRoom())).toBeUndefined();
    expect(health()).toMatchObject({ health: "ok" });
  });

  it("stands before photos and prints alone", async () => {
    const { guard } = guarded({ state: "last", freeBytes: 1e8 });
    guard.look();
    const done = () => Promise.resolve("done");
    const names = ["card.print", "card.queue", "batch.open", "batch.start", "camera.capture"];
    const all = [...names, "photo.keep", "photo.edit", "inbox.take", "case.handOver", "case.completeStep"];
    const handlers = Object.fromEntries(all.map((name) => [name, done])) as unknown as Handlers;
    const asked = withRoom(handlers, guard) as unknown as Record<string, () => Promise<unknown>>;

    await expect(asked["card.print"]?.()).rejects.toMatchObject({ code: "DISK_NEARLY_FULL" });
    await expect(asked["photo.keep"]?.()).rejects.toMatchObject({ code: "DISK_NEARLY_FULL" });
    expect(await asked["case.handOver"]?.()).toBe("done");
    expect(await asked["case.completeStep"]?.()).toBe("done");
  });

  it("measures the disk that is there", () => {
    const { freeBytes, state } = roomOn(temporaryFolder());
    expect(freeBytes).toBeGreaterThan(0);
    expect(["enough", "low", "last"]).toContain(state);
  });
});
