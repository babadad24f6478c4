import { mkdtempSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import vm from "node:vm";
import { expect, it } from "vitest";
import { buildScript } from "../../../web/build-client.ts";

it("is one small classic script that needs nothing of Node", async () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), "titian-client-")), "titian-client.js");
  await buildScript("titian-client.js", file);
  const script = readFileSync(file, "utf8");
  expect(script.length).toBeLessThan(16_000);
  expect(script).not.toMatch(/require\(|\bprocess\b|node:|^import /m);

  const opened: string[] = [];
  class Socket {
    constructor(url: string) {
      opened.push(url);
    }
    addEventListener(): void {}
  }
  const page = vm.createContext({ WebSocket: Socket, setTimeout, clearTimeout, crypto });
  vm.runInContext(
    `${script}; new titian.TitianClient({ url: "ws://127.0.0.1:9700/ws", tokens: {}, language: "id" })`,
    page,
  );
  expect(opened).toEqual(["ws://127.0.0.1:9700/ws"]);
});
