import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it, onTestFinished } from "vitest";
import { subscribe } from "../../../src/kernel/events.ts";
import { makeDevice, never, temporaryFolder } from "../../contract/make-device.ts";
import { folderWithPhotos, halves, rest, withExif } from "./pictures.ts";

async function opened(folder: string, options: Record<string, unknown> = {}, own = temporaryFolder()) {
  const device = await makeDevice("camera-folder", { folder, pollMs: 250, ...options }, { folder: own });
  await device.open(never);
  const waiting: number[] = [];
  const heard = subscribe(device.events, "inboxChanged", (inbox) => waiting.push(inbox.waiting));
  onTestFinished(() => heard[Symbol.dispose]());
  return {
    ...{ device, waiting, own },
    camera: device.capability("camera")!,
    inbox: device.capability("camera.inbox")!,
  };
}

/** Written long ago, for tests that are not about writing. */
function put(folder: string, name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, bytes);
  rest(file);
  return file;
}

async function colourAt(jpeg: Uint8Array, x: number, y: number): Promise<"red" | "blue"> {
  const image = await loadImage(Buffer.from(jpeg));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const [red = 0, , blue = 0] = context.getImageData(x, y, 1, 1).data;
  return red > blue ? "red" : "blue";
}

describe("what is in the folder", () => {
  it("tells pictures by their content: JPEG, PNG and WebP under any name, and nothing else", async () => {
    const folder = temporaryFolder();
    put(folder, "a.txt", await halves(1).encode("jpeg"));
    put(folder, "b.jpg", await halves(2).encode("png"));
    put(folder, "c", await halves(3).encode("webp"));
    put(folder, "d.jpg", Buffer.from("not a picture, whatever it is called"));
    put(folder, "IMG_0001.jpg", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"));
    const { inbox, device } = await opened(folder);
    const photos = await inbox.photos(never);
    expect(photos.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual([
      [64, 48],
      [64, 48],
      [64, 48],
    ]);
    expect(device.about.words).toEqual(["heic: 1", "other: 1"]);
  });

  it("takes names as they are: spaces, quotes, line breaks, and names that look like options", async () => {
    const folder = temporaryFolder();
    for (const [index, name] of [`it's "him".jpg`, "line\nbreak.jpg", "-rf *.jpg", "ñ 家.jpg"].entries())
      put(folder, name, await halves(index).encode("jpeg"));
    const { inbox } = await opened(folder);
    for (const { id } of await inbox.photos(never)) expect((await inbox.take(id, never)).widthPx).toBe(64);
    expect(await inbox.photos(never)).toHaveLength(4);
  });

  it("counts the same picture saved twice once", async () => {
    const folder = await folderWithPhotos(2);
    put(folder, "again (1).jpg", fs.readFileSync(path.join(folder, "photo 0.jpg")));
    const { inbox } = await opened(folder);
    expect(await inbox.photos(never)).toHaveLength(2);
  });

  it("does not follow links, does not walk subfolders and is not held up by a pipe", async () => {
    const outside = await folderWithPhotos(1);
    const folder = await folderWithPhotos(1);
    fs.symlinkSync(path.join(outside, "photo 0.jpg"), path.join(folder, "link.jpg"));
    fs.mkdirSync(path.join(folder, "sub.jpg"));
    put(path.join(folder, "sub.jpg"), "deep.jpg", await halves(9).encode("jpeg"));
    execFileSync("mkfifo", [path.join(folder, "pipe.jpg")]);
    const { inbox } = await opened(folder);
    expect(await inbox.photos(never)).toHaveLength(1);
  });

  it("leaves out what is too large in bytes or in pixels, without reading or decoding it", async () => {
    const folder = await folderWithPhotos(1);
    fs.truncateSync(put(folder, "huge.jpg", await halves(1).encode("jpeg")), 41 * 1024 * 1024);
    const gigantic = Buffer.from(await halves(2).encode("png"));
    gigantic.writeUInt32BE(60_000, 16);
    gigantic.writeUInt32BE(60_000, 20);
    put(folder, "wide.png", gigantic);
    const { inbox, device } = await opened(folder);
    expect(await inbox.photos(never)).toHaveLength(1);
    expect(device.about.words).toEqual(["too-large: 2"]);
  });

  it("shows the newest hundred of a folder with ten thousand files, and does not hold up the daemon", async () => {
    const folder = temporaryFolder();
    for (let index = 0; index < 9_880; index++) fs.writeFileSync(path.join(folder, `old ${index}.txt`), "x");
    for (let index = 0; index < 120; index++)
      put(folder, `new ${index}.jpg`, Buffer.concat([await halves().encode("jpeg"), Buffer.from([index])]));
    // This thread's own work between two beats: what else the machine does, holds it up as well.
    const workMs = (): number => {
      const { user, system } = process.threadCpuUsage();
      return (user + system) / 1_000;
    };
    let heldMs = 0;
    let lastMs = workMs();
    const beat = setInterval(() => {
      heldMs = Math.max(heldMs, workMs() - lastMs);
      lastMs = workMs();
    }, 5);
    onTestFinished(() => clearInterval(beat));
    const { inbox } = await opened(folder);
    lastMs = workMs();
    heldMs = 0;
    const photos = await inbox.photos(never);
    expect(photos).toHaveLength(100);
    expect(heldMs).toBeLessThan(250);
    const arrivals = photos.map(({ arrivedAt }) => arrivedAt.getTime());
    expect(arrivals).toEqual(arrivals.toSorted((a, b) => b - a));
  });
});

describe("a picture that is taken", () => {
  it("is turned as its EXIF says and has lost place, name and thumbnail", async () => {
    const folder = temporaryFolder();
    const original = withExif(await halves(0, 800, 600).encode("jpeg"), 6);
    expect(Buffer.from(original).includes("SECRET-PLACE")).toBe(true);
    put(folder, "phone.jpg", original);
    const { inbox } = await opened(folder);
    const [listed] = await inbox.photos(never);
    expect([listed!.widthPx, listed!.heightPx]).toEqual([600, 800]);
    const { jpeg, widthPx, heightPx } = await inbox.take(listed!.id, never);
    expect([widthPx, heightPx]).toEqual([600, 800]);
    // Orientation 6: what was left is at the top.
    expect(await colourAt(jpeg, 300, 50)).toBe("red");
    expect(await colourAt(jpeg, 300, 750)).toBe("blue");
    expect(Buffer.from(jpeg).includes("Exif")).toBe(false);
    expect(Buffer.from(jpeg).includes("SECRET-PLACE")).toBe(false);
    // The original lies there as it was.
    expect(fs.readFileSync(path.join(folder, "phone.jpg")).equals(original)).toBe(true);
  });

  it("has an upright thumbnail of at most 320 pixels without metadata", async () => {
    const folder = temporaryFolder();
    put(folder, "phone.jpg", withExif(await halves(0, 4_000, 3_000).encode("jpeg"), 6));
    const { inbox } = await opened(folder);
    const [listed] = await inbox.photos(never);
    const jpeg = await inbox.thumbnail(listed!.id, never);
    const image = await loadImage(Buffer.from(jpeg));
    expect([image.width, image.height]).toEqual([240, 320]);
    expect(Buffer.from(jpeg).includes("Exif")).toBe(false);
    expect((await inbox.photos(never))[0]!.isTaken).toBe(false);
  });

  it("is given to one only, and is not taken again after a restart", async () => {
    const folder = await folderWithPhotos(3);
    const { camera, own, waiting } = await opened(folder);
    const [one, two] = await Promise.all([camera.capture(never), camera.capture(never)]);
    expect(Buffer.from(one!.jpeg).equals(two!.jpeg)).toBe(false);
    expect(waiting.at(-1)).toBe(1);
    const again = await opened(folder, {}, own);
    await again.camera.capture(never);
    await expect(again.camera.capture(never)).rejects.toMatchObject({ code: "CAMERA_NO_PICTURE" });
    expect((await again.inbox.photos(never)).map(({ isTaken }) => isTaken)).toEqual([true, true, true]);
    expect(fs.readdirSync(own)).toEqual(["taken.txt"]);
    const remembered = fs.readFileSync(path.join(own, "taken.txt"), "utf8");
    expect(remembered).toMatch(/^(\n?[0-9a-f]{64}\n)+$/);
  });

  it("moves the file aside where that is wished, under a name that overwrites nothing", async () => {
    const folder = await folderWithPhotos(1);
    fs.mkdirSync(path.join(folder, "taken"));
    fs.writeFileSync(path.join(folder, "taken", "photo 0.jpg"), "an earlier one");
    const { camera } = await opened(folder, { afterTaking: "move-to-taken" });
    await camera.capture(never);
    expect(fs.readdirSync(folder)).toEqual(["taken"]);
    expect(fs.readdirSync(path.join(folder, "taken")).sort()).toEqual(["photo 0 (2).jpg", "photo 0.jpg"]);
    expect(fs.readFileSync(path.join(folder, "taken", "photo 0.jpg"), "utf8")).toBe("an earlier one");
  });

  it("stays where it is when `taken` is a link out of the folder", async () => {
    const folder = await folderWithPhotos(1);
    fs.symlinkSync(temporaryFolder(), path.join(folder, "taken"));
    const { camera } = await opened(folder, { afterTaking: "move-to-taken" });
    await camera.capture(never);
    expect(fs.readdirSync(folder)).toContain("photo 0.jpg");
  });

  it("is passed over when it is whole and cannot be decoded", async () => {
    const folder = await folderWithPhotos(1);
    const jpeg = Buffer.from(await halves(5).encode("jpeg"));
    // The broken one is to be the newest, by a whole millisecond.
    const { birthtimeMs } = fs.statSync(path.join(folder, "photo 0.jpg"));
    await expect.poll(() => Date.now(), { interval: 1 }).toBeGreaterThan(birthtimeMs + 2);
    // The header says 64 × 48 and the tables that it would need are not there.
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    const header = jpeg.subarray(frame, frame + 2 + jpeg.readUInt16BE(frame + 2));
    put(folder, "z.jpg", Buffer.concat([Buffer.from([0xff, 0xd8]), header, Buffer.from([0xff, 0xd9])]));
    const { camera, device, inbox } = await opened(folder);
    expect(await inbox.photos(never)).toHaveLength(2);
    expect((await camera.capture(never)).widthPx).toBe(64);
    expect(device.about.words).toEqual(["unreadable: 1"]);
  });

  it("is gone when somebody deleted it, and that is said", async () => {
    const folder = await folderWithPhotos(1);
    const { inbox } = await opened(folder);
    const [photo] = await inbox.photos(never);
    fs.rmSync(path.join(folder, "photo 0.jpg"));
    await expect(inbox.take(photo!.id, never)).rejects.toMatchObject({ code: "CAMERA_NO_PICTURE" });
    await expect(inbox.take("0".repeat(64), never)).rejects.toMatchObject({ code: "CAMERA_NO_PICTURE" });
  });
});
