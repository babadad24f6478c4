import { build } from "vite";
import { buildScript } from "../../web/build-client.ts";

let built: Promise<unknown> | undefined;

/** The console as it is now, in web/dist, beside what other tests need there: a plain build would empty the folder. */
export function buildConsole(): Promise<unknown> {
  built ??= Promise.all([
    build({ configFile: "web/vite.config.ts", logLevel: "error", build: { emptyOutDir: false } }),
    buildScript("titian-face.js"),
  ]);
  return built;
}
