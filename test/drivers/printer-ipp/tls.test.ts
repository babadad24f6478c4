import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { testCard } from "../../contract/card-printer.contract.ts";
import { makeDevice, never, temporaryFolder } from "../../contract/make-device.ts";
import { IppEvePrinter } from "../../harness/ippeveprinter.ts";

describe("printer-ipp with a real printer over TLS", () => {
  let printer: IppEvePrinter;
  let folder: string;
  beforeEach(async () => {
    folder = temporaryFolder();
    printer = await IppEvePrinter.start();
    return () => printer[Symbol.asyncDispose]();
  });
  const make = (options = {}) =>
    makeDevice("printer-ipp", { uri: printer.secureUri, pollMs: 50, watchMs: 50, ...options }, { folder });
  const pin = (): string => readFileSync(path.join(folder, "certificate.sha256"), "utf8").trim();

  it("prints, and remembers the certificate that it met first", async () => {
    const device = await make();
    await device.open(never);
    const card = testCard();
    await device.capability("card-printer")!.print(card, () => undefined, never);
    expect(printer.tray.map((bytes) => Buffer.compare(bytes, card.pdf))).toEqual([0]);
    expect(pin()).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    const again = await make();
    await again.open(never);
    expect(again.health.level).toBe("ok");
  });

  it("tells nothing to another printer at the same address, and says so", async () => {
    const device = await make({ lostAfterMs: 60_000 });
    await device.open(never);
    const first = pin();
    await printer.switchOff();
    printer.forgetCertificate();
    await printer.switchOn();
    await expect.poll(() => device.health.reasons, { timeout: 10_000 }).toEqual(["not-permitted"]);
    expect(device.about.words).toEqual(["certificate-changed"]);
    const card = device.capability("card-printer")!.print(testCard(), () => expect.fail("spooled"), never);
    await expect(card).rejects.toMatchObject({
      code: "PRINTER_REFUSED",
      details: { reason: "not-permitted" },
    });
    const later = await make();
    await expect(later.open(never)).rejects.toMatchObject({
      code: "DEVICE_NOT_PERMITTED",
      details: { reason: "certificate-changed" },
    });
    expect(pin()).toBe(first);
    expect(printer.tray).toHaveLength(0);
  });

  it("does not take a printer that signs for itself where an authority is asked for", async () => {
    const device = await make({ certificate: "system" });
    await expect(device.open(never)).rejects.toMatchObject({
      code: "DEVICE_NOT_PERMITTED",
      details: { reason: "certificate-unknown" },
    });
  });

  it("is away when the printer is off, and lets go as soon as the caller does", async () => {
    await printer.switchOff();
    const device = await make();
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    await expect(device.open(AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });
});
