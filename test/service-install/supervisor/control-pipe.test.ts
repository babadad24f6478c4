import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  lookAtSupervisor,
  type Supervised,
  stopSupervisor,
  takeControl,
  waitForTurn,
} from "../../../service-install/supervisor/control-pipe.ts";

const WITHIN_MS = 20_000;
const STATE: Supervised = { state: "running", version: "1.0.0", restarts: 2 };
const never = new AbortController().signal;

let folder: string;
/** On Linux a socket stands for the pipe. */
let name: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "titian-pipe-"));
  name = path.join(folder, "control");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function owner(stop: () => void = () => undefined) {
  const control = await takeControl(name, { state: () => STATE, stop });
  if (!control) throw new Error("somebody has it");
  return control;
}

describe("the supervisor's pipe", () => {
  it("belongs to one at a time", async () => {
    const first = await owner();
    expect(await takeControl(name, { state: () => STATE, stop: () => undefined })).toBeUndefined();

    first.close({ isForAll: false });
    const second = await owner();
    second.close({ isForAll: false });
  });

  it("tells everybody what runs, and that nothing does", async () => {
    expect(await lookAtSupervisor(name, WITHIN_MS)).toBeUndefined();
    const control = await owner();
    expect(await lookAtSupervisor(name, WITHIN_MS)).toEqual(STATE);
    control.close({ isForAll: false });
  });

  it("takes the order to stop, and answers when it is done", async () => {
    expect(await stopSupervisor(name, WITHIN_MS)).toBe(false);
    const asked = Promise.withResolvers<void>();
    const control = await owner(() => asked.resolve());
    const stopped = stopSupervisor(name, WITHIN_MS);
    await asked.promise;
    control.close({ isForAll: true });
    expect(await stopped).toBe(true);
    expect(await lookAtSupervisor(name, WITHIN_MS)).toBeUndefined();
  });

  it("says so when the order has no effect", async () => {
    const control = await owner();
    await expect(stopSupervisor(name, 50)).rejects.toThrow("the running Titian did not stop within 0.05 s");
    control.close({ isForAll: false });
  });

  it("passes the turn on when its owner has gone, and sends everybody away when all is to end", async () => {
    const first = await owner();
    const waiting = waitForTurn(name, never);
    await lookAtSupervisor(name, WITHIN_MS);
    first.close({ isForAll: false });
    expect(await waiting).toBe(false);

    const second = await owner();
    const alsoWaiting = waitForTurn(name, never);
    await lookAtSupervisor(name, WITHIN_MS);
    second.close({ isForAll: true });
    expect(await alsoWaiting).toBe(true);
  });
});
