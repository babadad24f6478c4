import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { BrowserPolicy } from "../../../src/bridge/browser-policy/browser-policy.ts";
import type { PolicyWish } from "../../../src/bridge/browser-policy/entries.ts";
import { PolicyRegistry } from "../../../src/bridge/browser-policy/policy-registry.ts";
import { WrittenList } from "../../../src/bridge/browser-policy/written-list.ts";

const never = new AbortController().signal;
const CHROME = "HKLM\\SOFTWARE\\Policies\\Google\\Chrome\\LoopbackNetworkAllowedForUrls";
const FIREFOX = "HKLM\\SOFTWARE\\Policies\\Mozilla\\Firefox\\LocalNetworkAccess\\SkipDomains";

/** Answers as reg.exe writes its answers; remembers every word it was given. */
class FakeReg {
  readonly said: string[][] = [];
  readonly keys = new Map<string, Map<string, string>>();
  isAllowed = true;

  readonly run = async (words: readonly string[]) => {
    this.said.push([...words]);
    const [verb = "", key = ""] = words;
    const values = this.keys.get(key);
    if (verb === "query") {
      if (!values) return { exitCode: 1, stdout: "" };
      const lines = [...values].map(([name, value]) => `    ${name}    REG_SZ    ${value}`);
      return {
        exitCode: 0,
        stdout: ["", key.replace("HKLM", "HKEY_LOCAL_MACHINE"), ...lines, ""].join("\r\n"),
      };
    }
    if (!this.isAllowed) return { exitCode: 1, stdout: "" };
    const after = (option: string): string => words[words.indexOf(option) + 1] ?? "";
    if (verb === "add") this.keys.set(key, new Map([...(values ?? []), [after("/v"), after("/d")]]));
    if (verb === "delete") values?.delete(after("/v"));
    return { exitCode: 0, stdout: "" };
  };
}

let folder: string;
let reg: FakeReg;
let policy: BrowserPolicy;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-reg-"));
  reg = new FakeReg();
  policy = new BrowserPolicy(new PolicyRegistry(reg.run), new WrittenList(folder));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const wish: PolicyWish = {
  ...{ origin: "http://192.168.1.10", browsers: ["chrome", "firefox"], camera: false, isPublic: false },
};

it("appends to the next free number, word by word and without a shell", async () => {
  reg.keys.set(
    CHROME,
    new Map([
      ["1", "http://10.0.0.9"],
      ["3", "http://10.0.0.8"],
    ]),
  );
  await policy.install(wish, never);
  expect(reg.said.filter(([verb]) => verb === "add")).toEqual([
    ["add", CHROME, "/v", "2", "/t", "REG_SZ", "/d", "http://192.168.1.10", "/f"],
    ["add", FIREFOX, "/v", "1", "/t", "REG_SZ", "/d", "192.168.1.10", "/f"],
  ]);
  expect((await policy.show(wish, never)).map(({ state }) => state)).toEqual(["ours", "ours"]);
});

it("takes away exactly its own numbers, and none that says something else by now", async () => {
  reg.keys.set(CHROME, new Map([["1", "http://10.0.0.9"]]));
  await policy.install(wish, never);
  reg.keys.get(FIREFOX)?.set("1", "10.0.0.7");
  expect(await policy.remove(wish, never)).toHaveLength(1);
  expect(reg.said.filter(([verb]) => verb === "delete")).toEqual([["delete", CHROME, "/v", "2", "/f"]]);
  expect([...(reg.keys.get(CHROME) ?? [])]).toEqual([["1", "http://10.0.0.9"]]);
  expect([...(reg.keys.get(FIREFOX) ?? [])]).toEqual([["1", "10.0.0.7"]]);
});

it("takes away only what browsers read, whatever place somebody has written into its list", async () => {
  const elsewhere = "HKLM\\SOFTWARE\\Somebody";
  reg.keys.set(elsewhere, new Map([["1", "http://192.168.1.10"]]));
  const entry = { browser: "chrome", policy: ["LoopbackNetworkAllowedForUrls"] } as const;
  new WrittenList(folder).add({ ...entry, value: "http://192.168.1.10", place: elsewhere, name: "1" });
  expect(await policy.remove(wish, never)).toEqual([]);
  expect(reg.keys.get(elsewhere)?.size).toBe(1);
});

it("remembers nothing that Windows refused to write", async () => {
  reg.isAllowed = false;
  await expect(policy.install(wish, never)).rejects.toMatchObject({ code: "EACCES" });
  expect((await policy.show(wish, never)).map(({ state }) => state)).toEqual(["absent", "absent"]);
});
