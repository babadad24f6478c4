import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../../src/bridge/config/load.ts";
import type { SetupAnswers } from "../../../src/bridge/protocol/setup-commands.ts";
import { writeSetup } from "../../../src/bridge/setup/write-setup.ts";
import { codeOf, temporaryFolder } from "../../store/test-store.ts";

const ANSWERS: SetupAnswers = {
  desk: { id: "loket-2", title: "Loket 2" },
  library: { timeZone: "Asia/Makassar", standard: "id.lebak.pembuatan-kta" },
  inlislite: {
    host: "192.0.2.10",
    port: 3306,
    database: "inlislite_v3",
    user: "titian",
    password: "s3rahasia",
  },
  proxy: { enabled: true, url: "http://192.0.2.10/inlislite3/" },
};
const load = (file: string) =>
  loadConfig({ file, environment: {}, flags: new Map(), storeFolder: "/tmp/none", drivers: [] });

describe("what the wizard writes", () => {
  it("is a file that loads, with the password in a file of its own that only Titian can read", () => {
    const file = path.join(temporaryFolder(), "new", "titian.toml");
    writeSetup(file, ANSWERS, []);
    const config = load(file);
    expect(config).toMatchObject({
      desk: { id: "loket-2" },
      library: { timeZone: "Asia/Makassar" },
      inlislite: { host: "192.0.2.10", user: "titian" },
      proxy: { enabled: true, url: "http://192.0.2.10/inlislite3/" },
    });
    const secret = config.inlislite.passwordFile ?? "";
    expect(readFileSync(secret, "utf8")).toBe("s3rahasia\n");
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readFileSync(file, "utf8")).not.toContain("s3rahasia");
  });

  it("keeps an existing file's comments, mode, devices, and password where none is typed", () => {
    const file = path.join(temporaryFolder(), "titian.toml");
    writeSetup(file, ANSWERS, []);
    writeFileSync(file, `${readFileSync(file, "utf8")}\n# milik kita\n[log]\nlevel = "debug"\n`);
    chmodSync(file, 0o644);
    writeSetup(
      file,
      {
        ...ANSWERS,
        desk: { ...ANSWERS.desk, title: "Loket Anak" },
        inlislite: { ...ANSWERS.inlislite, password: null },
      },
      [],
    );
    const config = load(file);
    expect(config).toMatchObject({ desk: { title: "Loket Anak" }, log: { level: "debug" } });
    expect(readFileSync(config.inlislite.passwordFile ?? "", "utf8")).toBe("s3rahasia\n");
    expect(readFileSync(file, "utf8")).toContain("# milik kita");
    expect(statSync(file).mode & 0o777).toBe(0o644);
  });

  it("is nothing at all when it would not load, or has nowhere to go", () => {
    const file = path.join(temporaryFolder(), "titian.toml");
    const faulty = { ...ANSWERS, library: { ...ANSWERS.library, timeZone: "WIB" } };
    expect(codeOf(() => writeSetup(file, faulty, []))).toBe("SETUP_INVALID");
    expect(() => statSync(file)).toThrow();
    const folder = path.join(temporaryFolder(), "file");
    mkdirSync(path.dirname(folder), { recursive: true });
    writeFileSync(folder, "");
    expect(codeOf(() => writeSetup(path.join(folder, "titian.toml"), ANSWERS, []))).toBe(
      "SETUP_NOT_WRITABLE",
    );
  });
});
