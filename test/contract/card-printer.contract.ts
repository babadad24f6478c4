import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import type { CardImage, Device } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { never } from "./make-device.ts";

export interface CardPrinterRig {
  readonly device: Device;
  /** A second device for the same printer, as after a restart of the daemon. */
  again(): Promise<Device>;
  /** How many cards lie in the tray. Absent where only a person can count them. */
  cardsOut?(): number;
  /** Pulls the cable, or what comes closest. Absent where only a person could do it. */
  unplug?(): void | Promise<void>;
  /** Makes the printer refuse the next job before anything moves. Absent where only a person could do it. */
  obstruct?(): void | Promise<void>;
}

interface Abilities {
  readonly canBeHandled: boolean;
}

/** What every driver offering "card-printer" must do. Above all: never say "printed" or "no ink" without knowing. */
export function describeCardPrinter(
  name: string,
  make: () => Promise<CardPrinterRig>,
  { canBeHandled }: Abilities = { canBeHandled: true },
): void {
  describe(`card printer contract: ${name}`, () => {
    const opened = async (): Promise<CardPrinterRig> => {
      const rig = await make();
      await rig.device.open(never);
      return rig;
    };
    const print = (rig: CardPrinterRig, spooled: (reference: string) => void, signal = never) =>
      rig.device.capability("card-printer")!.print(testCard(), spooled, signal);

    it("is healthy once opened, and may be closed twice", async () => {
      const { device } = await opened();
      expect(device.health.level).toBe("ok");
      await device.close();
      await device.close();
      expect(device.health.reasons).toEqual(["not-connected"]);
    });

    it("resolves only after the card is out, and calls spooled once before that", async () => {
      const rig = await opened();
      const references: string[] = [];
      let outWhenSpooled = -1;
      await print(rig, (reference) => {
        references.push(reference);
        outWhenSpooled = rig.cardsOut?.() ?? 0;
      });
      expect(references).toHaveLength(1);
      expect(references[0]).toMatch(/^[\x21-\x7e]{1,200}$/);
      expect(outWhenSpooled).toBe(0);
      expect(rig.cardsOut?.() ?? 1).toBe(1);
    });

    it("knows after a restart what became of a job, and of no job that it never had", async () => {
      const rig = await opened();
      let reference = "";
      await print(rig, (given) => {
        reference = given;
      });
      const jobs = (await rig.again()).capability("card-printer.jobs")!;
      expect(await jobs.outcome(reference, never)).toBe("completed");
      expect(await jobs.outcome("987654", never)).toBe("vanished");
    });

    it("prints nothing for a caller who had already given up", async () => {
      const rig = await opened();
      await expect(
        print(rig, () => expect.fail("spooled"), AbortSignal.abort(new Error("gone"))),
      ).rejects.toThrow("gone");
      expect(rig.cardsOut?.() ?? 0).toBe(0);
    });

    it("lets go as soon as the caller does, and can still say what became of the card", async () => {
      const rig = await opened();
      const caller = new AbortController();
      let reference = "";
      const card = print(
        rig,
        (given) => {
          reference = given;
          caller.abort(new Error("the daemon stops"));
        },
        caller.signal,
      );
      await expect(card).rejects.toThrow("the daemon stops");
      const jobs = rig.device.capability("card-printer.jobs")!;
      await expect.poll(() => jobs.outcome(reference, never), { timeout: 10_000 }).toBe("completed");
    });

    it("refuses while it is closed, and says that no ink was used", async () => {
      const { device } = await make();
      const card = device.capability("card-printer")!.print(testCard(), () => expect.fail("spooled"), never);
      await expect(card).rejects.toMatchObject({ code: "PRINTER_REFUSED" });
    });

    if (!canBeHandled) return;

    it("refuses while something is in the way, and says that no ink was used", async () => {
      const rig = await opened();
      await rig.obstruct!();
      await expect(print(rig, () => expect.fail("spooled"))).rejects.toMatchObject({
        code: "PRINTER_REFUSED",
      });
      expect(rig.cardsOut!()).toBe(0);
    });

    it("ends with a code, and not with a claim about ink, when it is unplugged over a card", async () => {
      const rig = await opened();
      const error = await print(rig, () => void rig.unplug!()).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(TitianError);
      expect((error as TitianError).code).toBe("DEVICE_NOT_CONNECTED");
      expect(rig.device.health.reasons).toEqual(["not-connected"]);
      expect(rig.cardsOut!()).toBe(0);
    });
  });
}

/** A card with nobody on it: a frame, a diagonal, and a page of the same. */
export function testCard(jobName = crypto.randomUUID()): CardImage {
  const canvas = createCanvas(1016, 648);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, 1016, 648);
  context.strokeStyle = "#000";
  context.strokeRect(40, 40, 936, 568);
  return { jobName, png: canvas.toBuffer("image/png"), pdf: testPdf() };
}

/** One page of 85.60 × 53.98 mm, written by hand: offsets are right, so every reader takes it. */
function testPdf(): Uint8Array {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 242.646 153.014] /Contents 4 0 R >>",
    "<< /Length 22 >>\nstream\n10 10 222 133 re S    \nendstream",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 5\n0000000000 65535 f \n${xref}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n`;
  return Buffer.from(`${text}${text.lastIndexOf("xref\n0 5")}\n%%EOF\n`, "latin1");
}
