import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Folder of the built console. */
export const WEB_ROOT = fileURLToPath(new URL("../../web/dist", import.meta.url));

export const VERSION: string = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
).version;
