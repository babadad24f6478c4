import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Type } from "typebox";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoConfig } from "../../src/bridge/config/demo.ts";
import { type ConfigSources, loadConfig } from "../../src/bridge/config/load.ts";
import { defaultPaths } from "../../src/bridge/config/paths.ts";
import { redact } from "../../src/bridge/config/redact.ts";
import { ConfigSchema } from "../../src/bridge/config/schema.ts";
import { SETTINGS, variableOf } from "../../src/bridge/config/settings.ts";
import { type DriverManifest, defineDriver } from "../../src/devices/index.ts";
import { ConfigError } from "../../src/kernel/schema.ts";

const manifest = (name: string, offers: DriverManifest["offers"], properties = {}): DriverManifest =>
  defineDriver({
    name,
    title: name,
    offers,
    options: Type.Object(properties, { additionalProperties: false }),
    load: () => Promise.reject(new Error("a check of the configuration loads no driver")),
  });
const DRIVERS = [
  manifest("printer-ipp", ["card-printer"], { uri: Type.String({ pattern: "^ipps?://" }) }),
  manifest("simulator-camera", ["camera", "simulation"]),
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "titian-config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(toml: string): string {
  const file = path.join(folder, "titian.toml");
  writeFileSync(file, toml);
  return file;
}

function load(toml: string, more: Partial<ConfigSources> = {}) {
  return loadConfig({
    file: write(toml),
    environment: {},
    flags: new Map(),
    storeFolder: "/var/lib/titian",
    drivers: DRIVERS,
    ...more,
  });
}

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const ENOUGH = `
[library]
standard = "id.lebak.pembuatan-kta"
[inlislite]
passwordFile = "inlislite-password"
`;

describe("the configuration", () => {
  it("needs only the standard; everything else has a default", () => {
    const config = load(ENOUGH);

    expect(config.server.port).toBe(9700);
    expect(config.library.timeZone).toBe("Asia/Jakarta");
    expect(config.cards.route).toEqual(["cut", "laminate"]);
    expect(config.store.folder).toBe("/var/lib/titian");
    expect(config.log.folder).toBe("/var/lib/titian/log");
  });

  it("takes paths in the file as beside the file", () => {
    expect(load(ENOUGH).inlislite.passwordFile).toBe(path.join(folder, "inlislite-password"));
    const more = `[exchange]\npasswordFile = "a"\n[mail]\npasswordFile = "b"\ncaFile = "c"\n[reports]\nfolder = "d"`;
    const { exchange, mail, reports } = load(`${ENOUGH}\n${more}`);
    const named = [exchange.passwordFile, mail.passwordFile, mail.caFile, reports.folder];
    expect(named).toEqual(["a", "b", "c", "d"].map((file) => path.join(folder, file)));
  });

  it("writes no photos itself until it is told where and in whose name", () => {
    expect(load(ENOUGH).photo.direct).toBe(false);
    expect(problemsOf(() => load(`${ENOUGH}\n[photo]\ndirect = true\npasswordFile = "foto"`))).toEqual([
      "/photo/folder is missing: photo.direct needs it",
      "/photo/updateBy is missing: photo.direct needs it",
      "/photo/passwordFile belongs to no user: name it in photo.user, or leave both out",
    ]);
    const whole = `${ENOUGH}\n[photo]\ndirect = true\nfolder = "foto_anggota"\nupdateBy = 7\nuser = "foto"\npasswordFile = "sandi"`;
    expect(load(whole).photo).toMatchObject({
      ...{ folder: path.join(folder, "foto_anggota"), passwordFile: path.join(folder, "sandi"), updateBy: 7 },
    });
    const embedded = whole.replace("[inlislite]", '[inlislite]\nmode = "embedded"');
    expect(problemsOf(() => load(embedded))).toEqual([
      "/photo/direct needs inlislite.mode mysql: the invented members have no photo folder",
    ]);
  });

  it("lets the environment overrule the file, and a flag overrule both", () => {
    const toml = `${ENOUGH}\n[server]\nport = 9701\n[log]\nlevel = "warn"`;
    const config = load(toml, {
      environment: { TITIAN_SERVER_PORT: "9702", TITIAN_LOG_LEVEL: "debug", PATH: "/usr/bin" },
      flags: new Map([["server.port", "9703"]]),
    });

    expect(config.server.port).toBe(9703);
    expect(config.log.level).toBe("debug");
  });

  it("reports every mistake at once, by place", () => {
    const problems = problemsOf(() =>
      load(`
[desk]
id = "Loket Satu"
[library]
timeZone = "Asia/Sidoarjo"
[server]
port = 97000
prot = 9700
[inlislite]
budgetMs = "3 s"
[[devices]]
id = "desk-1-printer"
driver = "printer-ipp"
options = { uri = "usb://kartu" }
[[devices]]
id = "desk-1-printer"
driver = "printer-ip"
`),
    );

    expect(problems).toEqual(
      expect.arrayContaining([
        "/library must have required properties standard",
        '/server does not know "prot"',
        expect.stringMatching(/^\/desk\/id must match pattern/),
        "/server/port must be <= 65535",
        "/inlislite/budgetMs must be integer",
        '/library/timeZone "Asia/Sidoarjo" is not an IANA time zone such as "Asia/Jakarta"',
        expect.stringMatching(/^\/devices\/0\/options\/uri must match pattern/),
        '/devices/1/driver "printer-ip" is not installed; there are printer-ipp, simulator-camera',
        '/devices/1/id "desk-1-printer" is used twice',
      ]),
    );
    expect(problems).toHaveLength(9);
  });

  it("names the line of a file that is not TOML, and still checks the environment", () => {
    const problems = problemsOf(() => load("[desk\nid = 1", { environment: { TITIAN_SERVR_PORT: "1" } }));

    expect(problems[0]).toMatch(/^line 1, column \d+: /);
    expect(problems).toContain("TITIAN_SERVR_PORT is not a setting");
  });

  it("says how to get a file when there is none", () => {
    const problems = problemsOf(() => load("", { file: path.join(folder, "elsewhere.toml") }));

    expect(problems[0]).toBe("the file does not exist; `titian init` writes one");
  });

  it("reports a file it may not read instead of ending with a trace", () => {
    mkdirSync(path.join(folder, "a-folder.toml"));

    expect(problemsOf(() => load("", { file: path.join(folder, "a-folder.toml") }))[0]).toBe(
      "the file cannot be read (EISDIR)",
    );
  });

  it("refuses a simulator on a desk that does not say it is simulated", () => {
    const device = `[[devices]]\nid = "desk-1-camera"\ndriver = "simulator-camera"`;

    expect(problemsOf(() => load(`${ENOUGH}\n${device}`))[0]).toMatch(/is a simulator/);
    expect(problemsOf(() => load(`${ENOUGH}\n${device}\n[simulation]\nenabled = true`))).toEqual([]);
  });

  it("refuses a card printer that is not listed or cannot print cards", () => {
    const camera = `[[devices]]\nid = "kamera"\ndriver = "simulator-camera"\n[simulation]\nenabled = true`;

    expect(problemsOf(() => load(`${ENOUGH}\n[cards]\nprinter = "nowhere"`))).toEqual([
      '/cards/printer "nowhere" is not among the devices',
    ]);
    expect(problemsOf(() => load(`${ENOUGH}\n[cards]\nprinter = "kamera"\n${camera}`))).toEqual([
      '/cards/printer "kamera" cannot print cards',
    ]);
  });

  it("cannot be changed once loaded", () => {
    const config = load(ENOUGH) as unknown as { server: { port: number }; cards: { route: string[] } };

    expect(() => {
      config.server.port = 1;
    }).toThrow(TypeError);
    expect(() => config.cards.route.push("press")).toThrow(TypeError);
  });

  it("is shown without what the schema marks as secret, and without what no schema describes", () => {
    const toml = `${ENOUGH}\n[[devices]]\nid = "p"\ndriver = "printer-ipp"\noptions = { uri = "ipp://user:word@host/" }`;
    const shown = JSON.stringify(redact(ConfigSchema, load(toml)));

    expect(shown).not.toContain("inlislite-password");
    expect(shown).not.toContain("word@host");
    expect(shown).toContain('"port":9700');
  });

  it("has a variable of its own for every value, and none twice", () => {
    const names = SETTINGS.map(variableOf);

    expect(names).toContain("TITIAN_INLISLITE_PASSWORD_FILE");
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("the demonstration's configuration", () => {
  it("keeps everything in its own folder and says that it is simulated", () => {
    const config = demoConfig({ folder: "/tmp/demo", port: 9700 });

    expect(config.store.folder).toBe("/tmp/demo");
    expect(config.log.folder).toBe("/tmp/demo/log");
    expect(config.simulation.enabled).toBe(true);
    expect(config.inlislite.mode).toBe("embedded");
    expect(config.devices.every(({ driver }) => driver.startsWith("simulator-"))).toBe(true);
  });
});

describe("the usual places", () => {
  const linux = { platform: "linux", isSystem: false, home: "/home/sari", environment: {} } as const;

  it("are /etc and /var/lib for the service", () => {
    expect(defaultPaths({ ...linux, isSystem: true })).toEqual({
      configFile: "/etc/titian/titian.toml",
      storeFolder: "/var/lib/titian",
    });
  });

  it("follow XDG for a person, and ignore a relative XDG folder", () => {
    expect(defaultPaths(linux).storeFolder).toBe("/home/sari/.local/state/titian");
    expect(defaultPaths({ ...linux, environment: { XDG_CONFIG_HOME: "/x" } }).configFile).toBe(
      "/x/titian/titian.toml",
    );
    expect(defaultPaths({ ...linux, environment: { XDG_CONFIG_HOME: "x" } }).configFile).toBe(
      "/home/sari/.config/titian/titian.toml",
    );
  });

  it("are in %ProgramData% on Windows, also when asked on Linux", () => {
    const windows = { ...linux, platform: "win32", environment: { ProgramData: "D:\\Data" } } as const;

    expect(defaultPaths(windows).configFile).toBe("D:\\Data\\Titian\\titian.toml");
  });
});
