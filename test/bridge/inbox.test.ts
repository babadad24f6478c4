import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import type { DeviceId } from "../../src/kernel/types.ts";
import { folderWithPhotos, halves } from "../drivers/camera-folder/pictures.ts";
import { Clerk } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const device = "photos" as DeviceId;
const options = (folder: string) => ({ folder, pollMs: 250 });

async function deskWithFolder(folder: string): Promise<TestBridge> {
  const desk = await startBridge({
    config: (demo) => ({
      ...demo,
      devices: [...demo.devices, { id: device, driver: "camera-folder", options: options(folder) }],
    }),
  });
  await desk.bridge.supervisor.firstAttempts();
  return desk;
}

describe("a photo folder over the socket", () => {
  it("lists its photos, shows them small, and gives one for a case", async () => {
    await using desk = await deskWithFolder(await folderWithPhotos(2));
    const { client } = desk;
    const { photos } = await client.call("inbox.list", { device });
    expect(photos.map(({ isTaken, widthPx, heightPx }) => [isTaken, widthPx, heightPx])).toEqual([
      [false, 64, 48],
      [false, 64, 48],
    ]);
    const { photo } = photos[1]!;
    const { jpeg } = await client.call("inbox.thumbnail", { device, photo });
    const small = await loadImage(Buffer.from(await client.frame(jpeg)));
    expect([small.width, small.height]).toEqual([64, 48]);

    const taken = await client.call("inbox.take", { device, photo });
    const after = await client.call("inbox.list", { device });
    expect(after.photos.map(({ isTaken }) => isTaken)).toEqual([false, true]);
    const clerk = new Clerk(desk);
    const view = await clerk.open((await clerk.someMember()).memberNo);
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const kept = await client.call("photo.keep", {
      ...{ case: view.case, photo: taken.photo, source: "folder", crop },
    });
    expect(kept.photo).not.toBeNull();
  });

  it("tells the console how many wait, and never a file's name, in events or in the log", async () => {
    const folder = await folderWithPhotos(0);
    await using desk = await deskWithFolder(folder);
    const waiting: number[] = [];
    desk.client.on("inbox.changed", (inbox) => waiting.push(inbox.waiting));
    await desk.client.call("system.ping", {});
    writeFileSync(path.join(folder, "Budi Secretname.jpg"), await halves(1).encode("jpeg"));
    await expect.poll(() => waiting).toEqual([1]);
    writeFileSync(path.join(folder, "Budi Secretname.jpg"), "no picture");
    await expect.poll(() => waiting).toEqual([1, 0]);
    rmSync(folder, { recursive: true });
    await expect.poll(() => desk.bridge.devices.get(device).presentReasons).toEqual(["not-connected"]);
    expect(JSON.stringify(desk.log)).not.toContain("Secretname");
    expect(JSON.stringify(await desk.client.call("device.details", { device }))).not.toContain("Secretname");
  });

  it("refuses a photo that is not there, and a device that is no folder", async () => {
    await using desk = await deskWithFolder(await folderWithPhotos(1));
    const photo = "0".repeat(64);
    await expect(desk.client.call("inbox.take", { device, photo })).rejects.toMatchObject({
      code: "CAMERA_NO_PICTURE",
    });
    await expect(desk.client.call("inbox.list", { device: "desk-1-camera" })).rejects.toMatchObject({
      code: "CAPABILITY_MISSING",
    });
  });
});
