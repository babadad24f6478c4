import { describe, expect, it } from "vitest";
import type { CopiedDevice } from "../../../src/bridge/desk-copy/contents.ts";
import { modelOf } from "../../../src/bridge/desk-copy/device-model.ts";
import { takeDevices } from "../../../src/bridge/desk-copy/take-devices.ts";
import type { Candidate } from "../../../src/devices/index.ts";
import { openTestStore } from "../../store/test-store.ts";

const scanner = (serial: string): Candidate => ({
  ...{ key: serial, driver: "scanner-hid", title: "Honeywell", purposes: [], usb: undefined },
  options: { usb: `usb:0c2e:0b61:${serial}` },
});
const queue = (name: string): Candidate => ({
  ...{ key: name, driver: "printer-ipp", title: name, purposes: ["member-card"], usb: undefined },
  options: { uri: `http://localhost:631/printers/${name}`, prints: "card" },
});
const copied = (from: Candidate, more: Partial<CopiedDevice> = {}): CopiedDevice => ({
  ...{ id: `desk-1-${from.driver}`, driver: from.driver, isConfigured: false, model: modelOf(from.options) },
  ...{ title: null, isOn: true, purposes: [], ...more },
});

describe("devices of a copied desk", () => {
  const desk = (...candidates: readonly Candidate[]) => {
    const { store } = openTestStore(undefined, undefined, "loket-2");
    return { id: "loket-2", configured: [], store: store.deviceSettings, candidates };
  };

  it("are taken by their model, under a name of this desk, and serve what the others served", () => {
    const place = desk(scanner("B7"), queue("kartu"), queue("laporan"));
    const devices = [
      copied(scanner("A1"), { title: "Pemindai depan" }),
      copied(queue("kartu"), { purposes: ["member-card"] }),
    ];
    expect(takeDevices(devices, place).map(({ outcome }) => outcome)).toEqual(["taken", "taken"]);
    expect(place.store.adopted()).toEqual([
      { id: "loket-2-scanner-hid", driver: "scanner-hid", options: { usb: "usb:0c2e:0b61:B7" } },
      {
        ...{ id: "loket-2-printer-ipp", driver: "printer-ipp" },
        options: { uri: "http://localhost:631/printers/kartu", prints: "card" },
      },
    ]);
    expect([...place.store.routes()]).toEqual([["member-card", "loket-2-printer-ipp"]]);
    expect([...place.store.settings()].map(([, { title }]) => title)).toEqual(["Pemindai depan", undefined]);
    // Once more, with nothing new plugged in.
    const again = takeDevices(devices, { ...place, candidates: [] });
    expect(again.map(({ outcome }) => outcome)).toEqual(["same", "same"]);
  });

  it("are waited for where they are not plugged in, and left to a person where there are two of a model", () => {
    const nothing = desk();
    expect(takeDevices([copied(scanner("A1"))], nothing)).toMatchObject([{ outcome: "absent" }]);
    const two = desk(scanner("B7"), scanner("B8"));
    expect(takeDevices([copied(scanner("A1"))], two)).toMatchObject([{ outcome: "several" }]);
    expect(two.store.adopted()).toEqual([]);
  });

  it("keep the name and the purpose that somebody has given them here", () => {
    const place = desk(queue("kartu"));
    takeDevices([copied(queue("kartu"), { title: "Satu", purposes: ["member-card"] })], place);
    const [own] = place.store.adopted();
    place.store.rename(own!.id as never, "Milik kami");
    const [again] = takeDevices([copied(queue("kartu"), { title: "Satu" })], place);
    expect(again).toMatchObject({ outcome: "same" });
    expect([...place.store.settings().values()]).toMatchObject([{ title: "Milik kami" }]);
  });
});
