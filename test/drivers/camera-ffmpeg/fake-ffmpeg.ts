import { appendFileSync, chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../contract/make-device.ts";
import { smallJpeg } from "./small-jpeg.ts";

/** What it does once it is asked for pictures; the code runs in a process of its own. */
const BEHAVIOURS = {
  steady: "setInterval(both, 10);",
  freezing: "both(); both(); setTimeout(both, 50); setInterval(() => {}, 1000);",
  garbage: "setInterval(() => { for (const fd of [1, 3]) write(fd, crypto.randomBytes(20_000)); }, 5);",
  nothing: "process.exit(0);",
  chatter: "setInterval(() => write(2, 'deprecated pixel format used\\n'.repeat(500)), 1);",
  stubborn: "process.on('SIGTERM', () => {}); setInterval(both, 10);",
  /** As the real one does when the cable is pulled: it ends in order. */
  pulled: "setInterval(() => { if (fs.existsSync(folder + '/pulled')) process.exit(0); both(); }, 10);",
  /** The small pictures go on, the whole ones do not come. */
  halved: "setInterval(() => write(3, small), 10);",
  busy: "write(2, '[video4linux2,v4l2 @ 0x1] ioctl(VIDIOC_STREAMON): Device or resource busy\\n'); process.exit(1);",
} as const;

interface Run {
  readonly pid: number;
  readonly args: readonly string[];
}

/** An ffmpeg that misbehaves as told, and a camera's file for it to read. */
export class FakeFfmpeg {
  readonly folder = temporaryFolder();
  readonly file = path.join(this.folder, "ffmpeg");
  /** A character device that anybody may open. */
  readonly node: string;

  constructor(behaviour: keyof typeof BEHAVIOURS, nodeName = "video0") {
    this.node = path.join(this.folder, nodeName);
    symlinkSync("/dev/null", this.node);
    this.become(behaviour);
  }

  /** From the next start on. */
  become(behaviour: keyof typeof BEHAVIOURS): void {
    const whole = smallJpeg({ widthPx: 1280, heightPx: 720 }).toString("base64");
    const small = smallJpeg({ widthPx: 640, heightPx: 360 }).toString("base64");
    const source = `#!${process.execPath}
const fs = require("node:fs");
const crypto = require("node:crypto");
const folder = ${JSON.stringify(this.folder)};
const args = process.argv.slice(2);
fs.appendFileSync(folder + "/runs", JSON.stringify({ pid: process.pid, args }) + "\\n");
if (args.some((arg) => arg.startsWith("-list_"))) {
  const listed = folder + "/listed";
  process.stderr.write(fs.existsSync(listed) ? fs.readFileSync(listed) : "", () => process.exit(1));
} else {
  const whole = Buffer.from("${whole}", "base64");
  const small = Buffer.from("${small}", "base64");
  const write = (fd, bytes) => {
    try { fs.writeSync(fd, bytes); } catch (error) { if (error.code !== "EAGAIN") process.exit(1); }
  };
  const both = () => { write(1, whole); write(3, small); };
  ${BEHAVIOURS[behaviour]}
}
`;
    writeFileSync(this.file, source);
    chmodSync(this.file, 0o755);
  }

  /** What it says when it is asked for devices or formats. */
  list(text: string): void {
    writeFileSync(path.join(this.folder, "listed"), text);
  }

  pull(): void {
    appendFileSync(path.join(this.folder, "pulled"), "");
  }

  /** Every start that was to deliver pictures. */
  get streams(): readonly Run[] {
    const runs = path.join(this.folder, "runs");
    if (!existsSync(runs)) return [];
    const lines = readFileSync(runs, "utf8").trim().split("\n");
    return lines.map((line): Run => JSON.parse(line)).filter(({ args }) => args.includes("-map"));
  }

  get isRunning(): boolean {
    return this.streams.some(({ pid }) => isAlive(pid));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // ESRCH: gone, and its parent has been told.
    return false;
  }
}
