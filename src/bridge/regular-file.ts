import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/** A pipe that nobody writes to would keep whoever opens it; Windows knows no such flag, and no such pipe in a folder. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Open for reading; undefined for a folder, a pipe, a socket or a device. Throws the system's own errors. */
export async function openRegular(file: string, moreFlags = 0): Promise<FileHandle | undefined> {
  const handle = await open(file, AT_ONCE | moreFlags).catch(noneForStranger);
  if (!handle || (await handle.stat()).isFile()) return handle;
  await handle.close();
  return undefined;
}

/** All of it, as text; undefined for what is no regular file, or more than so many bytes. */
export async function textOfRegular(file: string, mostBytes: number): Promise<string | undefined> {
  await using handle = await openRegular(file);
  if (!handle || (await handle.stat()).size > mostBytes) return undefined;
  return await handle.readFile("utf8");
}

/** The same for a command that waits for it anyway, as bytes. */
export function bytesOfRegular(file: string, mostBytes: number): Uint8Array | undefined {
  const handle = handleOf(file);
  if (handle === undefined) return undefined;
  try {
    const stat = fstatSync(handle);
    return stat.isFile() && stat.size <= mostBytes ? readFileSync(handle) : undefined;
  } finally {
    closeSync(handle);
  }
}

function handleOf(file: string): number | undefined {
  try {
    return openSync(file, AT_ONCE);
  } catch (error) {
    return noneForStranger(error as NodeJS.ErrnoException);
  }
}

/** A socket cannot even be opened. */
function noneForStranger(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENXIO" || error.code === "EISDIR") return undefined;
  throw error;
}
