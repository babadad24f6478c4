import { readFile, writeFile } from "node:fs/promises";
import { asyncApi } from "./generate/asyncapi.ts";
import { configDoc } from "./generate/config.ts";
import { driversPage } from "./generate/drivers-page.ts";
import { errorsPage } from "./generate/errors-page.ts";
import { protocolPage } from "./generate/protocol-page.ts";
import { reasonsPage } from "./generate/reasons-page.ts";

/** Every generated file of this folder and what it should hold. */
export const PAGES: Readonly<Record<string, () => string>> = {
  "protocol.md": protocolPage,
  "asyncapi.json": () => `${JSON.stringify(asyncApi(), undefined, 2)}\n`,
  "errors.md": errorsPage,
  "config.md": configDoc,
  "drivers.md": driversPage,
  "operator/alasan-perangkat.md": reasonsPage,
};

const placeOf = (name: string): URL => new URL(name, import.meta.url);

/** Names of the files that no longer say what the code says. */
export async function stalePages(): Promise<string[]> {
  const stale: string[] = [];
  for (const [name, text] of Object.entries(PAGES)) {
    const written = await readFile(placeOf(name), "utf8").catch(() => undefined);
    if (written !== text()) stale.push(name);
  }
  return stale;
}

async function main(): Promise<void> {
  const stale = await stalePages();
  if (process.argv.includes("--check")) {
    if (stale.length === 0) return;
    process.stderr.write(`Stale, run "npm run docs": ${stale.map((name) => `docs/${name}`).join(", ")}\n`);
    process.exitCode = 1;
    return;
  }
  for (const name of stale) await writeFile(placeOf(name), PAGES[name]?.() ?? "");
  process.stdout.write(stale.length > 0 ? `Written: ${stale.join(", ")}\n` : "Up to date.\n");
}

if (import.meta.main) await main();
