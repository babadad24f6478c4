import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { drivers } from "../../../drivers/index.ts";
import type { Places } from "../../../service-install/versions/places.ts";
import { onTrial, pointerOf } from "../../../service-install/versions/pointer.ts";
import { readPointer, writePointer } from "../../../service-install/versions/pointer-file.ts";
import { compose } from "../../../src/bridge/compose.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { NOBODYS } from "../../../src/store/work-since.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { installed, newMaker } from "../../harness/signed-version.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { RawPage } from "../server/raw-page.ts";

const VERSION = "0.2.0";
/** Everything of a desk starts, on a machine that does other things too. */
const PATIENCE = { timeout: 20_000 };
let folder: string;
let places: Places;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-trial-"));
  places = installed(folder, "0.1.0", [newMaker()]);
  writePointer(places.versions, onTrial(pointerOf("0.1.0"), VERSION));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** This Titian as 0.2.0. Without a console's page it never says that it is well. */
async function onTrialHere({ hasConsole }: { readonly hasConsole: boolean }) {
  const webRoot = path.join(folder, "web");
  mkdirSync(webRoot);
  if (hasConsole) writeFileSync(path.join(webRoot, "index.html"), "<!doctype html>");
  const clock = new ManualClock();
  const launched = { places, leftBehind: undefined, restart: () => undefined };
  const bridge = await compose(demoConfig({ folder: path.join(folder, "store"), port: 0 }), {
    ...{ clock, log: new SilentLog(), drivers, version: VERSION, webRoot, checksResults: true, launched },
  });
  const giveUp = new AbortController();
  const started = bridge.lifecycle.start(giveUp.signal);
  return { bridge, clock, giveUp, started };
}

describe("a version on trial", () => {
  it("admits nobody while its port is open, so that nothing is done that could not be given up with it", async () => {
    const { bridge, giveUp, started } = await onTrialHere({ hasConsole: false });
    await expect.poll(() => bridge.server.port, PATIENCE).toBeGreaterThan(0);
    const health = async () => (await fetch(`${bridge.server.address}/health`)).status;
    await expect.poll(health, PATIENCE).toBe(200);

    const page = await RawPage.open(bridge.server.port);
    expect(page.hello).toMatchObject({ state: "starting" });
    expect((await page.next("error"))["error"]).toMatchObject({
      ...{ code: "UPDATE_ON_TRIAL", text: expect.stringContaining("sedang diperiksa") },
    });
    expect(await page.closed).toBe(1001);

    const worked = Array.from(bridge.store.events.readAll(), ({ type }) => type).filter(
      (type) => !NOBODYS.includes(type),
    );
    expect(worked).toEqual([]);
    giveUp.abort(new Error("given up"));
    await expect(started).rejects.toThrow("given up");
    expect(readPointer(places.versions)?.trial?.version).toBe(VERSION);
  });

  it("admits pages once it has said that it is well", async () => {
    const { bridge, started } = await onTrialHere({ hasConsole: true });
    await started;
    expect(readPointer(places.versions)).toMatchObject({ current: VERSION, previous: "0.1.0" });
    const page = await RawPage.open(bridge.server.port);
    expect(page.hello).toMatchObject({ state: "ready" });
    await page.start(bridge.server.consoleToken);
    expect(await page.ask("desk.get")).toMatchObject({ type: "result" });
    page.terminate();
    await bridge.lifecycle.stop();
  });
});
