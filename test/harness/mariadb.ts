import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import mysql, { type SqlValue } from "mysql2/promise";
import type { InlisliteVersion } from "../../src/inlislite/member.ts";
import { freePort } from "./free-port.ts";
import { createInlislite, type TestInlislite } from "./inlislite-database.ts";

export interface MariaDb {
  readonly host: string;
  readonly port: number;
  /** May do everything; for preparing and for looking, never for what is being tested. */
  readonly root: { readonly user: string; readonly password: string };
  /** One or several statements as root, with the sql_mode of INLISLite's own connection: none. */
  run(sql: string, options?: RunOptions): Promise<unknown>;
  /** An invented library: true tables, 200 members, and a user with exactly our own grants. */
  createInlislite(version: InlisliteVersion): Promise<TestInlislite>;
  /** Alive, and deaf: the kernel still accepts connections. */
  pause(): void;
  resume(): void;
  /** SIGKILL: nothing is said to the clients. */
  kill(): Promise<void>;
  /** After `kill`: the same data on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface RunOptions {
  readonly database?: string;
  readonly values?: readonly SqlValue[];
}

const HOST = "127.0.0.1";
/** Debian puts servers where a user's PATH does not look. */
const ENV = { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/usr/local/sbin`, LC_ALL: "C" };

/** A private MariaDB: own data, own socket, a free port on the loopback. Gone when the process is. */
export async function startMariaDb(): Promise<MariaDb> {
  const home = mkdtempSync(path.join(tmpdir(), "titian-mariadb-"));
  let server: ChildProcess | undefined;
  const abandon = (): void => {
    server?.kill("SIGKILL");
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once("exit", abandon);

  await install(home);
  const port = await freePort();
  server = await serve(home, port);
  const root = { user: "titian_root", password: randomBytes(12).toString("hex") };
  const socket = await mysql.createConnection({ socketPath: path.join(home, "sql"), user: "root" });
  await socket.query("CREATE USER ?@? IDENTIFIED BY ?", [root.user, HOST, root.password]);
  await socket.query("GRANT ALL ON *.* TO ?@? WITH GRANT OPTION", [root.user, HOST]);
  await socket.end();

  const run = async (sql: string, { database, values = [] }: RunOptions = {}): Promise<unknown> => {
    const place = { host: HOST, port, ...root, ...(database === undefined ? {} : { database }) };
    const connection = await mysql.createConnection({
      ...place,
      charset: "utf8mb4",
      multipleStatements: true,
    });
    try {
      await connection.query("SET SESSION sql_mode = ''");
      const [answer] = await connection.query(mysql.format(sql, [...values]));
      return answer;
    } finally {
      await connection.end();
    }
  };

  return {
    host: HOST,
    port,
    root,
    run,
    createInlislite: (version) => createInlislite(run, { host: HOST, port }, version),
    pause: () => void server?.kill("SIGSTOP"),
    resume: () => void server?.kill("SIGCONT"),
    kill: () => end(server, "SIGKILL"),
    restart: async () => {
      server = await serve(home, port);
    },
    stop: async () => {
      server?.kill("SIGCONT");
      await end(server, "SIGTERM");
      process.off("exit", abandon);
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function install(home: string): Promise<void> {
  const installer = spawn(
    "mariadb-install-db",
    [
      "--no-defaults",
      `--datadir=${path.join(home, "data")}`,
      ...["--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve", ...asUser()],
    ],
    { stdio: "ignore", env: ENV },
  );
  const [code] = await once(installer, "exit");
  if (code !== 0) throw new Error(`mariadb-install-db ended with ${code}`);
}

async function serve(home: string, port: number): Promise<ChildProcess> {
  const server = spawn(
    "mariadbd",
    [
      "--no-defaults",
      `--datadir=${path.join(home, "data")}`,
      `--socket=${path.join(home, "sql")}`,
      `--pid-file=${path.join(home, "pid")}`,
      `--port=${port}`,
      ...[`--bind-address=${HOST}`, "--skip-networking=0", "--skip-name-resolve", ...asUser()],
      // Small and quick; what is committed survives `kill`, though not a power cut.
      ...["--innodb-buffer-pool-size=32M", "--innodb-flush-log-at-trx-commit=2", "--performance-schema=OFF"],
    ],
    { stdio: ["ignore", "ignore", "pipe"], env: ENV },
  );
  const lines: string[] = [];
  for await (const line of createInterface({ input: server.stderr })) {
    lines.push(line);
    if (!line.includes("ready for connections")) continue;
    server.stderr.resume();
    return server;
  }
  throw new Error(`mariadbd did not start:\n${lines.slice(-20).join("\n")}`);
}

async function end(server: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, "exit");
  server.kill(signal);
  await exited;
}

/** MariaDB refuses to run as root unless it is told to. */
function asUser(): readonly string[] {
  return process.getuid?.() === 0 ? ["--user=root"] : [];
}
