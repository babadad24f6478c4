import { randomUUID } from "node:crypto";
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import type { TitianClient } from "../../src/bridge/client/client.ts";
import type { EventPayload } from "../../src/bridge/protocol/events.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { consoleClient, startBridge, type TestBridge } from "../harness/start-bridge.ts";

const device = "page-camera" as DeviceId;
/** Enough for a page on a busy machine, and not long to wait for one that is silent. */
const SOON_MS = 3_000;
type Wanted = EventPayload<"camera.wanted">;

/** `answerMs`: how long a page has for a picture. */
async function deskWithBrowserCamera(answerMs = 10_000): Promise<TestBridge> {
  const desk = await startBridge({
    config: (demo) => ({
      ...demo,
      devices: [...demo.devices, { id: device, driver: "camera-browser", options: { answerMs } }],
    }),
  });
  await desk.bridge.supervisor.firstAttempts();
  return desk;
}

const picture = (widthPx: number): Promise<Buffer> => createCanvas(widthPx, 48).encode("jpeg");
const reasons = ({ bridge }: TestBridge) => bridge.devices.get(device).presentReasons;

/** A page that lends its camera and remembers what it was asked. */
async function lend(page: TitianClient, label = "Webcam"): Promise<readonly Wanted[]> {
  const wanted: Wanted[] = [];
  page.on("camera.wanted", (one) => wanted.push(one));
  await page.call("camera.lend", { device, label });
  return wanted;
}

function answering(page: TitianClient, jpeg: Buffer): void {
  page.on("camera.wanted", ({ request, kind }) => {
    if (kind !== "capture") return;
    const size = { widthPx: 1, heightPx: 1 };
    void page.call("camera.deliver", { request, photo: page.upload(jpeg), ...size });
  });
}

describe("a page that lends its camera", () => {
  it("gives another page a photo through camera.capture, and hears alone that it is wanted", async () => {
    await using desk = await deskWithBrowserCamera();
    expect(reasons(desk)).toEqual(["no-page"]);
    const lender = consoleClient(desk.bridge);
    answering(lender, await picture(64));
    const asked = await lend(lender);
    const overheard: Wanted[] = [];
    desk.client.on("camera.wanted", (one) => overheard.push(one));
    expect(reasons(desk)).toEqual([]);

    const { photo, ...size } = await desk.client.call("camera.capture", { device });
    expect(size).toEqual({ widthPx: 64, heightPx: 48 });
    expect((await desk.client.frame(photo))[0]).toBe(0xff);
    expect([asked.map(({ kind }) => kind), overheard]).toEqual([["capture"], []]);
    lender.close();
  });

  it("withdraws its camera by itself when its socket closes, and a photo that it owed is not waited for", async () => {
    await using desk = await deskWithBrowserCamera();
    const lender = consoleClient(desk.bridge);
    const asked = await lend(lender);
    const photo = desk.client.call("camera.capture", { device });
    const outcome = expect(photo).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    await expect.poll(() => asked.length).toBe(1);
    lender.close();
    await outcome;
    await expect.poll(() => reasons(desk)).toEqual(["no-page"]);
  });

  it("is passed over when it is silent, in favour of an older page", async () => {
    await using desk = await deskWithBrowserCamera(SOON_MS);
    const [older, newer] = [consoleClient(desk.bridge), consoleClient(desk.bridge)];
    answering(older, await picture(80));
    await lend(older);
    await lend(newer);
    expect((await desk.client.call("camera.capture", { device })).widthPx).toBe(80);
    older.close();
    newer.close();
  });

  it.each([
    ["denied", "DEVICE_NOT_PERMITTED"],
    ["gone", "DEVICE_NOT_CONNECTED"],
    ["no-picture", "CAMERA_NO_PICTURE"],
  ] as const)("may say %s, which the asking page hears as %s", async (reason, code) => {
    await using desk = await deskWithBrowserCamera();
    desk.client.on("camera.wanted", ({ request }) =>
      desk.client.call("camera.deliverFailed", { request, reason }),
    );
    await lend(desk.client);
    await expect(desk.client.call("camera.capture", { device })).rejects.toMatchObject({ code });
  });

  it("cannot answer for another page, nor twice, nor with what is no picture", async () => {
    await using desk = await deskWithBrowserCamera();
    const lender = consoleClient(desk.bridge);
    const asked = await lend(lender);
    const photo = desk.client.call("camera.capture", { device });
    const outcome = expect(photo).rejects.toMatchObject({ code: "CAMERA_NO_PICTURE" });
    await expect.poll(() => asked.length).toBe(1);
    const { request } = asked[0]!;
    const size = { widthPx: 1, heightPx: 1 };
    const jpeg = await picture(64);
    const deliver = (page: TitianClient, bytes: Buffer) =>
      page.call("camera.deliver", { request, photo: page.upload(bytes), ...size });
    expect(await deliver(desk.client, jpeg)).toEqual({ isWanted: false });
    expect(await deliver(lender, Buffer.from("<svg/>"))).toEqual({ isWanted: true });
    await outcome;
    expect(await deliver(lender, jpeg)).toEqual({ isWanted: false });
    await expect(
      lender.call("camera.deliver", { request, photo: randomUUID(), ...size }),
    ).rejects.toMatchObject({ code: "FRAME_UNKNOWN" });
    lender.close();
  });

  it("sends its preview while somebody watches, at a bounded rate, and keeps no preview picture", async () => {
    await using desk = await deskWithBrowserCamera();
    const lender = consoleClient(desk.bridge);
    const asked = await lend(lender);
    let frames = 0;
    desk.client.on("camera.frame", () => void frames++);
    await desk.client.call("camera.watch", { device });
    await expect.poll(() => asked.map(({ kind }) => kind)).toEqual(["preview-on"]);
    const { request } = asked[0]!;
    const jpeg = await picture(64);
    const show = () => lender.call("camera.previewFrame", { request, jpeg: lender.upload(jpeg) });

    const sent = await Promise.all(Array.from({ length: 20 }, show));
    expect(sent.every(({ isWanted }) => isWanted)).toBe(true);
    await expect.poll(() => frames).toBeGreaterThan(0);
    expect(frames).toBeLessThan(10);
    const reused = lender.upload(jpeg);
    await lender.call("camera.previewFrame", { request, jpeg: reused });
    await expect(lender.call("camera.previewFrame", { request, jpeg: reused })).rejects.toMatchObject({
      code: "FRAME_UNKNOWN",
    });

    await desk.client.call("camera.unwatch", { device });
    await expect.poll(() => asked.map(({ kind }) => kind)).toEqual(["preview-on", "preview-off"]);
    expect(await show()).toEqual({ isWanted: false });
    lender.close();
  });

  it("can lend only to a device that takes cameras of pages", async () => {
    await using desk = await startBridge();
    await expect(
      desk.client.call("camera.lend", { device: "desk-1-camera", label: "Webcam" }),
    ).rejects.toMatchObject({ code: "CAPABILITY_MISSING" });
    await desk.client.call("camera.withdraw", { device: "desk-1-camera" });
  });
});
