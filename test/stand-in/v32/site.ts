import { type Exchange, notFound, type Reply, redirect, reply, withCookies } from "../exchange.ts";
import { html } from "../html.ts";
import { NO_PHOTO } from "../photo-folder.ts";
import { newSession } from "../sessions.ts";
import { findRoute, type Handler, type Routes, type Site, type SiteParts, type Visit } from "../site.ts";
import { findOfficer, STAFF_PASSWORD } from "../staff.ts";
import { checkboxProcess, extendAll } from "./bulk.ts";
import { backs, manyCards, oneCard } from "./cards.ts";
import { createMember, showCreate, validity } from "./create.ts";
import { csrfCookie, refusal, tokenOf } from "./csrf.ts";
import { memberGrid } from "./grid.ts";
import { staffPage } from "./layout.ts";
import { logIn, logOut, openSession, SESSION_COOKIE, showLogin } from "./login.ts";
import { register, showRegistration } from "./online-registration.ts";
import { besideBackend, deletePhoto, savePhoto, uploadPhoto } from "./photos.ts";
import { yiiRedirect } from "./redirects.ts";
import { renew, renewalList, showRenewal } from "./renewal.ts";
import { TableSessions } from "./sessions.ts";
import { showUpdate, updateMember } from "./update.ts";
import { viewMember } from "./view.ts";

/** INLISLite 3.2: Yii 2, its back office in a folder of its own. */
export function createSite32(parts: SiteParts): Site {
  const sessions = new TableSessions(parts.db);
  const open = publicRoutes(parts, sessions);
  const closed = staffRoutes(parts, sessions);
  const photoFolder = `${besideBackend(parts.prefix)}/uploaded_files/foto_anggota/`;
  const [show, take] = [showRegistration(parts), register(parts)];
  const registration = (exchange: Exchange): Promise<Reply> =>
    (exchange.method === "POST" ? take : show)({ ...exchange, session: newSession(), rest: "" });

  const backend = async (exchange: Exchange): Promise<Reply | undefined> => {
    const session = (await sessions.find(exchange.cookies.get(SESSION_COOKIE))) ?? newSession();
    const openRoute = findRoute(open, exchange.method, exchange.path);
    const found = openRoute ?? findRoute(closed, exchange.method, exchange.path);
    if (!found) return undefined;
    if (!openRoute && !session.officer) return yiiRedirect(exchange, `${parts.base}/site/login`);
    const token = tokenOf(exchange);
    const visit: Visit = {
      ...exchange,
      ...{ session, rest: found.rest },
      cookies: new Map([...exchange.cookies, ["_backendInlislite", token]]),
    };
    return withCookies(refusal(exchange) ?? (await found.handler(visit)), csrfCookie(token));
  };

  return {
    answer: async (exchange) => {
      const { path } = exchange;
      if (path.startsWith(photoFolder)) return photo(parts, path.slice(photoFolder.length));
      if (path.startsWith(`${besideBackend(parts.prefix)}/pendaftaran`)) return registration(exchange);
      if (!path.startsWith(`${parts.prefix}/`)) return undefined;
      const below = path.slice(parts.prefix.length).replace(/(.)\/$/, "$1");
      return backend({ ...exchange, path: below });
    },
    logIn: async (staff) => {
      const officer = await findOfficer(parts.db, staff, STAFF_PASSWORD);
      if (!officer) throw new Error(`no officer ${staff}`);
      return { name: SESSION_COOKIE, value: await openSession(sessions, officer) };
    },
    logEverybodyOut: () => sessions.clear(),
  };
}

function photo({ photos }: SiteParts, name: string): Reply {
  const bytes = name === "nophoto.jpg" ? NO_PHOTO : photos.read(name);
  return bytes ? reply(200, bytes, { "content-type": "image/jpeg" }) : notFound();
}

function publicRoutes(parts: SiteParts, sessions: TableSessions): Routes {
  return {
    "GET /": async () => redirect(`${parts.base}/site/login`),
    "GET /site/login": showLogin(parts),
    "POST /site/login": logIn(parts, sessions),
    "GET /site/logout": logOut(parts, sessions),
  };
}

function staffRoutes(parts: SiteParts, sessions: TableSessions): Routes {
  const home: Handler = async (visit) =>
    staffPage(parts, { title: "Beranda", token: tokenOf(visit), content: html`<h1>Beranda</h1>` });
  return {
    "GET /site/index": home,
    "GET /member/member": memberGrid(parts),
    "GET /member/member/index": memberGrid(parts),
    "GET /member/member/create": showCreate(parts),
    "POST /member/member/create": createMember(parts),
    "GET /member/member/update": showUpdate(parts),
    "POST /member/member/update": updateMember(parts),
    "GET /member/member/view": viewMember(parts),
    "GET /member/member/masa-berlaku": validity(parts),
    "POST /member/member/save-foto": savePhoto(parts),
    "POST /member/member/upload-foto-anggota": uploadPhoto(parts),
    "POST /member/member/hapus-foto": deletePhoto(parts),
    "POST /member/member/checkbox-process": checkboxProcess(parts, sessions),
    "GET /member/perpanjang/index": renewalList(parts),
    "GET /member/perpanjang/create": showRenewal(parts),
    "POST /member/perpanjang/create": renew(parts),
    "GET /member/pdf/kartu-anggota-satuan": oneCard,
    "GET /member/pdf/kartu-anggota-all": manyCards,
    "GET /member/pdf/kartu-belakang-anggota": backs,
    "POST /member/perpanjangan-expired/extend": extendAll(parts),
  };
}
