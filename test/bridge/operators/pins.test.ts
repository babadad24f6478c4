import { describe, expect, it } from "vitest";
import { hashPin, isPinOf } from "../../../src/bridge/operators/pin-hash.ts";
import { isLocked, lockAfter } from "../../../src/bridge/operators/pin-lock.ts";
import { isEasyPin } from "../../../src/bridge/operators/pin-rules.ts";

const CHEAP = { memoryKib: 8, passes: 1, lanes: 1 };

/** What is decided without any work is decided before it. */
const nextTurn = (): Promise<string> => new Promise((resolve) => setImmediate(() => resolve("still at it")));

describe("a PIN", () => {
  it.each([
    "000000",
    "111111",
    "121212",
    "112211",
    "123456",
    "654321",
    "890123",
    "098765",
    "123123",
    "70707070",
    "11111112",
  ])("%s is refused as too easy", (pin) => expect(isEasyPin(pin)).toBe(true));

  it.each(["482913", "190763", "1234567089", "271828", "135790"])("%s is taken", (pin) =>
    expect(isEasyPin(pin)).toBe(false),
  );

  it("is kept as an argon2id hash with its cost and a salt of its own", async () => {
    const [one, other] = [await hashPin("482913", CHEAP), await hashPin("482913", CHEAP)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
    expect(one).not.toContain("482913");
    expect(await isPinOf(one, "482913")).toBe(true);
    expect(await isPinOf(one, "482914")).toBe(false);
  });

  it("is hashed by what RFC 9106 recommends unless a test says otherwise", async () => {
    expect(await hashPin("482913")).toContain("$m=65536,t=3,p=4$");
  });

  it("is read as the reference implementation of argon2 writes it", async () => {
    const reference =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await isPinOf(reference, "password")).toBe(true);
    expect(await isPinOf(reference, "passwore")).toBe(false);
  });

  it("is never that of a hash which would take minutes to look at", async () => {
    // The reference implementation's own, had it been asked for ten times as much.
    const dear = "$argon2id$v=19$m=262144,t=999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await Promise.race([isPinOf(dear, "482913"), nextTurn()])).toBe(false);
    expect(await Promise.race([isPinOf(dear.replace("t=999,p=1", "t=3,p=999"), "482913"), nextTurn()])).toBe(
      false,
    );
  });

  it.each(["", "482913", "$argon2id$v=19$m=9999999,t=3,p=4$c29tc2FsdA$AAAA", "$2b$10$abc"])(
    "is never that of %j, which is no hash of Titian's",
    async (hash) => expect(await isPinOf(hash, "482913")).toBe(false),
  );
});

describe("a lock", () => {
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;
  const now = new Date("2026-11-27T02:00:00Z");
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  const minutes = (failures: number, locks: number, lockedUntil?: Date): number | undefined => {
    const until = lockAfter({ failures, locks, lockedUntil }, now);
    return until && (until.getTime() - now.getTime()) / MINUTE;
  };

  it("comes with the fifth wrong PIN in a row, and is short", () => {
    expect([0, 1, 2, 3, 4].map((failures) => minutes(failures, 0))).toEqual([
      ...[undefined, undefined, undefined, undefined],
      1,
    ]);
  });

  it("follows every wrong PIN after that, for five minutes and then for a quarter of an hour, never longer", () => {
    expect([1, 2, 3, 4, 50].map((locks) => minutes(0, locks, later(-MINUTE)))).toEqual([5, 15, 15, 15, 15]);
  });

  it("is forgotten after a quiet day: five may be mistyped again", () => {
    expect(minutes(0, 9, later(-DAY + 1))).toBe(15);
    expect(minutes(0, 9, later(-DAY))).toBeUndefined();
    expect(minutes(4, 9, later(-DAY))).toBe(1);
  });

  it("that a clock far ahead has set does not lock anybody out for years", () => {
    expect(isLocked({ lockedUntil: new Date("2026-11-27T02:15:00Z") }, now)).toBe(true);
    expect(isLocked({ lockedUntil: now }, now)).toBe(false);
    expect(isLocked({ lockedUntil: new Date("2031-01-01T00:00:00Z") }, now)).toBe(false);
  });
});
