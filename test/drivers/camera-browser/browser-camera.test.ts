import { describe, expect, it } from "vitest";
import type { CameraPage } from "../../../src/devices/index.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { fakePage, silentPage } from "./fake-page.ts";

async function opened(...pages: readonly CameraPage[]) {
  const clock = new ManualClock();
  const device = await makeDevice("camera-browser", { answerMs: 2_000 }, { clock });
  await device.open(never);
  const host = device.capability("camera.page")!;
  const lent = pages.map((page) => host.attach(page));
  return { clock, device, host, lent, camera: device.capability("camera")! };
}

describe("the camera of a browser page", () => {
  it("is without a page until one lends its camera, and again when that one leaves", async () => {
    const { device, host, camera } = await opened();
    expect(device.presentReasons).toEqual(["no-page"]);
    await expect(camera.capture(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    const lent = host.attach(await fakePage("HD Webcam"));
    expect(device.presentReasons).toEqual([]);
    expect(device.model).toBe("Browser camera: HD Webcam");
    lent[Symbol.dispose]();
    lent[Symbol.dispose]();
    expect(device.presentReasons).toEqual(["no-page"]);
  });

  it("keeps the pages over a reopening", async () => {
    const { device, camera } = await opened(await fakePage());
    await device.close();
    expect(device.presentReasons).toEqual(["not-connected"]);
    await device.open(never);
    expect((await camera.capture(never)).widthPx).toBe(64);
  });

  it("asks the newest page, and reads the size out of the picture", async () => {
    const [old, young] = [await fakePage("old"), await fakePage("young")];
    const { camera } = await opened(old, young);
    expect(await camera.capture(never)).toMatchObject({ widthPx: 64, heightPx: 48 });
    expect([old.asked, young.asked]).toEqual([0, 1]);
  });

  it("passes over a page that does not answer, and asks it last the next time", async () => {
    const [awake, asleep] = [await fakePage(), silentPage()];
    const { camera, clock } = await opened(awake, asleep);
    const photo = camera.capture(never);
    await clock.advance(2_000);
    expect((await photo).widthPx).toBe(64);
    expect((await camera.capture(never)).widthPx).toBe(64);
    expect([awake.asked, asleep.asked]).toEqual([2, 1]);
  });

  it("says that time ran out when the only page is silent", async () => {
    const { camera, clock } = await opened(silentPage());
    const photo = camera.capture(never);
    const outcome = expect(photo).rejects.toMatchObject({ code: "DEVICE_TIMEOUT" });
    await clock.advance(2_000);
    await outcome;
  });

  it("does not wait for a page that leaves in the middle", async () => {
    const { camera, lent } = await opened(silentPage());
    const photo = camera.capture(never);
    const outcome = expect(photo).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    lent[0]![Symbol.dispose]();
    await outcome;
  });

  it.each([
    ["no JPEG at all", () => new TextEncoder().encode("<svg/>")],
    ["nothing", () => new Uint8Array()],
    ["half a JPEG", (whole: Uint8Array) => whole.subarray(0, 400)],
  ])("takes %s for no picture", async (_, sent) => {
    const page = await fakePage();
    const { jpeg: whole } = await page.capture(never);
    const jpeg = sent(whole);
    const liar = { ...page, capture: async () => ({ jpeg, widthPx: 640, heightPx: 480 }) };
    const { camera } = await opened(liar);
    await expect(camera.capture(never)).rejects.toMatchObject({ code: "CAMERA_NO_PICTURE" });
  });

  it("watches one page for all, lets it go with the last watcher, and goes on with another when it leaves", async () => {
    const [first, second] = [await fakePage("first"), await fakePage("second")];
    const { device, lent, clock } = await opened(first, second);
    const preview = device.capability("camera.preview")!;
    const enough = new AbortController();
    let frames = 0;
    const watching = preview.watch(() => void frames++, enough.signal);
    await expect.poll(() => frames).toBeGreaterThan(0);
    expect([first.isWatched, second.isWatched]).toEqual([false, true]);
    lent[1]![Symbol.dispose]();
    await expect
      .poll(async () => {
        await clock.advance(200);
        return first.isWatched;
      })
      .toBe(true);
    const before = frames;
    await expect.poll(() => frames).toBeGreaterThan(before);
    enough.abort();
    await watching;
    await expect.poll(() => first.isWatched).toBe(false);
  });

  it("lets a page go that sends no preview, and tries the next one", async () => {
    const [awake, asleep] = [await fakePage(), silentPage()];
    const { device, clock } = await opened(awake, asleep);
    const enough = new AbortController();
    let frames = 0;
    const watching = device.capability("camera.preview")!.watch(() => void frames++, enough.signal);
    await expect.poll(() => asleep.isWatched).toBe(true);
    await clock.advance(2_300);
    await expect.poll(() => frames).toBeGreaterThan(0);
    expect([awake.isWatched, asleep.isWatched]).toEqual([true, false]);
    enough.abort();
    await watching;
  });

  it("tells the watchers when the last page is gone", async () => {
    const { device, lent, clock } = await opened(await fakePage());
    let frames = 0;
    const watching = device.capability("camera.preview")!.watch(() => void frames++, never);
    const outcome = expect(watching).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    await expect.poll(() => frames).toBeGreaterThan(0);
    lent[0]![Symbol.dispose]();
    await clock.advance(500);
    await outcome;
  });
});
