import { describe, expect, it } from "vitest";
import { udevRuleFor } from "../../../src/bridge/flows/udev-rule.ts";

const usb = {
  ...{ vendorId: "0c2e", productId: "0b6a", serial: undefined, port: "1-1", classes: [3], nodes: [] },
  ...{ manufacturer: `Honey"well`, product: "$(reboot)" },
};

describe("the udev rule for a device that may not be opened", () => {
  it("names the model, and none of the device's own words", () => {
    expect(udevRuleFor({ address: "/dev/hidraw3", usb })).toBe(
      'SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0c2e", ATTRS{idProduct}=="0b6a", MODE="0660", GROUP="titian"',
    );
    expect(udevRuleFor({ address: "/dev/usb/lp0", usb })).toContain('SUBSYSTEM=="usbmisc"');
  });

  it("names one port where there is no USB device: a whole subsystem would hand over every console", () => {
    expect(udevRuleFor({ address: "/dev/ttyS0" })).toBe(
      'SUBSYSTEM=="tty", KERNEL=="ttyS0", MODE="0660", GROUP="titian"',
    );
    expect(udevRuleFor({ address: '/dev/tty", RUN+="x' })).toBeNull();
  });

  it("is missing where no rule would help", () => {
    expect(udevRuleFor({ address: "192.168.1.20:9100" })).toBeNull();
    expect(udevRuleFor({})).toBeNull();
  });
});
