import * as fs from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { Arrivals } from "../../../drivers/camera-folder/arrivals.ts";
import { subscribe } from "../../../src/kernel/events.ts";
import { makeDevice, never, temporaryFolder } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { folderWithPhotos, halves } from "./pictures.ts";

/** The daemon's clock stands long before the files', so that a file counts as settled only at a second look. */
function arrivalsIn(folder: string) {
  const clock = new ManualClock();
  return { clock, arrivals: new Arrivals(folder, clock) };
}

describe("a file that is being written", () => {
  it("is waited for, whatever its pieces look like, and is a photo when it is whole", async () => {
    const folder = temporaryFolder();
    const jpeg = await halves(1, 900, 700).encode("jpeg");
    const { arrivals } = arrivalsIn(folder);
    const file = path.join(folder, "slow.jpg");
    for (const share of [0, 0.1, 0.5, 0.9, 0.99]) {
      fs.writeFileSync(file, jpeg.subarray(0, jpeg.length * share));
      await arrivals.look(never);
      await arrivals.look(never);
      expect([arrivals.photos.length, arrivals.isAnyArriving]).toEqual([0, true]);
    }
    fs.writeFileSync(file, jpeg);
    await arrivals.look(never);
    expect(arrivals.photos).toHaveLength(0);
    await arrivals.look(never);
    expect(arrivals.photos).toHaveLength(1);
    expect(arrivals.isAnyArriving).toBe(false);
  });

  it("may have its whole length from the beginning and its content later", async () => {
    const folder = temporaryFolder();
    const jpeg = await halves(1, 900, 700).encode("jpeg");
    const { arrivals } = arrivalsIn(folder);
    const half = Buffer.alloc(jpeg.length);
    jpeg.copy(half, 0, 0, jpeg.length / 2);
    for (const bytes of [Buffer.alloc(jpeg.length), half]) {
      fs.writeFileSync(path.join(folder, "a.jpg"), bytes);
      await arrivals.look(never);
      await arrivals.look(never);
      expect([arrivals.photos.length, arrivals.isAnyArriving]).toEqual([0, true]);
    }
  });

  it("is given up after two minutes when it never ends, holds up nobody, and is taken up again when it changes", async () => {
    const folder = await folderWithPhotos(1);
    const jpeg = await halves(1, 900, 700).encode("jpeg");
    fs.writeFileSync(path.join(folder, "torn.jpg"), jpeg.subarray(0, jpeg.length / 2));
    const { arrivals, clock } = arrivalsIn(folder);
    await arrivals.look(never);
    await arrivals.look(never);
    expect([arrivals.photos.length, arrivals.words]).toEqual([1, []]);
    await clock.advance(120_000);
    await arrivals.look(never);
    expect([arrivals.isAnyArriving, arrivals.words]).toEqual([false, ["unfinished: 1"]]);
    fs.writeFileSync(path.join(folder, "torn.jpg"), jpeg);
    await arrivals.look(never);
    await arrivals.look(never);
    expect([arrivals.photos.length, arrivals.words]).toEqual([2, []]);
  });

  it("is given up when it keeps changing and never is a picture", async () => {
    const folder = temporaryFolder();
    const { arrivals, clock } = arrivalsIn(folder);
    for (let turn = 0; turn < 13; turn++) {
      fs.appendFileSync(path.join(folder, "log.jpg"), Buffer.alloc(100));
      await arrivals.look(never);
      await clock.advance(10_000);
    }
    expect([arrivals.isAnyArriving, arrivals.words]).toEqual([false, ["unfinished: 1"]]);
  });
});

async function opened(folder: string) {
  const device = await makeDevice("camera-folder", { folder, pollMs: 250 });
  const waiting: number[] = [];
  const heard = subscribe(device.events, "inboxChanged", (inbox) => waiting.push(inbox.waiting));
  onTestFinished(() => heard[Symbol.dispose]());
  return { device, waiting };
}

describe("a folder that changes", () => {
  it("tells how many wait when a photo comes and when one is taken", async () => {
    const folder = temporaryFolder();
    const { device, waiting } = await opened(folder);
    await device.open(never);
    fs.writeFileSync(path.join(folder, "new.jpg"), await halves(1).encode("jpeg"));
    await expect.poll(() => waiting).toEqual([1]);
    await device.capability("camera")!.capture(never);
    expect(waiting).toEqual([1, 0]);
  });

  it("waits for the picture that is just being saved when somebody asks for one", async () => {
    const folder = temporaryFolder();
    const { device } = await opened(folder);
    const jpeg = await halves(1, 900, 700).encode("jpeg");
    fs.writeFileSync(path.join(folder, "new.jpg"), jpeg.subarray(0, 2_000));
    await device.open(never);
    const photo = device.capability("camera")!.capture(never);
    fs.writeFileSync(path.join(folder, "new.jpg"), jpeg);
    expect((await photo).widthPx).toBe(900);
  });

  it("is not connected while it is absent, and comes back with its photos", async () => {
    const folder = await folderWithPhotos(1);
    const away = `${folder}-away`;
    const { device, waiting } = await opened(folder);
    await device.open(never);
    await expect.poll(() => waiting).toEqual([1]);
    fs.renameSync(folder, away);
    await expect.poll(() => device.presentReasons).toEqual(["not-connected"]);
    expect(waiting).toEqual([1, 0]);
    const inbox = device.capability("camera.inbox")!;
    await expect(inbox.photos(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    fs.renameSync(away, folder);
    await device.open(never);
    expect(await inbox.photos(never)).toHaveLength(1);
  });

  it("is not permitted when the system forbids to look into it", async () => {
    const folder = await folderWithPhotos(1);
    fs.chmodSync(folder, 0o700);
    const { device } = await opened(folder);
    process.seteuid!(65_534);
    onTestFinished(() => process.seteuid!(0));
    const refused = await device.open(never).then(
      () => undefined,
      (error: unknown) => error,
    );
    process.seteuid!(0);
    expect(refused).toMatchObject({ code: "DEVICE_NOT_PERMITTED" });
    // The path may hold a name, and the system's own message holds the path.
    expect(JSON.stringify(refused)).not.toContain(path.basename(folder));
    expect(String((refused as Error).cause ?? "")).toBe("");
  });
});
