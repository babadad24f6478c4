import type { SiteDatabase } from "./database.ts";
import type { Exchange, Reply } from "./exchange.ts";
import { type Html, html } from "./html.ts";
import type { Knobs } from "./knobs.ts";
import type { PhotoFolder } from "./photo-folder.ts";
import type { Session } from "./sessions.ts";
import type { Staff } from "./staff.ts";

/** What a site of either version is built from. */
export interface SiteParts {
  readonly db: SiteDatabase;
  readonly knobs: Knobs;
  readonly photos: PhotoFolder;
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  /** The site's folder: empty, or with a slash in front only. */
  readonly prefix: string;
  /** `origin` and the site's folder, without a slash at the end: what the product calls its base URL. */
  readonly base: string;
  /** Script tags that a technician has put into the staff layout. */
  readonly addedScripts: () => Html;
  /** 3.3: what its later revisions do, see `startStandIn`. */
  readonly enforcesCsrf: boolean;
}

export interface Site {
  /** Undefined where nothing of the site lives at that path. */
  answer(exchange: Exchange): Promise<Reply | undefined>;
  /** The name and value of the cookie of somebody who has just logged in. */
  logIn(staff: Staff): Promise<{ readonly name: string; readonly value: string }>;
  logEverybodyOut(): Promise<void>;
}

/** One request of a session that may do what it asks for. */
export interface Visit extends Exchange {
  readonly session: Session;
  /** What follows the route's fixed part: an id. */
  readonly rest: string;
}

export type Handler = (visit: Visit) => Promise<Reply>;

/** `GET /anggota/edit/:rest`, `* /anggota`. */
export type Routes = Readonly<Record<string, Handler>>;

export interface Found {
  readonly handler: Handler;
  readonly rest: string;
}

export function findRoute(routes: Routes, method: string, path: string): Found | undefined {
  for (const [pattern, handler] of Object.entries(routes)) {
    const [wanted = "", where = ""] = pattern.split(" ");
    if (wanted !== "*" && wanted !== method) continue;
    if (where === path) return { handler, rest: "" };
    const stem = where.endsWith("/:rest") ? where.slice(0, -":rest".length) : undefined;
    if (stem !== undefined && path.startsWith(stem) && path.length > stem.length) {
      return { handler, rest: path.slice(stem.length) };
    }
  }
  return undefined;
}

export const scriptTags = (addresses: readonly string[]): Html =>
  html`${addresses.map((address) => html`<script src="${address}"></script>\n`)}`;

export const styleTags = (addresses: readonly string[]): Html =>
  html`${addresses.map((address) => html`<link rel="stylesheet" href="${address}">\n`)}`;
