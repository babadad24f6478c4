import { describe, expect, it, onTestFinished } from "vitest";
import { makeDevice, never } from "../../contract/make-device.ts";
import { TICKET } from "../../contract/receipt-printer.contract.ts";
import { FakeEscPosPrinter, type Manners } from "../../harness/escpos-printer.ts";

async function desk(manners: Manners = {}, options: Record<string, unknown> = {}) {
  const printer = await FakeEscPosPrinter.start(manners);
  onTestFinished(() => printer[Symbol.asyncDispose]());
  const device = await makeDevice("receipt-escpos", { to: printer.address, ...options });
  return { printer, device, print: () => device.capability("receipt-printer")!.print(TICKET, never) };
}

describe("a receipt printer on the network", () => {
  it("prints the ticket as it was written, barcode digits included, and cuts once", async () => {
    const { printer, device, print } = await desk();
    await device.open(never);
    await print();
    expect(printer.paper).toMatchObject([
      { kind: "text", text: expect.stringContaining("Perpustakaan Daerah") },
      { kind: "text", text: expect.stringContaining("A-013"), scale: 2 },
      { kind: "text", text: "─".repeat(42) },
      { kind: "text", text: "Janji layanan: 15 menit" },
      { kind: "barcode", code128: "26110000412", hasText: true },
      { kind: "cut" },
    ]);
  });

  it("is named by what the printer says of itself", async () => {
    const { printer, device } = await desk({ identity: { A: "1.02 ESC/POS", C: "TM-T20II", D: "XK2-0117" } });
    await device.open(never);
    expect(device.model).toBe("TM-T20II");
    expect(device.about).toMatchObject({
      address: `127.0.0.1:${printer.port}`,
      firmware: "1.02 ESC/POS",
      serial: "XK2-0117",
    });
    expect(device.health.reasons).toEqual([]);
  });

  it("lets go of the line between jobs, so that another desk can print", async () => {
    const { printer, device, print } = await desk();
    await device.open(never);
    await print();
    await print();
    expect(printer.calls).toBe(3);
  });

  it.each<[string, [1 | 2 | 3 | 4, number][], string[], string]>([
    [
      "an open cover",
      [
        [1, 0x1a],
        [2, 0x16],
      ],
      ["cover-open"],
      "PRINTER_COVER_OPEN",
    ],
    [
      "no paper",
      [
        [1, 0x1a],
        [2, 0x32],
        [4, 0x72],
      ],
      ["paper-empty"],
      "PRINTER_CARDS_EMPTY",
    ],
    [
      "a blocked cutter",
      [
        [1, 0x1a],
        [2, 0x52],
        [3, 0x1a],
      ],
      ["needs-attention"],
      "PRINTER_REFUSED",
    ],
    ["being offline for no cause it names", [[1, 0x1a]], ["needs-attention"], "PRINTER_REFUSED"],
  ])(
    "with %s it takes no job, and prints the next one once that is mended",
    async (_, told, reasons, code) => {
      const { printer, device, print } = await desk({}, { watchMs: 50 });
      await device.open(never);
      for (const [question, byte] of told) printer.status.set(question, byte);
      await expect(print()).rejects.toMatchObject({ code });
      expect(device.health.reasons).toEqual(reasons);
      expect(printer.receivedBytes).toBe(0);
      for (const [question] of told) printer.status.set(question, 0x12);
      await expect.poll(() => device.health.reasons).toEqual([]);
      await print();
      expect(printer.paper.at(-1)).toEqual({ kind: "cut" });
    },
  );

  it("warns while the roll runs low, prints on, and tells the store of supplies", async () => {
    const { printer, device, print } = await desk();
    printer.status.set(4, 0x1e);
    await device.open(never);
    expect(device.health).toMatchObject({ level: "degraded", reasons: ["paper-low"] });
    await print();
    expect(await device.capability("supplies")!.levels(never)).toEqual([
      { kind: "paper", name: "Roll", left: undefined, percent: undefined, isLow: true },
    ]);
  });

  it("says that the job may be unfinished when the paper ends during it", async () => {
    const { printer, device } = await desk({ answersAfterMs: 20 });
    await device.open(never);
    const printing = device.capability("receipt-printer")!.print(TICKET, never);
    await Promise.all([
      expect(printing).rejects.toMatchObject({ code: "PRINTER_STUCK" }),
      expect
        .poll(() => printer.receivedBytes)
        .toBeGreaterThan(0)
        .then(() => printer.status.set(4, 0x72)),
    ]);
    expect(device.health.reasons).toEqual(["paper-empty"]);
  });

  it("notices trouble while nothing prints, and its end", async () => {
    const { printer, device } = await desk({}, { watchMs: 50 });
    await device.open(never);
    printer.status.set(2, 0x16);
    await expect.poll(() => device.health.reasons).toEqual(["cover-open"]);
    printer.status.set(2, 0x12);
    await expect.poll(() => device.health.reasons).toEqual([]);
  });
});

describe("a network printer that answers little", () => {
  it("is supervised by the two questions that cheap ones answer", async () => {
    const { printer, device, print } = await desk({ answers: [1, 4] });
    await device.open(never);
    expect(device.health.reasons).toEqual([]);
    printer.status.set(4, 0x72);
    await expect(print()).rejects.toMatchObject({ code: "PRINTER_CARDS_EMPTY" });
    expect(printer.asked).toEqual([1, 4, 2, 3, 1, 4]);
  });

  it("that answers nothing is used all the same, is said to be unsupervised, and is asked no more", async () => {
    const { printer, device, print } = await desk({ answers: [] }, { watchMs: 50 });
    await device.open(never);
    expect(device.health).toMatchObject({ level: "degraded", reasons: ["not-supervised"] });
    await print();
    const calls = printer.calls;
    await expect.poll(() => printer.calls).toBeGreaterThan(calls + 2);
    expect(printer.asked).toEqual([1, 4]);
    expect(printer.paper).toContainEqual(expect.objectContaining({ code128: "26110000412" }));
    expect(device.capability("supplies")).toBeUndefined();
  });

  it("that babbles without end is no status", async () => {
    const { device, print } = await desk({ answers: [], babbles: Buffer.alloc(4_096, 0xff) });
    await device.open(never);
    expect(device.health.reasons).toEqual(["not-supervised"]);
    await print();
  });

  it("that answered before and is silent now gets no job", async () => {
    const { printer, device, print } = await desk();
    await device.open(never);
    printer.manners = { answers: [] };
    await expect(print()).rejects.toMatchObject({ code: "DEVICE_TIMEOUT" });
    expect(device.health.reasons).toEqual(["not-responding"]);
    expect(printer.receivedBytes).toBe(0);
  });
});

describe("a network printer that fails", () => {
  it("is not connected when nobody takes the call", async () => {
    const { printer, device, print } = await desk();
    await printer[Symbol.asyncDispose]();
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    await expect(print()).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });

  it("gives a job up that it does not take, and keeps nothing of it for later", async () => {
    const { printer, device } = await desk({ answers: [], takes: "nothing" }, { writeWithinMs: 500 });
    await device.open(never);
    const startMs = performance.now();
    const job = device.capability("raw-printer")!.send(new Uint8Array(12 * 1_024 * 1_024), never);
    await expect(job).rejects.toMatchObject({ code: "PRINTER_STUCK" });
    expect(performance.now() - startMs).toBeLessThan(5_000);
    expect(device.health.reasons).toEqual(["not-responding"]);
    printer.manners = { answers: [] };
    await device.capability("receipt-printer")!.print(TICKET, never);
    expect(device.health.reasons).toEqual(["not-supervised"]);
    expect(printer.receivedBytes).toBeLessThan(2_000);
  });

  it("is not connected when it hangs up in the middle, and the next ticket begins on paper of its own", async () => {
    const { printer, device, print } = await desk({ hangsUpAfterBytes: 200_000 });
    await device.open(never);
    const job = device.capability("raw-printer")!.send(new Uint8Array(8_000_000).fill(0x41), never);
    await expect(job).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    expect(device.health.reasons).toEqual(["not-connected"]);
    const torn = printer.receivedBytes;
    printer.manners = {};
    await print();
    const after = printer.received.subarray(torn);
    expect(after.subarray(0, 256)).toEqual(Buffer.alloc(256));
    expect(after.subarray(256, 264).toString("hex")).toBe("1b400a0a0a1d5601");
    const torn2 = printer.receivedBytes;
    await print();
    expect(printer.received.subarray(torn2, torn2 + 2).toString("hex")).toBe("1b40");
  });

  it("never gets the same job twice", async () => {
    const { printer, device } = await desk({ hangsUpAfterBytes: 100 }, { watchMs: 50 });
    await device.open(never);
    const job = device.capability("raw-printer")!.send(Buffer.from(`ONCE${"x".repeat(2_000)}`), never);
    await expect(job).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    printer.manners = {};
    await expect.poll(() => device.health.reasons).toEqual([]);
    expect(printer.received.toString("latin1").match(/ONCE/g)).toHaveLength(1);
  });
});

describe("raw bytes", () => {
  it("arrive as they are, on a printer that takes them slowly", async () => {
    const { printer, device } = await desk({ takes: "slowly" });
    await device.open(never);
    const job = Buffer.alloc(1_000_000);
    for (let at = 0; at < job.length; at++) job[at] = 0x20 + (at % 0x5f);
    await device.capability("raw-printer")!.send(job, never);
    expect(printer.received.equals(job)).toBe(true);
  });

  it("of more than 12 MiB are refused before anything is sent", async () => {
    const { printer, device } = await desk();
    await device.open(never);
    const job = device.capability("raw-printer")!.send(new Uint8Array(12 * 1_024 * 1_024 + 1), never);
    await expect(job).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(printer.receivedBytes).toBe(0);
  });

  it("run to their end when the caller stops waiting, and the next job waits for them", async () => {
    const { printer, device, print } = await desk({ takes: "slowly" });
    await device.open(never);
    const caller = new AbortController();
    const job = Buffer.alloc(500_000, 0x41);
    const sending = device.capability("raw-printer")!.send(job, caller.signal);
    await expect.poll(() => printer.receivedBytes).toBeGreaterThan(0);
    caller.abort(new Error("gone"));
    await expect(sending).rejects.toThrow("gone");
    await print();
    expect(printer.received.subarray(0, job.length).equals(job)).toBe(true);
    expect(printer.received.subarray(job.length, job.length + 2).toString("hex")).toBe("1b40");
  });

  it("are refused as busy when too many jobs wait", async () => {
    const { device } = await desk({ takes: "slowly" });
    await device.open(never);
    const send = () => device.capability("raw-printer")!.send(Buffer.alloc(64_000, 0x41), never);
    const all = await Promise.allSettled(Array.from({ length: 12 }, send));
    const busy = all.filter((one) => one.status === "rejected");
    expect(busy).toHaveLength(3);
    expect(busy.every((one) => one.reason.code === "DEVICE_BUSY")).toBe(true);
  });
});
