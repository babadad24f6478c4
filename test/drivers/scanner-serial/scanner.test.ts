import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { type ConfiguredDevice, DeviceSupervisor } from "../../../src/devices/index.ts";
import type { Clock } from "../../../src/kernel/clock.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { Pty } from "../../harness/pty.ts";
import { SilentLog } from "../../harness/silent-log.ts";

describe("scanner-serial over a pseudo-terminal", () => {
  let pty: Pty;
  beforeEach(async () => {
    pty = await Pty.start();
    return () => pty[Symbol.asyncDispose]();
  });

  async function opened(options: Record<string, unknown> = {}, clock: Clock = new SystemClock()) {
    const device = await makeDevice("scanner-serial", { path: pty.path, ...options }, { clock });
    await device.open(never);
    return { device, texts: listen(device) };
  }
  function listen(device: ConfiguredDevice): string[] {
    const texts: string[] = [];
    device.events.on("scanned", ({ text, symbology }) =>
      texts.push(symbology ? `${symbology} ${text}` : text),
    );
    return texts;
  }

  it.each([
    ["cr", "A-1\rB-2\r"],
    ["cr", "A-1\r\nB-2\r\n"],
    ["lf", "A-1\nB-2\n"],
    ["lf", "A-1\r\nB-2\r\n"],
    ["crlf", "A-1\r\nB-2\r\n"],
    ["tab", "A-1\tB-2\t"],
  ])("with the terminator %s reads two codes out of %j", async (terminator, bytes) => {
    const { texts } = await opened({ terminator });
    pty.send(bytes);
    await expect.poll(() => texts).toEqual(["A-1", "B-2"]);
  });

  it("without a terminator ends a code after a silence, and not in the middle of it", async () => {
    const clock = new ManualClock();
    const { texts, device } = await opened({ terminator: "none" }, clock);
    const atRest = clock.sleepers;
    pty.send("2611");
    await expect.poll(() => clock.sleepers).toBe(atRest + 1);
    await clock.advance(100);
    pty.send("0000412");
    // The second piece begins the silence anew, so only the way it ends can be waited for.
    await expect.poll(() => clock.advance(10).then(() => texts)).toEqual(["26110000412"]);
    await device.close();
    expect(clock.sleepers).toBe(0);
  });

  it("puts a code together that arrives byte by byte", async () => {
    const { texts } = await opened();
    for (const byte of "]C026110000412\r") pty.send(byte);
    await expect.poll(() => texts).toEqual(["]C0 26110000412"]);
  });

  it("throws away what is longer than any code, and reads the next one", async () => {
    const { texts } = await opened();
    pty.send(`${"x".repeat(3_000)}\rA-1\r`);
    await expect.poll(() => texts).toEqual(["A-1"]);
  });

  it("outlives 10 MB of binary garbage without an end, and reads the next code", async () => {
    const { texts, device } = await opened();
    const garbage = randomBytes(10 * 1024 * 1024).map((byte) => (byte === 0x0d ? 0x0e : byte));
    await pty.pour(garbage);
    pty.send("\rA-1\r");
    await expect.poll(() => texts, { timeout: 20_000 }).toEqual(["A-1"]);
    expect(device.health.level).toBe("ok");
  }, 30_000);

  it("says that another program holds the port", async () => {
    await opened();
    const second = await makeDevice("scanner-serial", { path: pty.path });
    await expect(second.open(never)).rejects.toMatchObject({ code: "DEVICE_BUSY" });
  });

  it("says not connected for a port that is not there, by path and by USB id", async () => {
    for (const path of ["/dev/titian-no-such-port", "usb:0c2e:ffff", "usb:0c2e:ffff@1-1.2"]) {
      const device = await makeDevice("scanner-serial", { path });
      await expect(device.open(never), path).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
      expect(device.health.reasons).toEqual(["not-connected"]);
    }
  });

  it("tells where it is", async () => {
    const { device } = await opened();
    expect([device.model, device.about]).toEqual([`Serial scanner at ${pty.path}`, { address: pty.path }]);
  });

  it("is opened again by the supervisor when the cable comes back, and reads on", async () => {
    const device = await makeDevice("scanner-serial", { path: pty.path });
    const texts = listen(device);
    const supervisor = new DeviceSupervisor([device], new SystemClock(), new SilentLog());
    await supervisor.start(never);
    await supervisor.firstAttempts();
    pty.send("A-1\rhalf a co");
    await expect.poll(() => texts).toEqual(["A-1"]);

    await pty.unplug();
    await expect.poll(() => device.health.reasons).toEqual(["not-connected"]);
    await pty.plug();
    await expect.poll(() => device.health.level).toBe("ok");
    pty.send("B-2\r");
    await expect.poll(() => texts).toEqual(["A-1", "B-2"]);
    await supervisor.stop();
  });

  it("can be closed in any state, and leaves nothing waiting", async () => {
    const clock = new ManualClock();
    const { device } = await opened({}, clock);
    await pty.unplug();
    await device.close();
    await device.close();
    expect([device.health.reasons, clock.sleepers]).toEqual([["not-connected"], 0]);
  });
});
