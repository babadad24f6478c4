import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { erasuresText } from "../../../src/bridge/cli/erasures.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { codeOf, temporaryFolder } from "../../store/test-store.ts";

it("says that nobody can tell who asked to be forgotten, where the log is damaged", () => {
  const folder = temporaryFolder();
  const wishes = { config: demoConfig({ folder, port: 0 }), language: "en" as const };
  expect(erasuresText({ ...wishes, json: false })).toBe("No member has asked to be forgotten.");
  writeFileSync(path.join(folder, "titian.sqlite"), "no database");
  for (const json of [false, true])
    expect(codeOf(() => erasuresText({ ...wishes, json }))).toBe("STORE_CORRUPT");
});
