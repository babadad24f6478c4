import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BrowserPolicy } from "../../../src/bridge/browser-policy/browser-policy.ts";
import { POLICY_BROWSERS, type PolicyWish } from "../../../src/bridge/browser-policy/entries.ts";
import { PolicyFiles } from "../../../src/bridge/browser-policy/policy-files.ts";
import { WrittenList } from "../../../src/bridge/browser-policy/written-list.ts";

const never = new AbortController().signal;
const ORIGIN = "http://192.168.1.10";
const LOOPBACK = "LoopbackNetworkAllowedForUrls";
const TRUSTED = "OverrideSecurityRestrictionsOnInsecureOrigin";
const CAMERA = "VideoCaptureAllowedUrls";

let root: string;
let policy: BrowserPolicy;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "titian-policy-"));
  policy = new BrowserPolicy(new PolicyFiles(root), new WrittenList(path.join(root, "store")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const wish = (change: Partial<PolicyWish> = {}): PolicyWish => ({
  ...{ origin: ORIGIN, browsers: POLICY_BROWSERS, camera: false, isPublic: false },
  ...change,
});
const chromium = (name: string): string => path.join(root, "etc/chromium/policies/managed", name);
const firefox = (): string => path.join(root, "etc/firefox/policies/policies.json");
const json = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
function put(file: string, content: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
}

describe("browser policies as files", () => {
  it("allow one exact origin to reach this PC, and no more, on a desk in the library's own network", async () => {
    await policy.install(wish(), never);
    for (const folder of ["opt/chrome", "opt/edge", "chromium"])
      expect(json(path.join(root, "etc", folder, "policies/managed/titian.json"))).toEqual({
        [LOOPBACK]: [ORIGIN],
      });
    expect(json(firefox())).toEqual({ policies: { LocalNetworkAccess: { SkipDomains: ["192.168.1.10"] } } });
  });

  it("make a plain-http origin a trusted one only for a public address or for the camera", async () => {
    const browsers = ["chromium"] as const;
    await policy.install(wish({ browsers, isPublic: true }), never);
    expect(json(chromium("titian.json"))).toEqual({ [LOOPBACK]: [ORIGIN], [TRUSTED]: [ORIGIN] });
    const other = { browsers, origin: "https://inlis.lan", camera: true } as const;
    await policy.install(wish(other), never);
    expect(json(chromium("titian.json"))).toEqual({
      ...{ [LOOPBACK]: [ORIGIN, "https://inlis.lan"], [TRUSTED]: [ORIGIN] },
      [CAMERA]: ["https://inlis.lan"],
    });
    await policy.install(wish({ browsers, camera: true }), never);
    expect(json(chromium("titian.json"))).toMatchObject({ [CAMERA]: ["https://inlis.lan", ORIGIN] });
  });

  it("keep everything that is somebody else's, and are taken away without a trace", async () => {
    const theirs = { HomepageLocation: "https://perpus.example.id", [LOOPBACK]: ["http://10.0.0.9"] };
    const firefoxTheirs = {
      policies: { DisableTelemetry: true, LocalNetworkAccess: { Enabled: true, SkipDomains: ["10.0.0.9"] } },
    };
    put(chromium("perpus.json"), theirs);
    put(firefox(), firefoxTheirs);
    await policy.install(wish({ camera: true }), never);
    expect(json(chromium("perpus.json"))).toEqual({ ...theirs, [LOOPBACK]: ["http://10.0.0.9", ORIGIN] });
    expect(json(chromium("titian.json"))).toEqual({ [TRUSTED]: [ORIGIN], [CAMERA]: [ORIGIN] });
    expect(json(firefox())).toEqual({
      policies: {
        DisableTelemetry: true,
        LocalNetworkAccess: { Enabled: true, SkipDomains: ["10.0.0.9", "192.168.1.10"] },
      },
    });

    expect(await policy.remove(wish(), never)).toHaveLength(10);
    expect(json(chromium("perpus.json"))).toEqual(theirs);
    expect(existsSync(chromium("titian.json"))).toBe(false);
    expect(json(firefox())).toEqual(firefoxTheirs);
    expect(existsSync(path.join(root, "store/browser-policy.json"))).toBe(false);
  });

  it("leave alone what was there before Titian, also on removal", async () => {
    put(chromium("perpus.json"), { [LOOPBACK]: [ORIGIN] });
    const browsers = ["chromium"] as const;
    expect(await policy.install(wish({ browsers }), never)).toEqual([]);
    expect(await policy.show(wish({ browsers }), never)).toMatchObject([{ state: "theirs" }]);
    expect(await policy.remove(wish({ browsers }), never)).toEqual([]);
    expect(json(chromium("perpus.json"))).toEqual({ [LOOPBACK]: [ORIGIN] });
  });

  it("are written once however often they are installed, and removed only for the origin and browser named", async () => {
    await policy.install(wish(), never);
    expect(await policy.install(wish(), never)).toEqual([]);
    await policy.install(wish({ origin: "http://192.168.1.11" }), never);
    await policy.remove(wish({ browsers: ["chromium"] }), never);
    expect(json(chromium("titian.json"))).toEqual({ [LOOPBACK]: ["http://192.168.1.11"] });
    expect((await policy.show(wish(), never)).map(({ browser, state }) => [browser, state])).toEqual([
      ...[
        ["chrome", "ours"],
        ["edge", "ours"],
        ["chromium", "absent"],
        ["firefox", "ours"],
      ],
    ]);
  });

  it("do not come back for what an administrator has taken out by hand", async () => {
    const browsers = ["chromium"] as const;
    await policy.install(wish({ browsers }), never);
    rmSync(chromium("titian.json"));
    expect(await policy.remove(wish({ browsers }), never)).toEqual([]);
    expect(await policy.show(wish({ browsers }), never)).toMatchObject([{ state: "absent" }]);
  });

  it("stop before a file that is no JSON, and change nothing in it", async () => {
    put(firefox(), "{ policies: // as somebody wrote it by hand\n");
    await expect(policy.install(wish({ browsers: ["firefox"] }), never)).rejects.toThrow(/policies.json/);
    expect(readFileSync(firefox(), "utf8")).toContain("by hand");
  });

  it("are taken back from browsers' own files alone, whatever the list in the service's folder names", async () => {
    const other = path.join(root, "etc", "of-somebody-else.json");
    put(other, { [CAMERA]: [ORIGIN] });
    const entry = { browser: "chromium", policy: [CAMERA], value: ORIGIN, name: "" } as const;
    new WrittenList(path.join(root, "store")).add({ ...entry, place: other });
    expect(await policy.remove({ origin: undefined, browsers: POLICY_BROWSERS }, never)).toEqual([]);
    expect(json(other)).toEqual({ [CAMERA]: [ORIGIN] });
  });
});
