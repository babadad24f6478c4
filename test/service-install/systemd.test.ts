import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Host, hostAt } from "../../service-install/host.ts";
import { install } from "../../service-install/install.ts";
import { status, statusText } from "../../service-install/status.ts";
import { uninstall } from "../../service-install/uninstall.ts";
import { RULES_FILE, UNIT_FILE, unitText } from "../../service-install/unit.ts";

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
    expect(said).toEqual([
      "would make the account titian",
      "made /etc/titian",
      ...[`wrote ${UNIT_FILE}`, `wrote ${RULES_FILE}`],
    ]);

    said.length = 0;
    mkdirSync(path.join(root, "etc"), { recursive: true });
    writeFileSync(path.join(root, "etc/passwd"), "titian:x:990:990::/var/lib/titian:/usr/sbin/nologin\n");
    install(host, WISHES);
    expect(said).toEqual([`${UNIT_FILE} is up to date`, `${RULES_FILE} is up to date`]);
  });

  it("lets the service open scanners of known makers, and nobody else", () => {
    install(host, WISHES);
    const rules = readFileSync(path.join(root, RULES_FILE), "utf8");
    const lines = rules.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(
        /^SUBSYSTEM=="hidraw", ATTRS\{idVendor\}=="[0-9a-f]{4}", MODE="0660", GROUP="titian"$/,
      );
    }
  });

  it("replaces a unit of an older version", () => {
    install(host, WISHES);
    writeFileSync(path.join(root, UNIT_FILE), "[Unit]\n");
    expect(status(host, WISHES).unit).toBe("different");

    install(host, WISHES);
    expect(said).toContain(`changed ${UNIT_FILE}`);
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
    expect(existsSync(path.join(root, RULES_FILE))).toBe(false);
    expect(existsSync(path.join(root, "etc/titian"))).toBe(true);
    expect(said.at(-2)).toMatch(/^kept /);
    expect(said.at(-1)).toBe("titian.service is not installed");
  });

  it("tells what is there and what is missing", () => {
    expect(statusText(status(host, WISHES))).toMatch(/not installed.*\n.*does not exist.*\n.*is missing/);
  });

  describe("on a running machine", () => {
    let ran: string[];
    /** The same folder as root, with systemd's part written down instead of done. */
    const running = (fails?: string): Host => ({
      root,
      isImage: false,
      hasSystemd: true,
      run: (command, args) => {
        ran.push([command, ...args].join(" "));
        return { ok: command !== fails, output: "no bus" };
      },
      say: (line) => said.push(line),
    });
    const configure = (): void => {
      mkdirSync(path.join(root, "etc/titian"), { recursive: true });
      writeFileSync(path.join(root, "etc/titian/titian.toml"), "");
    };
    beforeEach(() => {
      ran = [];
    });

    it("makes the account, enables the service and starts it, with a configuration or with the wizard that writes one", () => {
      install(running(), WISHES);
      expect(ran.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
        "useradd --system",
        "chgrp titian",
        ...["udevadm control", "udevadm trigger"],
        "systemctl daemon-reload",
        "systemctl enable",
        "systemctl restart",
      ]);
      expect(said.at(-1)).toMatch(/http:\/\/localhost:9700\/mulai .*titian init$/);

      configure();
      install(running(), WISHES);
      expect(ran.at(-1)).toBe("systemctl start titian.service");
    });

    it("restarts a running service only when its unit has changed", () => {
      configure();
      install(running(), WISHES);

      expect(ran.at(-1)).toBe("systemctl restart titian.service");
    });

    it("stops at the first thing that does not succeed, and says which", () => {
      configure();

      expect(() => install(running("useradd"), WISHES)).toThrow(/account "titian" could not be made: no bus/);
      expect(() => install(running("systemctl"), WISHES)).toThrow(/systemctl daemon-reload did not succeed/);
    });

    it("writes everything and starts nothing in a container, where systemd does not run", () => {
      configure();
      const container = { ...running(), hasSystemd: false };
      install(container, WISHES);

      expect(ran.filter((line) => line.startsWith("systemctl"))).toEqual([]);
      expect(said.at(-1)).toBe("not started: systemd does not run here");
      uninstall({ ...running("systemctl"), hasSystemd: false });
      expect(existsSync(path.join(root, UNIT_FILE))).toBe(false);
    });

    it("does not forget a service that could not be stopped", () => {
      configure();
      install(running(), WISHES);

      expect(() => uninstall(running("systemctl"))).toThrow(/could not be stopped/);
      expect(existsSync(path.join(root, UNIT_FILE))).toBe(true);
    });
  });

  it("does not restart after a wrong configuration, and is watched", () => {
    install(host, WISHES);

    expect(unit()).toMatch(/^Type=notify$/m);
    expect(unit()).toMatch(/^NotifyAccess=all$/m);
    expect(unit()).toMatch(/^WatchdogSec=60$/m);
    expect(unit()).toMatch(/^RestartPreventExitStatus=64$/m);
    // A placeholder that nobody filled in.
    expect(unit()).not.toMatch(/@[A-Z]+@/);
  });

  it("runs as a script of its own, for the day when the rest is broken", () => {
    const run = (verb: string) =>
      spawnSync(process.execPath, [`service-install/${verb}.ts`, "--root", root], {
        cwd: WISHES.app,
        encoding: "utf8",
      });

    expect(run("install").stdout).toContain(`wrote ${UNIT_FILE}`);
    expect(run("status").stdout).toContain("is up to date");
    expect(run("uninstall").stdout).toContain(`removed ${UNIT_FILE}`);
    expect(existsSync(path.join(root, UNIT_FILE))).toBe(false);
  });

  it("starts through the launcher, which knows what version this desk is on, and begins anew when the daemon asks", () => {
    expect(unitText({ ...WISHES, groups: [] })).toContain(
      ` ${WISHES.app}/service-install/versions/launch.ts run --config /etc/titian/titian.toml\n`,
    );
    expect(unitText({ ...WISHES, groups: [] })).toMatch(/^RestartForceExitStatus=75$/m);
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
