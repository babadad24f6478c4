import { describe, expect, it } from "vitest";
import { CAMERA_FAULTS } from "../../../drivers/simulator/camera-faults.ts";
import type { ConfiguredDevice } from "../../../src/devices/index.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

describe("the simulated camera", () => {
  async function opened(clock: ManualClock): Promise<ConfiguredDevice> {
    const device = await makeDevice("simulator-camera", {}, { clock });
    await device.open(never);
    return device;
  }
  const simulate = (device: ConfiguredDevice, ...faults: string[]): void =>
    device.capability("simulation")!.simulate(faults);

  it("sees a world that moves", async () => {
    const clock = new ManualClock();
    const camera = (await opened(clock)).capability("camera")!;
    const shoot = async (): Promise<Uint8Array> => {
      const photo = camera.capture(never);
      await clock.advance(120);
      return (await photo).jpeg;
    };
    const first = await shoot();
    expect(Buffer.compare(first, await shoot())).not.toBe(0);
    expect(first.length).toBeGreaterThan(20_000);
  });

  it("shows about eight pictures a second, and none once the last watcher has left", async () => {
    const clock = new ManualClock();
    const device = await opened(clock);
    const left = new AbortController();
    let frames = 0;
    const watching = device.capability("camera.preview")!.watch(() => void frames++, left.signal);
    for (let turn = 1; turn <= 8; turn++) {
      await clock.advance(125);
      await expect.poll(() => frames).toBe(turn);
    }
    left.abort();
    await watching;
    await clock.advance(1_000);
    expect([frames, clock.sleepers]).toEqual([8, 0]);
  });

  it.each([
    ["busy", "DEVICE_BUSY", "in-use-elsewhere"],
    ["no-picture", "CAMERA_NO_PICTURE", "no-picture"],
    ["unplug", "DEVICE_NOT_CONNECTED", "not-connected"],
  ])("under %s it fails with %s and says %s", async (fault, code, reason) => {
    const clock = new ManualClock();
    const device = await opened(clock);
    const preview = device.capability("camera.preview")!.watch(() => undefined, never);
    preview.catch(() => undefined);
    const photo = device.capability("camera")!.capture(never);
    photo.catch(() => undefined);
    simulate(device, fault);
    expect(device.health.reasons).toEqual([reason]);
    await clock.advance(120);
    await expect(photo).rejects.toMatchObject({ code });
    if (fault !== "no-picture") {
      await clock.advance(125);
      await expect(preview).rejects.toMatchObject({ code });
    }
  });

  it("under freeze shows nothing new, fails nobody who watches, and gives a photo up within its budget", async () => {
    const clock = new ManualClock();
    const device = await opened(clock);
    const left = new AbortController();
    let frames = 0;
    const watching = device.capability("camera.preview")!.watch(() => void frames++, left.signal);
    await clock.advance(125);
    await expect.poll(() => frames).toBe(1);
    simulate(device, "freeze");
    expect(device.health.reasons).toEqual(["not-responding"]);
    const photo = device.capability("camera")!.capture(never);
    const refused = expect(photo).rejects.toMatchObject({ code: "DEVICE_TIMEOUT" });
    await clock.advance(5_000);
    await refused;
    expect(frames).toBe(1);
    simulate(device);
    await clock.advance(125);
    await expect.poll(() => frames).toBe(2);
    left.abort();
    await watching;
  });

  it("is slow but sure under slow", async () => {
    const clock = new ManualClock();
    const device = await opened(clock);
    simulate(device, "slow");
    expect(device.health.level).toBe("degraded");
    let isOver = false;
    const photo = device.capability("camera")!.capture(never);
    void photo.then(() => {
      isOver = true;
    });
    await clock.advance(700);
    expect(isOver).toBe(false);
    await clock.advance(20);
    await photo;
  });

  it("comes back only when it is opened again after the cable", async () => {
    const clock = new ManualClock();
    const device = await opened(clock);
    simulate(device, "unplug");
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    simulate(device);
    expect(device.health.reasons).toEqual(["not-connected"]);
    await device.open(never);
    expect(device.health.level).toBe("ok");
  });

  it("names its faults and takes no other", async () => {
    const device = await opened(new ManualClock());
    expect([...device.capability("simulation")!.faults].sort()).toEqual([...CAMERA_FAULTS].sort());
    expect(() => simulate(device, "slow", "gremlins")).toThrow("BAD_REQUEST");
    expect(device.health.level).toBe("ok");
  });
});
