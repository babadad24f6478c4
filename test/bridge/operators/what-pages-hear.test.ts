import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TitianClient } from "../../../src/bridge/client/client.ts";
import { COMMAND_ROLES } from "../../../src/bridge/operators/command-roles.ts";
import { COMMAND_NAMES } from "../../../src/bridge/protocol/commands.ts";
import { EVENT_NAMES } from "../../../src/bridge/protocol/events.ts";
import { reaches } from "../../../src/kernel/operator-role.ts";
import { pairedPage } from "../../harness/paired-page.ts";
import { consoleClient, startBridge, type TestBridge } from "../../harness/start-bridge.ts";

const PEOPLE = {
  head: { name: "Ibu Kartika", role: "head", pin: "482913" },
  technician: { name: "Bagus T.", role: "technician", pin: "271828" },
  clerk: { name: "Ratna W.", role: "clerk", pin: "190763" },
} as const;
type Role = keyof typeof PEOPLE;

/** Every event that reaches a page from now on, by name. */
function heardBy(page: TitianClient): string[] {
  const heard: string[] = [];
  for (const name of EVENT_NAMES) page.on(name, () => void heard.push(name));
  return heard;
}

describe("what a page is told", () => {
  let desk: TestBridge;
  const opened: TitianClient[] = [];
  const open = (page: TitianClient): TitianClient => {
    opened.push(page);
    return page;
  };
  const kiosk = (): TitianClient =>
    open(consoleClient(desk.bridge, desk.bridge.server.screenTokens["ticket-kiosk"]));
  const signIn = async (role: Role) => {
    const { operators } = await desk.client.call("operators.list", {});
    const id = operators.find(({ name }) => name === PEOPLE[role].name)?.operator ?? "";
    return desk.client.call("operator.signIn", { id, pin: PEOPLE[role].pin });
  };
  const makePeople = async (): Promise<void> => {
    for (const role of ["head", "technician", "clerk"] as const)
      await desk.client.call("operator.create", PEOPLE[role]);
  };
  /** Everything that the daemon has sent by now has arrived: one socket keeps its order. */
  const settled = (...pages: readonly TitianClient[]) =>
    Promise.all(pages.map((page) => page.call("system.ping", {})));

  beforeEach(async () => {
    desk = await startBridge();
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) page.close();
    await desk[Symbol.asyncDispose]();
  });

  it("ends on every page of the desk when somebody signs out, while the waiting room goes on", async () => {
    await makePeople();
    const [tab, inlislite] = [open(consoleClient(desk.bridge)), open(pairedPage(desk))];
    const room = open(consoleClient(desk.bridge, desk.bridge.server.screenTokens["waiting-room"]));
    const visitor = kiosk();
    await settled(tab, inlislite, room);
    await visitor.call("ticket.take", { requestKey: crypto.randomUUID() });
    await settled(tab, inlislite, room);
    const pages = [desk.client, tab, inlislite].map(heardBy);
    const atTheRoom = heardBy(room);

    await desk.client.call("operator.signOut", {});
    await visitor.call("ticket.take", { requestKey: crypto.randomUUID() });
    await settled(desk.client, tab, inlislite, room);
    const [console, other, page] = pages.map((heard) => new Set(heard));
    expect(console).toEqual(new Set(["operator.changed", "operators.changed"]));
    expect(other).toEqual(new Set(["operator.changed", "operators.changed"]));
    expect(page).toEqual(new Set(["operator.changed"]));
    expect(atTheRoom).toContain("waitingRoom.changed");

    await signIn("clerk");
    await visitor.call("ticket.take", { requestKey: crypto.randomUUID() });
    await settled(tab);
    expect(pages[1]).toContain("tickets.changed");
  });

  it("stays away from a page that comes back with its cursor while nobody is signed in", async () => {
    await makePeople();
    const back = open(consoleClient(desk.bridge));
    const heard = heardBy(back);
    await settled(back);
    const { cursor } = await back.call("events.resume", { cursor: null });
    const { standard } = desk.config.library;
    await desk.client.call("case.open", { member: null, kind: "new", channel: "in-person", standard });
    await settled(back);
    expect(heard).toContain("case.changed");
    await desk.client.call("operator.signOut", {});
    heard.length = 0;
    await back.call("events.resume", { cursor });
    await settled(back);
    expect(heard).not.toContain("case.changed");
    expect(heard).toContain("operator.changed");
  });

  it("names to each role exactly what the daemon then refuses to it", async () => {
    await makePeople();
    for (const role of ["head", "technician", "clerk"] as const) {
      const { refuses } = await signIn(role);
      const closed = COMMAND_NAMES.filter((name) => {
        const needs = COMMAND_ROLES[name];
        return needs !== "anyone" && !reaches(role, needs);
      });
      expect(refuses.map(({ command }) => command).toSorted()).toEqual(closed.toSorted());
      for (const name of closed)
        await expect(desk.client.call(name, {} as never)).rejects.toMatchObject({ code: "OPERATOR_ROLE" });
    }
  });

  it("names nothing where a desk has no operators, and where nobody is signed in", async () => {
    expect((await desk.client.call("operator.current", {})).refuses).toEqual([]);
    await makePeople();
    expect((await desk.client.call("operator.signOut", {})).refuses).toEqual([]);
  });

  it("tells a page whose operator gets another role", async () => {
    await makePeople();
    await desk.client.call("operator.create", { ...PEOPLE.head, name: "Pak Darma" });
    const { signedIn } = await desk.client.call("operator.current", {});
    const told: unknown[] = [];
    desk.client.on("operator.changed", (view) => void told.push(view));
    await desk.client.call("operator.change", {
      ...{ id: signedIn?.operator ?? "", name: PEOPLE.head.name, role: "clerk" },
    });
    await settled(desk.client);
    expect(told.at(-1)).toMatchObject({ signedIn: null, refuses: [] });
    await signIn("head");
    await settled(desk.client);
    expect(told.at(-1)).toMatchObject({
      refuses: expect.arrayContaining([{ command: "operator.create", needs: "head" }]),
    });
  });
});
