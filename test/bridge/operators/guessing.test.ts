import { describe, expect, it } from "vitest";
import { OperatorAccounts } from "../../../src/bridge/operators/operator-accounts.ts";
import { PinCheck } from "../../../src/bridge/operators/pin-check.ts";
import { hashPin } from "../../../src/bridge/operators/pin-hash.ts";
import { type ErrorCode, TitianError } from "../../../src/kernel/errors.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { openTestStore } from "../../store/test-store.ts";

const CHEAP = { memoryKib: 8, passes: 1, lanes: 1 };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RIGHT = "482913";

async function deskWithHead() {
  const { store, clock } = openTestStore();
  const operators = store.operators;
  const pins = new PinCheck({ store: operators, clock, log: new SilentLog(), pinCost: CHEAP });
  const accounts = new OperatorAccounts({ store: operators, pins, clock });
  const { operator } = await accounts.create({ name: "Ibu Kartika", role: "head", pin: RIGHT }, "self");
  /** What comes of typing it: undefined where it opens the desk. */
  const type = (pin: string): Promise<ErrorCode | undefined> =>
    pins.prove(operator, pin).then(
      () => undefined,
      (error: unknown) => TitianError.from(error).code,
    );
  const audit = () => store.events.read(`operator/${operator}`).map((event) => event.type);
  return { operators, clock, accounts, operator, type, audit };
}

/** Types a wrong PIN as soon as one is looked at again, until so much time is over. Returns how many were looked at. */
async function guessFor(lasting: number, desk: Awaited<ReturnType<typeof deskWithHead>>) {
  const { clock, type, audit, operators, operator } = desk;
  const looked = () => audit().filter((one) => one === "operator.pinRefused").length;
  const before = looked();
  for (const until = clock.monotonicMs() + lasting; clock.monotonicMs() < until; ) {
    const code = await type("555123");
    const { lockedUntil } = operators.get(operator) ?? {};
    if (code === "OPERATOR_LOCKED" && lockedUntil)
      await clock.advance(lockedUntil.getTime() - clock.now().getTime());
  }
  return looked() - before;
}

describe("whoever guesses a PIN at the desk", () => {
  it("has 102 guesses on the first day and 96 on the next", async () => {
    const desk = await deskWithHead();
    expect(await guessFor(DAY, desk)).toBe(102);
    expect(await guessFor(DAY, desk)).toBe(96);
  });

  it("keeps its owner out for a quarter of an hour at the most, whatever was tried before", async () => {
    const desk = await deskWithHead();
    await guessFor(DAY, desk);
    for (let minute = 0; minute < 15 && (await desk.type(RIGHT)) !== undefined; minute++)
      await desk.clock.advance(MINUTE);
    expect(await desk.type(RIGHT)).toBeUndefined();
  });

  it("has left nothing behind a day later: who mistypes once may type again", async () => {
    const desk = await deskWithHead();
    await guessFor(60 * MINUTE, desk);
    await desk.clock.advance(DAY + 15 * MINUTE);
    for (let times = 0; times < 4; times++) expect(await desk.type("555123")).toBe("OPERATOR_PIN_WRONG");
    expect(await desk.type("555123")).toBe("OPERATOR_LOCKED");
    await desk.clock.advance(MINUTE);
    expect(await desk.type("555123")).toBe("OPERATOR_LOCKED");
    await desk.clock.advance(4 * MINUTE);
    expect(await desk.type(RIGHT)).toBe("OPERATOR_LOCKED");
    await desk.clock.advance(MINUTE);
    expect(await desk.type(RIGHT)).toBeUndefined();
  });

  it("does not come in by a PIN that is taken away while it is looked at", async () => {
    const { operators, operator, type, audit } = await deskWithHead();
    const next = await hashPin("271828", CHEAP);
    const looking = type(RIGHT);
    // The PIN's turn has begun: its hash was read, and what it comes to is not known yet.
    await Promise.resolve();
    operators.keepSecrets(operator, "Ibu Kartika", next);
    expect(await looking).toBe("OPERATOR_PIN_WRONG");
    expect(audit()).toContain("operator.pinRefused");
    expect(await type("271828")).toBeUndefined();
  });
});
