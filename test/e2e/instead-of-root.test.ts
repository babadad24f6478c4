import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { stringify } from "smol-toml";
import { describe, expect, it } from "vitest";
import { demoConfig } from "../../src/bridge/config/demo.ts";
import { newCaseId, opened, openTestStore, temporaryFolder } from "../store/test-store.ts";

const MAIN = path.resolve("src/bridge/main.ts");
/** The service's account: not root, and in no list of this machine. */
const SERVICE = 12_345;

/** A desk as the Debian package leaves it: settings of root's, records of the service's account. */
function installed() {
  const machine = temporaryFolder();
  chmodSync(machine, 0o755);
  const [settings, records, mine] = ["etc", "records", "root"].map((name) => path.join(machine, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(settings);
  mkdirSync(mine, { mode: 0o700 });
  mkdirSync(records, { mode: 0o750 });
  const { store, clock } = openTestStore(records);
  store.events.append([opened(newCaseId(clock)), opened(newCaseId(clock))]);
  store.close();
  const config = demoConfig({ folder: records, port: 0 });
  const file = path.join(settings, "titian.toml");
  writeFileSync(file, stringify({ ...config, log: { folder: path.join(records, "log") } }));
  giveAll(records);
  return { settings, records, mine, file };
}

function giveAll(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true }))
    lchownSync(path.join(folder, String(name)), SERVICE, SERVICE);
  chownSync(folder, SERVICE, SERVICE);
}

function titian(...words: readonly string[]): { readonly status: number | null; readonly told: string } {
  const env = { PATH: process.env["PATH"], LANG: "en_US.UTF-8" };
  const args = ["--disable-warning=ExperimentalWarning", MAIN, ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  return { status, told: `${stdout}${stderr}` };
}

const strangersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => lstatSync(path.join(folder, name)).uid !== SERVICE);

/** Each command is a process of its own. */
const WITHIN = { timeout: 120_000 };

describe.skipIf(process.getuid?.() !== 0)(
  "a command that root runs at a desk of the service's",
  WITHIN,
  () => {
    it("works as the service's account, and leaves nothing there that is root's", () => {
      const { records, file } = installed();
      expect(titian("backup", "--config", file)).toMatchObject({ status: 0 });
      expect(titian("operators", "list", "--config", file)).toMatchObject({ status: 0 });
      expect(titian("store", "rebuild", "--config", file)).toMatchObject({ status: 0 });
      expect(readdirSync(path.join(records, "backups"))).toHaveLength(1);
      expect(strangersIn(records)).toEqual([]);
    });

    it("follows no link that this account has put in the place of a folder", () => {
      const { records, mine, file } = installed();
      for (const name of ["log", "backups"]) {
        symlinkSync(mine, path.join(records, name));
        lchownSync(path.join(records, name), SERVICE, SERVICE);
      }
      const { status, told } = titian("backup", "--config", file);
      expect(status).toBe(70);
      expect(told).toContain('as the account "12345"');
      titian("operators", "list", "--config", file);
      expect(readdirSync(mine)).toEqual([]);
    });

    it("writes the file that its caller has named, also where the service may not", () => {
      const { mine, file } = installed();
      const zip = path.join(mine, "loket.zip");
      expect(titian("config", "export", zip, "--config", file).told).toContain(zip);
      const record = path.join(mine, "record.md");
      expect(titian("privacy", "record", "--to", record, "--config", file)).toMatchObject({ status: 0 });
      for (const written of [zip, record]) {
        expect(statSync(written)).toMatchObject({ uid: 0 });
        expect(statSync(written).size).toBeGreaterThan(500);
      }
      // What is there already is nobody's to overwrite.
      expect(titian("config", "export", zip, "--config", file)).toMatchObject({ status: 64 });
    });

    it("takes a desk's copy over: the settings are root's, the records the service's", () => {
      const { mine, file } = installed();
      const zip = path.join(mine, "loket.zip");
      titian("config", "export", zip, "--config", file);
      const next = installed();
      const fresh = path.join(next.settings, "next.toml");
      const store = path.join(next.records, "of-next");
      const names = ["--desk", "desk-7", "--config", fresh, "--store", store];
      const { told } = titian("config", "import", zip, "--yes", ...names);

      expect(told).toContain("desk-1");
      expect(readFileSync(fresh, "utf8")).toContain("desk-7");
      expect(statSync(fresh).uid).toBe(0);
      expect(existsSync(path.join(store, "titian.sqlite"))).toBe(true);
      expect(strangersIn(next.records)).toEqual([]);
    });
  },
);
