import { page, type Reply, redirect, withCookies } from "../exchange.ts";
import { html } from "../html.ts";
import { newSession, type SessionStore } from "../sessions.ts";
import { type Handler, type SiteParts, styleTags } from "../site.ts";
import { findOfficer, type Officer } from "../staff.ts";
import { csrfField, tokenOf } from "./csrf.ts";

export const SESSION_COOKIE = "ci_session";

const sessionCookie = (id: string): string =>
  `${SESSION_COOKIE}=${id}; Max-Age=7200; Path=/; HttpOnly; SameSite=Lax`;

/** No hCaptcha here: the product keeps `#loginBtn` disabled until it is solved on the internet. */
export function showLogin({ base }: SiteParts, sessions: SessionStore): Handler {
  return async (visit): Promise<Reply> => {
    if (visit.session.flash !== undefined) await sessions.save({ ...visit.session, flash: undefined });
    return page(html`<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Login | INLISLite</title>
${styleTags([`${base}/themes/bootstrap-5.min.css`])}</head><body class="p-5">
<form action="/login" method="post" class="mx-auto" style="max-width:320px">${csrfField(tokenOf(visit))}
<p class="text-danger">${visit.session.flash}</p>
<input class="form-control mb-2" type="text" name="login" placeholder="Email atau nama pengguna">
<input class="form-control mb-2" type="password" name="password" placeholder="Kata sandi">
<button type="submit" id="loginBtn" class="btn btn-primary">Masuk</button></form></body></html>`);
  };
}

export function logIn({ db, base }: SiteParts, sessions: SessionStore): Handler {
  return async ({ form, session }) => {
    const officer = await findOfficer(db, form.get("login"), form.get("password"));
    if (!officer) {
      await sessions.save({ ...session, flash: "Nama pengguna atau kata sandi salah." });
      return withCookies(redirect(`${base}/login`, 303), sessionCookie(session.id));
    }
    const id = await openSession(sessions, officer);
    return withCookies(redirect(`${base}/dashboard`, 303), sessionCookie(id));
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
    return redirect(`${base}/login`);
  };
}
