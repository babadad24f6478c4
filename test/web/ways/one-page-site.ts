import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildScript } from "../../../web/build-client.ts";

const ENTRY = fileURLToPath(new URL("../in-page/popup-page.ts", import.meta.url));
const PAGE =
  "<!doctype html><title>INLISLite</title><link rel=icon href=data:><button>Jembatan</button><script src=page.js></script>";
const AT_ONCE = `<script>document.title = "opened: " + titian.startPage(location.search.slice(1), true).popup.open()</script>`;

/** The script of in-page/popup-page.ts: `titian.startPage(daemon, canUsePopup)`. */
export async function pageScript(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-page-"));
  const file = path.join(folder, "page.js");
  await buildScript("titian-client.js", file, ENTRY);
  const script = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  return script;
}

export interface OnePageSite extends AsyncDisposable {
  readonly port: number;
}

/** A site with one page, as INLISLite is one: our script in it, a button, and no policy. `/at-once` opens the window unasked. */
export async function onePageSite(script: string): Promise<OnePageSite> {
  const http = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    if (isScript) response.end(script);
    else response.end(request.url?.startsWith("/at-once") ? `${PAGE}${AT_ONCE}` : PAGE);
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    port: (http.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
