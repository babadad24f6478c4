import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { originFault } from "../../../src/bridge/browser-policy/entries.ts";
import { parseArgv } from "../../../src/bridge/cli/argv.ts";
import { execute } from "../../../src/bridge/cli/execute.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "titian-policy-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function titian(...words: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const there = ["--root", root, "--store", path.join(root, "store")];
  const invocation = parseArgv(["browser-policy", ...words, ...there]);
  const { signal } = new AbortController();
  expect(await execute(invocation, { print: (line) => lines.push(line), language: "id", signal })).toBe(0);
  return lines.join("\n");
}

describe("titian browser-policy", () => {
  it("installs, shows and removes in the operator's words", async () => {
    const words = ["--url", "http://192.168.1.10", "--browser", "chromium,firefox"];
    expect(await titian("show", ...words)).toContain(
      "Chromium  LoopbackNetworkAllowedForUrls http://192.168.1.10: tidak ada",
    );
    expect(await titian("install", ...words)).toContain("Firefox   SkipDomains 192.168.1.10: ditambahkan");
    expect(existsSync(path.join(root, "etc/opt/chrome"))).toBe(false);
    expect(await titian("show", ...words)).toContain("ada, ditulis Titian");
    expect(await titian("install", ...words)).toContain("Semuanya sudah ada");
    expect(await titian("remove", ...words)).toContain(
      "Chromium  LoopbackNetworkAllowedForUrls http://192.168.1.10: dihapus",
    );
    expect(await titian("remove", ...words)).toContain("tidak ada yang dihapus");
  });

  it("takes back what it wrote for every address when none is named", async () => {
    for (const origin of ["http://192.168.1.10", "http://192.168.1.11"])
      await titian("install", "--url", origin, "--browser", "chromium");
    const said = await titian("remove");
    expect(said).toContain("http://192.168.1.10: dihapus");
    expect(said).toContain("http://192.168.1.11: dihapus");
    expect(await titian("remove")).toContain("tidak ada yang dihapus");
  });

  it("warns of the policy that makes a plain address a trusted one", async () => {
    const said = await titian("install", "--url", "http://192.168.1.10", "--browser", "edge", "--camera");
    expect(said).toContain("mempercayai alamat ini seperti https");
    const file = path.join(root, "etc/opt/edge/policies/managed/titian.json");
    expect(Object.keys(JSON.parse(readFileSync(file, "utf8")))).toHaveLength(3);
  });

  it("refuses everything that is not one exact origin of another machine", async () => {
    const faults = {
      wildcard: ["*", "http://*", "http://*.example.id", "https://[*.]example.id", "http://192.168.1.*"],
      "not-an-origin": [
        "",
        "192.168.1.10",
        "http://192.168.1.10/",
        "http://192.168.1.10/inlislite3/",
        "file:///x",
        "null",
        "http://a@b",
      ],
      "this-pc": [
        "http://127.0.0.1",
        "http://127.0.0.1:9700",
        "http://localhost:8080",
        "http://inlis.localhost:9700",
        "http://[::1]",
        `http://${[0, 0, 0, 0].join(".")}`,
      ],
    } as const;
    for (const [fault, origins] of Object.entries(faults))
      for (const origin of origins) expect(originFault(origin), origin).toBe(fault);
    for (const origin of [
      "http://192.168.1.10",
      "https://inlis.example.id:8443",
      "http://inlis-server",
      "http://[fd00::10]",
    ])
      expect(originFault(origin), origin).toBeUndefined();
    for (const origin of ["http://127.0.0.1", "http://*", "http://192.168.1.10/inlislite3/"])
      await expect(titian("install", "--url", origin)).rejects.toThrow(/command line/);
    await expect(titian("install", "--url", "http://192.168.1.10/inlislite3/")).rejects.toMatchObject({
      problems: [expect.stringContaining("--url http://192.168.1.10")],
    });
    expect(existsSync(path.join(root, "etc"))).toBe(false);
  });

  it("needs an address and knows its browsers", () => {
    expect(() => parseArgv(["browser-policy", "install"])).toThrow(/command line/);
    expect(() => parseArgv(["browser-policy", "show", "--url", "http://a", "--browser", "opera"])).toThrow();
  });
});
