import { type ReadonlySignal, signal } from "@preact/signals";
import type { CommandName, Params, Result } from "../../src/bridge/protocol/commands.ts";
import type { EventName, EventPayload } from "../../src/bridge/protocol/events.ts";

/** How the page stands to the daemon. `away`: it will try again by itself. `refused`: only a reload helps. */
export type LinkState = "connecting" | "open" | "away" | "refused";

/** What the daemon said about a request that failed; `text` is already in the session's language. */
export interface Fault {
  readonly code: string;
  readonly text: string;
}

export interface CallOptions {
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
  close(): void;
}

/* TEMPORARY until the client SDK lands: a minimal connection. */
export class CallError extends Error {
  constructor(readonly_: Fault) {
    super(readonly_.code);
    this.fault = readonly_;
  }
  readonly fault: Fault;
}

export function faultOf(thrown: unknown): Fault | undefined {
  return thrown instanceof CallError ? thrown.fault : undefined;
}

export function connect(language: "id" | "en"): Connection {
  const link = signal<LinkState>("connecting");
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const waiting = new Map<number, { resolve: (v: never) => void; reject: (e: unknown) => void }>();
  const frames = new Map<string, Uint8Array>();
  const frameWaiters = new Map<string, (b: Uint8Array) => void>();
  let next = 1;
  let socket: WebSocket;
  let lang = language;
  let closed = false;
  const open = async () => {
    const reply = await fetch("/console-token").catch(() => undefined);
    if (!reply?.ok) { link.value = "away"; setTimeout(open, 1000); return; }
    const { token } = (await reply.json()) as { token: string };
    socket = new WebSocket(`ws://${location.host}/ws`);
    socket.binaryType = "arraybuffer";
    socket.onclose = () => { if (closed) return; link.value = "away"; for (const w of waiting.values()) w.reject(new Error("gone")); waiting.clear(); setTimeout(open, 1000); };
    socket.onmessage = (event: MessageEvent) => {
      if (event.data instanceof ArrayBuffer) {
        const bytes = new Uint8Array(event.data);
        const hex = [...bytes.subarray(0, 16)].map((b) => b.toString(16).padStart(2, "0")).join("");
        const id = hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
        frames.set(id, bytes.subarray(16));
        if (frames.size > 40) frames.delete([...frames.keys()][0] ?? "");
        frameWaiters.get(id)?.(bytes.subarray(16));
        return;
      }
      const m = JSON.parse(event.data as string);
      if (m.type === "hello") socket.send(JSON.stringify({ type: "session.open", schema: 1, token, language: lang }));
      if (m.type === "session.opened") { socket.send(JSON.stringify({ type: "request", id: next++, command: "events.resume", params: { cursor: null } })); link.value = "open"; }
      if (m.type === "result") { waiting.get(m.id)?.resolve(m.result as never); waiting.delete(m.id); }
      if (m.type === "error") { waiting.get(m.id)?.reject(new CallError(m.error)); waiting.delete(m.id); }
      if (m.type === "event") for (const l of listeners.get(m.event) ?? []) l(m.data as never);
    };
  };
  void open();
  return {
    link,
    call: (command, params) => new Promise((resolve, reject) => { if (socket?.readyState !== 1) { reject(new Error("gone")); return; } const id = next++; waiting.set(id, { resolve: resolve as never, reject }); socket.send(JSON.stringify({ type: "request", id, command, params })); }),
    on(event, listener) { const set = listeners.get(event) ?? new Set(); listeners.set(event, set); set.add(listener as never); return { [Symbol.dispose]: () => void set.delete(listener as never) }; },
    upload(bytes) { const id = crypto.randomUUID(); const out = new Uint8Array(16 + bytes.length); out.set(id.replaceAll("-", "").match(/../g)!.map((h) => Number.parseInt(h, 16))); out.set(bytes, 16); socket.send(out); return id; },
    frame(id) { const known = frames.get(id); return known ? Promise.resolve(known) : new Promise((resolve) => frameWaiters.set(id, resolve)); },
    setLanguage(language) { lang = language; socket?.close(); },
    close() { closed = true; socket?.close(); },
  };
}
