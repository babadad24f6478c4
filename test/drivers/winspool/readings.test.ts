import { describe, expect, it } from "vitest";
import { type JobStage, outcomeOfGone, stageOf } from "../../../drivers/winspool/job-status.ts";
import { NativePlaces } from "../../../drivers/winspool/native-places.ts";
import { openSpooler } from "../../../drivers/winspool/open.ts";
import { readPrinter } from "../../../drivers/winspool/printer-status.ts";
import { readStructs } from "../../../drivers/winspool/read-structs.ts";
import { fromWin32 } from "../../../drivers/winspool/win32-errors.ts";
import { never } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

const printer = (status: number, attributes = 0) => ({
  ...{ name: "K", driverName: "D", portName: "USB001", jobCount: 0, status, attributes },
});
const job = (status: number) => ({ id: 1, documentName: "d", pagesPrinted: 0, status });

describe("what the spooler says of a printer", () => {
  it.each([
    [0x0, 0, []],
    [0x0, 0x400, ["not-connected"]],
    [0x80, 0x400, ["not-connected"]],
    [0x10, 0, ["cards-empty"]],
    [0x40000 | 0x2, 0, ["ribbon-empty"]],
    [0x2, 0, ["needs-attention"]],
    [0x400000, 0, ["cover-open"]],
    [0x1 | 0x8, 0, ["stopped", "jam"]],
    [0x400 | 0x4000 | 0x10000, 0, []],
  ])("status 0x%s with attributes 0x%s of a card printer", (status, attributes, reasons) => {
    expect(readPrinter(printer(status, attributes), "card")).toEqual({ reasons, words: [] });
  });

  it("means paper and ink where pages are printed", () => {
    expect(readPrinter(printer(0x10 | 0x20000), "sheet").reasons).toEqual(["paper-empty", "ink-low"]);
  });

  it("names what it does not know instead of guessing", () => {
    expect(readPrinter(printer(0x200000 | 0x8000000 | 0x80000000), "card")).toEqual({
      reasons: [],
      words: ["out of memory", "status bit 0x8000000", "status bit 0x80000000"],
    });
  });
});

describe("what the spooler says of a job", () => {
  it.each<[number, JobStage]>([
    [0x0, "waiting"],
    [0x8, "waiting"],
    [0x8 | 0x10, "printing"],
    [0x10 | 0x40, "troubled"],
    [0x80, "printed"],
    [0x1000, "printed"],
    [0x80 | 0x2000, "printed"],
    [0x4 | 0x10, "withdrawn"],
    [0x100, "withdrawn"],
    [0x1, "troubled"],
  ])("status 0x%s is %s", (status, stage) => {
    expect(stageOf(job(status))).toBe(stage);
  });

  it.each<[JobStage | undefined, boolean, string]>([
    ["printed", true, "completed"],
    ["printing", true, "completed"],
    ["printing", false, "vanished"],
    ["waiting", true, "vanished"],
    ["troubled", true, "vanished"],
    ["withdrawn", true, "cancelled"],
    [undefined, true, "vanished"],
  ])("gone after %s, printer well: %s, is %s", (lastSeen, isWell, outcome) => {
    expect(outcomeOfGone(lastSeen, isWell)).toBe(outcome);
  });
});

describe("what a failed call means", () => {
  it.each([
    [5, "DEVICE_NOT_PERMITTED"],
    [1801, "DEVICE_NOT_CONNECTED"],
    [1722, "DEVICE_NOT_CONNECTED"],
    [1717, "DEVICE_NOT_CONNECTED"],
    [1804, "PRINTER_REFUSED"],
    [63, "PRINTER_CANCELLED"],
    [112, "DEVICE_BUSY"],
    [4711, "DEVICE_BAD_ANSWER"],
  ])("%i is %s", (win32, code) => {
    expect(fromWin32(win32, "Call")).toMatchObject({ code, details: { win32 } });
  });

  it("is a missing driver where there is no Windows", async () => {
    await expect(openSpooler(new ManualClock())).rejects.toMatchObject({ code: "DEVICE_DRIVER_MISSING" });
  });
});

describe("reading structs of unknown size", () => {
  it("asks again with the room that is needed, also when that has grown", async () => {
    const sizes: number[] = [];
    const { memory, count } = await readStructs("Call", async (_, size, needed, counted) => {
      sizes.push(size);
      needed[0] = size === 0 ? 10 : 20;
      counted[0] = 3;
      return size < 20 ? { value: 0, raw: 0, win32: 122 } : { value: 1, raw: 1, win32: 0 };
    });
    expect([sizes, memory.length, count]).toEqual([[0, 10, 20], 20, 3]);
  });

  it("gives up on a spooler that is never content", async () => {
    const insatiable = async () => ({ value: 0, raw: 0, win32: 122 });
    await expect(readStructs("Call", insatiable)).rejects.toMatchObject({ code: "DEVICE_BUSY" });
  });
});

describe("places for native calls", () => {
  it("are passed on in order, past those who stopped waiting", async () => {
    const places = new NativePlaces(1);
    const first = await places.take(never);
    const impatient = new AbortController();
    const second = places.take(impatient.signal);
    const third = places.take(never);
    impatient.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    first[Symbol.dispose]();
    (await third)[Symbol.dispose]();
    (await places.take(never))[Symbol.dispose]();
  });
});
