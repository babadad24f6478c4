import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseArgv } from "../../../src/bridge/cli/argv.ts";
import type { OperatorsInvocation } from "../../../src/bridge/cli/argv-operators.ts";
import { operatorsAtThePc } from "../../../src/bridge/cli/operators.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { isPinOf } from "../../../src/bridge/operators/pin-hash.ts";
import { openStore } from "../../../src/store/store.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "titian-operators-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const around = {
  clock: new ManualClock(),
  log: new SilentLog(),
  language: "en",
  pinCost: { memoryKib: 8, passes: 1, lanes: 1 },
} as const;

/** As typed at the PC, with what is typed when a PIN is asked for. */
async function typed(words: string, ...pins: readonly string[]): Promise<string> {
  const left = [...pins];
  const invocation = parseArgv(
    words.split(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/).map((word) => word.replaceAll('"', "")),
  );
  return operatorsAtThePc(invocation as OperatorsInvocation, demoConfig({ folder, port: 9700 }), {
    ...around,
    readPin: async () => left.shift() ?? "",
  });
}

const open = () => openStore({ folder, desk: "desk-1", clock: around.clock, log: around.log });

describe("titian operators", () => {
  it("makes the first one only as kepala, and then anybody", async () => {
    await expect(typed('operators add "Ratna W." --role petugas', "190763")).rejects.toMatchObject({
      code: "OPERATOR_FIRST_IS_HEAD",
    });
    expect(await typed('operators add "Ibu Kartika" --role kepala', "482913")).toBe(
      "Ibu Kartika may sign in.",
    );
    await typed('operators add "Ratna W." --role petugas', "190763");
    expect(await typed("operators list")).toBe("kepala    Ibu Kartika\npetugas   Ratna W.");
  });

  it("gives the only head a new PIN, ends the lock, and the log says that it was the command line", async () => {
    await typed('operators add "Ibu Kartika" --role kepala', "482913");
    {
      using store = open();
      const [head] = store.operators.all();
      const until = new Date(around.clock.now().getTime() + 60_000).toISOString();
      if (head) store.operators.append(head.operator, { type: "operator.lockedOut", data: { until } });
    }
    expect(await typed('operators reset "ibu kartika"', "271828")).toContain("is changed");
    using store = open();
    const [head] = store.operators.all();
    expect(head?.lockedUntil).toBeUndefined();
    const id = head?.operator ?? ("" as NonNullable<typeof head>["operator"]);
    expect(await isPinOf(store.operators.pinHashOf(id) ?? "", "271828")).toBe(true);
    expect(store.events.read(`operator/${id}`).at(-1)).toMatchObject({
      type: "operator.pinChanged",
      data: { by: "command-line" },
    });
  });

  it.each(["", "12", "123456", "abcdef"])("does not take %j for a PIN", async (pin) => {
    await expect(typed('operators add "Ibu Kartika" --role kepala', pin)).rejects.toThrow();
    using store = open();
    expect(store.operators.all()).toEqual([]);
  });

  it("says who is not there, which roles there are, and that a Titian runs", async () => {
    await expect(typed("operators reset Siapa", "271828")).rejects.toThrow(/no operator "Siapa"/);
    expect(() => parseArgv(["operators", "add", "Ratna", "--role", "admin"])).toThrow(
      /petugas, teknisi, kepala/,
    );
    using _running = open();
    await expect(typed("operators list")).rejects.toMatchObject({ code: "STORE_LOCKED" });
  });
});
