import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "../../../src/bridge/config/schema.ts";
import { PRINTER } from "../../harness/clerk.ts";
import { DeskFolder } from "../../harness/daemon-process.ts";
import type { TestInlislite } from "../../harness/inlislite-database.ts";

/** One question to the database may take this long. */
export const BUDGET_MS = 2_500;

/** A desk as a library sets it up: the read-only user, its password in a file. */
export function deskOn(
  { host, port, database, user, password }: TestInlislite,
  change: (config: Config) => Config = (config) => config,
): DeskFolder {
  return new DeskFolder((demo, folder) => {
    const passwordFile = path.join(folder, "inlislite-password");
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    return change({
      ...demo,
      inlislite: { mode: "mysql", host, port, database, user, passwordFile, budgetMs: BUDGET_MS },
      devices: demo.devices.map((one) => (one.id === PRINTER ? { ...one, options: { printMs: 100 } } : one)),
    });
  });
}
