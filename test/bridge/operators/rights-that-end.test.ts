import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RequestContext } from "../../../src/bridge/dispatch.ts";
import { operatorHandlers } from "../../../src/bridge/handlers/operators.ts";
import { DeskOperators } from "../../../src/bridge/operators/desk-operators.ts";
import { OperatorAccounts } from "../../../src/bridge/operators/operator-accounts.ts";
import { PinCheck } from "../../../src/bridge/operators/pin-check.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";
import { openTestStore } from "../../store/test-store.ts";

const HEAD = { name: "Ibu Kartika", role: "head", pin: "482913" } as const;
const OTHER_HEAD = { name: "Pak Darma", role: "head", pin: "271828" } as const;
const refusal = (code: string) => expect.objectContaining({ code });
const HOUR = 60 * 60_000;

describe("somebody whose rights change", () => {
  let desk: TestBridge;
  let id: string;
  const call: TestBridge["client"]["call"] = (...request) => desk.client.call(...request);
  const audit = () =>
    desk.bridge.store.events
      .read(`operator/${id}`)
      .map(({ type, data, operator }) => ({ type, data, operator }));

  beforeEach(async () => {
    desk = await startBridge();
    await call("operator.create", HEAD);
    await call("operator.create", OTHER_HEAD);
    const { operators } = await call("operators.list", {});
    id = operators.find(({ name }) => name === HEAD.name)?.operator ?? "";
  });
  afterEach(() => desk[Symbol.asyncDispose]());

  it("is signed out by a new role, comes back with it, and the log says by whose hand", async () => {
    await call("operator.change", { id, name: HEAD.name, role: "clerk" });
    expect((await call("operator.current", {})).signedIn).toBeNull();
    await expect(call("desk.get", {})).rejects.toEqual(refusal("OPERATOR_SIGN_IN_NEEDED"));
    expect(audit().slice(-2)).toEqual([
      { type: "operator.changed", data: { role: "clerk", isRenamed: false }, operator: id },
      { type: "operator.signedOut", data: { why: "changed" }, operator: id },
    ]);
    expect((await call("operator.signIn", { id, pin: HEAD.pin })).signedIn?.role).toBe("clerk");
    await expect(call("operator.remove", { id })).rejects.toEqual(refusal("OPERATOR_ROLE"));
  });

  it("is signed out by a PIN that was given anew, and comes back only with that one", async () => {
    await call("operator.resetPin", { id, pin: "190763" });
    expect((await call("operator.current", {})).signedIn).toBeNull();
    expect(audit().slice(-2)).toMatchObject([
      { type: "operator.pinChanged", data: { by: "other" } },
      { type: "operator.signedOut", data: { why: "changed" } },
    ]);
    await expect(call("operator.signIn", { id, pin: HEAD.pin })).rejects.toEqual(
      refusal("OPERATOR_PIN_WRONG"),
    );
    expect((await call("operator.signIn", { id, pin: "190763" })).signedIn?.name).toBe(HEAD.name);
  });

  it("stays where only the name is another, or somebody else's rights are, or they chose their own next PIN", async () => {
    const { operators } = await call("operators.list", {});
    const other = operators.find(({ name }) => name === OTHER_HEAD.name)?.operator ?? "";
    await call("operator.change", { id, name: "Ibu Kartika S.", role: "head" });
    await call("operator.change", { id: other, name: OTHER_HEAD.name, role: "clerk" });
    await call("operator.resetPin", { id: other, pin: "190763" });
    await call("operator.changePin", { current: HEAD.pin, pin: "314159" });
    expect((await call("operator.current", {})).signedIn?.name).toBe("Ibu Kartika S.");
  });
});

describe("that somebody is here", () => {
  it("is what the console says, and for two hours what another page says", async () => {
    const { store, clock } = openTestStore();
    const pins = new PinCheck({ store: store.operators, clock, log: new SilentLog() });
    const accounts = new OperatorAccounts({ store: store.operators, pins, clock });
    const operators = new DeskOperators({ store: store.operators, clock });
    operators.touch();
    const handlers = operatorHandlers({ operators, accounts, pins, list: () => ({ operators: [] }) });
    const active = (isConsole: boolean) =>
      handlers["operator.active"]({}, { session: { isConsole } } as RequestContext);

    await clock.advance(2 * HOUR);
    await active(false);
    expect(operators.idleMs).toBe(0);
    await clock.advance(HOUR);
    await active(false);
    expect(operators.idleMs).toBe(HOUR);
    await active(true);
    expect(operators.idleMs).toBe(0);
  });
});
