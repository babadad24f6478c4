import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeviceView } from "../../src/bridge/protocol/device-views.ts";
import { Clerk, PRINTER } from "../harness/clerk.ts";
import { consoleClient, startBridge, type TestBridge } from "../harness/start-bridge.ts";

const refusal = (code: string) => expect.objectContaining({ code });

describe("a printer that stops over a card and asks, over the socket", () => {
  let desk: TestBridge;
  let clerk: Clerk;
  beforeAll(async () => {
    desk = await startBridge();
    clerk = new Clerk(desk);
    await desk.bridge.supervisor.firstAttempts();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const answer = (event: string, action: "ok" | "retry" | "cancel") =>
    clerk.client.call("printer.answer", { device: PRINTER, event, action });
  const simulate = (...faults: string[]) => clerk.client.call("device.simulate", { device: PRINTER, faults });

  /** A second page that hears of the question by itself. */
  async function askedOver(member: number) {
    await simulate("asks");
    const page = consoleClient(desk.bridge);
    const asked = Promise.withResolvers<DeviceView>();
    using _changes = page.on("device.changed", (device) => {
      if (device.device === PRINTER && device.question) asked.resolve(device);
    });
    await page.call("desk.get", {});
    const view = await clerk.upToPrint((await clerk.someMember(member)).memberNo);
    const { job } = await clerk.print(view);
    const { question } = await asked.promise;
    page.close();
    return { case: view.case, job: job.job, question };
  }

  it("tells every page at once, keeps the job waiting, and prints the card after the clerk's answer", async () => {
    const asked = await askedOver(0);
    expect(asked.question).toMatchObject({ event: "ERR_RIBBON_ERROR", actions: ["ok", "retry", "cancel"] });
    const waiting = await clerk.client.call("case.get", { case: asked.case });
    expect(waiting.jobs[0]?.state).toBe("spooled");
    const after = await answer("ERR_RIBBON_ERROR", "ok");
    expect(after).toMatchObject({ device: PRINTER, question: null });
    await clerk.untilJob(asked.case, asked.job, "reported");
  });

  it("takes no answer to another question than the one that is asked, nor to none", async () => {
    const asked = await askedOver(1);
    await expect(answer("DEF_COVER_OPEN", "ok")).rejects.toEqual(refusal("JOB_STATE"));
    await answer("ERR_RIBBON_ERROR", "cancel");
    const after = await clerk.untilJob(asked.case, asked.job, "failed");
    expect(after.jobs[0]).toMatchObject({ failure: "PRINTER_CANCELLED", mayHaveInk: true });
    await expect(answer("ERR_RIBBON_ERROR", "ok")).rejects.toEqual(refusal("JOB_STATE"));
    await simulate();
  });

  it("is asked of printers only", async () => {
    const other = clerk.client.call("printer.answer", { device: "desk-1-receipt", event: "X", action: "ok" });
    await expect(other).rejects.toEqual(refusal("CAPABILITY_MISSING"));
  });
});
