import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findOn, foundIn } from "../../../drivers/camera-ffmpeg/find.ts";
import { findFfmpeg } from "../../../drivers/camera-ffmpeg/find-ffmpeg.ts";
import { troubleSaid, troubleWith } from "../../../drivers/camera-ffmpeg/trouble.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { UsbDevice } from "../../../src/devices/index.ts";
import { never, temporaryFolder } from "../../contract/make-device.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { FakeFfmpeg } from "./fake-ffmpeg.ts";

describe("the reason for no picture", () => {
  it.each([
    [
      "[video4linux2,v4l2 @ 0x1] Cannot open video device /dev/video9: No such file or directory",
      "not-connected",
    ],
    ["[video4linux2,v4l2 @ 0x1] ioctl(VIDIOC_DQBUF): No such device", "not-connected"],
    ["[dshow @ 01] Could not find video device with name [x]\nvideo=x: I/O error", "not-connected"],
    ["[video4linux2,v4l2 @ 0x1] ioctl(VIDIOC_STREAMON): Device or resource busy", "in-use-elsewhere"],
    [
      "[dshow @ 01] Could not run graph (sometimes caused by a device already in use by other application)",
      "in-use-elsewhere",
    ],
    ["/dev/video0: Permission denied", "not-permitted"],
    ["[video4linux2,v4l2 @ 0x1] Not a video capture device.", "wrong-format"],
    ["[dshow @ 01] Could not set video options\nvideo=x: I/O error", "wrong-format"],
    ["[AVFoundation indev @ 0x7f] Selected video size (1x1) is not supported by the device.", "wrong-format"],
    ["Cannot find a proper format for codec 'mjpeg' (id 7), pixel format 'none' (id -1)", "wrong-format"],
  ])("is read from %j", (words, reason) => {
    expect(troubleSaid(words)?.reason).toBe(reason);
  });

  it("is not made up where ffmpeg names none", () => {
    expect(troubleSaid("")).toBeUndefined();
    expect(troubleSaid("x: Input/output error")).toBeUndefined();
  });

  it.each([
    ["ENOENT", "not-connected"],
    ["ENODEV", "not-connected"],
    ["EACCES", "not-permitted"],
    ["EBUSY", "in-use-elsewhere"],
  ])("is %s of the camera's file where there is one", async (code, reason) => {
    const look = () => Promise.reject(Object.assign(new Error(code), { code }));
    expect((await troubleWith({ kind: "v4l2", name: "/dev/video0" }, look))?.reason).toBe(reason);
  });

  it("is that there is no camera, where a plain file lies in its place", async () => {
    const file = path.join(temporaryFolder(), "video0");
    writeFileSync(file, "");
    expect((await troubleWith({ kind: "v4l2", name: file }))?.reason).toBe("not-connected");
    expect(await troubleWith({ kind: "v4l2", name: "/dev/null" })).toBeUndefined();
    expect(await troubleWith({ kind: "dshow", name: file })).toBeUndefined();
  });
});

describe("the way to ffmpeg", () => {
  it("leads through PATH, past what is no program and what is relative", async () => {
    const { folder, file } = new FakeFfmpeg("steady");
    const other = temporaryFolder();
    mkdirSync(path.join(other, "ffmpeg"));
    const env = { PATH: `.:bin:${other}:/nowhere:${folder}` };
    expect(await findFfmpeg({ platform: "linux", env }, undefined)).toBe(file);
    expect(await findFfmpeg({ platform: "linux", env: { PATH: other } }, undefined)).toBeUndefined();
    chmodSync(file, 0o644);
    expect(await findFfmpeg({ platform: "linux", env }, undefined)).toBeUndefined();
  });

  it("is the configured one or none", async () => {
    const { folder, file } = new FakeFfmpeg("steady");
    const machine = { platform: "linux", env: { PATH: folder } } as const;
    expect(await findFfmpeg({ ...machine, env: {} }, file)).toBe(file);
    expect(await findFfmpeg(machine, "/nowhere/ffmpeg")).toBeUndefined();
  });
});

describe("the search for cameras", () => {
  const webcam: UsbDevice = {
    ...{ vendorId: "1bcf", productId: "2b8a", serial: undefined, port: "1-1.2", manufacturer: "Maker" },
    ...{ product: "Desk Camera", classes: [0x0e], nodes: ["/dev/video0", "/dev/video1"] },
  };
  const around = { clock: new SystemClock(), log: new SilentLog(), usb: [webcam] };

  it("finds on Linux what takes pictures, on USB by its selector and else by its file", async () => {
    const { folder } = new FakeFfmpeg("steady");
    const nodes = [
      ["video0", "Desk Camera: Desk Camera", "0"],
      ["video1", "Desk Camera: Desk Camera", "1"],
      ["video10", "vivid-000-vid-cap", "0"],
    ] as const;
    for (const [node, name, index] of nodes) {
      const home = path.join(folder, "class/video4linux", node);
      mkdirSync(home, { recursive: true });
      writeFileSync(path.join(home, "name"), `${name}\n`);
      writeFileSync(path.join(home, "index"), `${index}\n`);
    }
    const find = findOn({ platform: "linux", env: { PATH: folder }, sysfs: folder });
    expect(await find(around, never)).toEqual([
      { title: "Desk Camera: Desk Camera", options: { device: "usb:1bcf:2b8a@1-1.2" }, usb: webcam },
      { title: "vivid-000-vid-cap", options: { device: "/dev/video10" }, usb: undefined },
    ]);
  });

  it("finds on macOS what ffmpeg lists", async () => {
    const ffmpeg = new FakeFfmpeg("steady");
    ffmpeg.list(
      "[AVFoundation indev @ 0x1] AVFoundation video devices:\n[AVFoundation indev @ 0x1] [0] Desk Camera\n",
    );
    const find = findOn({ platform: "darwin", env: { PATH: ffmpeg.folder }, sysfs: ffmpeg.folder });
    expect(await find(around, never)).toEqual([
      { title: "Desk Camera", options: { device: "Desk Camera" }, usb: webcam },
    ]);
  });

  it("tells twins apart by their paths on Windows", () => {
    const paths = ["@device_pnp_usb#vid_1bcf&pid_2b8a#1", "@device_pnp_usb#vid_9999&pid_0001#2"];
    const found = foundIn(
      paths.map((one) => ({ name: "Desk Camera", path: one })),
      [webcam],
    );
    expect(found.map(({ options, usb }) => [options["device"], usb])).toEqual([
      [paths[0], webcam],
      [paths[1], undefined],
    ]);
  });

  it("offers nothing that cannot be driven for want of ffmpeg", async () => {
    const find = findOn({ platform: "linux", env: { PATH: "/nowhere" }, sysfs: "/sys" });
    expect(await find(around, never)).toEqual([]);
  });
});
