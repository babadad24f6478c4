import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { describe, expect, it } from "vitest";
import { encodeFrame } from "../../src/bridge/protocol/binary.ts";
import { BaseDevice, type DriverSurroundings, defineDriver, untilAborted } from "../../src/devices/index.ts";
import { FakeEscPosPrinter } from "../harness/escpos-printer.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";
import { RawPage } from "./server/raw-page.ts";

const DEVICE = "desk-1-raw";
/** Of Chromium 156. */
const BROWSER_FRAME_BYTES = 131_000;

interface Taken {
  readonly bytes: Uint8Array;
  readonly printed: PromiseWithResolvers<void>;
}

/** A printer that keeps what it was given, as no driver should, and has printed it when the test says so. */
function keepingPrinter() {
  const taken: Taken[] = [];
  class KeepingPrinter extends BaseDevice {
    readonly model = "Keeps everything";
    protected readonly abilities = {
      "raw-printer": {
        send: (bytes: Uint8Array, signal: AbortSignal): Promise<void> => {
          const printed = Promise.withResolvers<void>();
          taken.push({ bytes, printed });
          return untilAborted(printed.promise, signal);
        },
      },
    };
    async open(): Promise<void> {
      this.report([]);
    }
    async close(): Promise<void> {
      this.report(["not-connected"]);
    }
  }
  const driver = defineDriver({
    ...{ name: "keeps-everything", title: "Keeps everything", offers: ["raw-printer"] },
    options: Type.Object({}),
    load: async () => ({
      default: ({ id, clock }: DriverSurroundings<unknown>) => new KeepingPrinter(id, clock),
    }),
  });
  return { driver, taken };
}

async function deskWith(driver: string, options = {}, drivers: Parameters<typeof defineDriver>[0][] = []) {
  const desk = await startBridge({
    drivers,
    config: (demo) => ({ ...demo, devices: [...demo.devices, { id: DEVICE, driver, options }] }),
  });
  await desk.bridge.supervisor.firstAttempts();
  // From its answer on bytes may be sent.
  await desk.client.call("system.ping", {});
  return desk;
}

/** Bytes of which no two neighbours are alike, so that a piece out of place shows. */
const jobOf = (bytes: number): Buffer => Buffer.from(Uint8Array.from({ length: bytes }, (_, at) => at % 251));

const print = ({ client }: TestBridge, data: string, signal?: AbortSignal) =>
  client.call(
    "printer.raw",
    { device: DEVICE, requestKey: randomUUID(), data },
    { ...(signal && { signal }) },
  );

describe("a job of raw bytes from a page", () => {
  it("comes out of the printer as it was sent, in as many frames as a browser cuts it into", async () => {
    await using printer = await FakeEscPosPrinter.start();
    await using desk = await deskWith("receipt-escpos", { to: printer.address });
    const { server } = desk.bridge;
    const page = await RawPage.open(Number(new URL(server.address).port));
    await page.start(server.consoleToken);

    const [job, data] = [jobOf(1_000_000), randomUUID()];
    const wire = encodeFrame({ id: data, bytes: job });
    for (let at = 0; at < wire.length; at += BROWSER_FRAME_BYTES) {
      const end = at + BROWSER_FRAME_BYTES;
      page.socket.send(wire.subarray(at, end), { binary: true, fin: end >= wire.length });
    }
    const answer = await page.ask("printer.raw", { device: DEVICE, requestKey: randomUUID(), data });
    page.terminate();

    expect(answer).toMatchObject({ result: { tookMs: expect.any(Number) } });
    await expect.poll(() => printer.receivedBytes).toBe(job.length);
    expect(printer.received.equals(job)).toBe(true);
  });

  it("is whole until it is printed, and holds no memory after", async () => {
    const { driver, taken } = keepingPrinter();
    await using desk = await deskWith(driver.name, {}, [driver]);
    const job = jobOf(500_000);
    const printing = print(desk, desk.client.upload(job));
    await expect.poll(() => taken).toHaveLength(1);
    expect(job.equals(taken[0]!.bytes)).toBe(true);
    taken[0]!.printed.resolve();
    await printing;
    expect(taken[0]!.bytes).toHaveLength(0);
  });

  it("stays whole for the printer when the page waits no longer, and when it failed", async () => {
    const { driver, taken } = keepingPrinter();
    await using desk = await deskWith(driver.name, {}, [driver]);
    const page = new AbortController();
    const given = print(desk, desk.client.upload(jobOf(500_000)), page.signal);
    await expect.poll(() => taken).toHaveLength(1);
    page.abort();
    await expect(given).rejects.toMatchObject({ code: "CANCELLED" });
    const failing = print(desk, desk.client.upload(jobOf(500_000)));
    await expect.poll(() => taken).toHaveLength(2);
    taken[1]!.printed.reject(new Error("cable out"));
    await expect(failing).rejects.toMatchObject({ code: "INTERNAL" });

    expect(taken.map(({ bytes }) => jobOf(500_000).equals(bytes))).toEqual([true, true]);
    taken[0]!.printed.resolve();
  });
});
