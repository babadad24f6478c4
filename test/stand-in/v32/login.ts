import { type Reply, redirect, withCookies } from "../exchange.ts";
import { html } from "../html.ts";
import { newSession, type SessionStore } from "../sessions.ts";
import type { Handler, SiteParts } from "../site.ts";
import { findOfficer, type Officer } from "../staff.ts";
import { csrfField, tokenOf } from "./csrf.ts";
import { plainPage } from "./layout.ts";

export const SESSION_COOKIE = "backendSession";

export function showLogin({ prefix }: SiteParts): Handler {
  return async (visit): Promise<Reply> =>
    plainPage(
      "Login",
      html`<form id="login-form" action="${prefix}/site/login" method="post">${csrfField(tokenOf(visit))}
<input type="text" id="loginform-username" name="LoginForm[username]">
<input type="password" id="loginform-password" name="LoginForm[password]">
<button type="submit" name="login-button">Masuk</button></form>`,
    );
}

export function logIn(parts: SiteParts, sessions: SessionStore): Handler {
  const show = showLogin(parts);
  return async (visit) => {
    const { form } = visit;
    const officer = await findOfficer(
      parts.db,
      form.get("LoginForm[username]"),
      form.get("LoginForm[password]"),
    );
    if (!officer) return show(visit);
    const id = await openSession(sessions, officer);
    return withCookies(redirect(`${parts.base}/site/index`), `${SESSION_COOKIE}=${id}; path=/; HttpOnly`);
  };
}

export async function openSession(sessions: SessionStore, officer: Officer): Promise<string> {
  const session = { ...newSession(), officer };
  await sessions.save(session);
  return session.id;
}

export function logOut({ base }: SiteParts, sessions: SessionStore): Handler {
  return async ({ session }) => {
    await sessions.save({ ...session, officer: undefined });
    return redirect(`${base}/site/login`);
  };
}
