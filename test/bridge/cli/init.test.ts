import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { init } from "../../../src/bridge/cli/init.ts";
import { loadConfig } from "../../../src/bridge/config/load.ts";
import { ConfigError } from "../../../src/kernel/schema.ts";
import { PRESETS } from "../../../src/sla/presets.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "titian-init-"));
  file = path.join(folder, "etc", "titian.toml");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A technician who gives these answers in turn and then presses Enter. */
async function answering(...answers: string[]): Promise<string> {
  const said: string[] = [];
  const ask = async (question: string, offered: string): Promise<string> => {
    said.push(`${question} [${offered}]`);
    return answers.shift() ?? "";
  };
  await init({ file, ask, print: (line) => said.push(line), language: "id" });
  return said.join("\n");
}

const load = () => loadConfig({ file, environment: {}, flags: new Map(), storeFolder: folder, drivers: [] });

describe("titian init", () => {
  it("writes a file that loads, from nothing but Enter", async () => {
    const said = await answering();

    expect(load().library.standard).toBe(PRESETS[0]?.id);
    expect(load().inlislite.passwordFile).toBe(path.join(folder, "etc", "inlislite-password"));
    expect(said).toContain("titian doctor");
    expect(statSync(file).mode & 0o007).toBe(0);
  });

  it("keeps what was answered, also quotes and backslashes", async () => {
    await answering("4", "Asia/Makassar", "loket-2", 'Loket "Dua" \\ Anak', "db.local", "3309");

    expect(load()).toMatchObject({
      desk: { id: "loket-2", title: 'Loket "Dua" \\ Anak' },
      library: { timeZone: "Asia/Makassar", standard: PRESETS[3]?.id },
      inlislite: { host: "db.local", port: 3309 },
    });
  });

  it("asks again when an answer will not do", async () => {
    const said = await answering(
      "9",
      "1",
      "WIB",
      "Asia/Jakarta",
      "Loket Satu",
      "loket-1",
      "Loket 1",
      "h",
      "70000",
    );

    expect(said).toContain("Pilih salah satu nomor di atas.");
    expect(said.match(/Belum sesuai:/g)).toHaveLength(3);
    expect(load()).toMatchObject({ desk: { id: "loket-1" }, inlislite: { port: 3306 } });
  });

  it("explains every section in the file", async () => {
    await answering();
    const content = readFileSync(file, "utf8");

    expect(content.match(/^# ?/gm)?.length).toBeGreaterThan(8);
    expect(content).toContain('# driver = "printer-ipp"');
  });

  it("leaves a file that is there as it is", async () => {
    await answering();
    writeFileSync(file, "# mine\n");

    await expect(answering()).rejects.toThrow(ConfigError);
    expect(readFileSync(file, "utf8")).toBe("# mine\n");
  });
});
