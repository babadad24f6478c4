import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadConfig } from "../../../src/bridge/config/load.ts";
import type { RequestContext } from "../../../src/bridge/dispatch.ts";
import { setupHandlers } from "../../../src/bridge/handlers/setup.ts";
import { SILENT } from "../../../src/bridge/logging.ts";
import { errorText } from "../../../src/bridge/messages/text.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { temporaryFolder } from "../../store/test-store.ts";

const TOML = `[library]
standard = "id.lebak.pembuatan-kta"

[inlislite]
mode = "mysql"
host = "127.0.0.1"
port = PORT
user = "titian"
passwordFile = "secret"
`;

let servers: readonly Server[] = [];
let knocks: number[] = [];
beforeEach(async () => {
  knocks = [];
  servers = await Promise.all([listening(), listening()]);
});
afterEach(() => {
  for (const server of servers) server.close();
});

/** Somebody's program on this PC or in this network; it would ask for the password if it were spoken to. */
async function listening(): Promise<Server> {
  const server = createServer((socket) => {
    knocks.push(portOf(server));
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function desk() {
  const [own, other] = servers.map(portOf) as [number, number];
  const folder = temporaryFolder();
  const file = path.join(folder, "titian.toml");
  writeFileSync(file, TOML.replace("PORT", String(own)));
  writeFileSync(path.join(folder, "secret"), "s3rahasia\n", { mode: 0o600 });
  const config = loadConfig({ file, environment: {}, flags: new Map(), storeFolder: folder, drivers: [] });
  const handlers = setupHandlers({
    ...{ config, drivers: [], clock: new SystemClock(), log: SILENT },
    place: { file, isFirstRun: false, restart: () => undefined },
    store: { jobs: { unfinished: () => [] } } as never,
  });
  const context = {
    session: { language: "id" },
    signal: new AbortController().signal,
    afterReply: () => undefined,
  } as unknown as RequestContext;
  const server = (port: number, password: string | null) => ({
    ...{ host: "127.0.0.1", port, database: "inlislite_v3", user: "titian", password },
  });
  const write = (port: number, password: string | null) =>
    handlers["setup.write"](
      {
        desk: { id: "loket-1", title: "Loket 1" },
        library: { timeZone: "Asia/Jakarta", standard: "id.lebak.pembuatan-kta" },
        inlislite: server(port, password),
        proxy: { enabled: false, url: null },
      },
      context,
    );
  const look = (port: number, password: string | null) =>
    handlers["setup.tryDatabase"](server(port, password), context);
  return { own, other, file, folder, write, look };
}

describe("the password that is kept", () => {
  it("is tried at the server that it was typed for, and at no other that somebody names", async () => {
    const { own, other, look } = desk();
    const { findings } = await look(other, null);
    expect(errorText("SETUP_PASSWORD_NEEDED", "id")).toBe(`${findings[0]?.what} ${findings[0]?.mend}`);
    expect(knocks).toEqual([]);
    await look(own, null);
    expect(new Set(knocks)).toEqual(new Set([own]));
    await look(other, "typed");
    expect(knocks).toContain(other);
  });

  it("is said to be unreadable where it is, and no other is tried in its place", async () => {
    const { own, folder, look } = desk();
    rmSync(path.join(folder, "secret"));
    const { findings } = await look(own, null);
    expect(findings).toMatchObject([{ outcome: "fail", what: expect.stringContaining("secret: ENOENT") }]);
    expect(knocks).toEqual([]);
  });

  it("does not go with a new server into titian.toml, whose next start would send it there", async () => {
    const { other, own, file, folder, write } = desk();
    const before = readFileSync(file, "utf8");
    await expect(write(other, null)).rejects.toMatchObject({ code: "SETUP_PASSWORD_NEEDED" });
    expect(readFileSync(file, "utf8")).toBe(before);
    await write(own, null);
    await write(other, "typed");
    expect(readFileSync(path.join(folder, "secret"), "utf8")).toBe("typed\n");
  });
});
