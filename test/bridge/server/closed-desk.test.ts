import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closedDeskServer } from "../../../src/bridge/server/closed-desk.ts";

const CLOSED = { code: "STORE_CORRUPT", desk: "loket-1", titian: "0.1.0", newest: undefined } as const;

describe("the page of a closed desk", () => {
  let server: http.Server;
  let port: number;
  beforeEach(async () => {
    server = closedDeskServer(CLOSED);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = (path: string, headers: http.OutgoingHttpHeaders, method = "GET") =>
    new Promise<{ readonly status: number | undefined; readonly text: string }>((resolve, reject) => {
      const asking = http.request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        answer.on("end", () => resolve({ status: answer.statusCode, text }));
      });
      asking.on("error", reject).end();
    });

  it("is there under the desk's own names", async () => {
    expect(await ask("/health", {})).toMatchObject({ status: 503, text: expect.stringContaining("loket-1") });
    const page = await ask("/", { host: `localhost:${port}` });
    expect(page).toMatchObject({ status: 503, text: expect.stringContaining("titian restore") });
  });

  it("tells nothing to a rebound name, a page elsewhere, or whoever sends something", async () => {
    const refused = { text: '{"error":"refused"}' };
    expect(await ask("/health", { host: `evil.example.test:${port}` })).toEqual({ status: 421, ...refused });
    expect(await ask("/", { origin: "http://evil.example.test" })).toEqual({ status: 403, ...refused });
    expect(await ask("/health", { "sec-fetch-site": "cross-site" })).toEqual({ status: 403, ...refused });
    expect(await ask("/", {}, "POST")).toEqual({ status: 403, ...refused });
  });
});
