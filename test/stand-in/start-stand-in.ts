import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { InlisliteVersion } from "../../src/inlislite/member.ts";
import type { MariaDb } from "../harness/mariadb.ts";
import { APACHE_HEADERS } from "./apache-headers.ts";
import { makeCertificate } from "./certificate.ts";
import { SiteDatabase } from "./database.ts";
import { notFound, type Reply, reply, serverError, withHeaders } from "./exchange.ts";
import { addSiteTables, forgetHugeId } from "./extra-tables.ts";
import { type Html, html } from "./html.ts";
import { Knobs } from "./knobs.ts";
import { libraryFile } from "./library-files.ts";
import { PhotoFolder } from "./photo-folder.ts";
import { readRequest } from "./read-request.ts";
import type { Site } from "./site.ts";
import { type Staff, seedStaff } from "./staff.ts";
import { createSite32 } from "./v32/site.ts";
import { createSite33 } from "./v33/site.ts";

export interface StandInOptions {
  readonly version: InlisliteVersion;
  readonly mariaDb: Pick<MariaDb, "host" | "port" | "root">;
  /** Name of a database made by `createInlislite` of the same version. */
  readonly database: string;
  /** 3.3 on Apache: the headers of its .htaccess on every answer. Without: as on Nginx. */
  readonly apacheHeaders?: boolean;
  /** Folder of the site, `/perpustakaan`. 3.2 lives in `/inlislite3/backend` unless told otherwise, 3.3 at the root. */
  readonly prefix?: string;
  readonly port?: number;
  /** How the browser calls this server, in the product's base URL. The socket is on 127.0.0.1 in any case. */
  readonly hostName?: string;
  /** https with a certificate of its own making. */
  readonly tls?: boolean;
  /** Later public revisions of 3.3 refuse a POST without a fresh `csrf_test_name`; the revision of the facts does not. */
  readonly enforcesCsrf?: boolean;
  /** Keeps the 3.2 member whose id PHP prints as 1.0E+15, and with it that trouble for every new member. */
  readonly keepsHugeId?: boolean;
}

export interface StandIn extends AsyncDisposable {
  readonly version: InlisliteVersion;
  /** `http://127.0.0.1:41234` */
  readonly origin: string;
  readonly port: number;
  /** The site's folder at that origin, without a slash at the end. */
  readonly base: string;
  /** The same on 127.0.0.1: for whoever does not know the browser's name for this server. */
  readonly local: string;
  readonly knobs: Knobs;
  readonly photos: PhotoFolder;
  /** The certificate to trust, with `tls`. */
  readonly certificate: string | undefined;
  /** For a browser that need not fill in the login form: `context.addCookies([await standIn.logIn("petugas1")])`. */
  logIn(staff: Staff): Promise<{ readonly name: string; readonly value: string; readonly url: string }>;
  /** All sessions end; the next request of everybody lands on the login page. */
  logEverybodyOut(): Promise<void>;
  /** What a technician does to the staff layout: a script tag in every page of the staff. `titian`: its `data-titian`. */
  addScript(address: string, titian?: string): void;
  /** A file in the document root, like a script that a technician copies beside INLISLite. */
  addFile(path: string, content: string | Buffer, type: string): void;
  stop(): Promise<void>;
}

/** A stand-in for INLISLite's web site, built to what is known of it: routes, ids, names, answers, headers, and its bugs. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { version } = options;
  const db = new SiteDatabase(options.mariaDb, options.database);
  await addSiteTables(db, version);
  if (version === "3.2" && options.keepsHugeId !== true) await forgetHugeId(db);
  await seedStaff(db, version);

  const root = mkdtempSync(path.join(tmpdir(), "titian-stand-in-"));
  const photos = new PhotoFolder(path.join(root, version === "3.2" ? "foto_anggota" : "anggota"));
  const knobs = new Knobs();
  const hostName = options.hostName ?? "127.0.0.1";
  const prefix = options.prefix ?? (version === "3.2" ? "/inlislite3/backend" : "");
  const certificate = options.tls === true ? makeCertificate(hostName) : undefined;

  const server = certificate ? createHttps(certificate) : createHttp();
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the stand-in does not listen");
  const origin = `${certificate ? "https" : "http"}://${hostName}:${address.port}`;
  const base = `${origin}${prefix}`;

  const scripts: Html[] = [];
  const files = new Map<string, Reply>();
  const parts = {
    ...{ db, knobs, photos, origin, prefix, base },
    enforcesCsrf: options.enforcesCsrf === true,
    addedScripts: () => html`${scripts}`,
  };
  const site: Site = version === "3.2" ? createSite32(parts) : createSite33(parts);

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const exchange = await readRequest(request, origin, knobs.postLimitBytes);
    if (knobs.delayMs > 0) await pause(knobs.delayMs);
    const trouble = knobs.takeTrouble(exchange.path);
    if (trouble === "500") return reply(500, "");
    if (trouble === "html") return reply(200, "<!doctype html><title>Masuk</title><form></form>", HTML);
    return (
      files.get(exchange.path) ??
      libraryFile(exchange.path, prefix) ??
      (await site.answer(exchange)) ??
      notFound()
    );
  };
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    void answer(request)
      .catch(() => serverError())
      .then((given) => {
        const { pathname } = new URL(request.url ?? "/", origin);
        knobs.seen.push({ method: request.method ?? "", path: pathname, status: given.status });
        send(response, options.apacheHeaders === true ? withHeaders(given, APACHE_HEADERS) : given);
      });
  });

  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await db.end();
    rmSync(root, { recursive: true, force: true });
  };
  return {
    ...{ version, origin, base, knobs, photos, stop, port: address.port, certificate: certificate?.cert },
    local: base.replace(`//${hostName}:`, "//127.0.0.1:"),
    logIn: async (staff) => ({ ...(await site.logIn(staff)), url: `${origin}/` }),
    logEverybodyOut: () => site.logEverybodyOut(),
    addScript: (script, titian) =>
      void scripts.push(html`<script src="${script}"${titian && html` data-titian="${titian}"`}></script>`),
    addFile: (where, content, type) => void files.set(where, reply(200, content, { "content-type": type })),
    [Symbol.asyncDispose]: stop,
  };
}

const HTML = { "content-type": "text/html; charset=UTF-8" };

function send(response: ServerResponse, { status, headers, cookies, body }: Reply): void {
  response.writeHead(status, {
    ...headers,
    ...(cookies.length > 0 ? { "set-cookie": [...cookies] } : {}),
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}
