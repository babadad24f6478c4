import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { COMMAND_ROLES } from "../../src/bridge/operators/command-roles.ts";
import { COMMAND_NAMES, COMMANDS } from "../../src/bridge/protocol/commands.ts";
import { OPERATOR_ROLES } from "../../src/kernel/operator-role.ts";
import { DeskClock } from "../e2e/desk-clock.ts";
import { pairedPage } from "../harness/paired-page.ts";
import { consoleClient, startBridge, type TestBridge } from "../harness/start-bridge.ts";

const HEAD = { name: "Ibu Kartika", role: "head", pin: "482913" } as const;
const CLERK = { name: "Ratna W.", role: "clerk", pin: "190763" } as const;
const TECHNICIAN = { name: "Bagus T.", role: "technician", pin: "271828" } as const;
const refusal = (code: string) => expect.objectContaining({ code });

describe("the table of roles", () => {
  it("has every command, with a role or for anyone", () => {
    expect(Object.keys(COMMAND_ROLES).toSorted()).toEqual([...COMMAND_NAMES].toSorted());
    for (const name of COMMAND_NAMES) expect(["anyone", ...OPERATOR_ROLES]).toContain(COMMAND_ROLES[name]);
  });

  it("leaves to anyone nothing that shows or changes a member, a case or a card", () => {
    const open = COMMAND_NAMES.filter((name) => COMMAND_ROLES[name] === "anyone");
    for (const name of open) expect(name).toMatch(/^(system|events|kiosk|waitingRoom|operators?|camera)\./);
    expect(open).not.toContain("camera.capture");
  });

  it("keeps the keeping of operators to the head, and to the console", () => {
    for (const name of [
      "operator.create",
      "operator.change",
      "operator.resetPin",
      "operator.remove",
    ] as const) {
      expect(COMMAND_ROLES[name]).toBe("head");
      expect(COMMANDS[name].consoleOnly).toBe(true);
    }
  });
});

describe("a desk and its operators", () => {
  let desk: TestBridge;
  let clock: DeskClock;
  const call: TestBridge["client"]["call"] = (...request) => desk.client.call(...request);
  const idOf = async ({ name }: { readonly name: string }): Promise<string> => {
    const { operators } = await call("operators.list", {});
    return operators.find((one) => one.name === name && one.isActive)?.operator ?? "";
  };
  const signIn = async (who: { readonly name: string; readonly pin: string }) =>
    call("operator.signIn", { id: await idOf(who), pin: who.pin });
  const audit = (id: string) =>
    desk.bridge.store.events
      .read(`operator/${id}`)
      .map(({ type, data, operator }) => ({ type, data, operator }));

  beforeEach(async () => {
    clock = new DeskClock();
    desk = await startBridge({ clock });
  });
  afterEach(() => desk[Symbol.asyncDispose]());

  it("works as ever while nobody was made one", async () => {
    expect(await call("operator.current", {})).toEqual({ areUsed: false, signedIn: null, refuses: [] });
    expect((await call("desk.get", {})).desk).toBe("desk-1");
    expect((await call("operators.list", {})).operators).toEqual([]);
  });

  it("begins with a head, who is signed in by it; nobody else can be the first", async () => {
    await expect(call("operator.create", CLERK)).rejects.toEqual(refusal("OPERATOR_FIRST_IS_HEAD"));
    await expect(call("operator.create", { ...HEAD, pin: "123456" })).rejects.toEqual(
      refusal("OPERATOR_PIN_EASY"),
    );
    expect((await call("operator.current", {})).areUsed).toBe(false);
    await call("operator.create", HEAD);
    expect(await call("operator.current", {})).toMatchObject({
      areUsed: true,
      signedIn: { name: HEAD.name, role: "head" },
    });
  });

  it("has one first head, whichever of two consoles was quicker; the other is told so", async () => {
    const other = consoleClient(desk.bridge);
    onTestFinished(() => other.close());
    const isFirst = true;
    const made = await Promise.allSettled([
      call("operator.create", { ...HEAD, isFirst }),
      other.call("operator.create", { ...HEAD, isFirst, name: "Bapak Surya" }),
      other.call("operator.create", { ...HEAD, isFirst }),
    ]);
    const refused = made.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toEqual([refusal("OPERATOR_FIRST_MADE"), refusal("OPERATOR_FIRST_MADE")]);
    const { operators } = await call("operators.list", {});
    expect(operators).toHaveLength(1);
    expect((await call("operator.current", {})).signedIn?.name).toBe(operators[0]?.name);
  });

  it("asks for a PIN as soon as nobody is signed in, on every page of the desk", async () => {
    await call("operator.create", HEAD);
    await call("operator.signOut", {});
    for (const refused of [
      call("desk.get", {}),
      call("member.search", { text: "an", limit: 5 }),
      call("device.list", {}),
    ])
      await expect(refused).rejects.toEqual(refusal("OPERATOR_SIGN_IN_NEEDED"));

    const page = pairedPage(desk);
    await expect(page.call("member.search", { text: "an", limit: 5 })).rejects.toEqual(
      refusal("OPERATOR_SIGN_IN_NEEDED"),
    );
    expect(await page.call("operator.current", {})).toEqual({ areUsed: true, signedIn: null, refuses: [] });
    await expect(page.call("operator.signIn", { id: await idOf(HEAD), pin: HEAD.pin })).rejects.toEqual(
      refusal("CONSOLE_ONLY"),
    );

    const heard = new Promise((resolve) => page.on("operator.changed", resolve));
    await signIn(HEAD);
    expect(await heard).toMatchObject({ signedIn: { name: HEAD.name } });
    expect((await page.call("member.search", { text: "an", limit: 5 })).members.length).toBeGreaterThan(0);
    page.close();
  });

  it("lets screens in the waiting room go on while nobody is signed in", async () => {
    await call("operator.create", HEAD);
    await call("operator.signOut", {});
    const kiosk = consoleClient(desk.bridge, desk.bridge.server.screenTokens["ticket-kiosk"]);
    await kiosk.call("ticket.take", { requestKey: crypto.randomUUID() });
    expect((await kiosk.call("waitingRoom.get", {})).waiting).toBe(1);
    kiosk.close();
  });

  it("gives each role what is its own, at the dispatcher and not only on the page", async () => {
    await call("operator.create", HEAD);
    await call("operator.create", CLERK);
    await call("operator.create", TECHNICIAN);
    const rename = () => call("device.rename", { device: "desk-1-camera", title: "Kamera meja" });

    await signIn(CLERK);
    expect((await call("desk.get", {})).devices.length).toBeGreaterThan(0);
    await expect(rename()).rejects.toEqual(refusal("OPERATOR_ROLE"));
    await expect(call("operator.create", { ...CLERK, name: "Lain" })).rejects.toEqual(
      refusal("OPERATOR_ROLE"),
    );
    await signIn(TECHNICIAN);
    await rename();
    await expect(call("operator.remove", { id: await idOf(CLERK) })).rejects.toEqual(
      refusal("OPERATOR_ROLE"),
    );
    await signIn(HEAD);
    await rename();
    await call("operator.remove", { id: await idOf(CLERK) });
    expect(await idOf(CLERK)).toBe("");
  });

  it("writes what is done in the name of whoever is signed in, whatever name a page sends", async () => {
    await call("operator.create", HEAD);
    const own = await idOf(HEAD);
    const { case: id } = await call("case.open", {
      ...{ member: null, kind: "new", channel: "in-person", standard: desk.config.library.standard },
    });
    await call("case.takeOver", { case: id, operator: "Orang Lain" });
    await call("case.pause", { case: id, reason: "other" });
    const events = desk.bridge.store.events.read(`case/${id}`);
    expect(events.length).toBeGreaterThan(2);
    for (const event of events) expect(event.operator).toBe(own);
    expect(events.find(({ type }) => type === "case.takenOver")?.data).toMatchObject({
      by: { officer: HEAD.name },
    });
  });

  it("locks a name after five wrong PINs, over a restart too, until the time is over or somebody unlocks it", async () => {
    await call("operator.create", HEAD);
    await call("operator.create", CLERK);
    await call("operator.create", TECHNICIAN);
    const id = await idOf(CLERK);
    const wrong = () => call("operator.signIn", { id, pin: "555123" });
    for (let time = 0; time < 3; time++) await expect(wrong()).rejects.toEqual(refusal("OPERATOR_PIN_WRONG"));

    await desk.stop();
    desk = await startBridge({ clock, folder: desk.folder });
    await expect(wrong()).rejects.toEqual(refusal("OPERATOR_PIN_WRONG"));
    await expect(wrong()).rejects.toEqual(refusal("OPERATOR_LOCKED"));
    await expect(signIn(CLERK)).rejects.toEqual(refusal("OPERATOR_LOCKED"));
    expect(
      (await call("operators.list", {})).operators.find((one) => one.operator === id)?.lockedUntil,
    ).not.toBeNull();

    await signIn(TECHNICIAN);
    await call("operator.unlock", { id });
    expect(await signIn(CLERK)).toMatchObject({ signedIn: { name: CLERK.name } });

    for (let time = 0; time < 5; time++) await expect(wrong()).rejects.toBeDefined();
    await expect(signIn(CLERK)).rejects.toEqual(refusal("OPERATOR_LOCKED"));
    clock.skip(60_000 + 1_000);
    await signIn(CLERK);
    expect(audit(id).map(({ type }) => type)).toEqual([
      "operator.created",
      ...Array.from({ length: 5 }, () => "operator.pinRefused"),
      ...["operator.lockedOut", "operator.unlocked", "operator.signedIn"],
      ...Array.from({ length: 5 }, () => "operator.pinRefused"),
      ...["operator.lockedOut", "operator.signedIn"],
    ]);
  });

  it("lets nobody end the lock of a higher role, and so guess its PIN without end", async () => {
    await call("operator.create", HEAD);
    await call("operator.create", TECHNICIAN);
    const id = await idOf(HEAD);
    await signIn(TECHNICIAN);
    const wrong = () => call("operator.signIn", { id, pin: "555123" });
    for (let time = 0; time < 4; time++) await expect(wrong()).rejects.toEqual(refusal("OPERATOR_PIN_WRONG"));
    await expect(call("operator.unlock", { id })).rejects.toEqual(refusal("OPERATOR_ROLE"));
    await expect(wrong()).rejects.toEqual(refusal("OPERATOR_LOCKED"));
    await expect(call("operator.unlock", { id })).rejects.toEqual(refusal("OPERATOR_ROLE"));
    await call("operator.unlock", { id: await idOf(TECHNICIAN) });
  });

  it("counts guesses that come at once as guesses in a row", async () => {
    await call("operator.create", HEAD);
    const id = await idOf(HEAD);
    const guesses = Array.from({ length: 12 }, (_, nth) =>
      call("operator.signIn", { id, pin: String(770_101 + nth) }),
    );
    const codes = (await Promise.allSettled(guesses)).map(
      (one) => one.status === "rejected" && one.reason.code,
    );
    expect(codes.filter((code) => code === "OPERATOR_PIN_WRONG").length).toBeLessThanOrEqual(4);
    expect(audit(id).filter(({ type }) => type === "operator.pinRefused").length).toBeLessThanOrEqual(5);
  });

  it("keeps a head: the last one is neither removed nor made something else", async () => {
    await call("operator.create", HEAD);
    const id = await idOf(HEAD);
    await expect(call("operator.remove", { id })).rejects.toEqual(refusal("OPERATOR_LAST_HEAD"));
    await expect(call("operator.change", { id, name: HEAD.name, role: "clerk" })).rejects.toEqual(
      refusal("OPERATOR_LAST_HEAD"),
    );
    await call("operator.create", { ...HEAD, name: "Pak Darma" });
    await call("operator.remove", { id });
    expect(await call("operator.current", {})).toEqual({ areUsed: true, signedIn: null, refuses: [] });
  });

  it("has one name for one person, and takes it again once they have left", async () => {
    await call("operator.create", HEAD);
    await call("operator.create", CLERK);
    await expect(call("operator.create", { ...CLERK, name: "ratna w." })).rejects.toEqual(
      refusal("OPERATOR_NAME_TAKEN"),
    );
    await call("operator.remove", { id: await idOf(CLERK) });
    await call("operator.create", CLERK);
    expect((await call("operators.list", {})).operators.map(({ name }) => name)).toEqual([
      HEAD.name,
      CLERK.name,
      CLERK.name,
    ]);
  });

  it("lets everybody change their own PIN, who knows it", async () => {
    await call("operator.create", HEAD);
    await expect(call("operator.changePin", { current: "190763", pin: "271828" })).rejects.toEqual(
      refusal("OPERATOR_PIN_WRONG"),
    );
    await call("operator.changePin", { current: HEAD.pin, pin: "271828" });
    await expect(signIn(HEAD)).rejects.toEqual(refusal("OPERATOR_PIN_WRONG"));
    await signIn({ ...HEAD, pin: "271828" });
  });

  it("keeps names and PINs out of the log of events and out of the technicians' log", async () => {
    await call("operator.create", HEAD);
    await call("operator.create", CLERK);
    await signIn(CLERK);
    await expect(call("operator.signIn", { id: await idOf(HEAD), pin: "190763" })).rejects.toBeDefined();
    const written = JSON.stringify([[...desk.bridge.store.events.readAll()], desk.log.lines]);
    for (const secret of [HEAD.name, CLERK.name, HEAD.pin, CLERK.pin, "argon2"])
      expect(written).not.toContain(secret);
  });
});
