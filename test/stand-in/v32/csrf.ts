import { randomBytes } from "node:crypto";
import { type Exchange, page, type Reply } from "../exchange.ts";
import { type Html, html } from "../html.ts";

/** Name of the field, of the meta tag's value and of the cookie. */
export const CSRF = "_backendInlislite";

export const tokenOf = ({ cookies }: Exchange): string =>
  cookies.get(CSRF) ?? randomBytes(16).toString("hex");

export const csrfField = (token: string): Html => html`<input type="hidden" name="${CSRF}" value="${token}">`;

export const csrfCookie = (token: string): string => `${CSRF}=${token}; path=/; HttpOnly`;

/** MemberController has switched it off for all it does; the other controllers ask. */
export function refusal(exchange: Exchange): Reply | undefined {
  if (exchange.method !== "POST" || exchange.path.startsWith("/member/member/")) return undefined;
  const given = exchange.form.get(CSRF) ?? exchange.headers["x-csrf-token"];
  if (given !== undefined && given === exchange.cookies.get(CSRF)) return undefined;
  return page(html`<h1>Bad Request (#400)</h1><p>Unable to verify your data submission.</p>`, 400);
}
