import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { Surveys } from "../../../src/bridge/flows/survey/surveys.ts";
import { Kiosk } from "../../../src/bridge/survey/kiosk.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { CaseId, LocalDate } from "../../../src/kernel/types.ts";
import { SURVEY_ELEMENTS } from "../../../src/sla/survey/questionnaire.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { newCaseId, opened, openTestStore } from "../../store/test-store.ts";

const HOST = "127.0.0.1";
const YEAR = { from: "2000-01-01" as LocalDate, to: "2100-01-01" as LocalDate };
const kiosks: Kiosk[] = [];
afterEach(async () => {
  for (const kiosk of kiosks.splice(0)) await kiosk.stop();
});

/** A store with cases that were just handed over, and the kiosk before it. */
async function open(options: { readonly port?: number; readonly clock?: ManualClock } = {}) {
  const { store, clock } = openTestStore(undefined, options.clock);
  const surveys = new Surveys({
    ...{ store, clock, timeZone: "Asia/Jakarta", isOffered: true, log: new SilentLog() },
  });
  const kiosk = new Kiosk({
    ...{ surveys, library: () => "Perpustakaan <Tirtamaya>", log: new SilentLog() },
    // The door itself waits for real; what ballots are measured by stands still.
    clock: options.clock ?? new SystemClock(),
    settings: { kiosk: true, address: HOST, port: options.port ?? 0 },
  });
  kiosks.push(kiosk);
  const served = (): CaseId => {
    const id = newCaseId(clock);
    const handedOver = { phoneConfirmed: true, signature: "paper", file: null } as const;
    store.events.append([opened(id), { stream: `case/${id}`, type: "case.handedOver", data: handedOver }]);
    return id;
  };
  await kiosk.start();
  return { store, clock, surveys, kiosk, served, ballot: () => surveys.offer(served()) ?? "" };
}

async function opening(kiosk: Kiosk): Promise<string> {
  await expect.poll(() => kiosk.state).toBe("open");
  return kiosk.address ?? "";
}

const filled = (more: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({ ...Object.fromEntries(SURVEY_ELEMENTS.map((element) => [element, "3"])), ...more });

const send = (door: string, ballot: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${door}/${ballot}`, { method: "POST", body, headers: { origin: door, ...headers } });

/** As no browser sends it. */
function raw(door: string, options: http.RequestOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(door, { agent: false, ...options }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    request.on("error", reject).end();
  });
}

describe("the survey's kiosk", () => {
  it("shows nine questions on the ballot's own page, in two languages, and counts what is sent", async () => {
    const { kiosk, store, ballot } = await open();
    const door = await opening(kiosk);
    const one = ballot();
    const page = await fetch(`${door}/${one}`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html.match(/<fieldset/g)).toHaveLength(10);
    expect(html).toContain("Perpustakaan &lt;Tirtamaya&gt;");
    expect(html).not.toContain("<script");
    expect(await (await fetch(`${door}/${one}?en`)).text()).toContain("How was our service?");

    const sent = await send(door, one, filled({ sex: "female" }));
    expect(sent.status).toBe(200);
    expect(await sent.text()).toContain("Terima kasih");
    expect(store.survey.waiting).toBe(1);
  });

  it("has headers that let nothing else in, and no door for other origins", async () => {
    const { kiosk, ballot } = await open();
    const door = await opening(kiosk);
    const { headers } = await fetch(`${door}/${ballot()}`);
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-.+form-action 'self'/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("counts a ballot once, however often it is sent, also at the same time", async () => {
    const { kiosk, store, ballot } = await open();
    const door = await opening(kiosk);
    const one = ballot();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(door, one, filled())));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(store.survey.waiting).toBe(1);
    expect(await (await fetch(`${door}/${one}`)).text()).toContain("sudah diterima");
  });

  it("asks again for what is missing, with the rest still chosen", async () => {
    const { kiosk, store, ballot } = await open();
    const door = await opening(kiosk);
    const sent = await send(door, ballot(), filled({ time: "" }));
    const html = await sent.text();
    expect(sent.status).toBe(422);
    expect(html).toContain("Pertanyaan 3 belum dijawab.");
    expect(html.match(/ checked/g)).toHaveLength(8);
    expect(store.survey.waiting).toBe(0);
  });

  it("knows no ballot that it has not given, and none of an hour ago", async () => {
    const { kiosk, clock, ballot } = await open();
    const door = await opening(kiosk);
    const one = ballot();
    await clock.advance(60 * 60_000);
    for (const token of [one, "a".repeat(22)]) {
      const page = await fetch(`${door}/${token}`);
      expect(page.status).toBe(410);
      expect(await page.text()).toContain("tidak berlaku");
      expect((await send(door, token, filled())).status).toBe(410);
    }
  });

  it.each([
    ["/", 404],
    ["/health", 404],
    ["/metrics", 404],
    ["/console-token", 404],
    ["/ws", 404],
    ["/index.html", 404],
    ["/%2e%2e/titian.sqlite", 404],
    [`/${"a".repeat(22)}/`, 404],
  ])("leads nowhere else: %s", async (place, status) => {
    const { kiosk } = await open();
    expect((await fetch(`${await opening(kiosk)}${place}`)).status).toBe(status);
  });

  it("turns away another Host, another method, another origin, and what is no form", async () => {
    const { kiosk, store, ballot } = await open();
    const door = await opening(kiosk);
    const path = `/${ballot()}`;
    expect(await raw(door, { path, headers: { host: "evil.example" } })).toBe(421);
    expect(await raw(door, { path, method: "DELETE" })).toBe(403);
    expect((await send(door, path.slice(1), filled(), { origin: "http://evil.example" })).status).toBe(403);
    expect((await send(door, path.slice(1), "{}", { "content-type": "application/json" })).status).toBe(415);
    expect((await send(door, path.slice(1), filled({ time: "baik" }))).status).toBe(400);
    expect(await raw(door, { path: "/ws", headers: { upgrade: "websocket", connection: "upgrade" } })).toBe(
      404,
    );
    expect(store.survey.waiting).toBe(0);
  });

  it("reads no more than a form is long, whatever is sent", async () => {
    const { kiosk, store, ballot } = await open();
    const door = await opening(kiosk);
    const huge = await send(door, ballot(), new URLSearchParams({ time: "x".repeat(5_000_000) })).then(
      ({ status }) => status,
      // The connection may be gone before everything was sent.
      () => 413,
    );
    expect(huge).toBe(413);
    expect(store.survey.waiting).toBe(0);
    expect((await send(door, ballot(), filled())).status).toBe(200);
  });

  it("says so when another program has its port, and opens once that is gone", async () => {
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(0, HOST, resolve));
    const { port } = other.address() as AddressInfo;
    const clock = new ManualClock();
    const { kiosk } = await open({ port, clock });
    await expect.poll(() => kiosk.state).toBe("port-taken");
    expect(kiosk.address).toBeUndefined();
    await new Promise((resolve) => other.close(resolve));
    await clock.advance(30_000);
    expect(await opening(kiosk)).toBe(`http://${HOST}:${port}`);
  });

  it("shuts its door under a flood, leaves the desk its turn, and opens again by itself", async () => {
    const clock = new ManualClock();
    const { kiosk, store, ballot } = await open({ clock });
    const door = await opening(kiosk);
    const one = ballot();
    const { port } = new URL(door);
    // As fast as this machine can: each on a connection of its own.
    const tries = Array.from(
      { length: 1_500 },
      () =>
        new Promise<void>((resolve) => {
          const socket = net.connect(Number(port), HOST, () =>
            socket.end(`POST /${one} HTTP/1.1\r\nHost: ${HOST}:${port}\r\nContent-Length: 0\r\n\r\n`),
          );
          socket.on("error", () => undefined).on("close", () => resolve());
          socket.resume();
        }),
    );
    await expect.poll(() => kiosk.state, { timeout: 20_000 }).toBe("resting");
    await Promise.all(tries);
    expect(store.survey.waiting).toBe(0);
    await clock.advance(30_000);
    const again = await opening(kiosk);
    expect((await send(again, one, filled())).status).toBe(200);
  });

  it("answers politely to one who sends too much on one connection, and counts none of it twice", async () => {
    const { kiosk, store, ballot } = await open({ clock: new ManualClock() });
    const door = await opening(kiosk);
    const one = ballot();
    const statuses = new Set<number>();
    for (let n = 0; n < 60; n++) statuses.add((await send(door, one, filled())).status);
    expect([...statuses].sort()).toEqual([200, 429]);
    expect(store.survey.groups(YEAR)).toEqual([]);
    expect(store.survey.waiting).toBe(1);
  });

  it("is not there unless it is wanted", async () => {
    const { store, clock } = openTestStore();
    const log = new SilentLog();
    const surveys = new Surveys({ store, clock, timeZone: "Asia/Jakarta", isOffered: true, log });
    const settings = { kiosk: false, address: undefined, port: 0 };
    const kiosk = new Kiosk({ surveys, library: () => "", settings, clock, log });
    await kiosk.start();
    expect([kiosk.state, kiosk.address]).toEqual(["off", undefined]);
    await kiosk.stop();
  });
});
