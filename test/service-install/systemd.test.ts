import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Host, hostAt } from "../../service-install/host.ts";
import { install } from "../../service-install/install.ts";
import { status, statusText } from "../../service-install/status.ts";
import { uninstall } from "../../service-install/uninstall.ts";
import { UNIT_FILE, unitText } from "../../service-install/unit.ts";

let root: string;
let said: string[];
let host: Host;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "titian-service-"));
  said = [];
  host = hostAt(root, (line) => said.push(line));
});
afterEach(() => rmSync(root, { recursive: true }));

const WISHES = { node: process.execPath, app: path.resolve(import.meta.dirname, "../..") };
const unit = (): string => readFileSync(path.join(root, UNIT_FILE), "utf8");

describe("the systemd service", () => {
  it("says exactly what an install changed, and nothing the second time", () => {
    install(host, WISHES);
    expect(said).toEqual(["would make the account titian", "made /etc/titian", `wrote ${UNIT_FILE}`]);

    said.length = 0;
    mkdirSync(path.join(root, "etc"), { recursive: true });
    writeFileSync(path.join(root, "etc/passwd"), "titian:x:990:990::/var/lib/titian:/usr/sbin/nologin\n");
    install(host, WISHES);
    expect(said).toEqual([`${UNIT_FILE} is up to date`]);
  });

  it("replaces a unit of an older version", () => {
    install(host, WISHES);
    writeFileSync(path.join(root, UNIT_FILE), "[Unit]\n");
    expect(status(host, WISHES).unit).toBe("different");

    install(host, WISHES);
    expect(said.at(-1)).toBe(`changed ${UNIT_FILE}`);
    expect(status(host, WISHES).unit).toBe("current");
  });

  it("asks only for device groups that this machine has", () => {
    mkdirSync(path.join(root, "etc"));
    writeFileSync(path.join(root, "etc/group"), "video:x:44:\ndialout:x:20:\n");
    install(host, WISHES);

    expect(unit()).toContain("SupplementaryGroups=video dialout\n");
  });

  it("is removed without what a library would miss", () => {
    install(host, WISHES);
    uninstall(host);
    uninstall(host);

    expect(existsSync(path.join(root, UNIT_FILE))).toBe(false);
    expect(existsSync(path.join(root, "etc/titian"))).toBe(true);
    expect(said.at(-2)).toMatch(/^kept /);
    expect(said.at(-1)).toBe("titian.service is not installed");
  });

  it("tells what is there and what is missing", () => {
    expect(statusText(status(host, WISHES))).toMatch(/not installed.*\n.*does not exist.*\n.*is missing/);
  });

  it("runs systemctl in order, and stops at the first that does not succeed", () => {
    const ran: string[] = [];
    const live = (ok: boolean): Host => ({
      root: "/",
      run: (command, args) => {
        ran.push([command, ...args].join(" "));
        return { ok, output: "no bus" };
      },
      say: (line) => said.push(line),
    });
    // Root "/" with a stand-in for commands would write to this machine; uninstalling what is not there does not.
    expect(existsSync(UNIT_FILE)).toBe(false);
    uninstall(live(false));

    expect(ran).toEqual([]);
    expect(said).toEqual(["titian.service is not installed"]);
  });

  it("does not restart after a wrong configuration, and is watched", () => {
    install(host, WISHES);

    expect(unit()).toMatch(/^Type=notify$/m);
    expect(unit()).toMatch(/^NotifyAccess=all$/m);
    expect(unit()).toMatch(/^WatchdogSec=60$/m);
    expect(unit()).toMatch(/^RestartPreventExitStatus=64$/m);
    expect(unit()).not.toContain("@");
  });

  it("refuses a path that systemd would split or expand", () => {
    expect(() => unitText({ ...WISHES, app: "/srv/perpustakaan kota", groups: [] })).toThrow(/systemd/);
    expect(() => unitText({ ...WISHES, app: "/srv/%h", groups: [] })).toThrow(/systemd/);
  });

  it("is a unit that systemd accepts", () => {
    install(host, WISHES);
    // A copy without the account, which exists only after a real install.
    const file = path.join(root, "titian.service");
    writeFileSync(file, unit().replace(/^(User|Group|SupplementaryGroups)=.*$/gm, ""));
    const verified = spawnSync("/usr/bin/systemd-analyze", ["verify", "--man=no", file], {
      encoding: "utf8",
    });

    expect(verified.stderr).not.toMatch(/titian\.service/);
    expect(verified.status).toBe(0);
  });
});
