import { expect, it } from "vitest";
import { OperatorAccounts } from "../../../src/bridge/operators/operator-accounts.ts";
import { PinCheck } from "../../../src/bridge/operators/pin-check.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { openTestStore } from "../../store/test-store.ts";

const CHEAP = { memoryKib: 8, passes: 1, lanes: 1 };

it("two heads whose PINs are hashed at the same moment: the first is made, the other is told", async () => {
  const { store, clock } = openTestStore();
  const operators = store.operators;
  const accounts = new OperatorAccounts({
    ...{ store: operators, clock },
    pins: new PinCheck({ store: operators, clock, log: new SilentLog(), pinCost: CHEAP }),
  });
  const create = (name: string) => accounts.create({ name, role: "head", pin: "482913" }, "self");
  const made = await Promise.allSettled([create("Ibu Kartika"), create("Bapak Surya")]);
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(made.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "OPERATOR_FIRST_MADE" },
  });
  expect(operators.all()).toHaveLength(1);
});
