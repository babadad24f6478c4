import { type Exchange, type Reply, redirect, reply, serverError } from "../exchange.ts";
import { html } from "../html.ts";
import { NO_PHOTO } from "../photo-folder.ts";
import { FileSessions, newSession } from "../sessions.ts";
import { findRoute, type Handler, type Routes, type Site, type SiteParts, type Visit } from "../site.ts";
import { findOfficer, STAFF_PASSWORD } from "../staff.ts";
import { captureFile, deleteMember, detail, switchField, uploadFile } from "./api.ts";
import { freeOfLoans, printBack, printCard, printMany } from "./cards.ts";
import { createMember, showCreate } from "./create-member.ts";
import { afterwards, refusal, tokenOf } from "./csrf.ts";
import { datatable } from "./datatable.ts";
import { editMember, showEdit } from "./edit-member.ts";
import { staffPage } from "./layout.ts";
import { listPage } from "./list-page.ts";
import { logIn, logOut, openSession, SESSION_COOKIE, showLogin } from "./login.ts";
import { activateOnline } from "./online-activation.ts";
import { register, showRegistration } from "./online-registration.ts";
import { renew, renewalList, showRenewal } from "./renewal.ts";

/** INLISLite 3.3: CodeIgniter 4 with Myth/Auth. */
export function createSite33(parts: SiteParts): Site {
  const sessions = new FileSessions();
  const open = publicRoutes(parts, sessions);
  const closed = staffRoutes(parts);

  const route = async (exchange: Exchange): Promise<Reply | undefined> => {
    if (!exchange.path.startsWith(`${parts.prefix}/`)) return undefined;
    return inside({ ...exchange, path: exchange.path.slice(parts.prefix.length) });
  };
  const inside = async (exchange: Exchange): Promise<Reply | undefined> => {
    const session = (await sessions.find(exchange.cookies.get(SESSION_COOKIE))) ?? newSession();
    const openRoute = findRoute(open, exchange.method, exchange.path);
    const found = openRoute ?? findRoute(closed, exchange.method, exchange.path);
    if (!found) return undefined;
    // Also for AJAX: a page that asks for JSON is led to the login page and gets that.
    if (!openRoute && !session.officer) {
      return redirect(`${parts.base}/login`, exchange.method === "GET" ? 302 : 303);
    }
    const token = tokenOf(exchange);
    const visit: Visit = {
      ...exchange,
      ...{ session, rest: found.rest },
      cookies: new Map([...exchange.cookies, ["csrf_cookie_name", token]]),
    };
    const answer = refusal(parts, exchange) ?? (await found.handler(visit));
    return exchange.path.startsWith("/uploads/") ? answer : afterwards(parts, exchange, token, answer);
  };

  return {
    answer: (exchange) => sessions.inTurn(exchange.cookies.get(SESSION_COOKIE), () => route(exchange)),
    logIn: async (staff) => {
      const officer = await findOfficer(parts.db, staff, STAFF_PASSWORD);
      if (!officer) throw new Error(`no officer ${staff}`);
      return { name: SESSION_COOKIE, value: await openSession(sessions, officer) };
    },
    logEverybodyOut: () => sessions.clear(),
  };
}

function publicRoutes(parts: SiteParts, sessions: FileSessions): Routes {
  return {
    "GET /": async () => redirect(`${parts.base}/login`),
    "GET /login": showLogin(parts, sessions),
    "POST /login": logIn(parts, sessions),
    "GET /logout": logOut(parts, sessions),
    "GET /home/pendaftaran-online": showRegistration(parts),
    "POST /api/member/register": register(parts),
    "GET /uploads/default/nophoto.jpg": async () => reply(200, NO_PHOTO, { "content-type": "image/jpeg" }),
    "GET /uploads/anggota/:rest": async ({ rest }) => {
      const photo = parts.photos.read(rest);
      return photo ? reply(200, photo, { "content-type": "image/jpeg" }) : reply(404, "");
    },
  };
}

function staffRoutes(parts: SiteParts): Routes {
  const list: Handler = async (visit) => listPage(parts, tokenOf(visit));
  return {
    "GET /dashboard": async () =>
      staffPage(parts, {
        title: "Dashboard",
        content: html`<div class="app-main__inner"><h1>Dashboard</h1></div>`,
      }),
    "* /anggota": list,
    "* /anggota/index": list,
    "GET /anggota/create": showCreate(parts),
    "POST /anggota/create": createMember(parts),
    "GET /anggota/edit/:rest": showEdit(parts),
    "POST /anggota/edit/:rest": editMember(parts),
    "* /anggota/delete/:rest": deleteMember(parts),
    // `$anggota->name`: the column is Fullname.
    "* /anggota/detail/:rest": async () => serverError(),
    "* /anggota/printanggota/:rest": printCard(parts),
    "* /anggota/printkartubelakang/:rest": printBack(parts),
    "POST /anggota/multipleprint": printMany(parts),
    "* /anggota/bebaspustaka/:rest": freeOfLoans(parts),
    "POST /anggota/aktifkan_online": activateOnline(parts),
    "GET /perpanjangan-anggota": renewalList(parts),
    "GET /perpanjangan-anggota/create": showRenewal(parts),
    "POST /perpanjangan-anggota/create": renew(parts),
    "* /api/anggota/datatable": datatable(parts),
    "* /api/anggota/detail/:rest": detail(parts),
    "POST /api/anggota/capture_file": captureFile(parts),
    "POST /api/anggota/upload_file": uploadFile(parts),
    "* /api/anggota/switch/:rest": switchField(parts),
  };
}
