import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { ConfigError } from "../../kernel/schema.ts";

/** A file for a technician to take away, opened by whoever typed its name and filled by whoever reads the store. */
export interface NewFile {
  readonly file: string;
  /** Once; on the disk or the stick when it returns. */
  write(bytes: Uint8Array | string): void;
}

const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_WRONLY } = constants;

/** For its owner alone; one that is there is never overwritten, unless it is empty: an earlier try came to nothing. */
export function newFile(to: string): NewFile {
  const file = path.resolve(to);
  const handle = opened(file);
  return {
    file,
    write(bytes) {
      try {
        writeFileSync(handle, bytes);
        fsyncSync(handle);
      } catch (error) {
        leaveNothing(file, handle);
        throw notWritten(file, error);
      } finally {
        closeSync(handle);
      }
    },
  };
}

function opened(file: string): number {
  try {
    return openSync(file, O_WRONLY | O_CREAT | O_EXCL, 0o600);
  } catch (error) {
    const empty = (error as NodeJS.ErrnoException).code === "EEXIST" ? emptyFile(file) : undefined;
    if (empty !== undefined) return empty;
    throw notWritten(file, error);
  }
}

function emptyFile(file: string): number | undefined {
  let handle: number;
  try {
    handle = openSync(file, O_WRONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch {
    return undefined;
  }
  const stat = fstatSync(handle);
  const isOurs = stat.isFile() && stat.size === 0 && stat.uid === (process.getuid?.() ?? stat.uid);
  if (isOurs) return handle;
  closeSync(handle);
  return undefined;
}

/** Half of it would be in the way of the next try, and say what it should not. Where its name cannot be taken away, its content can. */
function leaveNothing(file: string, handle: number): void {
  ftruncateSync(handle, 0);
  try {
    rmSync(file, { force: true });
  } catch {
    // Root's folder, and this is not root any more.
  }
}

function notWritten(file: string, error: unknown): ConfigError {
  const { code } = error as NodeJS.ErrnoException;
  const why = code === "EEXIST" ? "already exists and is left as it is" : `cannot be written (${code})`;
  return new ConfigError(file, [why], { cause: error });
}
