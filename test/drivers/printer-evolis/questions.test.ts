import { describe, expect, it } from "vitest";
import type { ConfiguredDevice } from "../../../src/devices/index.ts";
import { never } from "../../contract/make-device.ts";
import { begin, openedEvolis, outcome } from "./opened-printer.ts";

const real = { timeout: 40_000 };
const question = (device: ConfiguredDevice) => device.capability("card-printer.question")!;
const asked = (device: ConfiguredDevice) =>
  expect.poll(() => question(device).pending, real).not.toBeUndefined();
const setEvents = (calls: readonly { method: string; params: Readonly<Record<string, string>> }[]) =>
  calls.filter(({ method }) => method === "SUPERVISION.SetEvent").map(({ params }) => params["action"]);

describe("an Evolis printer that stops in the middle of a card and asks", () => {
  it("shows what it asks and why at once, and waits for the person without answering itself", async () => {
    const { device, printer } = await openedEvolis();
    printer.troubleNext("ribbon-end");
    const { reference } = begin(device);
    await asked(device);
    expect(question(device).pending).toMatchObject({
      event: "ERR_RIBBON_ENDED",
      actions: ["ok", "retry", "cancel"],
      since: expect.any(Date),
    });
    await expect.poll(() => device.health.reasons, real).toEqual(["ribbon-empty"]);
    const looks = printer.calls.length;
    await expect.poll(() => printer.calls.length - looks, real).toBeGreaterThan(10);
    expect(setEvents(printer.calls)).toEqual([]);
    expect(await outcome(device, await reference)).toBe("pending");
    expect(printer.tray).toHaveLength(0);
  });

  it.each(["ok", "retry"] as const)(
    "puts out exactly one card of the one session after %s",
    async (action) => {
      const { device, printer } = await openedEvolis();
      printer.troubleNext("ribbon-end");
      const { ended, reference } = begin(device);
      await asked(device);
      await question(device).answer(action, never);
      expect(question(device).pending).toBeUndefined();
      expect(await ended).toBeUndefined();
      expect(setEvents(printer.calls)).toEqual([`ERR_RIBBON_ENDED:${action.toUpperCase()}`]);
      expect(printer.calls.filter(({ method }) => method === "PRINT.Print")).toHaveLength(1);
      expect(printer.tray).toHaveLength(1);
      expect(await outcome(device, await reference)).toBe("completed");
      expect(printer.openSessions).toBe(0);
    },
  );

  it("may ask again, and is answered again", async () => {
    const { device, printer } = await openedEvolis();
    printer.troubleNext("mechanical");
    const { ended } = begin(device);
    await asked(device);
    printer.troubleNext("cover-opened");
    await question(device).answer("retry", never);
    await expect.poll(() => question(device).pending?.event, real).toBe("DEF_COVER_OPEN");
    await question(device).answer("ok", never);
    expect(await ended).toBeUndefined();
    expect(printer.tray).toHaveLength(1);
  });

  it.each([
    ["at once", false],
    ["with the end of the card", true],
  ])(
    "answers PRINT.Print %s; gives the card up when the person says so, and never says that no ink was used",
    async (_when, isBlocking) => {
      const { device, printer } = await openedEvolis();
      if (isBlocking) printer.blockPrint();
      printer.troubleNext("mechanical");
      const { ended, reference } = begin(device);
      await asked(device);
      await question(device).answer("cancel", never);
      expect(await ended).toMatchObject({ code: "PRINTER_CANCELLED" });
      expect(await outcome(device, await reference)).toBe("cancelled");
      expect(printer.tray).toHaveLength(0);
      expect(printer.openSessions).toBe(0);
    },
  );

  it("is told CANCEL when nobody comes within the budget, and the card ends with its cause", async () => {
    const { device, printer } = await openedEvolis({ answerWithinMs: 150 });
    printer.troubleNext("ribbon-end");
    const { ended, reference } = begin(device);
    expect(await ended).toMatchObject({ code: "PRINTER_RIBBON_EMPTY" });
    expect(setEvents(printer.calls)).toEqual(["ERR_RIBBON_ENDED:CANCEL"]);
    expect(await outcome(device, await reference)).toBe("cancelled");
    expect(question(device).pending).toBeUndefined();
    expect(printer.openSessions).toBe(0);
  });

  it("that will not take CANCEL either is let go with its session, and its card is unknown", async () => {
    const { device, printer, service } = await openedEvolis({ answerWithinMs: 150 });
    printer.troubleNext("mechanical");
    service.misbehave("error", "SUPERVISION.SetEvent");
    const { ended, reference } = begin(device);
    expect(await ended).toMatchObject({ code: "PRINTER_JAM" });
    expect(await outcome(device, await reference)).toBe("vanished");
    expect(printer.openSessions).toBe(0);
  });

  it("with an answer that nobody knows is shown as itself, and ended with its session when the budget is over", async () => {
    const { device, printer } = await openedEvolis({ answerWithinMs: 2_000 });
    printer.troubleNext("riddle");
    const { ended } = begin(device);
    await asked(device);
    expect(question(device).pending).toMatchObject({ event: "ERR_GLITTER", actions: [] });
    await expect.poll(() => device.health.reasons, real).toEqual(["needs-attention"]);
    expect(await ended).toMatchObject({ code: "PRINTER_STUCK" });
    expect(setEvents(printer.calls)).toEqual([]);
    expect(printer.openSessions).toBe(0);
  });

  it("does not count the wait for a person as printing", async () => {
    const { device, printer } = await openedEvolis({ jobWithinMs: 4_000 });
    printer.troubleNext("ribbon-end");
    const startedMs = performance.now();
    const { ended } = begin(device);
    await asked(device);
    await expect.poll(() => performance.now() - startedMs, real).toBeGreaterThan(5_000);
    await question(device).answer("ok", never);
    expect(await ended).toBeUndefined();
  });

  it("refuses an answer to a question that is over, and one that was not offered", async () => {
    const { device, printer } = await openedEvolis();
    await expect(question(device).answer("ok", never)).rejects.toMatchObject({ code: "JOB_STATE" });
    printer.troubleNext("mechanical");
    const { ended } = begin(device);
    await asked(device);
    await expect(question(device).answer("ok", never)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(setEvents(printer.calls)).toEqual([]);
    await question(device).answer("cancel", never);
    await ended;
  });

  it("asks on behalf of a job that is not ours too: it is shown, never cancelled by itself, and nothing is begun over it", async () => {
    const { device, printer } = await openedEvolis({ answerWithinMs: 50 });
    printer.ask("ribbon-end");
    await asked(device);
    await expect.poll(() => device.health.reasons, real).toEqual(["ribbon-empty"]);
    expect(await begin(device).ended).toMatchObject({ code: "PRINTER_REFUSED" });
    const looks = printer.calls.length;
    await expect.poll(() => printer.calls.length - looks, real).toBeGreaterThan(15);
    expect(setEvents(printer.calls)).toEqual([]);
    await question(device).answer("cancel", never);
    await expect.poll(() => device.health.level, real).toBe("ok");
  });

  it("tells whoever listens when a question comes and when it goes", async () => {
    const { device, printer } = await openedEvolis();
    const heard: (string | undefined)[] = [];
    device.events.on("questionChanged", () => heard.push(question(device).pending?.event));
    printer.ask("mechanical");
    await asked(device);
    await question(device).answer("cancel", never);
    expect(heard).toEqual(["ERR_MECHANICAL", undefined]);
  });
});
