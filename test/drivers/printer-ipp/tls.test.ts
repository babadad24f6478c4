import { readFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { testCard } from "../../contract/card-printer.contract.ts";
import { makeDevice, never, temporaryFolder } from "../../contract/make-device.ts";
import { IppEvePrinter, PAPER_FOR_CARDS } from "../../harness/ippeveprinter.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

describe("printer-ipp with a real printer over TLS", () => {
  let printer: IppEvePrinter;
  let folder: string;
  beforeEach(async () => {
    folder = temporaryFolder();
    printer = await IppEvePrinter.start();
    return () => printer[Symbol.asyncDispose]();
  });
  const make = (options = {}) =>
    makeDevice(
      "printer-ipp",
      { uri: printer.secureUri, ...PAPER_FOR_CARDS, pollMs: 50, watchMs: 50, ...options },
      { folder },
    );
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
    await expect.poll(() => device.health.reasons).toEqual(["not-permitted"]);
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
    expect(later.about.words).toEqual(["certificate-changed"]);
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

  it("takes a printer whose certificate this machine's authorities vouch for", async () => {
    await (await make()).open(never);
    const usual = getCACertificates("default");
    setDefaultCACertificates([...usual, printer.certificate]);
    onTestFinished(() => setDefaultCACertificates(usual));
    const device = await make({ certificate: "system" });
    await device.open(never);
    expect(device.health.level).toBe("ok");
  });

  it("gives up one that takes the call and never finishes shaking hands, and keeps no line to it", async () => {
    const lines = new Set<Socket>();
    const silent = createServer((socket) => {
      lines.add(socket.resume());
      socket.on("error", () => undefined).once("close", () => lines.delete(socket));
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void silent.close());
    await new Promise((resolve) => silent.once("listening", resolve));
    const clock = new ManualClock();
    const { port } = silent.address() as AddressInfo;
    const device = await makeDevice(
      "printer-ipp",
      { uri: `ipps://127.0.0.1:${port}/ipp/print` },
      { clock, folder },
    );
    const refused = expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_TIMEOUT" });
    await expect.poll(() => lines.size).toBe(1);
    await clock.advance(5_000);
    await refused;
    await expect.poll(() => lines.size).toBe(0);
    expect(clock.sleepers).toBe(0);
  });

  it("is away when the printer is off, and lets go as soon as the caller does", async () => {
    await printer.switchOff();
    const device = await make();
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    await expect(device.open(AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });
});
