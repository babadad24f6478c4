import { connect, createServer, type Socket } from "node:net";
import os from "node:os";
import path from "node:path";
import process from "node:process";

/** What the supervisor says to anybody who may look. */
export interface Supervised {
  readonly state: "starting" | "running" | "waiting" | "stopping";
  /** Of the daemon it last started. */
  readonly version: string;
  readonly restarts: number;
}

/**
 * One for the whole PC, whoever is signed in. Windows lets its owner, administrators and the system write to it, and everybody
 * else only read.
 */
export const CONTROL =
  process.platform === "win32"
    ? String.raw`\\.\pipe\titian-supervisor`
    : path.join(os.tmpdir(), "titian-supervisor");
const STOP = "stop\n";

const LEAVE = "leave\n";

export interface Control {
  /** `isForAll`: those who wait for their turn are to go too, because somebody has asked for the stop. */
  close(options: { readonly isForAll: boolean }): void;
}

/** Resolves to undefined while another supervisor has it. `stop`: somebody who may has asked. */
export function takeControl(
  name: string,
  { state, stop }: { readonly state: () => Supervised; readonly stop: () => void },
): Promise<Control | undefined> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => open.delete(socket));
    socket.write(`${JSON.stringify(state())}\n`);
    let heard = "";
    socket.setEncoding("utf8").on("data", (part: string) => {
      heard = (heard + part).slice(0, STOP.length);
      if (heard === STOP) stop();
    });
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      // A pipe of another user is EACCES.
      ["EADDRINUSE", "EACCES"].includes(error.code ?? "") ? resolve(undefined) : reject(error),
    );
    server.listen(name, () =>
      resolve({
        close({ isForAll }) {
          server.close();
          // Whoever has asked for the stop waits for this.
          for (const socket of open) {
            if (isForAll) socket.end(LEAVE);
            else socket.destroy();
          }
        },
      }),
    );
  });
}

/** Resolves when the supervisor that has it is gone: to true where everybody is to go, to false where the place is free. */
export function waitForTurn(name: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name);
    let heard = "";
    const go = (): void => void socket.destroy();
    signal.addEventListener("abort", go, { once: true });
    socket.setEncoding("utf8").on("data", (part: string) => {
      heard = (heard + part).slice(-LEAVE.length);
    });
    socket.on("error", () => undefined);
    socket.once("close", () => {
      signal.removeEventListener("abort", go);
      resolve(heard === LEAVE);
    });
  });
}

/** What runs here; undefined where nothing does. */
export async function lookAtSupervisor(name: string, withinMs: number): Promise<Supervised | undefined> {
  const answer = await talk(name, undefined, withinMs);
  return answer === undefined ? undefined : (JSON.parse(answer) as Supervised);
}

/** True once it has stopped and let go; false where nothing runs. Throws when it does not obey within the budget. */
export async function stopSupervisor(name: string, withinMs: number): Promise<boolean> {
  return (await talk(name, STOP, withinMs)) !== undefined;
}

/** Its first line, after the word's effect where there is one: the other end closes when it is done. */
function talk(name: string, word: string | undefined, withinMs: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(name);
    let heard = "";
    const tooLate = setTimeout(() => {
      reject(new Error(`the running Titian did not ${word ? "stop" : "answer"} within ${withinMs / 1000} s`));
      socket.destroy();
    }, withinMs);
    const settle = (value: string | undefined): void => {
      clearTimeout(tooLate);
      socket.destroy();
      resolve(value);
    };
    socket.setEncoding("utf8").on("data", (part: string) => {
      heard = (heard + part).slice(0, 1000);
      if (!word && heard.includes("\n")) settle(heard.split("\n")[0]);
    });
    socket.once("connect", () => word && socket.write(word));
    socket.once("close", () => settle(heard === "" ? undefined : heard.split("\n")[0]));
    socket.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ECONNREFUSED") settle(undefined);
      else if (word && error.code === "EPERM")
        reject(new Error("only an administrator, or who started it, may stop it"));
      // Broken off while it ends is its end; `close` follows.
    });
  });
}
