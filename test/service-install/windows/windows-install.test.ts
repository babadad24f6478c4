import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Ran } from "../../../service-install/host.ts";
import { logs, windowsLogs } from "../../../service-install/logs.ts";
import type { SystemProgram, WindowsDesk } from "../../../service-install/windows/desk.ts";
import { installOnWindows } from "../../../service-install/windows/install.ts";
import {
  windowsStatus,
  windowsStatusJson,
  windowsStatusText,
} from "../../../service-install/windows/status.ts";
import { uninstallFromWindows } from "../../../service-install/windows/uninstall.ts";

/** Windows as far as the installer sees it: which services and tasks there are, and what was asked. */
class FakeWindows implements WindowsDesk {
  readonly said: string[] = [];
  readonly ran: string[] = [];
  readonly data: string;
  service: { command: string; state: 1 | 4 } | undefined;
  hasTask = false;
  isAdministrator = true;

  constructor(data: string) {
    this.data = data;
  }

  say(line: string): void {
    this.said.push(line);
  }

  run(program: SystemProgram, args: readonly string[]): Ran {
    this.ran.push([program, ...args].join(" "));
    const changes = !/query|\/Query/.test(args[0] ?? "") && args[1] !== "/remove:g";
    if (changes && !this.isAdministrator) return { ok: false, code: 5, output: "Access is denied." };
    const [verb = ""] = args;
    if (program === "sc.exe") return this.#serviceControl(verb, args);
    if (program === "schtasks.exe") return this.#task(verb);
    if (program !== "reg.exe") return { ok: true, code: 0, output: "" };
    const line = `    ImagePath    REG_EXPAND_SZ    ${this.service?.command}\r\n`;
    return this.service
      ? { ok: true, code: 0, output: `\r\nHKEY…\r\n${line}` }
      : { ok: false, code: 1, output: "" };
  }

  #serviceControl(verb: string, args: readonly string[]): Ran {
    if (verb === "create") this.service = { command: args[3] ?? "", state: 1 };
    if (!this.service) return { ok: false, code: 1060, output: "" };
    if (verb === "config") this.service.command = args[3] ?? "";
    if (verb === "start" && this.service.state === 4) return { ok: false, code: 1056, output: "" };
    if (verb === "start") this.service.state = 4;
    if (verb === "stop") this.service.state = 1;
    if (verb === "delete") this.service = undefined;
    // As German Windows says it: the words are translated, the numbers are not.
    const state = this.service?.state === 4 ? "4  RUNNING" : "1  STOPPED";
    return {
      ok: true,
      code: 0,
      output: `        TYP                : 10  WIN32_OWN_PROCESS\r\n        STATUS             : ${state}\r\n`,
    };
  }

  #task(verb: string): Ran {
    if (verb === "/Create") this.hasTask = true;
    if (verb === "/Delete") this.hasTask = false;
    // Nobody is signed in: Windows takes the order, and nothing runs.
    return {
      ok: verb === "/Run" || verb === "/Create" || verb === "/Delete" || this.hasTask,
      code: 0,
      output: "",
    };
  }
}

let folder: string;
let app: string;
let pc: FakeWindows;
const wishes = () => ({ node: "C:\\Program Files\\Titian\\node.exe", app });
const install = (mode?: string, user?: string) =>
  installOnWindows(pc, wishes(), { mode, user, startsWithinMs: 0 });
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "titian-windows-"));
  app = path.join(folder, "app");
  mkdirSync(app);
  pc = new FakeWindows(path.join(folder, "data"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("Titian on Windows", () => {
  it("starts for whoever signs in, unless an administrator wants the service", async () => {
    await install();
    expect(pc.said).toEqual([
      `made ${pc.data}`,
      "made the logon task Titian",
      "Titian starts when somebody signs in",
    ]);
    expect(pc.service).toBeUndefined();

    pc.said.length = 0;
    await install();
    expect(pc.said).toEqual(["the logon task Titian is up to date", "Titian starts when somebody signs in"]);
  });

  it("has a task without a window, for every user of the PC, with no more than their rights", async () => {
    await install("session");
    const xml = readFileSync(path.join(app, "logon-task.xml")).toString("utf16le");
    expect(xml).toMatch(/^\ufeff<\?xml version="1.0" encoding="UTF-16"\?>/);
    expect(xml).toContain("<GroupId>S-1-5-32-545</GroupId><RunLevel>LeastPrivilege</RunLevel>");
    expect(xml).toMatch(/<Command>.*titian-agent\.exe<\/Command>/);
    expect(xml).toContain("<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>");
    expect(pc.ran).toContain(
      `icacls.exe ${pc.data} /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)M /q`,
    );
  });

  it("runs for one account alone where that is wished, keeps it through an update, and lets nobody else in", async () => {
    const xml = () => readFileSync(path.join(app, "logon-task.xml")).toString("utf16le");
    await install();
    await install("session", "LOKET-1\\petugas & co");
    expect(xml()).toContain(
      "<LogonTrigger><Enabled>true</Enabled><UserId>LOKET-1\\petugas &amp; co</UserId>",
    );
    expect(xml()).toContain("<LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel>");
    expect(xml()).not.toContain("S-1-5-32-545");
    const grant = `icacls.exe ${pc.data} /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F`;
    expect(pc.ran).toContain(`${grant} LOKET-1\\petugas & co:(OI)(CI)M /q`);
    expect(pc.ran).toContain(`icacls.exe ${pc.data} /remove:g *S-1-5-32-545 /q`);

    pc.ran.length = 0;
    await install();
    expect(pc.ran).toContain(`${grant} LOKET-1\\petugas & co:(OI)(CI)M /q`);
    expect((await windowsStatus(pc, app)).user).toBe("LOKET-1\\petugas & co");
    expect(windowsStatusJson(await windowsStatus(pc, app))).toBe(
      '{"hasTask":true,"isForOneUser":true,"service":null,"running":null}',
    );

    pc.ran.length = 0;
    await install("session", "everyone");
    expect(xml()).toContain("<GroupId>S-1-5-32-545</GroupId>");
    expect(pc.ran).toContain(`icacls.exe ${pc.data} /remove:g LOKET-1\\petugas & co /q`);
  });

  it("lets the account in that it was written otherwise for before: one name may be of two spellings", async () => {
    await install("session", "petugas");
    pc.ran.length = 0;
    await install("session", "LOKET-1\\petugas");
    const [last] = pc.ran.filter((line) => line.startsWith("icacls")).slice(-1);
    expect(pc.ran).toContain(`icacls.exe ${pc.data} /remove:g petugas /q`);
    expect(last).toContain("LOKET-1\\petugas:(OI)(CI)M");
  });

  it("refuses what is no account's name, and an account for the service, which has its own", async () => {
    for (const name of ["", "a:F", "*S-1-1-0", "100%"])
      await expect(install("session", name)).rejects.toThrow("--user wants");
    await expect(install("service", "petugas")).rejects.toThrow("--user goes with --mode session");
    expect(pc.ran.filter((line) => line.startsWith("icacls"))).toEqual([]);
  });

  it("becomes a service that starts again by itself, and its folder is closed to everybody else", async () => {
    await install("session");
    pc.said.length = 0;
    await install("service");
    expect(pc.said).toEqual([
      "removed the logon task Titian",
      "made the service Titian",
      "started the service Titian",
    ]);
    expect(pc.service?.command).toBe(
      `"C:\\Program Files\\Titian\\node.exe" --disable-warning=ExperimentalWarning "${path.win32.join(app, "service-install/windows/service-host.ts")}"`,
    );
    expect(pc.ran).toContain(
      "sc.exe failure Titian reset= 86400 actions= restart/5000/restart/30000/restart/60000",
    );
    expect(pc.ran).toContain(`icacls.exe ${pc.data} /remove:g *S-1-5-32-545 /q`);
    expect(existsSync(path.join(app, "logon-task.xml"))).toBe(false);
  });

  it("stays what it is when it is installed again without a wish", async () => {
    await install("service");
    pc.said.length = 0;
    await install();
    expect(pc.said).toEqual(["the service Titian is up to date", "the service Titian runs"]);
  });

  it("goes back from the service to the session", async () => {
    await install("service");
    pc.said.length = 0;
    await install("session");
    expect(pc.said).toEqual([
      "stopped the service Titian",
      "removed the service Titian",
      "made the logon task Titian",
      "Titian starts when somebody signs in",
    ]);
  });

  it("says what is missing without an administrator's rights, and changes nothing", async () => {
    pc.isAdministrator = false;
    await expect(install()).rejects.toThrow("it needs an administrator");
    expect(pc.hasTask).toBe(false);
    expect(existsSync(path.join(app, "logon-task.xml"))).toBe(false);
  });

  it("refuses another mode, and a folder that a service would read as something else", async () => {
    await expect(install("both")).rejects.toThrow("--mode wants one of session, service");
    app = path.join(folder, "100%");
    await expect(install("service")).rejects.toThrow("characters that a service does not take");
  });

  it("is removed without what a library would miss, also twice", async () => {
    await install("service");
    writeFileSync(path.join(pc.data, "titian.toml"), "");
    pc.said.length = 0;
    await uninstallFromWindows(pc, { app });
    await uninstallFromWindows(pc, { app });
    expect(pc.said).toEqual([
      "stopped the service Titian",
      "removed the service Titian",
      `kept ${pc.data}: it holds the library's records`,
      "nothing that starts Titian is installed",
    ]);
    expect(existsSync(path.join(pc.data, "titian.toml"))).toBe(true);
  });

  it("tells what starts it, whether it runs, and where its settings and its log are", async () => {
    const text = async () => windowsStatusText(pc, await windowsStatus(pc, app));
    expect(await text()).toMatch(
      /not installed: titian service install\nstate {4}nothing runs\nconfig {3}.*is missing/,
    );
    await install("service");
    expect(await text()).toContain("starts   service Titian (running)");
  });

  it("shows the last lines of its log, over the file that was put aside", () => {
    expect(() => windowsLogs(pc, { lines: 2 })).toThrow("nothing was written yet");
    mkdirSync(path.join(pc.data, "log"), { recursive: true });
    writeFileSync(path.join(pc.data, "log/service.1.log"), "one\ntwo\n");
    writeFileSync(path.join(pc.data, "log/service.log"), "three\n");
    windowsLogs(pc, { lines: 2 });
    expect(pc.said).toEqual(["two\nthree"]);
  });
});

describe("titian service logs on Linux", () => {
  it("asks systemd's journal, and reads the store's own log where there is none", () => {
    const asked: string[] = [];
    const said: string[] = [];
    const host = {
      ...{ root: folder, isImage: false, hasSystemd: true },
      run: (command: string, args: readonly string[]) => {
        asked.push([command, ...args].join(" "));
        return { ok: true, output: "started" };
      },
      say: (line: string) => void said.push(line),
    };
    logs(host, { lines: 50 });
    expect(asked).toEqual(["journalctl --unit titian.service --no-pager --lines 50"]);

    mkdirSync(path.join(folder, "var/lib/titian/log"), { recursive: true });
    writeFileSync(path.join(folder, "var/lib/titian/log/titian.log"), "a\nb\nc\n");
    logs({ ...host, hasSystemd: false }, { lines: 2 });
    expect(said).toEqual(["started", "b\nc"]);
  });
});
