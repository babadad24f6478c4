import { Type } from "typebox";
import { describe, expect, it } from "vitest";
import {
  type CapabilityName,
  Discovery,
  type DriverManifest,
  type FoundDevice,
  type KnownDevice,
  type UsbDevice,
} from "../../src/devices/index.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";

const never = new AbortController().signal;
const usb = (port: string, more: Partial<UsbDevice> = {}): UsbDevice => ({
  ...{ vendorId: "0c2e", productId: "0b61", serial: undefined, port },
  ...{ manufacturer: undefined, product: "Thing", classes: [3], nodes: [] },
  ...more,
});

function driver(
  name: string,
  offers: readonly CapabilityName[],
  find: () => Promise<readonly FoundDevice[]>,
): DriverManifest {
  return {
    ...{ name, title: name, offers, options: Type.Object({}) },
    load: () => Promise.reject(new Error("nothing is opened while looking")),
    find: async () => ({ default: find }),
  };
}

function discovery(
  plugged: readonly UsbDevice[],
  drivers: readonly DriverManifest[],
  known: readonly KnownDevice[] = [],
) {
  const clock = new ManualClock();
  const around = { usb: { list: async () => plugged }, clock, log: new SilentLog() };
  return { clock, discovery: new Discovery({ drivers, known: () => known, ...around }) };
}

describe("discovery", () => {
  const scanner = usb("1-1");
  const hid = driver("scanner-hid", ["scanner"], async () => [
    { title: "Scanner", options: { device: "usb:0c2e:0b61@1-1" }, usb: scanner },
  ]);

  it("offers what a driver's finder found, with what it would be good for", async () => {
    const escpos = driver("receipt-escpos", ["receipt-printer", "raw-printer"], async () => [
      { title: "TM-T20", options: { to: "usb:04b8:0e15" }, usb: usb("1-2", { vendorId: "04b8" }) },
    ]);
    const { candidates } = await discovery([scanner], [hid, escpos]).discovery.look(never);
    expect(candidates).toMatchObject([
      { driver: "scanner-hid", title: "Scanner", purposes: [] },
      { driver: "receipt-escpos", title: "TM-T20", purposes: ["receipt"] },
    ]);
  });

  it("names only what a device is good for with the options that it was found with", async () => {
    const queues = ["card", "sheet"].map((prints) => ({
      title: prints,
      options: { prints },
      usb: undefined,
    }));
    const ipp: DriverManifest = {
      ...driver("printer-ipp", ["card-printer", "sheet-printer"], async () => queues),
      offersWith: ({ prints }) => [prints === "sheet" ? "sheet-printer" : "card-printer"],
    };
    const { candidates } = await discovery([], [ipp]).discovery.look(never);
    expect(candidates.map(({ purposes }) => purposes)).toEqual([["member-card"], ["sheet"]]);
  });

  it.each<[string, KnownDevice]>([
    ["by the USB device it has open", { driver: "scanner-hid", options: {}, usb: scanner }],
    ["by its selector", { driver: "scanner-hid", options: { device: "usb:0c2e:0b61" }, usb: undefined }],
  ])("does not offer a device that is already in use, recognised %s", async (_how, known) => {
    const found = await discovery([scanner], [hid], [known]).discovery.look(never);
    expect(found).toEqual({ candidates: [], unclaimed: [] });
  });

  it("recognises what is not on USB by its address", async () => {
    const queue = { title: "Kartu", options: { uri: "http://localhost:631/printers/Kartu" }, usb: undefined };
    const ipp = driver("printer-ipp", ["card-printer"], async () => [queue]);
    const known = { driver: "printer-ipp", options: { ...queue.options, pollMs: 50 }, usb: undefined };
    expect((await discovery([], [ipp], [known]).discovery.look(never)).candidates).toEqual([]);
    expect((await discovery([], [ipp]).discovery.look(never)).candidates).toHaveLength(1);
    const otherwise = { ...known, options: { uri: "ipp://127.0.0.1:631/printers/Kartu" } };
    expect((await discovery([], [ipp], [otherwise]).discovery.look(never)).candidates).toEqual([]);
  });

  it("recognises a port of Windows by its short name", async () => {
    const ports = driver("scanner-serial", ["scanner"], async () =>
      ["COM3", "COM33"].map((path) => ({ title: path, options: { path }, usb: undefined })),
    );
    const known = { driver: "scanner-serial", options: { path: "COM3", terminator: "cr" }, usb: undefined };
    const { candidates } = await discovery([], [ports], [known]).discovery.look(never);
    expect(candidates.map(({ title }) => title)).toEqual(["COM33"]);
  });

  it("offers the second of two twins while the first is in use", async () => {
    const twins = [usb("1-1", { serial: "A" }), usb("1-2", { serial: "B" })];
    const both = driver("scanner-hid", ["scanner"], async () =>
      twins.map((one) => ({
        title: "Scanner",
        options: { device: `usb:0c2e:0b61:${one.serial}` },
        usb: one,
      })),
    );
    const known = { driver: "scanner-hid", options: { device: "usb:0c2e:0b61:A" }, usb: twins[0] };
    const { candidates, unclaimed } = await discovery(twins, [both], [known]).discovery.look(never);
    expect(candidates.map(({ options }) => options["device"])).toEqual(["usb:0c2e:0b61:B"]);
    expect(unclaimed).toEqual([]);
  });

  it.each([
    [[0x07], "print-queue"],
    [[0x0e, 0x01], "camera-program"],
    [[0x03], "other-mode"],
    [[0xff], "vendor-driver"],
    [[0x08], "nothing"],
  ])("says what a device of the classes %j would need: %s", async (classes, need) => {
    const { unclaimed } = await discovery([usb("1-4", { classes })], []).discovery.look(never);
    expect(unclaimed).toMatchObject([{ usb: { port: "1-4" }, need }]);
  });

  it("does not mention hubs", async () => {
    expect((await discovery([usb("1-1", { classes: [9] })], []).discovery.look(never)).unclaimed).toEqual([]);
  });

  it("goes on without a finder that breaks, and without one that never answers", async () => {
    const broken = driver("broken", ["scanner"], () => Promise.reject(new Error("no such library")));
    const silent = driver("silent", ["scanner"], () => new Promise(() => undefined));
    const { clock, discovery: looking } = discovery([scanner], [broken, silent, hid]);
    const looked = looking.look(never);
    await clock.advance(5_000);
    expect((await looked).candidates).toHaveLength(1);
  });

  it("does not bring back what a slower look saw before it was pulled out", async () => {
    const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let asked = 0;
    const slow = driver("slow", ["scanner"], async () => {
      const mine = asked++;
      await answers[mine]!.promise;
      return mine === 0 ? [{ title: "Scanner", options: { device: "usb:0c2e:0b61" }, usb: undefined }] : [];
    });
    const { discovery: looking } = discovery([], [slow]);
    const looks = [looking.look(never), looking.look(never)];
    await expect.poll(() => asked).toBe(2);
    answers[1]!.resolve();
    await looks[1];
    answers[0]!.resolve();
    await looks[0];
    expect(looking.last?.candidates).toEqual([]);
  });

  it("tells of a change once, and of none not at all", async () => {
    const plugged = [scanner];
    const { discovery: looking } = discovery(plugged, [hid]);
    const told: number[] = [];
    looking.events.on("changed", ({ candidates }) => told.push(candidates.length));
    await looking.look(never);
    await looking.look(never);
    expect(told).toEqual([1]);
  });

  it("keeps the key of a device while it is plugged in the same way", async () => {
    const { discovery: looking } = discovery([scanner], [hid]);
    const [before] = (await looking.look(never)).candidates;
    await looking.look(never);
    expect(looking.candidate(before?.key ?? "")).toMatchObject({ driver: "scanner-hid" });
    expect(looking.candidate("scanner-hid []")).toBeUndefined();
  });
});
