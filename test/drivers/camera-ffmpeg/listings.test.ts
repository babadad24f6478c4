import { describe, expect, it } from "vitest";
import { streamArguments } from "../../../drivers/camera-ffmpeg/arguments.ts";
import { chooseMode, readDshowModes, readV4l2Modes } from "../../../drivers/camera-ffmpeg/camera-modes.ts";
import { readAvfoundationList, readDshowList } from "../../../drivers/camera-ffmpeg/listed-cameras.ts";

// Put together after what ffmpeg 4 to 7 print on such systems; the names and ids of devices are invented.
const DSHOW_5 = `[dshow @ 0000021e6c1d9c80] "Kamera Meja "Depan"" (video)
[dshow @ 0000021e6c1d9c80]   Alternative name "@device_pnp_\\\\?\\usb#vid_1bcf&pid_2b8a&mi_00#6&5f134b1&0&0000#{65e8773d-8f56-11d0-a3b9-00a0c9223196}\\global"
[dshow @ 0000021e6c1d9c80] "Virtual Camera" (none)
[dshow @ 0000021e6c1d9c80]   Alternative name "@device_sw_{860BB310-5D01-11D0-BD3B-00A0C911CE86}\\{1}"
[dshow @ 0000021e6c1d9c80] "Microphone (Desk)" (audio)
[dshow @ 0000021e6c1d9c80]   Alternative name "@device_cm_{33D9A762-90C8-11D0-BD43-00A0C911CE86}\\wave_{2}"
dummy: Immediate exit requested`;
const DSHOW_4 = `[dshow @ 000002a00a8395c0] DirectShow video devices (some may be both video and audio devices)\r
[dshow @ 000002a00a8395c0]  "720p Camera"\r
[dshow @ 000002a00a8395c0]     Alternative name "@device_pnp_\\\\?\\usb#vid_2232&pid_1083&mi_00#6"\r
[dshow @ 000002a00a8395c0] DirectShow audio devices\r
[dshow @ 000002a00a8395c0]  "Line in"\r
[dshow @ 000002a00a8395c0]     Alternative name "@device_cm_3"\r
dummy: Immediate exit requested\r
`;
const DSHOW_7 = `[in#0 @ 000002BB01A31980] "Desk Cam" (video)
[in#0 @ 000002BB01A31980]   Alternative name "@device_pnp_x"
Error opening input file dummy.`;

describe("the list of cameras", () => {
  it("is read from ffmpeg on Windows, in each shape that it had", () => {
    expect(readDshowList(DSHOW_5)).toEqual([
      { name: 'Kamera Meja "Depan"', path: expect.stringContaining("vid_1bcf&pid_2b8a") },
    ]);
    expect(readDshowList(DSHOW_4)).toEqual([
      { name: "720p Camera", path: expect.stringContaining("vid_2232&pid_1083") },
    ]);
    expect(readDshowList(DSHOW_7)).toEqual([{ name: "Desk Cam", path: "@device_pnp_x" }]);
  });

  it("is read from ffmpeg on macOS, without its screens and microphones", () => {
    const said = `[AVFoundation indev @ 0x143f04e50] AVFoundation video devices:
[AVFoundation indev @ 0x143f04e50] [0] Desk Camera [HD]
[AVFoundation indev @ 0x143f04e50] [1] Capture screen 0
[AVFoundation indev @ 0x143f04e50] AVFoundation audio devices:
[AVFoundation indev @ 0x143f04e50] [0] Desk Microphone
: Input/output error`;
    expect(readAvfoundationList(said)).toEqual([{ name: "Desk Camera [HD]", path: undefined }]);
  });

  it("is empty for anything else", () => {
    for (const read of [readDshowList, readAvfoundationList]) {
      expect(read("")).toEqual([]);
      expect(read("Unknown input format: 'dshow'")).toEqual([]);
    }
  });
});

const V4L2 = `[video4linux2,v4l2 @ 0x558c5c7d06c0] Raw       :     yuyv422 :           YUYV 4:2:2 : 640x480 1280x720 1920x1080 2304x1536
[video4linux2,v4l2 @ 0x558c5c7d06c0] Compressed:       mjpeg :          Motion-JPEG : 640x480 1920x1080 1280x720
[video4linux2,v4l2 @ 0x558c5c7d06c0] Compressed: Unsupported :                H.265 : 3840x2160
/dev/video0: Immediate exit requested`;
const any = { inputFormat: "auto", widthPx: 0, heightPx: 0 } as const;
const sized = (widthPx: number, heightPx: number) => ({ widthPx, heightPx });

describe("the choice of a format", () => {
  it("is MJPEG at its largest, whatever else the camera has", () => {
    const chosen = chooseMode(readV4l2Modes(V4L2), any);
    expect(chosen).toMatchObject({ format: "mjpeg", size: sized(1920, 1080) });
  });

  it("is the largest raw picture that a cable carries, where there is no MJPEG", () => {
    const raw = readV4l2Modes(V4L2).filter(({ format }) => format !== "mjpeg");
    expect(chooseMode(raw, any)).toMatchObject({ format: "yuyv422", size: sized(1920, 1080) });
  });

  it("is what the options say, also where the camera does not tell", () => {
    const offered = readV4l2Modes(V4L2);
    expect(chooseMode(offered, { ...any, ...sized(640, 480) })).toMatchObject({
      format: "mjpeg",
      size: sized(640, 480),
    });
    expect(chooseMode(offered, { ...any, inputFormat: "yuyv422", ...sized(1280, 720) })).toMatchObject({
      format: "yuyv422",
      size: sized(1280, 720),
    });
    expect(chooseMode([], { ...any, inputFormat: "mjpeg", ...sized(800, 600) })).toEqual({
      format: "mjpeg",
      size: sized(800, 600),
    });
    expect(chooseMode([], any)).toEqual({ format: undefined, size: undefined });
  });

  it("knows ranges of sizes, and what DirectShow prints", () => {
    const range =
      "[video4linux2,v4l2 @ 0xf0c] Raw       :     yuyv422 :  YUYV 4:2:2 : {32-2592, 2}x{32-1944, 2}\n";
    expect(readV4l2Modes(range)).toEqual([{ format: "yuyv422", ...sized(2592, 1944) }]);
    const dshow = `[in#0 @ 1]   pixel_format=yuyv422  min s=640x480 fps=5 max s=640x480 fps=30
[in#0 @ 1]   vcodec=mjpeg  min s=1280x720 fps=5 max s=1920x1080 fps=30 (pc, bt470bg/bt709/unknown, center)
[in#0 @ 1]   vcodec=unknown  min s=1280x720 fps=5 max s=1920x1080 fps=60.0002`;
    expect(readDshowModes(dshow)).toEqual([
      { format: "yuyv422", ...sized(640, 480) },
      { format: "mjpeg", ...sized(1920, 1080) },
    ]);
  });
});

describe("the arguments", () => {
  const name = `Kamera "Depan"; $(touch x) & 'b' | %PATH%`;
  const rates = { framesPerSecond: 15, previewWidthPx: 640 };
  const inputOf = (kind: "v4l2" | "dshow" | "avfoundation"): readonly string[] =>
    streamArguments({ kind, name }, { format: "mjpeg", size: sized(1280, 720) }, rates);

  it.each([
    ["v4l2", name],
    ["dshow", `video=${name}`],
    ["avfoundation", `${name}:none`],
  ] as const)("hold a camera's name on %s as one argument, whatever is in it", (kind, argument) => {
    const args = inputOf(kind);
    expect(args[args.indexOf("-i") + 1]).toBe(argument);
    expect(args.filter((one) => one.includes("touch"))).toHaveLength(1);
  });

  it("let a camera's own MJPEG through as it is, and compress what is raw", () => {
    expect(inputOf("v4l2")).toContain("copy");
    const raw = streamArguments({ kind: "v4l2", name }, { format: "yuyv422", size: undefined }, rates);
    expect(raw).not.toContain("copy");
  });
});
