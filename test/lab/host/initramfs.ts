import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "./debian-archive.ts";
import type { Kernel } from "./kernel.ts";

/** What reaches the host's files over virtio, and lays a writable layer over them. */
const FIRST_MODULES = ["virtio_pci", "9pnet_virtio", "9p", "overlay", "configfs"];

const FOLDER = 0o040755;
const PROGRAM = 0o100755;

/** Busybox, the init script and the modules that the guest needs before it sees the host's files. */
export function writeInitramfs(file: string, kernel: Kernel): void {
  const modules = firstModules(kernel);
  const order = modules.map((module) => path.basename(module)).join("\n");
  const init = path.resolve(import.meta.dirname, "../guest/init");
  writeFileSync(
    file,
    Buffer.concat([
      ...["bin", "proc", "sys", "dev", "m"].map((name) => entry(name, FOLDER)),
      entry("bin/busybox", PROGRAM, readFileSync("/bin/busybox")),
      entry("init", PROGRAM, readFileSync(init)),
      entry("modules.order", PROGRAM, Buffer.from(order)),
      ...modules.map((module) => entry(`m/${path.basename(module)}`, PROGRAM, readFileSync(module))),
      entry("TRAILER!!!", 0),
    ]),
  );
}

/** In the order in which they load. */
function firstModules({ root, release }: Kernel): readonly string[] {
  const asked = FIRST_MODULES.flatMap((name) =>
    run("modprobe", ["-d", root, "-S", release, "--show-depends", name]).toString().split("\n"),
  );
  const files = asked.flatMap((line) => /^insmod (\S+)/.exec(line)?.[1] ?? []);
  return [...new Set(files)];
}

let inode = 1;

/** One entry of a cpio archive in the "newc" format, the only one the kernel takes. */
function entry(name: string, mode: number, content: Uint8Array = Buffer.alloc(0)): Buffer {
  const numbers = [inode++, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
  const header = `070701${numbers.map((number) => number.toString(16).padStart(8, "0")).join("")}${name}\0`;
  return Buffer.concat([padded(Buffer.from(header)), padded(content)]);
}

const padded = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
