import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { withSettings } from "../../../src/bridge/setup/toml-edits.ts";
import { codeOf } from "../../store/test-store.ts";

const FILE = `# Loket kita
[desk]
id = "desk-1"        # tidak boleh diubah
title = 'Loket # 1'  # nama

[inlislite]   # server
port = 3306
host = "a \\"b\\" # c" # alamat

# Belum dikenal Titian ini
[future]
idea = { a = 1, b = [1, 2] }

[[devices]]
id = "kamera"
driver = "camera-ffmpeg"
`;

describe("a titian.toml that is there", () => {
  it("gets the new values, and keeps comments, order and what nobody knows", () => {
    const changed = withSettings(FILE, [
      { section: "desk", key: "title", value: 'Loket "Dua" \\ Anak' },
      { section: "inlislite", key: "host", value: "10.0.0.5" },
      { section: "inlislite", key: "port", value: 3309 },
      { section: "inlislite", key: "user", value: "titian" },
      { section: "proxy", key: "enabled", value: true },
    ]);
    expect(parse(changed)).toMatchObject({
      desk: { id: "desk-1", title: 'Loket "Dua" \\ Anak' },
      inlislite: { host: "10.0.0.5", port: 3309, user: "titian" },
      proxy: { enabled: true },
      future: { idea: { a: 1, b: [1, 2] } },
    });
    const kept = FILE.split("\n").filter((line) => !/^(title|host|port)/.test(line));
    for (const line of kept) expect(changed.split("\n")).toContain(line);
    for (const comment of ["# tidak boleh diubah", "# nama", "# alamat", "# server"])
      expect(changed).toContain(comment);
  });

  it("is the same text when it says the same already", () => {
    expect(withSettings(FILE, [{ section: "inlislite", key: "port", value: 3306 }])).toBe(FILE);
  });

  it.each([
    ["a value over several lines", '[desk]\ntitle = """\nLoket\n1"""\n'],
    ["an inline table", 'desk = { title = "Loket" }\n'],
    ["dotted keys", 'desk.title = "Loket"\n'],
    ["no TOML at all", "[desk\n"],
  ])("is refused where it has %s, rather than spoiled", (_, text) => {
    expect(codeOf(() => withSettings(text, [{ section: "desk", key: "title", value: "Lain" }]))).toBe(
      "SETUP_FILE_ODD",
    );
  });
});
