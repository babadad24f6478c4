import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";

const VIVID = "/sys/bus/platform/drivers/vivid";

/** The kernel's own camera for tests. Pulling it is taking its driver away. */
export const vivid = {
  node: "/dev/video0",
  unplug: (): void => writeFileSync(`${VIVID}/unbind`, "vivid.0"),
  plug: (): void => writeFileSync(`${VIVID}/bind`, "vivid.0"),
  get isPlugged(): boolean {
    return existsSync("/dev/video0");
  },
} as const;

/** v4l2loopback: a camera that shows our own picture, in MJPEG as real webcams do. */
export class PictureCamera implements AsyncDisposable {
  static readonly node = "/dev/video9";
  readonly #picture: string;
  #feeder: ChildProcess | undefined;

  constructor(picture: string) {
    this.#picture = picture;
  }

  show(): void {
    const input = ["-re", "-loop", "1", "-framerate", "5", "-i", this.#picture];
    // The picture as it is: under emulation, compressing it again would take longer than a frame lasts.
    const output = ["-c:v", "copy", "-f", "v4l2", PictureCamera.node];
    this.#feeder = spawn("ffmpeg", ["-nostdin", "-v", "error", ...input, ...output], { stdio: "ignore" });
  }

  freeze(): void {
    this.#feeder?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#feeder?.kill("SIGCONT");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#feeder?.kill("SIGKILL");
  }
}
