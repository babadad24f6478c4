import { describe, expect, it } from "vitest";
import { SupplyWatch } from "../../../src/bridge/flows/supply-watch.ts";
import { BaseDevice, ConfiguredDevice, type Supply } from "../../../src/devices/index.ts";
import { DeviceRegistry } from "../../../src/devices/registry.ts";
import type { DeviceId } from "../../../src/kernel/types.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const PRINTER = "desk-1-printer" as DeviceId;
const roll: Supply = { kind: "paper", name: "Roll", left: 7, percent: undefined, isLow: true };

class Printer extends BaseDevice {
  readonly model = "Printer";
  protected readonly abilities;
  constructor(clock: ManualClock, levels: () => Promise<readonly Supply[]>) {
    super(PRINTER, clock);
    this.abilities = { supplies: { levels } };
    this.report([]);
  }
  async open(): Promise<void> {}
  async close(): Promise<void> {}
}

describe("the watch over supplies", () => {
  const clock = new ManualClock();
  const driver = { name: "printer", offers: ["supplies"] } as const;
  const printer = (levels: () => Promise<readonly Supply[]>) =>
    new ConfiguredDevice(new Printer(clock, levels), driver, clock);

  it("does not credit a printer with what was left in another one of its name", async () => {
    const registry = new DeviceRegistry([printer(async () => [roll])]);
    const watch = new SupplyWatch(registry, clock, new SilentLog());
    await watch.ask(PRINTER);
    expect(watch.of(PRINTER)).toEqual([roll]);
    registry.remove(PRINTER);
    registry.add(printer(() => Promise.reject(new Error("it cannot tell"))));
    await watch.ask(PRINTER);
    expect(watch.of(PRINTER)).toEqual([]);
  });

  it("stops although a driver never answers and does not listen", async () => {
    const registry = new DeviceRegistry([printer(() => new Promise(() => undefined))]);
    const watch = new SupplyWatch(registry, clock, new SilentLog());
    await watch.start();
    await watch.stop();
    expect(clock.sleepers).toBe(0);
  });
});
