import { describe, expect, it } from "vitest";
import { CLOSE } from "../../../src/bridge/protocol/limits.ts";
import { listen } from "./listening-server.ts";
import { codeOf } from "./raw-page.ts";

const LIBRARY = "http://192.168.1.10";

describe("pairing", () => {
  it("gives a page its own token once the operator has approved its code, and greets it by name then", async () => {
    await using desk = await listen();
    const console = await desk.console();
    await console.ask("events.resume", { cursor: null });
    const page = await desk.page({ origin: LIBRARY });
    const { code } = await page.start(null);
    expect(code).toMatch(/^[0-9]{4}$/);
    expect(await console.next("event")).toMatchObject({
      event: "pairing.changed",
      data: { pairings: [{ origin: LIBRARY, state: "waiting", code }] },
    });

    expect(await console.ask("pairing.approve", { code })).toMatchObject({
      result: { origin: LIBRARY, state: "granted", code: null },
    });
    const { token } = await page.next("session.paired");
    expect(await page.closed).toBe(CLOSE.done);

    const back = await desk.page({ origin: LIBRARY });
    expect(await back.start(String(token))).toMatchObject({ type: "session.opened", isConsole: false });
    expect(JSON.stringify(desk.grants.all())).not.toContain(String(token));
    expect(JSON.stringify(desk.log.lines)).not.toContain(String(token));
    expect(await console.ask("pairing.list")).toMatchObject({
      result: { pairings: [{ origin: LIBRARY, state: "granted" }] },
    });
  });

  it("keeps a waiting page out of everything else", async () => {
    await using desk = await listen();
    const page = await desk.page({ origin: LIBRARY });
    await page.start(null);
    desk.hub.publish("pairing.changed", { pairings: [] });
    page.send({ type: "request", id: 1, command: "system.ping", params: {} });
    expect(codeOf(await page.next("error"))).toBe("SESSION_REQUIRED");
    expect(await page.closed).toBe(CLOSE.policy);
    expect(page.messages).toEqual([]);
    expect(desk.pairing.list()).toEqual([]);
  });

  it("shows one code in all tabs of an origin, and gives them one token", async () => {
    await using desk = await listen();
    const [one, other] = [await desk.page({ origin: LIBRARY }), await desk.page({ origin: LIBRARY })];
    const { code } = await one.start(null);
    expect((await other.start(null))["code"]).toBe(code);
    one.terminate();
    await one.closed;
    desk.pairing.approve(String(code));
    expect(await other.next("session.paired")).toHaveProperty("token");
  });

  it("lets only so many origins wait", async () => {
    await using desk = await listen();
    const codes = new Set<unknown>();
    for (let number = 1; number <= 5; number++) {
      const page = await desk.page({ origin: `http://192.168.1.${number}` });
      codes.add((await page.start(null))["code"]);
    }
    expect(codes.size).toBe(5);
    const sixth = await desk.page({ origin: "http://192.168.1.6" });
    expect(codeOf(await sixth.start(null))).toBe("TOO_MANY_REQUESTS");
    expect(await sixth.closed).toBe(CLOSE.tooMany);
  });

  it("forgets a page that left, and one that nobody approves within ten minutes", async () => {
    await using desk = await listen();
    const gone = await desk.page({ origin: LIBRARY });
    const { code } = await gone.start(null);
    gone.terminate();
    await expect.poll(() => desk.pairing.list()).toEqual([]);
    expect(() => desk.pairing.approve(String(code))).toThrowError(
      expect.objectContaining({ code: "PAIRING_UNKNOWN" }),
    );

    const patient = await desk.page({ origin: LIBRARY });
    await patient.start(null);
    await desk.clock.advance(10 * 60_000);
    expect(await patient.closed).toBe(CLOSE.openTimeout);
    expect(desk.pairing.list()).toEqual([]);
  });

  it("belongs to the console: a paired page can neither approve, list nor revoke, and hears nothing of it", async () => {
    await using desk = await listen();
    const waiting = await desk.page({ origin: LIBRARY });
    const { code } = await waiting.start(null);
    desk.pairing.approve(String(code));
    const { token } = await waiting.next("session.paired");
    const page = await desk.page({ origin: LIBRARY });
    await page.start(String(token));
    await page.ask("events.resume", { cursor: null });

    expect(codeOf(await page.ask("pairing.list"))).toBe("CONSOLE_ONLY");
    expect(codeOf(await page.ask("pairing.approve", { code: "0000" }))).toBe("CONSOLE_ONLY");
    expect(codeOf(await page.ask("pairing.revoke", { origin: LIBRARY }))).toBe("CONSOLE_ONLY");
    desk.hub.publish("pairing.changed", { pairings: [] });
    await page.ask("system.ping");
    expect(page.messages).toEqual([]);
  });

  it("never gives the console away: its own page without a token is refused, not asked to wait", async () => {
    await using desk = await listen();
    const page = await desk.page();
    expect(codeOf(await page.start(null))).toBe("SESSION_REFUSED");
    expect(await page.closed).toBe(CLOSE.refused);
  });

  it("treats the proxied INLISLite as a page like any other, not as the console", async () => {
    const proxied = { isGuest: () => false, handle: () => undefined };
    await using desk = await listen({ proxied });
    const { port } = desk.server;
    const host = `inlis.localhost:${port}`;
    const page = await desk.page({ host, origin: `http://${host}`, path: "/.titian/ws" });
    expect(await page.start(null)).toMatchObject({ type: "session.pairing" });
  });
});
