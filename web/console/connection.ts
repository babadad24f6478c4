import { type ReadonlySignal, signal } from "@preact/signals";
import {
  CallError,
  type ClientState,
  TitianClient,
  type TokenStore,
} from "../../src/bridge/client/client.ts";
import type { CommandName, Params, Result } from "../../src/bridge/protocol/commands.ts";
import type { EventName, EventPayload } from "../../src/bridge/protocol/events.ts";

/**
 * How the page stands to the daemon. `away`: it will try again by itself; `starting`: so it does, and the daemon is there and
 * admits it in a moment. `refused`: only a reload helps.
 */
type LinkState = "connecting" | "open" | "away" | "starting" | "refused";

/** What the daemon said about a request that failed; `text` is already in the session's language. */
export interface Fault {
  readonly code: string;
  /** Empty where the daemon was never reached. */
  readonly text: string;
}

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly withinMs?: number;
}

/** All that the console needs of the socket. The only file that knows the client SDK. */
export interface Connection {
  readonly link: ReadonlySignal<LinkState>;
  call<C extends CommandName>(command: C, params: Params<C>, options?: CallOptions): Promise<Result<C>>;
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): Disposable;
  /** Sends bytes ahead of the command that names them; the answer is the frame's id. */
  upload(bytes: Uint8Array): string;
  frame(id: string): Promise<Uint8Array>;
  setLanguage(language: "id" | "en"): void;
}

export function faultOf(thrown: unknown): Fault | undefined {
  return thrown instanceof CallError ? { code: thrown.code, text: thrown.text } : undefined;
}

/** The daemon gives its own pages a new token at every start, so it is asked for at every connection and never kept. */
const tokenAt = (path: string): TokenStore => ({
  async get() {
    const answer = await fetch(path, { cache: "no-store" });
    if (!answer.ok) return null;
    const body: unknown = await answer.json();
    return typeof body === "object" && body !== null && "token" in body && typeof body.token === "string"
      ? body.token
      : null;
  },
  set() {},
});

const LINK: Readonly<Record<ClientState["name"], LinkState>> = {
  connecting: "connecting",
  open: "open",
  away: "away",
  pairing: "refused",
  refused: "refused",
};

/** `tokenPath`: whose rights the page has, the console's or those of a screen of its own. */
export function connect(language: "id" | "en", tokenPath = "/console-token"): Connection {
  const tokens = tokenAt(tokenPath);
  const client = new TitianClient({ url: `ws://${location.host}/ws`, tokens, language });
  const link = signal<LinkState>(LINK[client.state.name]);
  client.onState((state) => {
    // While it tries again after a loss, what is on the page is still old.
    const isRetry = state.name === "connecting" && (link.value === "away" || link.value === "starting");
    if (isRetry) return;
    link.value = state.name === "away" && state.isStarting ? "starting" : LINK[state.name];
  });
  return {
    link,
    call: (command, params, options) => client.call(command, params, options),
    on: (event, listener) => client.on(event, listener),
    upload: (bytes) => client.upload(bytes),
    frame: (id) => client.frame(id),
    setLanguage: (next) => client.setLanguage(next),
  };
}
