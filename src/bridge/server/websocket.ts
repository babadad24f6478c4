import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { TitianError } from "../../kernel/errors.ts";
import { MAX_FRAME_BYTES } from "../protocol/limits.ts";
import { Channel, type TextOf } from "./channel.ts";
import { decide } from "./guard.ts";
import { joinFragments } from "./join-fragments.ts";
import { knockOf } from "./knock.ts";
import { consoleOrigins, isWebOrigin, proxyHost } from "./origin.ts";
import { Session, type Standing } from "./session.ts";
import { TokenBucket } from "./token-bucket.ts";
import type { Wire } from "./wire.ts";

const SOCKET_PATH = "/ws";
/** Under the proxy's name every other path is INLISLite's, and INLISLite has no websocket. */
const PROXIED_SOCKET_PATH = "/.titian/ws";

/** A stranger sends one session.open and nothing else. */
const STRANGER_FRAME_BYTES = 4 * 1024;

interface Refusal {
  readonly status: keyof typeof PHRASES;
  readonly reason: string;
}
const PHRASES = {
  403: "Forbidden",
  404: "Not Found",
  421: "Misdirected Request",
  503: "Service Unavailable",
};

interface Surroundings {
  readonly wire: Wire;
  readonly textOf: TextOf;
  /** The port in Host and Origin: known once the server listens. */
  readonly port: () => number;
  /** True while INLISLite is shown under the proxy's name. */
  readonly isProxying: boolean;
  /** Told of every socket that was not let in, for /metrics. */
  readonly onDenied: (reason: string) => void;
}

/** The door of the websocket: guard, then caps, then a session. */
export class SocketDoor {
  readonly sessions = new Set<Session>();
  readonly #surroundings: Surroundings;
  readonly #strangers: TokenBucket;
  readonly #forKnown = serverFor(MAX_FRAME_BYTES);
  readonly #forStrangers = serverFor(STRANGER_FRAME_BYTES);

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    const { clock, limits } = surroundings.wire;
    this.#strangers = new TokenBucket(clock, limits.strangersPerSecond, limits.strangers);
  }

  onUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // The peer may be gone before the answer; that is no fault of ours.
    stream.on("error", () => stream.destroy());
    const origin = request.headers.origin ?? "";
    const refusal = this.#refusalOf(request, origin);
    if (refusal) {
      this.#refuse(stream, refusal);
      return;
    }
    const standing = this.#standingOf(origin);
    const server = standing === "stranger" ? this.#forStrangers : this.#forKnown;
    server.handleUpgrade(request, stream, head, (socket) => this.#admit(socket, stream, origin, standing));
  }

  closeOrigin(origin: string, code: number): void {
    for (const session of [...this.sessions]) if (session.origin === origin) session.close(code);
  }

  closeAll(code: number): void {
    for (const session of [...this.sessions]) session.close(code);
  }

  /** Resolves when the last session has left. */
  async empty(): Promise<void> {
    const leaving = [...this.sessions].map((session) => session.left);
    await Promise.all(leaving);
  }

  #admit(socket: WebSocket, stream: Duplex, origin: string, standing: Standing): void {
    const { wire, textOf } = this.#surroundings;
    const channel = new Channel(socket, stream, wire.limits, textOf);
    const session = new Session({ origin, standing }, (named) => this.#speakFor(named), channel, wire);
    this.sessions.add(session);
    socket.binaryType = "fragments";
    socket.on("message", (data: Buffer | Buffer[]) =>
      Array.isArray(data) ? session.onBinary(joinFragments(data)) : session.onText(data),
    );
    socket.on("error", (error) => wire.log.debug("socket failed", { session: session.id, error }));
    socket.on("close", () => {
      this.sessions.delete(session);
      session.onGone();
    });
    session.greet();
  }

  #refusalOf(request: IncomingMessage, origin: string): Refusal | undefined {
    if (request.url !== this.#pathUnder(request.headers.host)) return { status: 404, reason: "path" };
    const verdict = decide(knockOf(request, "socket"), this.#surroundings.port());
    if (!verdict.admitted) return verdict;
    return this.#hasRoom(origin, this.#standingOf(origin)) ? undefined : { status: 503, reason: "full" };
  }

  #pathUnder(host: string | undefined): string | undefined {
    const { port, isProxying } = this.#surroundings;
    if (host !== proxyHost(port())) return SOCKET_PATH;
    return isProxying ? PROXIED_SOCKET_PATH : undefined;
  }

  /** The same caps as for a page that knocks by itself. The console's own rights are never lent. */
  #speakFor(origin: string): Standing | TitianError {
    const standing = isWebOrigin(origin) ? this.#standingOf(origin) : "console";
    if (standing === "console") return new TitianError("SESSION_REFUSED");
    return this.#hasRoom(origin, standing) ? standing : new TitianError("TOO_MANY_REQUESTS");
  }

  #standingOf(origin: string): Standing {
    const { port, wire } = this.#surroundings;
    if (consoleOrigins(port()).includes(origin)) return "console";
    return wire.pairing.isGranted(origin) ? "granted" : "stranger";
  }

  #hasRoom(origin: string, standing: Standing): boolean {
    const { sessions, sessionsPerOrigin, strangers } = this.#surroundings.wire.limits;
    const present = [...this.sessions];
    if (present.length >= sessions) return false;
    if (present.filter((session) => session.origin === origin).length >= sessionsPerOrigin) return false;
    if (standing !== "stranger") return true;
    const others = present.filter((session) => session.standing === "stranger").length;
    return others < strangers && this.#strangers.take();
  }

  #refuse(stream: Duplex, { status, reason }: Refusal): void {
    const { wire, onDenied } = this.#surroundings;
    onDenied(reason);
    wire.log.debug("socket refused", { reason });
    stream.end(`HTTP/1.1 ${status} ${PHRASES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }
}

function serverFor(maxPayload: number): WebSocketServer {
  return new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, clientTracking: false });
}
