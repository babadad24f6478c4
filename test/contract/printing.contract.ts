import { describe, expect, it } from "vitest";
import type { Device, JobTracker } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { never } from "./make-device.ts";

export interface PrinterRig {
  readonly device: Device;
  /** A second device for the same printer, as after a restart of the daemon. */
  again(): Promise<Device>;
  /** How many cards or documents lie in the tray. Absent where only a person can count them. */
  printsOut?(): number;
  /** Pulls the cable, or what comes closest. Absent where only a person could do it. */
  unplug?(): void | Promise<void>;
  /** Makes the printer refuse the next job before anything moves. Absent where only a person could do it. */
  obstruct?(): void | Promise<void>;
}

export interface Abilities {
  readonly canBeHandled: boolean;
}

/** One kind of printing, as the contract sees it. */
interface Printing {
  /** `spooled` and `signal` as for `CardPrinter.print`. */
  start(device: Device, spooled: (reference: string) => void, signal: AbortSignal): Promise<void>;
  jobs(device: Device): JobTracker;
}

/** What every printer of cards or sheets must do. Above all: never say "printed" or "no ink" without knowing. */
export function describePrinting(
  title: string,
  make: () => Promise<PrinterRig>,
  { start, jobs }: Printing,
  { canBeHandled }: Abilities = { canBeHandled: true },
): void {
  describe(title, () => {
    const opened = async (): Promise<PrinterRig> => {
      const rig = await make();
      await rig.device.open(never);
      return rig;
    };
    const print = (rig: PrinterRig, spooled: (reference: string) => void, signal = never) =>
      start(rig.device, spooled, signal);

    it("is healthy once opened, and may be closed twice", async () => {
      const { device } = await opened();
      expect(device.health.level).toBe("ok");
      await device.close();
      await device.close();
      expect(device.health.reasons).toEqual(["not-connected"]);
    });

    it("resolves only after all of it is out, and calls spooled once before that", async () => {
      const rig = await opened();
      const references: string[] = [];
      let outWhenSpooled = -1;
      await print(rig, (reference) => {
        references.push(reference);
        outWhenSpooled = rig.printsOut?.() ?? 0;
      });
      expect(references).toHaveLength(1);
      expect(references[0]).toMatch(/^[\x21-\x7e]{1,200}$/);
      expect(outWhenSpooled).toBe(0);
      expect(rig.printsOut?.() ?? 1).toBe(1);
    });

    it("knows after a restart what became of a job, and of no job that it never had", async () => {
      const rig = await opened();
      let reference = "";
      await print(rig, (given) => {
        reference = given;
      });
      const tracker = jobs(await rig.again());
      expect(await tracker.outcome(reference, never)).toBe("completed");
      expect(await tracker.outcome("987654", never)).toBe("vanished");
    });

    it("prints nothing for a caller who had already given up", async () => {
      const rig = await opened();
      await expect(
        print(rig, () => expect.fail("spooled"), AbortSignal.abort(new Error("gone"))),
      ).rejects.toThrow("gone");
      expect(rig.printsOut?.() ?? 0).toBe(0);
    });

    it("lets go as soon as the caller does, and can still say what became of the job", async () => {
      const rig = await opened();
      const caller = new AbortController();
      let reference = "";
      const job = print(
        rig,
        (given) => {
          reference = given;
          caller.abort(new Error("the daemon stops"));
        },
        caller.signal,
      );
      await expect(job).rejects.toThrow("the daemon stops");
      const tracker = jobs(rig.device);
      await expect.poll(() => tracker.outcome(reference, never)).toBe("completed");
    });

    it("refuses while it is closed, and says that no ink was used", async () => {
      const { device } = await make();
      const print = start(device, () => expect.fail("spooled"), never);
      await expect(print).rejects.toMatchObject({ code: "PRINTER_REFUSED" });
    });

    if (!canBeHandled) return;

    it("refuses while something is in the way, and says that no ink was used", async () => {
      const rig = await opened();
      await rig.obstruct!();
      await expect(print(rig, () => expect.fail("spooled"))).rejects.toMatchObject({
        code: "PRINTER_REFUSED",
      });
      expect(rig.printsOut!()).toBe(0);
    });

    it("ends with a code, and not with a claim about ink, when it is unplugged over a job", async () => {
      const rig = await opened();
      const error = await print(rig, () => void rig.unplug!()).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(TitianError);
      expect((error as TitianError).code).toBe("DEVICE_NOT_CONNECTED");
      expect(rig.device.health.reasons).toEqual(["not-connected"]);
      expect(rig.printsOut!()).toBe(0);
    });
  });
}
