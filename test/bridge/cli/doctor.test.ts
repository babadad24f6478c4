import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Type } from "typebox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { drivers } from "../../../drivers/index.ts";
import { cameras } from "../../../src/bridge/cli/checks/cameras.ts";
import type { CheckSurroundings, Finding } from "../../../src/bridge/cli/checks/check.ts";
import { devices } from "../../../src/bridge/cli/checks/devices.ts";
import { disk } from "../../../src/bridge/cli/checks/disk.ts";
import { inlislite } from "../../../src/bridge/cli/checks/inlislite.ts";
import { port } from "../../../src/bridge/cli/checks/port.ts";
import { runtime } from "../../../src/bridge/cli/checks/runtime.ts";
import { store } from "../../../src/bridge/cli/checks/store.ts";
import { doctorExit, doctorText, runDoctor } from "../../../src/bridge/cli/doctor.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import type { Config } from "../../../src/bridge/config/schema.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { defineDriver } from "../../../src/devices/index.ts";
import { openDatabase } from "../../../src/store/database.ts";
import { PlugDevice } from "../../devices/plug-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const never = new AbortController().signal;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "titian-doctor-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const clock = new SystemClock();
/** In December next year's holidays would be asked for too. */
class JuneClock extends SystemClock {
  override now(): Date {
    return new Date("2026-06-02T03:00:00Z");
  }
}
/** At a port where no Titian listens: one that runs on this machine would be asked instead. */
const around = (change: Partial<Config> = {}): CheckSurroundings => ({
  config: { ...demoConfig({ folder, port: 0 }), ...change },
  drivers,
  clock,
  log: new SilentLog(),
  language: "en",
});

describe("titian doctor", () => {
  it("goes through everything on a healthy demonstration desk and finds nothing to mend", async () => {
    const findings = await runDoctor({ ...around({ server: { port: 0 } }), clock: new JuneClock() }, never);

    expect(findings.filter(({ outcome }) => outcome !== "ok")).toEqual([]);
    expect(new Set(findings.map(({ check }) => check))).toEqual(
      new Set([
        ...["folders", "backup", "card-designs", "updates", "site-clock", "site-standard", "site-holidays"],
        ...["operators", "rights"],
        ...["config", "node", "disk", "store", "port", "inlislite", "mirror", "exchange", "cameras"],
        ...[
          "device desk-1-camera",
          "device desk-1-card-printer",
          "device desk-1-sheets",
          "device desk-1-receipt",
          "device desk-1-scanner",
        ],
      ]),
    );
    expect(doctorExit(findings)).toBe(0);
  });

  it("goes on after a check that breaks, and says which", async () => {
    const broken = {
      name: "broken",
      run: () => Promise.reject(Object.assign(new Error("x"), { code: "EIO" })),
    };
    const findings = await runDoctor(around(), never, [broken, runtime]);

    expect(findings.map(({ check, outcome }) => [check, outcome])).toEqual([
      ["config", "ok"],
      ["broken", "fail"],
      ["node", "ok"],
    ]);
    expect(doctorExit(findings)).toBe(1);
  });

  it("writes what to do under what it saw", () => {
    const finding: Finding = { check: "disk", outcome: "fail", what: "12 MB left", mend: "Make room." };

    expect(doctorText([finding])).toBe("✗ disk  12 MB left\n        → Make room.");
  });
});

describe("the check of the store", () => {
  it("does not make a store only by looking", async () => {
    const place = path.join(folder, "later", "store");

    expect(await store.run(around({ store: { folder: place } }), never)).toMatchObject([{ outcome: "ok" }]);
    expect(await disk.run(around({ store: { folder: place } }), never)).toMatchObject([{ check: "disk" }]);
    expect(() => rmSync(place)).toThrow(/ENOENT/);
  });

  it("takes a store that a daemon has open for what it is", async () => {
    using _daemon = openDatabase({ folder });

    expect(await store.run(around(), never)).toEqual([
      { check: "store", outcome: "ok", what: "in use by the Titian that runs on this PC" },
    ]);
  });

  it("says what to do about a damaged one", async () => {
    openDatabase({ folder }).close();
    writeFileSync(
      path.join(folder, "titian.sqlite"),
      "this is not a database, and it is long enough to be looked at".repeat(200),
    );

    const [finding] = await store.run(around(), never);
    expect(finding).toMatchObject({ outcome: "fail", mend: expect.stringContaining("backup") });
  });
});

const servers: Server[] = [];
/** A program on a port of its own that answers everything with `body`. Resolves to the port. */
async function answering(body: string): Promise<number> {
  const server = createServer((_request, response) => response.end(body));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
afterEach(() => Promise.all(servers.splice(0).map(close)));

describe("the check of the port", () => {
  it("knows a running Titian by its metrics", async () => {
    const ours = await answering("titian_sessions 0\n");

    expect(await port.run(around({ server: { port: ours } }), never)).toMatchObject([
      { outcome: "ok", what: expect.stringContaining("served by a running Titian") },
    ]);
  });

  it("does not take another program for one", async () => {
    const other = await answering("hello");

    expect(await port.run(around({ server: { port: other } }), never)).toMatchObject([
      { outcome: "fail", mend: expect.stringContaining("server.port") },
    ]);
  });
});

describe("the check of the cameras", () => {
  const camera = (options: Record<string, unknown>) =>
    around({ devices: [{ id: "desk-1-camera", driver: "camera-ffmpeg", options }] });

  it("names the ffmpeg that is installed, and its version", async () => {
    expect(await cameras.run(around(), never)).toEqual([
      { check: "cameras", outcome: "ok", what: expect.stringMatching(/^ffmpeg \d\S* at \/\S+\/ffmpeg$/) },
    ]);
  });

  it("asks for a configured ffmpeg that is not there", async () => {
    expect(await cameras.run(camera({ device: "test", ffmpeg: "/nowhere/ffmpeg" }), never)).toEqual([
      {
        check: "cameras",
        outcome: "warn",
        what: "no ffmpeg at /nowhere/ffmpeg; the browser's camera works without it",
        mend: "Install ffmpeg, or correct the device's option ffmpeg, for the cameras that use it.",
      },
    ]);
  });

  it("is content without ffmpeg where no camera needs it", async () => {
    vi.stubEnv("PATH", "/nowhere");
    onTestFinished(() => void vi.unstubAllEnvs());

    expect(await cameras.run(around(), never)).toEqual([
      {
        check: "cameras",
        outcome: "ok",
        what: "no ffmpeg; the browser's camera is used, which works without it",
      },
    ]);
  });
});

describe("the check of the devices", () => {
  it("names the reason and the mend of a device that does not open", async () => {
    const device = new PlugDevice(new ManualClock(), "desk-1-camera");
    device.pull();
    const plug = defineDriver({
      name: "plug",
      title: "Plug",
      offers: ["camera"],
      options: Type.Object({}),
      load: async () => ({ default: () => device }),
    });
    const configured = around({ devices: [{ id: "desk-1-camera", driver: "plug", options: {} }] });
    const [finding] = await devices.run({ ...configured, drivers: [plug] }, never);

    expect(finding).toEqual({
      check: "device desk-1-camera",
      outcome: "fail",
      what: "Plug: DEVICE_NOT_CONNECTED",
      mend: "The device is not connected. Check power and cable, then connect it again.",
    });
    expect(device.closes).toBe(1);
  });

  it("asks for devices where there are none", async () => {
    expect(await devices.run(around({ devices: [] }), never)).toMatchObject([{ outcome: "warn" }]);
  });
});

describe("the check of INLISLite", () => {
  let server: MariaDb;
  beforeAll(async () => {
    server = await startMariaDb();
  });
  afterAll(() => server.stop());

  const against = (options: Partial<Config["inlislite"]>) => {
    const { inlislite: demo } = demoConfig({ folder, port: 9700 });
    return inlislite.run(around({ inlislite: { ...demo, mode: "mysql", ...options } }), never);
  };
  function passwordFile(password: string, mode = 0o600): string {
    const file = path.join(folder, "password");
    writeFileSync(file, `${password}\n`);
    chmodSync(file, mode);
    return file;
  }

  it("is content with the version, the grants and the clock of a well-kept server", async () => {
    const { host, port: at, database, user, password } = await server.createInlislite("3.3");
    const findings = await against({ host, port: at, database, user, passwordFile: passwordFile(password) });

    expect(findings.map(({ check, outcome }) => [check, outcome])).toEqual([
      ["inlislite", "ok"],
      ["inlislite-grants", "ok"],
      ["inlislite-statistics", "ok"],
      ["clock", "ok"],
    ]);
    // Not every library reports its members by sex and age: nothing is wrong, and what it would take is said.
    expect(findings[2]?.what).toContain("Sex_id");
    expect(findings[2]?.what).toContain("titian inlislite grants --statistics");
    expect(findings[0]?.what).toContain("INLISLite 3.3");
  });

  it("minds a user who may write, and a password that everybody can read", async () => {
    const { host, port: at, database } = await server.createInlislite("3.2");
    const { user, password } = server.root;
    const findings = await against({
      host,
      port: at,
      database,
      user,
      passwordFile: passwordFile(password, 0o644),
    });

    expect(findings).toContainEqual(
      expect.objectContaining({ check: "inlislite-password", outcome: "warn" }),
    );
    expect(findings).toContainEqual(expect.objectContaining({ check: "inlislite-grants", outcome: "warn" }));
  });

  it("says what to do when the password is wrong, its file is missing or the server is away", async () => {
    const { host, port: at, database, user } = await server.createInlislite("3.3");

    expect(
      (await against({ host, port: at, database, user, passwordFile: passwordFile("wrong") })).at(-1),
    ).toMatchObject({
      outcome: "fail",
      what: expect.stringContaining("INLISLITE_REFUSED"),
      // Whoever runs doctor is the technician: nobody is told to ask one.
      mend: expect.not.stringMatching(/minta teknisi/iu),
    });
    expect(await against({ host, passwordFile: path.join(folder, "nowhere") })).toMatchObject([
      { check: "inlislite-password", outcome: "fail", what: expect.stringContaining("ENOENT") },
    ]);
    expect((await against({ host, port: 1, passwordFile: passwordFile("x") })).at(-1)).toMatchObject({
      outcome: "fail",
      what: expect.stringContaining("INLISLITE_UNREACHABLE"),
    });
  });
});
