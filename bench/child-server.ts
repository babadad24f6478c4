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
const OURS = ["daemon", "wire"];

/** A server in a process of its own: client and server of a measurement must not share a thread. */
export interface ChildServer extends AsyncDisposable, Ready {
  readonly pid: number;
  /** Resident bytes after a full collection. */
  rss(): Promise<number>;
}

export async function childServer(name: string): Promise<ChildServer> {
  const file = fileURLToPath(new URL(`servers/${name}.ts`, import.meta.url));
  const child = fork(file, { execArgv: ["--expose-gc", QUIET, ...(OURS.includes(name) ? [SHIPPED] : [])] });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`${name} ended with ${code}`);
  });
  const [ready] = (await Promise.race([once(child, "message"), failed])) as [Ready];
  failed.catch(() => undefined);
  return {
    ...ready,
    pid: child.pid ?? 0,
    async rss() {
      child.send("rss");
      const [answer] = (await once(child, "message")) as [{ readonly rss: number }];
      return answer.rss;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
