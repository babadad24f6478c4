import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { SCREENS } from "../../../src/bridge/protocol/screens.ts";

/** A folder as the console is built to, with as little in it as can be told apart. */
export function builtConsole(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-web-"));
  writeFileSync(path.join(folder, "index.html"), "<!doctype html><title>Titian</title>");
  writeFileSync(path.join(folder, "console.js"), "export {};");
  writeFileSync(path.join(folder, "bridge.html"), "<!doctype html><title>Jembatan Titian</title>");
  for (const screen of SCREENS)
    writeFileSync(path.join(folder, `${screen}.html`), "<!doctype html><title>Layar</title>");
  writeFileSync(path.join(folder, "titian-client.js"), "var titian = {};");
  writeFileSync(path.join(folder, "titian-companion.js"), "(() => {})();");
  return folder;
}
