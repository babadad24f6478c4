import { readdirSync, rmSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { makeCamera } from "../../../drivers/camera-ffmpeg/camera.ts";
import manifest from "../../../drivers/camera-ffmpeg/index.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { Device } from "../../../src/devices/index.ts";
import { parse } from "../../../src/kernel/schema.ts";
import type { DeviceId } from "../../../src/kernel/types.ts";
import { NO_USB, never } from "../../contract/make-device.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { FakeFfmpeg } from "./fake-ffmpeg.ts";

const QUICK = { startMs: 1_500, freezeMs: 500, settleMs: 0, lingerMs: 300 };

type Options = Parameters<typeof makeCamera>[0]["options"];

function cameraWith(
  ffmpeg: FakeFfmpeg,
  {
    device = ffmpeg.node,
    platform = "linux" as NodeJS.Platform,
    ...more
  }: Record<string, unknown> & {
    device?: string;
    platform?: NodeJS.Platform;
  } = {},
): Device {
  const options = parse(manifest.options, { device, ffmpeg: ffmpeg.file, ...QUICK, ...more }, "test");
  const camera = makeCamera(
    {
      ...{ id: "under-test" as DeviceId, options: options as Options, folder: ffmpeg.folder, usb: NO_USB },
      ...{ clock: new SystemClock(), log: new SilentLog() },
    },
    { platform, env: {}, sysfs: ffmpeg.folder },
  );
  onTestFinished(() => camera.close());
  return camera;
}

async function opened(ffmpeg: FakeFfmpeg, more: Record<string, unknown> = {}): Promise<Device> {
  const camera = cameraWith(ffmpeg, more);
  await camera.open(never);
  return camera;
}

/** Looks until it has seen `frames` pictures. */
async function watch(camera: Device, frames: number): Promise<void> {
  const enough = new AbortController();
  let seen = 0;
  const show = (): void => void (++seen === frames && enough.abort());
  await camera.capability("camera.preview")!.watch(show, enough.signal);
}
async function captureUntilItFails(camera: Device): Promise<never> {
  for (;;) await capture(camera);
}
const capture = (camera: Device) => camera.capability("camera")!.capture(never);

describe("a webcam through ffmpeg", () => {
  it("serves five viewers and three photographers from one process", async () => {
    const ffmpeg = new FakeFfmpeg("steady");
    const camera = await opened(ffmpeg);
    const watching = Array.from({ length: 5 }, () => watch(camera, 20));
    const photos = await Promise.all([capture(camera), capture(camera), capture(camera)]);
    await Promise.all(watching);
    for (const { widthPx, heightPx } of photos) expect([widthPx, heightPx]).toEqual([1280, 720]);
    expect(ffmpeg.streams).toHaveLength(1);
  });

  it("lets go of the camera when nobody looks any more, and takes it again for the next photo", async () => {
    const ffmpeg = new FakeFfmpeg("steady");
    const camera = await opened(ffmpeg);
    await watch(camera, 3);
    expect(ffmpeg.isRunning).toBe(true);
    await expect.poll(() => ffmpeg.isRunning).toBe(false);
    expect(camera.health.level).toBe("ok");
    await capture(camera);
    expect(ffmpeg.streams).toHaveLength(2);
  });

  it("keeps pictures for nobody: who was away for half a second goes on with the present one", async () => {
    const camera = await opened(new FakeFfmpeg("steady"));
    const enough = new AbortController();
    const startMs = performance.now();
    let seen = 0;
    const show = (): void => {
      while (performance.now() - startMs < 500);
      seen++;
      if (performance.now() - startMs > 600) enough.abort();
    };
    await camera.capability("camera.preview")!.watch(show, enough.signal);
    // Fifty were made while it was away and ten after that.
    expect(seen).toBeLessThan(25);
  });

  it("gives a camera that was just switched on time for its light before a photo counts", async () => {
    const camera = await opened(new FakeFfmpeg("steady"), { settleMs: 400 });
    const startMs = performance.now();
    await capture(camera);
    expect(performance.now() - startMs).toBeGreaterThan(200);
  });

  it.each(["freezing", "halved"] as const)(
    "says no-picture of a camera that is %s, and ends it",
    async (how) => {
      const ffmpeg = new FakeFfmpeg(how);
      const camera = await opened(ffmpeg);
      await expect(captureUntilItFails(camera)).rejects.toMatchObject({ code: "CAMERA_NO_PICTURE" });
      expect(camera.health.reasons).toEqual(["no-picture"]);
      expect(ffmpeg.isRunning).toBe(false);
      ffmpeg.become("steady");
      await capture(camera);
      expect(camera.health.level).toBe("ok");
    },
  );

  it("tells every viewer of a frozen camera", async () => {
    const camera = await opened(new FakeFfmpeg("freezing"));
    const watching = [watch(camera, 50), watch(camera, 50)];
    for (const one of watching) await expect(one).rejects.toMatchObject({ code: "CAMERA_NO_PICTURE" });
  });

  it.each(["garbage", "nothing", "chatter"] as const)("does not open on %s", async (how) => {
    const ffmpeg = new FakeFfmpeg(how);
    const camera = cameraWith(ffmpeg);
    await expect(camera.open(never)).rejects.toMatchObject({ code: "CAMERA_NO_PICTURE" });
    expect(camera.health.reasons).toEqual(["no-picture"]);
    expect(ffmpeg.isRunning).toBe(false);
  });

  it("ends a process that does not listen, when it is closed", async () => {
    const ffmpeg = new FakeFfmpeg("stubborn");
    const camera = await opened(ffmpeg);
    expect(ffmpeg.isRunning).toBe(true);
    await camera.close();
    expect(ffmpeg.isRunning).toBe(false);
  });

  it("leaves no process behind when it is closed while it opens", async () => {
    const ffmpeg = new FakeFfmpeg("chatter");
    const camera = cameraWith(ffmpeg);
    const opening = camera.open(never);
    const refused = expect(opening).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    await expect.poll(() => ffmpeg.isRunning).toBe(true);
    await camera.close();
    await refused;
    expect([ffmpeg.isRunning, camera.health.reasons]).toEqual([false, ["not-connected"]]);
  });

  it("says not-connected of a camera that is pulled, though ffmpeg ends in order", async () => {
    const ffmpeg = new FakeFfmpeg("pulled");
    const camera = await opened(ffmpeg);
    const watching = watch(camera, 10_000);
    rmSync(ffmpeg.node);
    ffmpeg.pull();
    await expect(watching).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    expect(camera.health.reasons).toEqual(["not-connected"]);
  });

  it("notices within seconds that a camera was pulled while nobody used it", async () => {
    const ffmpeg = new FakeFfmpeg("steady");
    const camera = await opened(ffmpeg);
    await expect.poll(() => ffmpeg.isRunning).toBe(false);
    rmSync(ffmpeg.node);
    await expect.poll(() => camera.health.reasons).toEqual(["not-connected"]);
  });

  it("says in-use-elsewhere when another program has it", async () => {
    const camera = cameraWith(new FakeFfmpeg("busy"));
    await expect(camera.open(never)).rejects.toMatchObject({ code: "DEVICE_BUSY" });
    expect(camera.health.reasons).toEqual(["in-use-elsewhere"]);
  });

  it("asks no ffmpeg about a camera that is not there", async () => {
    const ffmpeg = new FakeFfmpeg("steady");
    for (const device of [`${ffmpeg.folder}/video7`, "usb:046d:082d", "Desk Camera"]) {
      const camera = cameraWith(ffmpeg, { device });
      await expect(camera.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    }
    expect(ffmpeg.streams).toEqual([]);
  });

  it("takes a name with blanks, quotes and a command in it for a name", async () => {
    const name = `cam "front" '$(touch x)'; \`touch y\` & %PATH%`;
    const ffmpeg = new FakeFfmpeg("steady", name);
    const camera = await opened(ffmpeg);
    await capture(camera);
    expect(ffmpeg.streams[0]?.args).toContain(ffmpeg.node);
    expect(readdirSync(ffmpeg.folder).sort()).toEqual([name, "ffmpeg", "runs"].sort());
  });

  it("finds a camera of such a name in Windows' list, and takes its path for the one that is meant", async () => {
    const name = `Kamera "Depan" $(touch x)`;
    const ffmpeg = new FakeFfmpeg("steady");
    ffmpeg.list(`[dshow @ 01] "${name}" (video)\n[dshow @ 01]   Alternative name "@device_pnp_1"\n`);
    const camera = await opened(ffmpeg, { device: name, platform: "win32" });
    expect(camera.model).toBe(name);
    expect(ffmpeg.streams[0]?.args).toContain("video=@device_pnp_1");
    expect(readdirSync(ffmpeg.folder)).not.toContain("x");
  });

  it("says driver-missing without ffmpeg", async () => {
    const ffmpeg = new FakeFfmpeg("steady");
    rmSync(ffmpeg.file);
    const camera = cameraWith(ffmpeg);
    await expect(camera.open(never)).rejects.toMatchObject({ code: "DEVICE_DRIVER_MISSING" });
    expect(camera.health.reasons).toEqual(["driver-missing"]);
  });

  it("says driver-missing when ffmpeg goes away later", async () => {
    const ffmpeg = new FakeFfmpeg("steady");
    const camera = await opened(ffmpeg);
    await expect.poll(() => ffmpeg.isRunning).toBe(false);
    rmSync(ffmpeg.file);
    await expect(capture(camera)).rejects.toMatchObject({ code: "DEVICE_DRIVER_MISSING" });
    expect(camera.health.reasons).toEqual(["driver-missing"]);
  });

  it("never calls the test picture a camera", async () => {
    const camera = cameraWith(new FakeFfmpeg("steady"), { device: "test" });
    expect(camera.model).toBe("Test picture (ffmpeg)");
    await camera.open(never);
    expect([camera.model, camera.about]).toEqual(["Test picture (ffmpeg)", {}]);
  });
});
