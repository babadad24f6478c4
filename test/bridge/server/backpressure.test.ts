import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { listen } from "./listening-server.ts";

it("drops previews for a page that does not read, and sends the newest once it does", async () => {
  await using desk = await listen({ limits: { slowBytes: 256 * 1024 } });
  const page = await desk.console();
  await page.ask("events.resume", { cursor: null });
  page.socket.pause();
  for (let picture = 0; picture < 200; picture++) {
    const frame = { id: randomUUID(), bytes: new Uint8Array(100_000) };
    desk.hub.publish("camera.frame", { device: "camera", jpeg: frame.id }, { frame });
  }
  desk.hub.publish("pairing.changed", { pairings: [] });
  page.socket.resume();
  const last = await page.nextOf(({ event }) => event === "pairing.changed");

  expect(last).toMatchObject({ cursor: `${desk.hub.instance}:1` });
  expect(page.frames.length).toBeGreaterThan(0);
  expect(page.frames.length).toBeLessThan(200);
  expect(page.messages.filter(({ event }) => event === "camera.frame").length).toBe(page.frames.length);
});

it("ends a session whose answers pile up unread", async () => {
  await using desk = await listen({
    limits: { stuckBytes: 4 * 1024 * 1024 },
    handlers: {
      "photo.get": async (_params, { session }) => ({
        photo: session.frames.send(new Uint8Array(3_000_000)),
      }),
    },
  });
  const page = await desk.console();
  page.socket.pause();
  for (let times = 0; times < 10; times++) void page.ask("photo.get", { case: randomUUID() });
  await expect.poll(() => desk.server.sessions.length).toBe(0);
  page.socket.resume();
  expect(await page.closed).toBe(1006);
});
