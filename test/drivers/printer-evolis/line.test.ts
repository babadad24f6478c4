import { describe, expect, it } from "vitest";
import { findAt } from "../../../drivers/printer-evolis/find.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { UsbDevice } from "../../../src/devices/index.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import type { LineFault } from "../../harness/evolis-service.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { evolis, openedEvolis } from "./opened-printer.ts";

const real = { timeout: 40_000 };

describe("the line to Evolis's service", () => {
  it.each([
    ["garbage", "DEVICE_BAD_ANSWER"],
    ["half", "DEVICE_BAD_ANSWER"],
    ["empty", "DEVICE_BAD_ANSWER"],
    ["wrong-id", "DEVICE_BAD_ANSWER"],
    ["number-id", "DEVICE_BAD_ANSWER"],
    ["both", "DEVICE_BAD_ANSWER"],
    ["neither", "DEVICE_BAD_ANSWER"],
    ["not-a-string", "DEVICE_BAD_ANSWER"],
    ["huge", "DEVICE_BAD_ANSWER"],
    ["endless", "DEVICE_BAD_ANSWER"],
    ["reset", "DEVICE_NOT_CONNECTED"],
    ["error", "DEVICE_NOT_CONNECTED"],
    ["silent", "DEVICE_TIMEOUT"],
  ] as const)("with %s on it does not open the printer and says %s", async (fault: LineFault, code) => {
    const { device, service } = await evolis({ callWithinMs: fault === "silent" ? 100 : 4_000 });
    service.misbehave(fault);
    await expect(device.open(never)).rejects.toMatchObject({ code });
  });

  it.each(["slow", "early", "lingers"] as const)(
    "may be %s and is understood all the same",
    async (fault) => {
      const { device, service } = await evolis();
      service.misbehave(fault);
      await device.open(never);
      expect(device.health.level).toBe("ok");
    },
  );

  it("is let go as soon as the caller gives up", async () => {
    const { device, service } = await evolis();
    service.misbehave("silent");
    const caller = new AbortController();
    const opening = device.open(caller.signal);
    caller.abort(new Error("enough"));
    await expect(opening).rejects.toThrow("enough");
  });

  it("carries text only: every parameter of every call is a string", async () => {
    // The fake refuses any other.
    const { printer } = await openedEvolis();
    const command = printer.calls.find(({ method }) => method === "CMD.SendCommand");
    expect(command?.params).toEqual({ device: printer.name, command: "Rtp", timeout: "3000" });
  });

  it("may break and be mended while nothing prints, and health follows", async () => {
    const { device, service } = await openedEvolis();
    await service.switchOff();
    await expect.poll(() => device.health.reasons, real).toEqual(["not-connected"]);
    await service.switchOn();
    await expect.poll(() => device.health.level, real).toBe("ok");
    service.misbehave("garbage");
    await expect.poll(() => device.health.reasons, real).toEqual(["not-responding"]);
  });

  it("leads to no printer when the service does not know its name", async () => {
    const { service } = await evolis();
    const device = await makeDevice("printer-evolis", { device: "Evolis Lain", port: service.port });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });
});

describe("what an Evolis printer tells of itself", () => {
  it("is its model, serial number, firmware and address", async () => {
    const { device, service } = await openedEvolis();
    expect(device.model).toBe("Evolis Uji Dupleks");
    expect(device.about).toMatchObject({
      ...{ serial: "10000123456", firmware: "2026", words: [] },
      address: `127.0.0.1:${service.port}`,
    });
  });

  it("is as much as it will answer: the name in the list for a model, and no gauge", async () => {
    const { device, printer } = await evolis();
    printer.answers.clear();
    await device.open(never);
    expect(device.model).toBe("Evolis Uji");
    expect(device.about.serial).toBeUndefined();
    expect(device.capability("supplies")).toBeUndefined();
  });

  it("includes a state that nobody has published, as itself", async () => {
    const { device, printer } = await openedEvolis();
    printer.be("unknown-error");
    await expect.poll(() => device.health.reasons, real).toEqual(["needs-attention"]);
    expect(device.about.words).toEqual(["ERR_GLITTER"]);
  });

  it("is its state once the service was asked to watch it, and unknown where that is switched off", async () => {
    const watched = await evolis();
    watched.printer.be("unsupervised");
    await watched.device.open(never);
    expect(watched.device.health.level).toBe("ok");

    const unwilling = await evolis();
    unwilling.printer.be("unsupervised");
    unwilling.service.misbehave("error", "SUPERVISION.AddDevice");
    await unwilling.device.open(never);
    expect(unwilling.device.health.reasons).toEqual(["not-supervised"]);

    const unwatched = await evolis({ supervise: false });
    unwatched.printer.be("unsupervised");
    await unwatched.device.open(never);
    expect(unwatched.device.health).toMatchObject({ level: "degraded", reasons: ["not-supervised"] });
  });

  it("is that it is away, where the service runs and the printer is off", async () => {
    const { device, printer } = await evolis();
    printer.be("offline");
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });
});

describe("finding Evolis printers", () => {
  const usb: UsbDevice = {
    ...{ vendorId: "ffff", productId: "0001", serial: undefined, port: "1-1" },
    ...{ manufacturer: "Evolis", product: "Uji", classes: [7], nodes: [] },
  };
  const look = (port: number, plugged: readonly UsbDevice[] = []) =>
    findAt({ host: "127.0.0.1", port })(
      { clock: new SystemClock(), log: new SilentLog(), usb: plugged },
      never,
    );

  it("names what the service lists, with its USB device where there is exactly one of that name", async () => {
    const { service } = await evolis();
    const options = { device: "Evolis Uji", host: "127.0.0.1", port: service.port };
    expect(await look(service.port, [usb])).toEqual([{ title: "Evolis Uji", options, usb }]);
    const twins = [usb, { ...usb, port: "1-2" }];
    expect(await look(service.port, twins)).toEqual([{ title: "Evolis Uji", options, usb: undefined }]);
    const device = await makeDevice("printer-evolis", options);
    await device.open(never);
  });

  it("finds nothing, and soon, where nobody listens, somebody else does, or nobody answers", async () => {
    const { service } = await evolis();
    await service.switchOff();
    expect(await look(service.port)).toEqual([]);
    await service.switchOn();
    service.misbehave("garbage");
    expect(await look(service.port)).toEqual([]);
    service.misbehave("error");
    expect(await look(service.port)).toEqual([]);
    service.misbehave("silent");
    const startedMs = performance.now();
    expect(await look(service.port)).toEqual([]);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });
});
