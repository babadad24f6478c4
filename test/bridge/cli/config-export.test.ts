import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { drivers } from "../../../drivers/index.ts";
import { parseArgv } from "../../../src/bridge/cli/argv.ts";
import { configExport } from "../../../src/bridge/cli/config-export.ts";
import { loadConfig } from "../../../src/bridge/config/load.ts";
import { temporaryFolder } from "../../store/test-store.ts";

const FILE = `[desk]
id = "desk-1"
title = "Loket 1"

[library]
standard = "id.lebak.pembuatan-kta"

[inlislite]
host = "192.0.2.10"
passwordFile = "rahasia/kata-sandi"

[[devices]]
id = "pemindai"
driver = "scanner-serial"
options = { path = "/dev/ttyACM0" }
`;

it("prints a desk's file for the next one: loadable, without secrets, its own lines marked", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "titian.toml");
  writeFileSync(file, FILE);
  const printed = configExport(file, drivers);
  expect(printed).not.toContain("rahasia");
  expect(printed).toContain("# secret, to be set on each desk: inlislite.passwordFile");
  expect(printed).toContain('id = "desk-1" # this desk');
  expect(printed).toContain('title = "Loket 1" # this desk');
  expect(printed).toContain("[[devices]] # this desk");
  expect(printed.split("\n").filter((line) => line.includes("192.0.2.10"))[0]).not.toContain("# this desk");

  const next = path.join(folder, "next.toml");
  writeFileSync(next, printed.replace("desk-1", "desk-7"));
  const config = loadConfig({ file: next, environment: {}, flags: new Map(), storeFolder: folder, drivers });
  expect(config).toMatchObject({
    desk: { id: "desk-7" },
    inlislite: { host: "192.0.2.10" },
    devices: [{ id: "pemindai" }],
  });
});

it("is asked for as titian config export", () => {
  expect(parseArgv(["config", "export", "--config", "x.toml"])).toMatchObject({
    command: "config-export",
    config: "x.toml",
  });
});
