import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawScene } from "../../drivers/simulator/camera-scene.ts";
import type { Config } from "../../src/bridge/config/schema.ts";

import { consoleClient } from "../harness/start-bridge.ts";
import { ConsoleDesk } from "./console-desk.ts";

const CAMERA = "desk-1-browser-camera";
const FOLDER = "desk-1-photos";
/** Chromium's own moving test picture. */
const FAKE_CAMERA = "--use-fake-device-for-media-stream";
const ALLOWED = "--use-fake-ui-for-media-stream";

const scene = (seconds: number, widthPx = 960, heightPx = 720): Promise<Buffer> =>
  drawScene(new Date(seconds * 1_000), { widthPx, heightPx, quality: 90 });

async function deskWith(devices: Config["devices"], browserArgs?: readonly string[]): Promise<ConsoleDesk> {
  const config = (demo: Config): Config => ({
    ...demo,
    devices: [...demo.devices.filter(({ driver }) => driver !== "simulator-camera"), ...devices],
  });
  return ConsoleDesk.open({ config, ...(browserArgs ? { browserArgs } : {}) });
}

/** A case whose next step is the photo, on the screen. */
async function atPhotoStep(desk: ConsoleDesk): Promise<void> {
  const { memberNo } = await desk.clerk.someMember();
  let view = await desk.clerk.open(memberNo);
  while (view.work !== "photo") view = await desk.clerk.done(view);
  await desk.goToCase(view.case);
  await desk.atWork("photo");
}

describe("the camera of the console's own browser", () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await deskWith([{ id: CAMERA, driver: "camera-browser", options: {} }], [FAKE_CAMERA, ALLOWED]);
    await atPhotoStep(desk);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it("is lent where the browser has allowed it, and shows its preview like any other camera", async () => {
    await desk.byId("preview-canvas").and(desk.page.locator('[data-live="true"]')).waitFor();
    await desk.shot("kamera-peramban-langsung");
  });

  it("takes a photo for another client of the daemon", async () => {
    const other = consoleClient(desk.bridge.bridge);
    const { photo, widthPx, heightPx } = await other.call("camera.capture", { device: CAMERA });
    const jpeg = await other.frame(photo);
    expect([...jpeg.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    expect(widthPx).toBeGreaterThanOrEqual(640);
    expect(heightPx).toBeGreaterThanOrEqual(480);
    other.close();
  });

  it("goes through crop and keep like any other, and is withdrawn with the page", async () => {
    await desk.press("main-button");
    await desk.byId("crop-dialog").waitFor();
    await desk.press("photo-use");
    await desk.atWork("verify");
    await desk.page.goto("about:blank");
    const { client } = desk.clerk;
    await expect
      .poll(async () => {
        const { devices } = await client.call("device.list", {});
        return devices.find(({ device }) => device === CAMERA)?.health.reasons;
      })
      .toEqual(["no-page"]);
    expect(desk.complaints).toEqual([]);
  });
});

describe("a browser that has not been asked yet", () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await deskWith([{ id: CAMERA, driver: "camera-browser", options: {} }], [FAKE_CAMERA]);
    await atPhotoStep(desk);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it("lends its camera on the operator's click", async () => {
    await desk.byId("camera-trouble").waitFor();
    await desk.shot("kamera-peramban-belum");
    await desk.page.context().grantPermissions(["camera"]);
    await desk.press("lend-camera");
    await desk.byId("preview-canvas").and(desk.page.locator('[data-live="true"]')).waitFor();
    expect(desk.complaints).toEqual([]);
  });
});

describe.each([
  ["without a camera of its own", []],
  [
    "whose camera wants an ffmpeg that is not installed",
    [
      {
        id: "desk-1-webcam",
        driver: "camera-ffmpeg",
        options: { device: "test", ffmpeg: "/nowhere/ffmpeg" },
      },
    ],
  ],
] as const)("a desk %s", (_, devices) => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await deskWith([...devices], [FAKE_CAMERA, ALLOWED]);
    await atPhotoStep(desk);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it("has the browser's camera before it, and takes the photo with it", async () => {
    await desk.byId("preview-canvas").and(desk.page.locator('[data-live="true"]')).waitFor();
    await desk.page.getByText("Langsung · Kamera peramban").waitFor();
    await desk.press("main-button");
    await desk.byId("crop-dialog").waitFor();
    await desk.press("photo-use");
    await desk.atWork("verify");
    expect(desk.complaints).toEqual([]);
  });
});

describe("the face in a shot", () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await deskWith([{ id: "desk-1-camera", driver: "simulator-camera", options: {} }]);
    await atPhotoStep(desk);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const frame = () =>
    desk.byId("crop-frame").evaluate((element) => {
      const { top, height } = (element as unknown as { style: { top: string; height: string } }).style;
      return { top: Number.parseFloat(top), height: Number.parseFloat(height) };
    });

  it("gets the first frame around it, and the frame stays movable", async () => {
    await desk.press("main-button");
    await desk.byId("crop-dialog").getByText("bingkai sudah disesuaikan").waitFor({ timeout: 60_000 });
    const placed = await frame();
    expect(placed.height).toBeGreaterThan(50);
    expect(placed.height).toBeLessThan(95);
    await desk.shot("wajah-ditemukan");
    await desk.page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await frame()).top).toBeGreaterThan(placed.top);
  });

  it("is missed where there is none, and the photo can be used all the same", async () => {
    const blank = createCanvas(900, 1200);
    await desk
      .byId("crop-dialog")
      .locator("input[type=file]")
      .setInputFiles({
        name: "kosong.jpg",
        mimeType: "image/jpeg",
        buffer: await blank.encode("jpeg", 80),
      });
    await desk.byId("crop-dialog").getByText("Wajah tidak ditemukan").waitFor({ timeout: 60_000 });
    await desk.shot("wajah-tidak-ditemukan");
    await desk.press("photo-use");
    await desk.atWork("verify");
    expect(desk.complaints).toEqual([]);
  });
});

describe("the photo folder at the console", () => {
  let desk: ConsoleDesk;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "titian-photos-"));
    desk = await deskWith([
      { id: "desk-1-camera", driver: "simulator-camera", options: {} },
      { id: FOLDER, driver: "camera-folder", options: { folder, pollMs: 250 } },
    ]);
    await atPhotoStep(desk);
  });
  afterAll(async () => {
    await desk?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it("says that it is empty, and shows a photo as soon as somebody saves one", async () => {
    await desk.press("photo-folder");
    await desk.page.getByText("Folder foto masih kosong").waitFor();
    for (const [index, seconds] of [1, 3, 5, 8].entries())
      writeFileSync(
        path.join(folder, `WhatsApp Image ${index}.jpeg`),
        await scene(seconds, 720 + index * 80),
      );
    await expect.poll(() => desk.byId("folder-photo").count()).toBe(4);
    await desk.page.locator('[data-testid="folder-photo"][data-drawn="true"]').nth(3).waitFor();
    await desk.shot("folder-foto");
  });

  it("gives the chosen photo to the same crop step, and keeps it", async () => {
    await desk.byId("folder-photo").nth(1).click();
    await desk.byId("crop-frame").waitFor();
    await desk.page.getByText("Pemeriksaan gambar").waitFor();
    await desk.shot("folder-foto-potong");
    await desk.byId("crop-dialog").getByTestId("photo-folder").click();
    await desk.page.getByText("sudah dipakai").waitFor();
    await desk.byId("folder-photo").first().click();
    await desk.byId("crop-frame").waitFor();
    await desk.press("photo-use");
    await desk.atWork("verify");
    expect(desk.complaints).toEqual([]);
  });
});
