import { describe, expect, it } from "vitest";
import type { Device } from "../../src/devices/index.ts";
import { never } from "./make-device.ts";

/** What every driver offering "camera" must do. Simulators always run it; hardware runs it when named. */
export function describeCamera(name: string, make: () => Promise<Device>): void {
  describe(`camera contract: ${name}`, () => {
    const opened = async (): Promise<Device> => {
      const device = await make();
      await device.open(never);
      return device;
    };

    it("is away before it is opened, and healthy afterwards", async () => {
      const device = await make();
      expect(device.health.reasons).toEqual(["not-connected"]);
      await device.open(never);
      expect(device.health.level).toBe("ok");
    });

    it("delivers a whole JPEG of the size it says", async () => {
      const device = await opened();
      const photo = await device.capability("camera")!.capture(never);
      expect([...photo.jpeg.subarray(0, 2)]).toEqual([0xff, 0xd8]);
      expect([...photo.jpeg.subarray(-2)]).toEqual([0xff, 0xd9]);
      expect([photo.widthPx, photo.heightPx]).toEqual(sizeOf(photo.jpeg));
    });

    it("gives up as soon as the caller does", async () => {
      const device = await opened();
      const caller = new AbortController();
      const photo = device.capability("camera")!.capture(caller.signal);
      caller.abort(new Error("the page was closed"));
      await expect(photo).rejects.toThrow("the page was closed");
    });

    it("shows its preview to several watchers until each has seen enough", async () => {
      const device = await opened();
      const preview = device.capability("camera.preview");
      if (!preview) return;
      const watch = async (frames: number): Promise<number> => {
        const enough = new AbortController();
        let seen = 0;
        const show = (jpeg: Uint8Array): void => {
          expect(jpeg[0]).toBe(0xff);
          if (++seen === frames) enough.abort();
        };
        await preview.watch(show, enough.signal);
        return seen;
      };
      expect(await Promise.all([watch(1), watch(3)])).toEqual([1, 3]);
      expect(await watch(1)).toBe(1);
    });

    it("says so when it is gone, and may be closed twice and opened again", async () => {
      const device = await opened();
      await device.close();
      await device.close();
      expect(device.health.reasons).toEqual(["not-connected"]);
      await expect(device.capability("camera")!.capture(never)).rejects.toMatchObject({
        code: "DEVICE_NOT_CONNECTED",
      });
      await device.open(never);
      expect(device.health.level).toBe("ok");
    });
  });
}

/** Width and height out of a JPEG's frame header. */
function sizeOf(jpeg: Uint8Array): [number, number] {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at < jpeg.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
  }
  throw new Error("no frame header");
}
