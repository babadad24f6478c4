import { chmodSync, chownSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { backup } from "../../../src/bridge/cli/checks/backup.ts";
import type { Check, CheckSurroundings, Finding } from "../../../src/bridge/cli/checks/check.ts";
import { content } from "../../../src/bridge/cli/checks/content.ts";
import { folders } from "../../../src/bridge/cli/checks/folders.ts";
import { network } from "../../../src/bridge/cli/checks/network.ts";
import { rights } from "../../../src/bridge/cli/checks/rights.ts";
import { site } from "../../../src/bridge/cli/checks/site.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import type { Config } from "../../../src/bridge/config/schema.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { newCaseId, opened, openTestStore, temporaryFolder } from "../../store/test-store.ts";

const never = new AbortController().signal;
const DAY_MS = 86_400_000;

/** A desk with a few records, as a check sees it in both languages; what is not ok must say what to do in both. */
function desk(change: (demo: Config) => Partial<Config> = () => ({})) {
  const { store, folder, clock } = openTestStore();
  store.events.append(opened(newCaseId(clock)));
  const demo = demoConfig({ folder, port: 0 });
  const config = { ...demo, ...change(demo) };
  const around = { config, drivers: [], clock, log: new SilentLog() };
  const look = async (check: Check): Promise<readonly Finding[]> => {
    const id = await check.run({ ...around, language: "id" } as CheckSurroundings, never);
    const en = await check.run({ ...around, language: "en" } as CheckSurroundings, never);
    for (const [index, finding] of en.entries()) {
      if (finding.outcome === "ok") continue;
      expect(finding.mend?.length, finding.check).toBeGreaterThan(8);
      expect(id[index]?.mend?.length, finding.check).toBeGreaterThan(8);
    }
    return en;
  };
  return { store, folder, clock, config, look };
}

const bad = (findings: readonly Finding[]) =>
  findings.filter(({ outcome }) => outcome !== "ok").map(({ check, outcome }) => `${check} ${outcome}`);

describe("what doctor finds of the parts", () => {
  it("backups: none, an old one, a folder that is none", async () => {
    const withBackups = (demo: Config) => ({ backup: { ...demo.backup, enabled: true } });
    const { look, store, config, clock } = desk(withBackups);
    expect(bad(await look(backup))).toEqual(["backup warn"]);
    await store.backup(config.backup.folder, "0.1.0", never);
    const [young] = await look(backup);
    expect(young).toMatchObject({ outcome: "ok", what: expect.stringContaining("same disk") });
    await clock.advance(5 * DAY_MS);
    expect(bad(await look(backup))).toEqual(["backup warn"]);

    const file = path.join(temporaryFolder(), "file");
    writeFileSync(file, "");
    const broken = desk((demo) => ({
      backup: { ...demo.backup, enabled: true, folder: path.join(file, "in") },
    }));
    expect(bad(await broken.look(backup))).toEqual(["backup fail"]);
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() !== 0)(
    "rights: a key that others can read, and files that root has left behind",
    async () => {
      const { look, folder } = desk();
      expect(bad(await look(rights))).toEqual([]);
      chmodSync(path.join(folder, "site-key"), 0o644);
      chownSync(path.join(folder, "vault"), 1234, 1234);
      expect(bad(await look(rights))).toEqual(["rights fail", "rights fail"]);
    },
  );

  it("the site: a clock behind the log, a standard that is not there, holidays that are not known", async () => {
    const { look, clock } = desk();
    expect(bad(await look(site))).toEqual([]);
    clock.jumpWall(-2 * DAY_MS);
    expect(bad(await look(site))).toEqual(["site-clock fail"]);
    clock.jumpWall(320 * DAY_MS);
    expect(bad(await look(site))).toEqual(["site-holidays warn"]);

    const other = desk((demo) => ({ library: { ...demo.library, standard: "id.tidak-ada" } }));
    expect(bad(await other.look(site))).toEqual(["site-standard fail"]);
  });

  it("content: a damaged design", async () => {
    const { look, folder, store } = desk();
    const sha256 = store.designFiles.put(Buffer.from('{"a":1}'));
    expect(bad(await look(content))).toEqual([]);
    writeFileSync(path.join(folder, "designs", `${sha256}.json`), "{}");
    expect(bad(await look(content))).toEqual(["designs fail"]);
  });

  it("folders: one that cannot be written, by its setting", async () => {
    const file = path.join(temporaryFolder(), "file");
    writeFileSync(file, "");
    const { look } = desk((demo) => ({ reports: { ...demo.reports, folder: path.join(file, "reports") } }));
    const [found] = await look(folders);
    expect(found).toMatchObject({ outcome: "fail", what: expect.stringContaining("reports.folder") });
    expect(bad(await desk().look(folders))).toEqual([]);
  });

  it("the network: a site that does not answer, and a kiosk with another PC's address", async () => {
    const server = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/inlislite3/`;
    const proxied = (address: string) => (demo: Config) => ({
      proxy: { ...demo.proxy, enabled: true, url: address },
    });
    expect(bad(await desk(proxied(url)).look(network))).toEqual([]);
    expect(bad(await desk(proxied("http://127.0.0.1:1/")).look(network))).toEqual(["proxy fail"]);

    const kiosk = desk((demo) => ({ survey: { ...demo.survey, kiosk: true, address: "192.0.2.7" } }));
    expect(bad(await kiosk.look(network))).toEqual(["kiosk fail"]);
  });
});
