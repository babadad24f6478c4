import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

interface Ready {
  readonly port: number;
  readonly token?: string;
}

const QUIET = "--disable-warning=ExperimentalWarning";
/** Our own servers run as `titian run` does: package.json and the service unit give Node the same. */
const SHIPPED = "--max-semi-space-size=2";
const OURS = ["daemon", "desk", "wire"];

/** A server in a process of its own: client and server of a measurement must not share a thread. */
export interface ChildServer extends AsyncDisposable, Ready {
  readonly pid: number;
  /** The next thing it says. */
  message(): Promise<unknown>;
  /** Resident bytes after a full collection. */
  rss(): Promise<number>;
}

/** `file`: the same server from elsewhere, a bundle of it for one. */
export async function childServer(
  name: string,
  args: readonly string[] = [],
  file = fileURLToPath(new URL(`servers/${name}.ts`, import.meta.url)),
): Promise<ChildServer> {
  const execArgv = ["--expose-gc", QUIET, ...(OURS.includes(name) ? [SHIPPED] : [])];
  const child = fork(file, args, { execArgv });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`${name} ended with ${code}`);
  });
  const [ready] = (await Promise.race([once(child, "message"), failed])) as [Ready];
  failed.catch(() => undefined);
  const message = async (): Promise<unknown> => {
    const [said] = (await Promise.race([once(child, "message"), failed])) as [unknown];
    return said;
  };
  return {
    ...ready,
    pid: child.pid ?? 0,
    message,
    async rss() {
      child.send("rss");
      const { rss } = (await message()) as { readonly rss: number };
      return rss;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
