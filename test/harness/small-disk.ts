import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const CHUNK_BYTES = 1024 * 1024;

/** A disk of its own in memory, which can be filled up without hurting anybody. Needs root. */
export class SmallDisk implements Disposable {
  readonly folder: string;

  constructor(folder: string, kilobytes: number) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    if (!mount(folder, kilobytes)) throw new Error("a disk cannot be mounted here");
  }

  /** To the last byte, but for so many kilobytes. */
  fill(leftKilobytes = 0): void {
    const some = Buffer.alloc(CHUNK_BYTES);
    try {
      for (;;) appendFileSync(this.#ballast, some);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
    if (leftKilobytes > 0) truncateSync(this.#ballast, statSync(this.#ballast).size - leftKilobytes * 1024);
  }

  makeRoom(): void {
    rmSync(this.#ballast);
  }

  /** As a share that was mounted the wrong way round. */
  makeReadOnly(): void {
    spawnSync("mount", ["-o", "remount,ro", this.folder]);
  }

  get #ballast(): string {
    return path.join(this.folder, "ballast");
  }

  [Symbol.dispose](): void {
    unmount(this.folder);
  }
}

/** False for anybody but root, and in a container that may not. */
export function mayMountDisks(): boolean {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-disk-"));
  const may = mount(folder, 16) && unmount(folder);
  rmSync(folder, { recursive: true, force: true });
  return may;
}

function mount(folder: string, kilobytes: number): boolean {
  const argv = ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder];
  return process.platform === "linux" && spawnSync("mount", argv).status === 0;
}

const unmount = (folder: string): boolean => spawnSync("umount", ["--lazy", folder]).status === 0;
