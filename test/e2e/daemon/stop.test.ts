import { readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { errorText } from "../../../src/bridge/messages/text.ts";
import { Clerk, PRINTER } from "../../harness/clerk.ts";
import { DeskFolder } from "../../harness/daemon-process.ts";
import { freePort } from "../../harness/free-port.ts";

/** systemd's patience ends after 30 s. */
const STOPS_WITHIN_MS = 20_000;

let open: DeskFolder[] = [];
function newDesk(...change: ConstructorParameters<typeof DeskFolder>): DeskFolder {
  const desk = new DeskFolder(...change);
  open.push(desk);
  return desk;
}
afterEach(async () => {
  for (const desk of open) await desk[Symbol.asyncDispose]();
  open = [];
});

/** A connection that never came about (RFC 6455, 7.1.5). */
const NOBODY_THERE = 1006;

async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const startMs = performance.now();
  const result = await work();
  expect(performance.now() - startMs).toBeLessThan(ms);
  return result;
}

describe("a daemon that is asked to stop", () => {
  it("says goodbye to its pages, ends with 0 within seconds, and leaves the store to the next one", async () => {
    const desk = newDesk();
    const daemon = await desk.start();
    await daemon.client.call("system.ping", {});
    const other = daemon.page();
    await other.call("desk.get", {});
    daemon.signal("SIGTERM");
    expect(await within(STOPS_WITHIN_MS, () => daemon.ended)).toEqual({ code: 0, signal: null });
    // The process may be gone before its goodbye has been read. The pages knock again meanwhile, and nobody answers.
    const said = () => daemon.closeCodes.filter((code) => code !== NOBODY_THERE);
    await expect.poll(said).toEqual([1001, 1001]);
    daemon.client.close();
    other.close();
    expect(daemon.stderr).toBe("");

    const next = await desk.start();
    await next.client.call("desk.get", {});
    next.signal("SIGINT");
    expect(await next.ended).toEqual({ code: 0, signal: null });
    next.client.close();
  });

  it("does so with a page that answers nothing, a preview running and a card under the head", async () => {
    const desk = newDesk((demo) => ({
      ...demo,
      devices: demo.devices.map((one) =>
        one.id === PRINTER ? { ...one, options: { printMs: 60_000 } } : one,
      ),
    }));
    const daemon = await desk.start();
    const clerk = new Clerk(daemon);
    const view = await clerk.upToPrint((await clerk.someMember()).memberNo);
    const { job } = await clerk.print(view);
    await clerk.untilJob(view.case, job.job, "spooled");
    await daemon.client.call("camera.watch", { device: "desk-1-camera" });
    const deaf = new WebSocket(`ws://127.0.0.1:${daemon.port}/ws`, {
      origin: `http://127.0.0.1:${daemon.port}`,
    });
    await new Promise((resolve) => deaf.once("open", resolve));
    deaf.pause();
    expect(await within(STOPS_WITHIN_MS, () => daemon.terminate())).toEqual({ code: 0, signal: null });
    deaf.terminate();

    const again = new Clerk(await desk.start());
    // The simulated printer writes down that its cable came out over a card.
    const after = await again.untilJob(view.case, job.job, "failed");
    expect(after).toMatchObject({ work: "print", jobs: [{ failure: "PRINTER_ABORTED", mayHaveInk: true }] });
  });
});

describe("a daemon that cannot start", () => {
  it("leaves the store to the one that has it, and says so", async () => {
    const desk = newDesk();
    const first = await desk.start();
    const clerk = new Clerk(first);
    const view = await clerk.open((await clerk.someMember()).memberNo);
    const second = desk.run();
    expect(await second.ended).toEqual({ code: 70, signal: null });
    expect(second.stderr.trim()).toBe(errorText("STORE_LOCKED", "en"));
    expect((await clerk.done(view)).case).toBe(view.case);
    expect((await first.terminate()).code).toBe(0);
  });

  it("names all seven mistakes of its configuration, and asks not to be restarted", async () => {
    const desk = newDesk();
    desk.write(`
[library]
timeZone = "Asia/Djakarta"
[server]
port = 99999
[inlislite]
mode = "oracle"
[[devices]]
id = "Desk 1"
driver = "printer-of-dreams"
[simulation]
enabled = "yes"
`);
    const daemon = desk.run();
    expect(await daemon.ended).toEqual({ code: 64, signal: null });
    for (const mistake of [
      '/library/timeZone "Asia/Djakarta"',
      "/library must have required properties standard",
      "/server/port",
      "/inlislite/mode",
      "/devices/0/id",
      '/devices/0/driver "printer-of-dreams" is not installed',
      "/simulation/enabled",
    ]) {
      expect(daemon.stderr).toContain(mistake);
    }
    expect(daemon.stderr).not.toMatch(/\n\s+at /);
  });

  it("names an unknown service standard and an unknown card template", async () => {
    const desk = newDesk((demo) => ({
      ...demo,
      library: { ...demo.library, standard: "id.atlantis" },
      cards: { ...demo.cards, template: "papyrus" },
    }));
    const daemon = desk.run();
    expect(await daemon.ended).toEqual({ code: 64, signal: null });
    expect(daemon.stderr).toContain("papyrus");
    expect(daemon.stderr).toContain("id.atlantis");
  });

  it("says that the port is taken", async () => {
    const port = await freePort();
    const thief = net.createServer().listen(port, "127.0.0.1");
    await new Promise((resolve) => thief.once("listening", resolve));
    const desk = newDesk((demo) => ({ ...demo, server: { port } }));
    const daemon = desk.run();
    expect(await daemon.ended).toEqual({ code: 70, signal: null });
    expect(daemon.stderr.trim()).toBe(errorText("PORT_IN_USE", "en"));
    expect(readFileSync(path.join(desk.config.store.folder, "titian.sqlite")).length).toBeGreaterThan(0);
    await new Promise((resolve) => thief.close(resolve));

    const next = await desk.start();
    expect(next.port).toBe(port);
  });
});
