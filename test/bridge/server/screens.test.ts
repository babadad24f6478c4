import { describe, expect, it } from "vitest";
import { COMMAND_NAMES, COMMANDS, type CommandSpec } from "../../../src/bridge/protocol/commands.ts";
import { EVENT_NAMES, EVENTS, type EventSpec } from "../../../src/bridge/protocol/events.ts";
import { SCREENS } from "../../../src/bridge/protocol/screens.ts";
import { builtConsole } from "./built-console.ts";
import { listen } from "./listening-server.ts";
import { send } from "./plain-http.ts";
import { codeOf } from "./raw-page.ts";

const OWN = { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" };
const TYPED = { "sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };

describe("an unattended screen", () => {
  it("may ask for a handful of commands and hears two events, none of which knows a person", () => {
    const asks = COMMAND_NAMES.filter((name) => (COMMANDS[name] as CommandSpec).screens);
    expect(asks.sort()).toEqual([
      ...["events.resume", "kiosk.get", "system.ping", "ticket.take", "waitingRoom.get"],
    ]);
    const hears = EVENT_NAMES.filter((name) => (EVENTS[name] as EventSpec).screens);
    expect(hears).toEqual(["waitingRoom.changed"]);
  });

  it("is refused everything else, although its page is the daemon's own", async () => {
    await using desk = await listen();
    for (const screen of SCREENS) {
      const page = await desk.page();
      expect(await page.start(desk.server.screenTokens[screen])).toMatchObject({
        ...{ type: "session.opened", isConsole: false },
      });
      expect(await page.ask("system.ping")).toMatchObject({ result: {} });
      for (const command of COMMAND_NAMES) {
        const spec: CommandSpec = COMMANDS[command];
        if (!spec.screens?.includes(screen))
          expect(codeOf(await page.ask(command, {})), command).toBe("CONSOLE_ONLY");
      }
    }
  });

  it("hears nothing that is not said for it, also of what it has missed", async () => {
    await using desk = await listen();
    const page = await desk.page();
    await page.start(desk.server.screenTokens["waiting-room"]);
    await page.ask("events.resume", { cursor: null });
    desk.hub.publish("device.removed", { device: "desk-1-camera" });
    desk.hub.publish("waiting.changed", { total: 3 });
    desk.hub.publish("pairing.changed", { pairings: [] });
    await page.ask("events.resume", { cursor: `${desk.hub.instance}:0` });
    await page.ask("system.ping");
    expect(page.messages.filter(({ type }) => type === "event")).toEqual([]);
  });

  it("has a token that is good for nothing but its own screen, and of no other origin", async () => {
    await using desk = await listen();
    const [room, kiosk] = SCREENS.map((screen) => desk.server.screenTokens[screen]);
    expect(new Set([room, kiosk, desk.server.consoleToken]).size).toBe(3);
    const waiting = await desk.page();
    await waiting.start(room ?? "");
    expect(codeOf(await waiting.ask("ticket.take", { requestKey: crypto.randomUUID() }))).toBe(
      "CONSOLE_ONLY",
    );
    const stranger = await desk.page({ origin: "http://inlis.example" });
    expect(codeOf(await stranger.start(room ?? ""))).toBe("SESSION_REFUSED");
  });

  it("is a page that may read its own token over HTTP, and not the console's", async () => {
    await using desk = await listen({ webRoot: builtConsole() });
    const { port, screenTokens } = desk.server;
    for (const [address, screen] of [
      ["/ruang-tunggu", "waiting-room"],
      ["/ambil-nomor", "ticket-kiosk"],
    ] as const) {
      const page = await send(port, address, TYPED);
      expect(page.status, address).toBe(200);
      expect(page.headers["content-security-policy"]).toContain(
        `connect-src ws://127.0.0.1:${port} http://127.0.0.1:${port}/${screen}-token ` +
          `ws://localhost:${port} http://localhost:${port}/${screen}-token;`,
      );
      // Under its file's own name it would have the console's policy.
      expect((await send(port, `/${screen}.html`, OWN)).status).toBe(404);
      const framed = { ...TYPED, "sec-fetch-site": "cross-site", "sec-fetch-dest": "iframe" };
      expect((await send(port, address, framed)).status).toBe(403);

      const token = await send(port, `/${screen}-token`, OWN);
      expect(JSON.parse(token.body)).toEqual({ token: screenTokens[screen] });
      expect(token.headers["cache-control"]).toBe("no-store");
      const elsewhere = { ...OWN, "sec-fetch-site": "cross-site" };
      expect((await send(port, `/${screen}-token`, elsewhere)).status).toBe(403);
      expect((await send(port, `/${screen}-token`, {})).status).toBe(403);
    }
  });
});
