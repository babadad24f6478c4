import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { drivers } from "../../../drivers/index.ts";
import { onTrial, pointerOf } from "../../../service-install/versions/pointer.ts";
import { writePointer } from "../../../service-install/versions/pointer-file.ts";
import { type Bridge, compose } from "../../../src/bridge/compose.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { writeSwitch } from "../../../src/bridge/updates/switch-record.ts";
import { TitianError } from "../../../src/kernel/errors.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { installed } from "../../harness/signed-version.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { temporaryFolder } from "../../store/test-store.ts";
import { SharedLibrary } from "./shared-library.ts";

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
}, 60_000);
afterAll(() => server.stop());

/** Waits, but not as long as one would at a desk. */
class HastyClock extends SystemClock {
  override sleep(ms: number, signal: AbortSignal): Promise<void> {
    return super.sleep(Math.min(ms, 50), signal);
  }
}

/** A desk of a library whose new version is on trial. Without a page of the console it never is well. */
async function deskOnTrial(library: SharedLibrary, hasPage: boolean): Promise<Bridge> {
  const folder = temporaryFolder();
  const places = installed(folder, "0.1.0", []);
  writePointer(places.versions, onTrial(pointerOf("0.1.0"), "0.2.0"));
  writeSwitch(places.versions, { from: "0.1.0", to: "0.2.0", backup: folder, lastSeq: 0 });
  const webRoot = path.join(folder, "web");
  if (hasPage) {
    mkdirSync(webRoot);
    writeFileSync(path.join(webRoot, "index.html"), "<!doctype html><title>Titian</title>");
  }
  const { host, port, database, user, password } = library.options;
  const passwordFile = path.join(folder, "exchange-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const demo = demoConfig({ folder: path.join(folder, "store"), port: 0 });
  const exchange = { ...demo.exchange, host, port, database, user, passwordFile };
  return compose(
    { ...demo, exchange },
    {
      ...{
        clock: new HastyClock(),
        log: new SilentLog(),
        drivers,
        version: "0.2.0",
        webRoot,
        checksResults: false,
      },
      launched: { places, leftBehind: undefined, restart: () => undefined },
    },
  );
}

const started = ({ lifecycle }: Bridge): Promise<unknown> =>
  lifecycle.start(AbortSignal.timeout(60_000)).then(
    () => "well",
    (error: unknown) => TitianError.from(error).code,
  );

describe("a version on trial", () => {
  it("tells the library's other desks nothing, so that it can be given up", async () => {
    const library = await SharedLibrary.prepared(server);
    const bridge = await deskOnTrial(library, false);
    expect(await started(bridge)).toBe("UPDATE_NOT_HEALTHY");
    bridge.store.close();
    expect(await (await library.open()).headsOf(["desk-1"])).toEqual([]);
  }, 60_000);

  it("tells them everything once it has proved itself", async () => {
    const library = await SharedLibrary.prepared(server);
    const bridge = await deskOnTrial(library, true);
    onTestFinished(() => bridge.lifecycle.stop());
    expect(await started(bridge)).toBe("well");
    const shared = await library.open();
    await expect
      .poll(() => shared.headsOf(["desk-1"]), { timeout: 20_000 })
      .toEqual([{ desk: "desk-1", seq: expect.any(Number) }]);
  }, 60_000);
});
