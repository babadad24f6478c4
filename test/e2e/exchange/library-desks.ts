import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { TitianClient } from "../../../src/bridge/client/client.ts";
import type { Config } from "../../../src/bridge/config/schema.ts";
import { PRINTER } from "../../harness/clerk.ts";
import { DeskFolder } from "../../harness/daemon-process.ts";
import type { MariaDb } from "../../harness/mariadb.ts";

export const PASSWORD = "a-password-of-your-own";
const MAIN = path.resolve("src/bridge/main.ts");

/** A desk of the library: the demonstration's, with a name and a letter of its own and the shared database. */
export function deskOf(server: MariaDb, number: number): DeskFolder {
  return new DeskFolder((demo, folder): Config => {
    const passwordFile = path.join(folder, "exchange-password");
    writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
    const { exchange, desk } = demo;
    return {
      ...demo,
      desk: {
        ...{ ...desk, id: `desk-${number}`, title: `Loket ${number}`, others: [] },
        letter: "ABC".charAt(number - 1),
      },
      exchange: {
        ...exchange,
        host: server.host,
        port: server.port,
        passwordFile,
        everyMs: 500,
        budgetMs: 1_500,
      },
      devices: demo.devices.map((one) => (one.id === PRINTER ? { ...one, options: { printMs: 100 } } : one)),
    };
  });
}

/** `titian exchange …` at that desk, as a technician types it. */
export function titian(desk: DeskFolder, words: readonly string[], typed = ""): Promise<string> {
  const config = path.join(desk.folder, "titian.toml");
  const argv = ["--disable-warning=ExperimentalWarning", MAIN, ...words, "--config", config];
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: "en_US.UTF-8", LANG: "en_US.UTF-8" };
    const child = execFile(process.execPath, argv, { env }, (error, stdout, stderr) =>
      error ? reject(new Error(`titian ${words.join(" ")}: ${stderr}${stdout}`)) : resolve(stdout),
    );
    child.stdin?.end(typed);
  });
}

/** Asks again and again until the answer is as wanted; what is not there yet is not. */
export async function until<T>(
  ask: () => Promise<T>,
  isWanted: (answer: T) => boolean,
  withinMs = 60_000,
): Promise<T> {
  const limit = Date.now() + withinMs;
  let last: unknown;
  while (Date.now() < limit) {
    try {
      const answer = await ask();
      if (isWanted(answer)) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await pause(100);
  }
  throw new Error(
    `it did not come to that; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
  );
}

/** What the desk says of the others. */
export async function exchangeOf(client: TitianClient) {
  const { dependencies } = await client.call("desk.get", {});
  return dependencies.find(({ name }) => name === "exchange");
}
