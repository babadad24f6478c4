import { createHash } from "node:crypto";
import { createServer } from "node:net";
import process from "node:process";
import { TitianError } from "../../src/kernel/errors.ts";

/**
 * Linux and Windows let several programs read one scanner, and each would take every scan for its own. A name in the system's
 * own memory keeps two Titians apart, and vanishes with the process. Other programs are not kept out. macOS opens exclusively.
 * Rejects with `DEVICE_BUSY`.
 */
export async function holdDevice(path: string, platform = process.platform): Promise<AsyncDisposable> {
  const name = `titian-scanner-${createHash("sha256").update(path).digest("hex").slice(0, 32)}`;
  if (platform === "linux") return listen(`\0${name}`);
  if (platform === "win32") return listen(`\\\\.\\pipe\\${name}`);
  return { [Symbol.asyncDispose]: async () => undefined };
}

function listen(name: string): Promise<AsyncDisposable> {
  const server = createServer((visitor) => visitor.destroy()).unref();
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return new Promise((resolve, reject) => {
    // For as long as it listens: any program may call, and a call that cannot be taken is an error too.
    server.on("error", (cause) => reject(new TitianError("DEVICE_BUSY", { cause })));
    server.listen(name, () => resolve({ [Symbol.asyncDispose]: close }));
  });
}
