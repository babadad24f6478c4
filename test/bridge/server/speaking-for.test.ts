import { describe, expect, it } from "vitest";
import { CLOSE } from "../../../src/bridge/protocol/limits.ts";
import { type Listening, listen } from "./listening-server.ts";
import { codeOf, type RawPage } from "./raw-page.ts";

const LIBRARY = "http://203.0.113.10";

/** A socket of the daemon's own bridge window, which names the page that opened it. */
async function bridgeFor(desk: Listening, origin: unknown, token: string | null = null) {
  const page = await desk.page();
  return { page, answer: await page.start(token, "id", { origin }) };
}

/** The token that a page of this origin holds once the operator has allowed it. */
async function tokenOf(desk: Listening, origin: string): Promise<string> {
  const { page, answer } = await bridgeFor(desk, origin);
  desk.pairing.approve(String(answer["code"]));
  const { token } = await page.next("session.paired");
  return String(token);
}

const isRefused = async ({ page, answer }: { readonly page: RawPage; readonly answer: object }) =>
  codeOf(answer as never) === "SESSION_REFUSED" && (await page.closed) === CLOSE.refused;

describe("the bridge window, speaking for the page that opened it", () => {
  it("waits for the operator's word like the page itself would, under the page's name", async () => {
    await using desk = await listen();
    const { page, answer } = await bridgeFor(desk, LIBRARY);
    expect(answer).toMatchObject({ type: "session.pairing" });
    expect(desk.pairing.list()).toMatchObject([{ origin: LIBRARY, state: "waiting" }]);
    desk.pairing.approve(String(answer["code"]));
    const { token } = await page.next("session.paired");

    const back = await bridgeFor(desk, LIBRARY, String(token));
    expect(back.answer).toMatchObject({ type: "session.opened", isConsole: false });
    expect(desk.server.sessions).toMatchObject([{ origin: LIBRARY, isConsole: false }]);
  });

  it("has the page's token in common with the page's own socket", async () => {
    await using desk = await listen();
    const token = await tokenOf(desk, LIBRARY);
    const direct = await desk.page({ origin: LIBRARY });
    expect(await direct.start(token)).toMatchObject({ type: "session.opened", isConsole: false });
  });

  it("may and hears what the page may and hears: nothing of the console's", async () => {
    await using desk = await listen();
    const { page } = await bridgeFor(desk, LIBRARY, await tokenOf(desk, LIBRARY));
    await page.ask("events.resume", { cursor: null });
    for (const command of ["pairing.list", "pairing.approve", "pairing.revoke"])
      expect(codeOf(await page.ask(command, command.endsWith("list") ? {} : { code: "0000" }))).toMatch(
        /CONSOLE_ONLY|BAD_REQUEST/,
      );
    desk.hub.publish("pairing.changed", { pairings: [] });
    await page.ask("system.ping");
    expect(page.messages).toEqual([]);
  });

  it("is shut out with the page when the operator takes the right back", async () => {
    await using desk = await listen();
    const { page } = await bridgeFor(desk, LIBRARY, await tokenOf(desk, LIBRARY));
    desk.pairing.revoke(LIBRARY);
    expect(await page.closed).toBe(CLOSE.revoked);
  });

  it("counts as a stranger among strangers while it is one", async () => {
    await using desk = await listen({ limits: { strangers: 2 } });
    await bridgeFor(desk, "http://203.0.113.1");
    await desk.page({ origin: "http://203.0.113.2" });
    const third = await bridgeFor(desk, "http://203.0.113.3");
    expect(codeOf(third.answer)).toBe("TOO_MANY_REQUESTS");
    expect(await third.page.closed).toBe(CLOSE.tooMany);
  });

  it("has no more sockets than one page may have", async () => {
    await using desk = await listen({ limits: { sessionsPerOrigin: 2 } });
    const token = await tokenOf(desk, LIBRARY);
    await bridgeFor(desk, LIBRARY, token);
    await desk.page({ origin: LIBRARY });
    const third = await bridgeFor(desk, LIBRARY, token);
    expect(codeOf(third.answer)).toBe("TOO_MANY_REQUESTS");
  });
});

describe("an origin in session.open", () => {
  it("is refused from every page that is not the daemon's own, its own name included", async () => {
    await using desk = await listen();
    const token = await tokenOf(desk, LIBRARY);
    const proxied = `inlis.localhost:${desk.server.port}`;
    for (const settings of [
      { origin: LIBRARY },
      { origin: "http://evil.example" },
      { origin: "http://127.0.0.1:8080" },
      { origin: `http://${proxied}` },
    ])
      for (const given of [token, null, desk.server.consoleToken]) {
        const page = await desk.page(settings);
        const answer = await page.start(given, "id", { origin: LIBRARY });
        expect(await isRefused({ page, answer }), settings.origin).toBe(true);
        await desk.clock.advance(10_000);
      }
  });

  it("never is the console's, by whatever name and with whatever token", async () => {
    await using desk = await listen();
    const { port, consoleToken } = desk.server;
    for (const own of [`http://127.0.0.1:${port}`, `http://localhost:${port}`])
      for (const token of [consoleToken, null])
        expect(await isRefused(await bridgeFor(desk, own, token)), own).toBe(true);
  });

  it("is never spoken for with the console's token, nor with another page's", async () => {
    await using desk = await listen();
    const foreign = await tokenOf(desk, "http://203.0.113.99");
    const own = await tokenOf(desk, LIBRARY);
    expect(await isRefused(await bridgeFor(desk, LIBRARY, desk.server.consoleToken))).toBe(true);
    expect(await isRefused(await bridgeFor(desk, LIBRARY, foreign))).toBe(true);
    expect(await isRefused(await bridgeFor(desk, "http://203.0.113.98", own))).toBe(true);
  });

  it("is an origin exactly as a browser writes one", async () => {
    await using desk = await listen();
    for (const odd of [
      ...["null", "", "*", "file://", "chrome-extension://abcdef", "http://203.0.113.10/"],
      ...["HTTP://203.0.113.10", "http://203.0.113.10:80", "http://user@203.0.113.10", "http://a b"],
    ])
      expect(await isRefused(await bridgeFor(desk, odd)), odd).toBe(true);
    for (const wrong of [null, 7, ["http://203.0.113.10"], {}, "http://x".padEnd(201, "x")]) {
      const { answer } = await bridgeFor(desk, wrong);
      expect(answer).toMatchObject({ error: { code: "BAD_REQUEST", details: { at: "/origin" } } });
    }
  });

  it("cannot be changed, dropped or named later", async () => {
    await using desk = await listen();
    const { page } = await bridgeFor(desk, LIBRARY, await tokenOf(desk, LIBRARY));
    for (const more of [{}, { origin: "http://203.0.113.98" }])
      expect(codeOf(await page.start(desk.server.consoleToken, "id", more))).toBe("BAD_REQUEST");
    expect(desk.server.sessions).toMatchObject([{ origin: LIBRARY, isConsole: false }]);

    const console = await desk.console();
    expect(codeOf(await console.start(desk.server.consoleToken, "id", { origin: LIBRARY }))).toBe(
      "BAD_REQUEST",
    );
    const waiting = await bridgeFor(desk, "http://203.0.113.98");
    expect(codeOf(await waiting.page.start(desk.server.consoleToken))).toBe("BAD_REQUEST");
  });
});
