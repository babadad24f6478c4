import { describe, expect, it } from "vitest";
import { SCANNER_FAULTS } from "../../../drivers/simulator/scanner-faults.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

describe("the simulated scanner", () => {
  async function opened() {
    const clock = new ManualClock();
    const device = await makeDevice("simulator-scanner", {}, { clock });
    await device.open(never);
    const texts: string[] = [];
    device.events.on("scanned", ({ text }) => texts.push(text));
    const { scan } = device.capability("simulation.scan")!;
    const { simulate, faults } = device.capability("simulation")!;
    return { clock, device, texts, scan, simulate, faults };
  }

  it.each(["26110000412", "88", "8", "A-1"])("never reads %s right under garbled", async (text) => {
    const { texts, scan, simulate, device } = await opened();
    simulate(["garbled"]);
    scan(text);
    expect(texts).toHaveLength(1);
    expect(texts[0]).not.toBe(text);
    expect(device.health.level).toBe("ok");
  });

  it("says that it is not connected to whoever scans without a cable", async () => {
    const { scan, simulate, texts } = await opened();
    simulate(["unplug"]);
    expect(() => scan("A-1")).toThrow("DEVICE_NOT_CONNECTED");
    expect(texts).toEqual([]);
  });

  it("takes its time under slow", async () => {
    const { clock, scan, simulate, texts } = await opened();
    simulate(["slow"]);
    scan("A-1");
    expect(texts).toEqual([]);
    await clock.advance(180);
    expect(texts).toEqual(["A-1"]);
  });

  it("names its faults", async () => {
    expect([...(await opened()).faults].sort()).toEqual([...SCANNER_FAULTS].sort());
  });
});
