import { expect, it } from "vitest";
import { findWith } from "../../../drivers/printer-windows/find.ts";
import { TitianError } from "../../../src/kernel/errors.ts";
import { never } from "../../contract/make-device.ts";
import { FakeSpooler } from "../../harness/fake-spooler.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const around = { clock: new ManualClock(), log: new SilentLog(), usb: [] };

it("finds a queue by its name, and flags the one on a USB port", async () => {
  const spooler = new FakeSpooler();
  expect(await findWith(async () => spooler)(around, never)).toEqual([
    { title: 'Kartu & "100%" (USB)', options: { printer: 'Kartu & "100%"', prints: "card" }, usb: undefined },
  ]);
});

it("leaves out what prints into a file", async () => {
  const spooler = new FakeSpooler("Microsoft Print to PDF");
  spooler.portName = "PORTPROMPT:";
  expect(await findWith(async () => spooler)(around, never)).toEqual([]);
});

it("finds nothing where there is no Windows", async () => {
  const none = findWith(async () => Promise.reject(new TitianError("DEVICE_DRIVER_MISSING")));
  expect(await none(around, never)).toEqual([]);
});
