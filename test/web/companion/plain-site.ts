import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import os from "node:os";
import path from "node:path";
import { buildScript } from "../../../web/build-client.ts";
import { cameraFrame } from "../fake-pictures.ts";

export interface PlainPage {
  readonly body: string;
  readonly head?: string;
  /** Attributes of body, as the fake adapter reads them. */
  readonly data?: Readonly<Record<string, string>>;
}

export interface PlainSite {
  readonly origin: string;
  readonly pages: Map<string, PlainPage>;
  /** Where a form leads once it is saved. */
  redirectsTo: string;
  /** Bodies of POSTs, newest last. */
  readonly posts: { readonly url: string; readonly body: string }[];
  stop(): Promise<void>;
}

let script: Promise<Uint8Array> | undefined;

async function companionScript(): Promise<Uint8Array> {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), "titian-companion-")), "titian-companion.js");
  await buildScript(
    "titian-companion.js",
    file,
    new URL("../in-page/fake-page.ts", import.meta.url).pathname,
  );
  return readFile(file);
}

const attributes = (data: Readonly<Record<string, string>>): string =>
  Object.entries(data)
    .map(([name, value]) => ` data-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}="${value}"`)
    .join("");

/** Pages that could be INLISLite's, with the companion in them; the daemon is elsewhere. */
export async function startPlainSite(daemonPort: () => number): Promise<PlainSite> {
  script ??= companionScript();
  const code = await script;
  const pages = new Map<string, PlainPage>();
  const posts: { readonly url: string; readonly body: string }[] = [];
  const site: PlainSite = {
    origin: "",
    pages,
    posts,
    redirectsTo: "/anggota",
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer((request, response) => {
    const url = (request.url ?? "/").split("?")[0] ?? "/";
    const answer = (type: string, body: string | Uint8Array, status = 200): void => {
      response.writeHead(status, { "content-type": type });
      response.end(body);
    };
    if (url === "/companion.js") return answer("text/javascript", code);
    if (url.startsWith("/uploads/")) {
      if (url.includes("gone")) return answer("text/html", "<h1>404</h1>", 404);
      return void cameraFrame(2, 600).then((jpeg) => answer("image/jpeg", jpeg));
    }
    if (request.method === "POST") {
      let body = "";
      request.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on("end", () => {
        posts.push({ url, body });
        response.writeHead(302, { location: site.redirectsTo });
        response.end();
      });
      return;
    }
    const page = pages.get(url);
    if (!page) return answer("text/html", "<h1>404</h1>", 404);
    answer(
      "text/html; charset=utf-8",
      `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>INLISLite</title><link rel="icon" href="data:,">${page.head ?? ""}</head>
<body${attributes(page.data ?? {})}>${page.body}
<script src="/companion.js" data-titian="http://127.0.0.1:${daemonPort()}"></script>
</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return Object.assign(site, { origin: `http://127.0.0.1:${port}` });
}
