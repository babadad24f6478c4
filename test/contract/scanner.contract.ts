import { describe, expect, it } from "vitest";
import type { Device, DeviceEvents } from "../../src/devices/index.ts";
import { never } from "./make-device.ts";

export interface ScannerRig {
  readonly device: Device;
  /** Holds a Code 128 with this text under the beam. */
  scan(text: string): void;
  unplug(): void;
}

/** What every driver offering "scanner" must do. */
export function describeScanner(name: string, make: () => Promise<ScannerRig>): void {
  describe(`scanner contract: ${name}`, () => {
    const opened = async (): Promise<ScannerRig> => {
      const rig = await make();
      await rig.device.open(never);
      return rig;
    };
    const next = (device: Device): Promise<DeviceEvents["scanned"][0]> =>
      new Promise((resolve) => device.events.once("scanned", resolve));

    it("is away before it is opened, and healthy afterwards", async () => {
      const { device } = await make();
      expect(device.health.reasons).toEqual(["not-connected"]);
      await device.open(never);
      expect(device.health.level).toBe("ok");
      expect(device.capability("scanner")!.lastScanAt).toBeUndefined();
    });

    it("tells what was read, exactly, with its symbology apart", async () => {
      const rig = await opened();
      for (const text of ["26110000412", "0000123", "99999L2026", "3374-A b/c"]) {
        const scanned = next(rig.device);
        rig.scan(text);
        expect(await scanned).toMatchObject({ text, symbology: "]C0", at: expect.any(Date) });
      }
      expect(rig.device.capability("scanner")!.lastScanAt).toBeInstanceOf(Date);
    });

    it("keeps two scans apart that follow each other at once", async () => {
      const rig = await opened();
      const texts: string[] = [];
      rig.device.events.on("scanned", ({ text }) => texts.push(text));
      rig.scan("AAA-1");
      rig.scan("BBB-2");
      await expect.poll(() => texts).toEqual(["AAA-1", "BBB-2"]);
    });

    it("says so when it is unplugged", async () => {
      const rig = await opened();
      rig.unplug();
      await expect.poll(() => rig.device.health.reasons).toEqual(["not-connected"]);
    });

    it("may be closed twice, and opened again", async () => {
      const rig = await opened();
      await rig.device.close();
      await rig.device.close();
      expect(rig.device.health.reasons).toEqual(["not-connected"]);
      await rig.device.open(never);
      const scanned = next(rig.device);
      rig.scan("A-1");
      expect((await scanned).text).toBe("A-1");
    });
  });
}
