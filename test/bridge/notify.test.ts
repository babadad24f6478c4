import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SignsOfLife } from "../../src/bridge/notify.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";

let folder: string;
let receiver: ChildProcess;
let heard = "";
let socket: string;

const LISTEN = `
  socket(my $s, AF_UNIX, SOCK_DGRAM, 0) or die;
  bind($s, pack_sockaddr_un($ARGV[0])) or die;
  $| = 1;
  while (defined recv($s, my $message, 4096, 0)) { print "$message\\n" }
`;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "titian-notify-"));
  socket = path.join(folder, "notify");
  heard = "";
  // The far end of what systemd itself opens: a unix datagram socket, which Node cannot listen on either. Reading
  // without room for descriptors closes the one that systemd-notify sends along to know that it was heard.
  receiver = spawn("/usr/bin/perl", ["-MSocket", "-e", LISTEN, socket], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  receiver.stdout?.on("data", (chunk) => {
    heard += chunk;
  });
  await expect.poll(() => existsSync(socket)).toBe(true);
});
afterEach(() => {
  receiver.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

const notifier = (more: Record<string, string> = {}, log = new SilentLog(), clock = new ManualClock()) =>
  new SignsOfLife({
    environment: { PATH: process.env["PATH"], NOTIFY_SOCKET: socket, ...more },
    clock,
    log,
  });

describe("systemd", () => {
  it("hears READY when the daemon serves and STOPPING once when it ends", async () => {
    const systemd = notifier();
    await systemd.start();
    await systemd.stop();
    await systemd.stop();

    await expect.poll(() => heard).toContain("STOPPING=1");
    expect(heard.match(/READY=1/g)).toHaveLength(1);
    expect(heard.match(/STOPPING=1/g)).toHaveLength(1);
    expect(heard).not.toContain("WATCHDOG");
  });

  it("is told before a start that takes long, so that it is waited for", async () => {
    await notifier().takesLonger(600_000);
    await expect.poll(() => heard).toContain("EXTEND_TIMEOUT_USEC=600000000");
  });

  it("is fed at half the watchdog's limit, and not after the stop", async () => {
    const clock = new ManualClock();
    const systemd = notifier(
      { WATCHDOG_USEC: "60000000", WATCHDOG_PID: String(process.pid) },
      undefined,
      clock,
    );
    const meals = () => heard.match(/WATCHDOG=1/g)?.length ?? 0;
    await systemd.start();
    await expect.poll(() => [meals(), clock.sleepers]).toEqual([1, 1]);

    await clock.advance(29_999);
    expect(clock.sleepers).toBe(1);
    await clock.advance(1);
    await expect.poll(() => [meals(), clock.sleepers]).toEqual([2, 1]);

    await systemd.stop();
    expect(clock.sleepers).toBe(0);
  });

  it("leaves a watchdog alone that waits for another process", async () => {
    const clock = new ManualClock();
    await notifier({ WATCHDOG_USEC: "60000000", WATCHDOG_PID: "1" }, undefined, clock).start();

    expect(clock.sleepers).toBe(0);
  });

  it("is not looked for when nobody listens", async () => {
    const log = new SilentLog();
    await notifier({ NOTIFY_SOCKET: "", PATH: "/nowhere" }, log).start();

    expect(log.lines).toEqual([]);
  });

  it("that cannot be told is a warning, not a failed start", async () => {
    const log = new SilentLog();
    await notifier({ PATH: "/nowhere" }, log).start();

    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ["warn", "systemd cannot be told"],
    ]);
  });
});

describe("the supervisor of Windows", () => {
  let said: unknown[];
  let channel: { connected: boolean; send: NonNullable<NodeJS.Process["send"]> };
  beforeEach(() => {
    said = [];
    channel = { connected: true, send: (message: unknown) => said.push(message) > 0 };
  });
  const signs = (environment: Record<string, string>, clock = new ManualClock()) =>
    new SignsOfLife({ environment, channel, clock, log: new SilentLog() });

  it("hears the same words over its channel, at half of what it allows", async () => {
    const clock = new ManualClock();
    const life = signs({ WATCHDOG_USEC: "60000000" }, clock);
    await life.takesLonger(600_000);
    await life.start();
    await clock.advance(29_999);
    expect(said).toEqual(["EXTEND_TIMEOUT_USEC=600000000", "READY=1", "WATCHDOG=1"]);
    await clock.advance(1);
    expect(said.slice(3)).toEqual(["WATCHDOG=1"]);

    await life.stop();
    await life.stop();
    expect(said.slice(4)).toEqual(["STOPPING=1"]);
    expect(clock.sleepers).toBe(0);
  });

  it("hears nothing where it does not say how long it waits: it is from before there were signs of life", async () => {
    await signs({}).start();
    // A systemd's, which waits for a process around this one.
    await signs({ WATCHDOG_USEC: "60000000", WATCHDOG_PID: "1" }).start();
    expect(said).toEqual([]);
  });

  it("is not told any more once it has let go of the channel to ask for the stop", async () => {
    const life = signs({ WATCHDOG_USEC: "60000000" });
    await life.start();
    channel.connected = false;
    await life.stop();
    expect(said).toEqual(["READY=1", "WATCHDOG=1"]);
  });
});
