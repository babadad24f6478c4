import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { complaintsOf, launchChromium } from "../../harness/chromium.ts";
import { cameraFrame } from "../fake-pictures.ts";

/** Under the load of a whole test run everything takes its time. */
export const PATIENCE_MS = 30_000;

export interface Asked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Given {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Never answered at all. */
  readonly isSilent?: boolean;
}

export type Route = (asked: Asked) => Given;

export interface SeenPage {
  readonly version: string;
  readonly kind: string;
  readonly member?: { readonly memberId: string; readonly memberNo?: string };
  readonly hasPhoto: boolean;
  readonly hasButtonPlace: boolean;
  readonly hasActionPlace: boolean;
  readonly form?: { readonly fullName: string; readonly memberNo: string; readonly phone: string };
  readonly isDirty?: boolean;
  readonly selected: readonly { readonly memberId: string; readonly memberNo?: string }[];
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
  readonly memberAddress: string;
  readonly photoAddress: string;
}

/** A site that answers as a test says, and one page of it in Chromium with the adapters beside its scripts. */
export class PagesDesk implements AsyncDisposable {
  /** By path without the query; `POST /path` for one method. */
  readonly routes = new Map<string, Route | string>([["/favicon.ico", () => ({ status: 204 })]]);
  readonly asked: Asked[] = [];
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly #server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      const { method = "", url: path = "/", headers } = request;
      const asked = { method, path, headers, body };
      const bare = path.split("?")[0] ?? "/";
      const route = this.routes.get(`${method} ${bare}`) ?? this.routes.get(bare);
      const given: Given =
        typeof route === "string"
          ? { body: pageAround(route, this.#driver) }
          : (route?.(asked) ?? { status: 404, body: "<h1>404</h1>" });
      this.asked.push(asked);
      if (given.isSilent) return;
      response.writeHead(given.status ?? 200, {
        "content-type": given.type ?? "text/html; charset=utf-8",
        ...given.headers,
      });
      response.end(given.body ?? "");
    });
  });
  #driver = "";

  private constructor(page: Page) {
    this.page = page;
    this.complaints = complaintsOf(page);
  }

  static async open(browser: Browser): Promise<PagesDesk> {
    const context = await browser.newContext({ permissions: ["camera"], timezoneId: "Asia/Jakarta" });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const desk = new PagesDesk(page);
    desk.#driver = await driverScript();
    desk.#server.listen(0, "127.0.0.1");
    await once(desk.#server, "listening");
    return desk;
  }

  get origin(): string {
    const address = this.#server.address();
    return typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
  }

  /** Shows a page and begins to watch it. */
  async show(path: string, options: { readonly answerWithinMs?: number } = {}): Promise<void> {
    await this.page.goto(`${this.origin}${path}`);
    await this.page.evaluate(`driver.watch(${options.answerWithinMs ?? ""})`);
  }

  async find(path: string): Promise<SeenPage | undefined> {
    await this.page.goto(`${this.origin}${path}`);
    return this.page.evaluate("driver.find()");
  }

  /** The page as it is now. */
  async seen(): Promise<SeenPage> {
    const seen = await this.page.evaluate<SeenPage | undefined>("driver.describe()");
    if (!seen) throw new Error("no page is seen");
    return seen;
  }

  told(): Promise<readonly string[]> {
    return this.page.evaluate("driver.told");
  }

  /** Waits for the browser to agree. */
  async until(condition: string): Promise<void> {
    await this.page.waitForFunction(condition, undefined, { timeout: PATIENCE_MS });
  }

  put(jpeg: Uint8Array): Promise<string> {
    return this.page.evaluate(`driver.put("${Buffer.from(jpeg).toString("base64")}")`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** With a webcam that shows a test picture, and permission to use it. */
export const launchWithCamera = (): Promise<Browser> =>
  launchChromium(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]);

export const photo = (seed: number): Promise<Uint8Array> => cameraFrame(seed, 300);

export const dataUri = (jpeg: Uint8Array): string =>
  `data:image/jpeg;base64,${Buffer.from(jpeg).toString("base64")}`;

export const json = (value: unknown, status = 200): Given => ({
  status,
  type: "application/json; charset=UTF-8",
  body: JSON.stringify(value),
});

/** What both versions show whose session has ended. */
export const LOGIN_PAGE = `<!doctype html><html><body><form action="/login" method="post">
<input type="text" name="login"><input type="password" name="password"><button id="loginBtn">Masuk</button></form></body></html>`;

const pageAround = (body: string, driver: string): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>INLISLite</title><link rel="icon" href="data:,"></head>
<body>${body}<script>${driver}</script></body></html>`;

let script: Promise<string> | undefined;

export function driverScript(): Promise<string> {
  script ??= build({
    entryPoints: [new URL("../in-page/pages-driver.ts", import.meta.url).pathname],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "error",
  }).then(({ outputFiles }) => outputFiles[0]?.text.replaceAll("</script", "<\\/script") ?? "");
  return script;
}
