import { onTestFinished } from "vitest";
import { FakeHid, posReports } from "../drivers/scanner-hid/fake-hid.ts";
import { makeHidScanner } from "../drivers/scanner-hid/make-hid-scanner.ts";
import { KEYBOARD, Plugs, SCANNER } from "../drivers/scanner-wedge/plugs.ts";
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

describeScanner("scanner-hid over a fake HID library", async () => {
  const hid = new FakeHid();
  hid.plug();
  const device = await makeHidScanner(hid);
  return { device, scan: (text) => hid.send(...posReports(text)), unplug: () => hid.unplug() };
});

describeScanner("scanner-wedge, with scans as a page tells them and plugs in the test's hand", async () => {
  const usb = new Plugs(KEYBOARD, SCANNER);
  const device = await makeDevice("scanner-wedge", { usb: "usb:0c2e:0b61" }, { usb });
  const heard = (text: string): void => device.capability("scanner.page")!.heard(text);
  return { device, scan: (text) => heard(`]C0${text}`), unplug: () => usb.pull(SCANNER) };
});
