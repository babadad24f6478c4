import { describe, expect, it } from "vitest";
import {
  isSelected,
  parseUsbSelector,
  USB_SELECTOR,
  type UsbDevice,
  usbSelectorFor,
} from "../../src/devices/index.ts";

const scanner: UsbDevice = {
  ...{ vendorId: "0c2e", productId: "0b61", serial: "21345A", port: "1-1.2" },
  ...{ manufacturer: "Honeywell", product: "Scanner", classes: [3], nodes: ["/dev/hidraw0"] },
};

describe("USB selectors", () => {
  it("name a device by its serial number, and by its socket when it tells none", () => {
    expect(usbSelectorFor(scanner)).toBe("usb:0c2e:0b61:21345A");
    expect(usbSelectorFor({ ...scanner, serial: undefined })).toBe("usb:0c2e:0b61@1-1.2");
  });

  it("fall back on the socket where a twin has the same serial number", () => {
    const twin = { ...scanner, port: "1-1.3" };
    expect(usbSelectorFor(scanner, [scanner, twin])).toBe("usb:0c2e:0b61@1-1.2");
    expect(usbSelectorFor(scanner, [scanner, { ...twin, serial: "B" }])).toBe("usb:0c2e:0b61:21345A");
  });

  it("fall back on the socket for a serial number that no configuration file could hold", () => {
    expect(usbSelectorFor({ ...scanner, serial: "�\u0003@" })).toBe("usb:0c2e:0b61@1-1.2");
  });

  it.each([
    ["usb:0c2e:0b61", true],
    ["usb:0c2e:0b61:21345A", true],
    ["usb:0c2e:0b61@1-1.2", true],
    ["usb:0c2e:0b61:21345B", false],
    ["usb:0c2e:0b61@1-1.3", false],
    ["usb:05e0:0b61", false],
  ])("%s selects this scanner: %s", (text, isMeant) => {
    expect(isSelected(parseUsbSelector(text)!, scanner)).toBe(isMeant);
  });

  it.each([
    "/dev/ttyACM0",
    "usb:0C2E:0B61",
    "usb:c2e:b61",
    "usb:0c2e:0b61@",
    "usb:0c2e:0b61:",
    "tcp://1.2.3.4",
  ])("%s is no selector", (text) => {
    expect(parseUsbSelector(text)).toBeUndefined();
    expect(new RegExp(`^${USB_SELECTOR}$`).test(text)).toBe(false);
  });

  it("round-trip through the option's own pattern", () => {
    for (const device of [scanner, { ...scanner, serial: undefined }, { ...scanner, serial: "A B/3+#" }]) {
      const selector = usbSelectorFor(device);
      expect(new RegExp(`^${USB_SELECTOR}$`).test(selector)).toBe(true);
      expect(isSelected(parseUsbSelector(selector)!, device)).toBe(true);
    }
  });
});
