import { randomBytes } from "node:crypto";
import { type Exchange, page, type Reply, withCookies } from "../exchange.ts";
import { type Html, html } from "../html.ts";
import type { SiteParts } from "../site.ts";

const FIELD = "csrf_test_name";
const COOKIE = "csrf_cookie_name";

/** Routes that later revisions guard. */
const GUARDED = [/^\/anggota\/create$/, /^\/anggota\/edit\//, /^\/api\/anggota\/(capture|upload)_file$/];

export type Token = string;

export const tokenOf = ({ cookies }: Exchange): Token =>
  cookies.get(COOKIE) ?? randomBytes(16).toString("hex");

export const csrfField = (token: Token): Html => html`<input type="hidden" name="${FIELD}" value="${token}">`;

export const csrfCookie = (token: Token): string =>
  `${COOKIE}=${token}; Max-Age=7200; Path=/; HttpOnly; SameSite=Lax`;

/** Undefined: go on. The revision of the facts has the filter commented out and asks nobody. */
export function refusal(parts: SiteParts, exchange: Exchange): Reply | undefined {
  const isGuarded = exchange.method === "POST" && GUARDED.some((route) => route.test(exchange.path));
  if (!parts.enforcesCsrf || !isGuarded) return undefined;
  const given = exchange.form.get(FIELD) ?? exchange.headers["x-csrf-token"];
  if (given !== undefined && given === exchange.cookies.get(COOKIE)) return undefined;
  return page(html`<h1>403</h1><p>The action you requested is not allowed.</p>`, 403);
}

/** A token serves once: after a guarded POST the page's own copy is stale. */
export function afterwards(parts: SiteParts, exchange: Exchange, token: Token, answer: Reply): Reply {
  const isSpent = parts.enforcesCsrf && exchange.method === "POST";
  return withCookies(answer, csrfCookie(isSpent ? randomBytes(16).toString("hex") : token));
}
