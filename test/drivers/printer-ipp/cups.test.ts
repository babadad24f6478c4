import { beforeEach, describe, expect, it } from "vitest";
import { IppClient } from "../../../drivers/printer-ipp/ipp-client.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { ConfiguredDevice } from "../../../src/devices/index.ts";
import { testCard } from "../../contract/card-printer.contract.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { Cupsd } from "../../harness/cupsd.ts";
import { IppEvePrinter } from "../../harness/ippeveprinter.ts";

describe("printer-ipp with a real queue of CUPS before a real printer", () => {
  let printer: IppEvePrinter;
  let cups: Cupsd;
  let queue: string;
  beforeEach(async () => {
    printer = await IppEvePrinter.start();
    cups = await Cupsd.start();
    queue = cups.addQueue("kartu", printer.uri);
    return async () => {
      await cups[Symbol.asyncDispose]();
      await printer[Symbol.asyncDispose]();
    };
  });

  async function opened(options: Record<string, unknown> = {}): Promise<ConfiguredDevice> {
    const device = await makeDevice("printer-ipp", { uri: queue, pollMs: 50, watchMs: 50, ...options });
    await device.open(never);
    return device;
  }
  async function send(device: ConfiguredDevice, card = testCard()) {
    const taken = Promise.withResolvers<string>();
    const done = device.capability("card-printer")!.print(card, taken.resolve, never);
    done.catch(taken.reject);
    return { done, reference: await taken.promise };
  }
  const outcome = (device: ConfiguredDevice, reference: string) =>
    device.capability("card-printer.jobs")!.outcome(reference, never);

  it("delivers the card byte for byte, and knows it by its name afterwards", async () => {
    const device = await opened();
    const card = testCard();
    const { done, reference } = await send(device, card);
    await done;
    expect(printer.tray.map((bytes) => Buffer.compare(bytes, card.pdf))).toEqual([0]);
    expect(reference.endsWith(card.jobName)).toBe(true);
    expect(await outcome(device, reference)).toBe("completed");
    expect(await outcome(device, reference.replace(/:.*/, ":another"))).toBe("vanished");
  });

  it("does not believe CUPS that somebody cancelled a job which the printer gave up", async () => {
    const device = await opened();
    printer.behave("fail");
    // CUPS 2.4.2 sometimes overlooks the end of such a job and calls it completed: then there is nothing to be read.
    for (let attempt = 0; attempt < 10; attempt++) {
      const { done, reference } = await send(device);
      const error = await done.catch((thrown: unknown) => thrown);
      if (error === undefined) continue;
      expect(error).toMatchObject({ code: "PRINTER_ABORTED" });
      expect(await outcome(device, reference)).toBe("aborted");
      return;
    }
    expect.fail("CUPS called ten failed jobs completed");
  });

  it("tells a job that a person cancelled in the queue", async () => {
    const device = await opened();
    printer.behave("hang");
    const { done, reference } = await send(device);
    done.catch(() => undefined);
    await new IppClient(queue, new SystemClock()).cancel(Number.parseInt(reference, 10), never);
    await expect(done).rejects.toMatchObject({ code: "PRINTER_CANCELLED" });
    printer.behave("ok");
  });

  it("shows through the queue what the printer lacks, and finishes once it is mended", async () => {
    const device = await opened();
    printer.behave("media-empty");
    const { done } = await send(device);
    await expect.poll(() => device.health.reasons).toEqual(["cards-empty"]);
    printer.behave("ok");
    await done;
    expect(printer.tray).toHaveLength(1);
  });

  it("takes a card back that waits for ever because the printer is off: CUPS itself says nothing", async () => {
    const device = await opened({ jobWithinMs: 2_000 });
    await printer.switchOff();
    const { done, reference } = await send(device);
    await expect(done).rejects.toMatchObject({ code: "PRINTER_STUCK" });
    await expect.poll(() => outcome(device, reference)).toBe("cancelled");
    await printer.switchOn();
    expect(printer.tray).toHaveLength(0);
  });

  it("puts no card into a queue that is paused or closed, where it would wait for somebody to forget it", async () => {
    const device = await opened();
    const stopped = { code: "PRINTER_REFUSED", details: { reason: "stopped" } };
    cups.admin("cupsdisable", "kartu");
    await expect(send(device)).rejects.toMatchObject(stopped);
    expect(device.health.reasons).toEqual(["stopped"]);
    cups.admin("cupsenable", "kartu");
    cups.admin("cupsreject", "kartu");
    await expect(send(device)).rejects.toMatchObject(stopped);
    cups.admin("cupsaccept", "kartu");
    await (await send(device)).done;
  });

  it("waits with a document over a queue that is paused in the middle of it, and ends well when it goes on", async () => {
    const device = await opened();
    printer.behave("media-empty");
    const { done, reference } = await send(device);
    await expect.poll(() => device.health.reasons).toEqual(["cards-empty"]);
    cups.admin("cupsdisable", "kartu");
    await expect.poll(() => device.health.reasons).toContain("stopped");
    expect(await outcome(device, reference)).toBe("pending");
    printer.behave("ok");
    cups.admin("cupsenable", "kartu");
    await done;
    expect(await outcome(device, reference)).toBe("completed");
  });

  it("takes a document back from a queue that stays paused, so that it does not come out tomorrow", async () => {
    const device = await opened({ jobWithinMs: 1_500 });
    printer.behave("hang");
    const { done, reference } = await send(device);
    cups.admin("cupsdisable", "kartu");
    await expect(done).rejects.toMatchObject({ code: "PRINTER_STUCK" });
    expect(device.health.reasons).toEqual(["stopped"]);
    printer.behave("ok");
    cups.admin("cupsenable", "kartu");
    // Of a job that is cancelled in a paused queue, CUPS 2.4.2 says the same as of one that the printer gave up.
    expect(["aborted", "cancelled"]).toContain(await outcome(device, reference));
    await (await send(device)).done;
    expect(await outcome(device, reference)).not.toBe("completed");
  });

  it("is away when the queue does not exist", async () => {
    const device = await makeDevice("printer-ipp", { uri: queue.replace(/kartu$/, "lain") });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });
});
