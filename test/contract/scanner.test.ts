import { onTestFinished } from "vitest";
import { Pty } from "../harness/pty.ts";
import { makeDevice } from "./make-device.ts";
import { describeScanner } from "./scanner.contract.ts";

describeScanner("simulator", async () => {
  const device = await makeDevice("simulator-scanner");
  return {
    device,
    scan: (text) => device.capability("simulation.scan")!.scan(text),
    unplug: () => device.capability("simulation")!.simulate(["unplug"]),
  };
});

describeScanner("scanner-serial over a pseudo-terminal", async () => {
  const pty = await Pty.start();
  const device = await makeDevice("scanner-serial", { path: pty.path });
  onTestFinished(() => pty[Symbol.asyncDispose]());
  return { device, scan: (text) => pty.send(`]C0${text}\r`), unplug: () => void pty.unplug() };
});
