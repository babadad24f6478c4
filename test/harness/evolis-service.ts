import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { FakeEvolisPrinter, RpcError } from "./evolis-printer.ts";
import { freePort } from "./free-port.ts";

/** Ways in which a service answers badly. `early`: before the half-close. `lingers`: it never closes its side. */
export const LINE_FAULTS = [
  ...(["silent", "garbage", "half", "empty", "reset", "wrong-id", "number-id", "both", "neither"] as const),
  ...(["not-a-string", "error", "huge", "endless", "slow", "early", "lingers"] as const),
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

const SLOW_MS = 100;
const MEBIBYTE = 1_048_576;

/**
 * A fake of Evolis's print service on TCP, written from the method table in facts/cards.md 4.1 and from nothing else. What
 * passes here has been shown on a fake: no real service was ever heard.
 */
export class EvolisFakeService implements AsyncDisposable {
  readonly printer = new FakeEvolisPrinter();
  readonly host = "127.0.0.1";
  #server: Server;
  #port = 0;
  #fault: { readonly how: LineFault; readonly method: string | undefined } | undefined;
  readonly #sockets = new Set<Socket>();

  private constructor() {
    this.#server = this.#listener();
  }

  static async start(): Promise<EvolisFakeService> {
    const service = new EvolisFakeService();
    service.#port = await freePort();
    await service.switchOn();
    return service;
  }

  get port(): number {
    return this.#port;
  }

  /** Answers every call, or those of one method, in this way from now on. */
  misbehave(how: LineFault, method?: string): void {
    this.#fault = { how, method };
  }

  behave(): void {
    this.#fault = undefined;
  }

  async switchOn(): Promise<void> {
    this.#server = this.#listener().listen(this.#port, this.host);
    await once(this.#server, "listening");
  }

  /** The service is gone, and with it every session. */
  async switchOff(): Promise<void> {
    this.printer.cutPower();
    if (!this.#server.listening) return;
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.switchOff();
  }

  #listener(): Server {
    return createServer({ allowHalfOpen: true }, (socket) => {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => this.#sockets.delete(socket));
      let text = "";
      let isAnswered = false;
      const answerOnce = (): void => {
        if (isAnswered) return;
        isAnswered = true;
        void this.#answer(socket, text);
      };
      socket.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        if (this.#fault?.how === "early" && parsed(text)) answerOnce();
      });
      socket.once("end", answerOnce);
    });
  }

  async #answer(socket: Socket, text: string): Promise<void> {
    const request = parsed(text);
    const method = String(request?.["method"]);
    const isHit = this.#fault && (this.#fault.method === undefined || this.#fault.method === method);
    const how = isHit ? this.#fault?.how : undefined;
    if (how === "reset") return void socket.resetAndDestroy();
    // Refused means not done; every other fault spoils the answer to what was done.
    const isRefused = how === "error";
    const reply = await this.#reply(request, isRefused ? "NOTHING.AtAll" : method);
    if (how) return misbehave(socket, how, reply);
    socket.end(JSON.stringify(reply));
  }

  async #reply(request: Record<string, unknown> | undefined, method: string): Promise<Reply> {
    const id = String(request?.["id"]);
    try {
      const isCall = request?.["jsonrpc"] === "2.0" && /^\d+$/.test(id) && typeof request["id"] === "string";
      if (!isCall) throw new RpcError(-32_600, "no request");
      return { jsonrpc: "2.0", id, result: await this.printer.call(method, request["params"]) };
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      return { jsonrpc: "2.0", id, error: { code: error.code, message: error.message } };
    }
  }
}

type Reply = { readonly jsonrpc: "2.0"; readonly id: string } & Record<string, unknown>;

function misbehave(socket: Socket, how: LineFault, reply: Reply): void {
  const text = JSON.stringify(reply);
  const { error: _error, ...good } = reply;
  const failure = { jsonrpc: "2.0", id: reply.id, error: { code: -32_001, message: "no" } };
  const answers: Partial<Record<LineFault, string>> = {
    garbage: "HTTP/1.1 400 Bad Request\r\n\r\n{",
    half: text.slice(0, text.length / 2),
    empty: "",
    "wrong-id": JSON.stringify({ ...reply, id: `${reply.id}1` }),
    "number-id": JSON.stringify({ ...reply, id: Number(reply.id) }),
    both: JSON.stringify({ ...failure, ...good, result: "OK" }),
    neither: JSON.stringify({ jsonrpc: "2.0", id: reply.id }),
    "not-a-string": JSON.stringify({ ...good, result: 5 }),
    error: JSON.stringify(failure),
    huge: JSON.stringify({ ...good, result: "x".repeat(2 * MEBIBYTE) }),
  };
  if (how === "silent") return;
  if (how === "lingers") return void socket.write(text);
  if (how === "slow") return void setTimeout(() => socket.end(text), SLOW_MS);
  if (how === "endless") return void pour(socket);
  socket.end(answers[how] ?? text);
}

/** Pieces that each look like an end, for as long as somebody listens. */
function pour(socket: Socket): void {
  socket.write(`{"x":"${"}".repeat(16_000)}`, (error) => {
    if (!error && !socket.destroyed) setImmediate(() => pour(socket));
  });
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
