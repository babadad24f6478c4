/** What the bridge window and the page that opened it say to each other. Both ends are ours; both check all the same. */

/** The window to its opener, again and again, and to that exact origin: a page that was reloaded finds it by this. */
export interface Here {
  readonly titian: "bridge-here";
  /** The conversation going on, by the page's own name for it. */
  readonly serving: string | null;
}

/** The page to the window: are you there? Answered with Here at once, however sleepy the window's clock is. */
export interface Call {
  readonly titian: "bridge-call";
}

/** The page to the window, with one port: a socket to the daemon, please. */
export interface Begin {
  readonly titian: "bridge-begin";
  readonly id: string;
}

/** Through the port, both ways, beside text and bytes as they are. `state` is the socket's; `code` of its close. */
export type Notice = { readonly state: "open" } | { readonly state: "closed"; readonly code: number };

/** The page through the port: it wants no more of this socket. */
export interface HangUp {
  readonly titian: "bridge-hang-up";
}

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null;

export const isHere = (data: unknown): data is Here =>
  isObject(data) &&
  data["titian"] === "bridge-here" &&
  (data["serving"] === null || typeof data["serving"] === "string");

export const isCall = (data: unknown): data is Call => isObject(data) && data["titian"] === "bridge-call";

export const isBegin = (data: unknown): data is Begin =>
  isObject(data) &&
  data["titian"] === "bridge-begin" &&
  typeof data["id"] === "string" &&
  data["id"].length <= 40;

export const isNotice = (data: unknown): data is Notice =>
  isObject(data) &&
  (data["state"] === "open" || (data["state"] === "closed" && typeof data["code"] === "number"));

export const isHangUp = (data: unknown): data is HangUp =>
  isObject(data) && data["titian"] === "bridge-hang-up";
