import { describe, expect, it } from "vitest";
import { assertPermitted, openFailure } from "../../../drivers/scanner-hid/open-failure.ts";

describe("why a scanner does not open", () => {
  it.each([
    [
      "Failed to open a device with path '/dev/hidraw0': No such file or directory",
      "linux",
      "DEVICE_NOT_CONNECTED",
    ],
    ["Failed to open a device with path '/dev/hidraw0': Permission denied", "linux", "DEVICE_NOT_PERMITTED"],
    [
      "hid_open_path: failed to open IOHIDDevice: (0xE00002C5) (iokit/common) exclusive access",
      "darwin",
      "DEVICE_BUSY",
    ],
    [
      "hid_open_path: failed to open IOHIDDevice: (0xE00002E2) (iokit/common) not permitted",
      "darwin",
      "DEVICE_NOT_PERMITTED",
    ],
    ["open_device: CreateFile: (0x00000005) Access is denied.", "win32", "DEVICE_BUSY"],
    ["could not open", "win32", "DEVICE_NOT_CONNECTED"],
  ] as const)("%s on %s is %s", (said, platform, code) => {
    expect(openFailure(new Error(said), platform).code).toBe(code);
  });

  it.each([
    ["EACCES", "DEVICE_NOT_PERMITTED"],
    ["EPERM", "DEVICE_NOT_PERMITTED"],
    ["ENOENT", "DEVICE_NOT_CONNECTED"],
  ])("asks the system first: %s is %s", async (errno, code) => {
    const refuse = async (): Promise<void> => {
      throw Object.assign(new Error(errno), { code: errno });
    };
    await expect(assertPermitted("/dev/hidraw0", refuse)).rejects.toMatchObject({ code });
  });

  it("asks nothing of a path that is no file", async () => {
    await assertPermitted("\\\\?\\HID#VID_0C2E&PID_0B6A");
  });

  it("does not find what is not there", async () => {
    await expect(assertPermitted("/dev/hidraw-no-such")).rejects.toMatchObject({
      code: "DEVICE_NOT_CONNECTED",
    });
  });
});
