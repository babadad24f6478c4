import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dependenciesOf, madeOnce, run, unpackPackage } from "./debian-archive.ts";

export interface Kernel {
  /** As `uname -r` says it in the guest. */
  readonly release: string;
  /** Plain ELF: QEMU starts it by its PVH entry, without unpacking it under emulation. */
  readonly image: string;
  /** Holds `lib/modules`. */
  readonly root: string;
}

const XZ_MAGIC = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]);
const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);

/** Debian's own kernel, unpacked below the cache. The `cloud` one has neither USB nor cameras. */
export function debianKernel(cache: string): Kernel {
  const root = madeOnce(path.join(cache, "kernel"), (draft) => {
    const [image] = dependenciesOf("linux-image-amd64").filter((name) => /^linux-image-\d/.test(name));
    if (!image) throw new Error("linux-image-amd64 names no kernel");
    const release = image.slice("linux-image-".length);
    unpackPackage(image, draft);
    run("depmod", ["-b", draft, release]);
    writeFileSync(path.join(draft, "vmlinux"), elfOf(path.join(draft, "boot", `vmlinuz-${release}`)));
    writeFileSync(path.join(draft, "release"), release);
  });
  return {
    root,
    image: path.join(root, "vmlinux"),
    release: readFileSync(path.join(root, "release"), "utf8"),
  };
}

/** A bzImage carries the kernel as one xz stream somewhere in it. */
function elfOf(file: string): Buffer {
  const bzImage = readFileSync(file);
  for (let at = bzImage.indexOf(XZ_MAGIC); at >= 0; at = bzImage.indexOf(XZ_MAGIC, at + 1)) {
    // xz ends with a complaint about what follows the stream, after all of it came out.
    const { stdout } = spawnSync("xz", ["-dc"], {
      input: bzImage.subarray(at),
      maxBuffer: 512 * 1024 * 1024,
    });
    if (stdout.subarray(0, 4).equals(ELF_MAGIC)) return stdout;
  }
  throw new Error(`${file} holds no kernel that could be unpacked`);
}
