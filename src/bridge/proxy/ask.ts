import http, { type IncomingMessage } from "node:http";
import type { Clock } from "../../kernel/clock.ts";
import type { UpstreamAgent } from "./agent.ts";
import { UpstreamAway } from "./away.ts";
import type { Site } from "./site.ts";
import { StallWatch } from "./stall-watch.ts";

export interface Budgets {
  readonly connectMs: number;
  /** From the last byte of the request to the first of the answer. */
  readonly firstByteMs: number;
  /** Between two pieces of an upload or a download. */
  readonly idleMs: number;
}

/** First byte: as long as Apache lets a report take (`Timeout 300`), so that nothing fails here that works without us. */
export const BUDGETS: Budgets = { connectMs: 5_000, firstByteMs: 300_000, idleMs: 120_000 };

interface Question {
  readonly path: string;
  readonly method: string;
  readonly headers: readonly string[];
  readonly signal: AbortSignal;
  /** Where its body comes from. */
  readonly body?: IncomingMessage | undefined;
}

interface AskerOptions {
  readonly kept: UpstreamAgent;
  readonly fresh: UpstreamAgent;
  readonly clock: Clock;
  readonly budgets: Budgets;
  readonly maxUploadBytes: number;
}

/** Puts a browser's request to INLISLite and resolves with the answer's head. */
export class Asker {
  readonly #options: AskerOptions;

  constructor(options: AskerOptions) {
    this.#options = options;
  }

  /** `signal` aborts when the browser has gone. */
  async ask(
    request: IncomingMessage,
    path: string,
    headers: readonly string[],
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    const { kept, fresh, maxUploadBytes } = this.#options;
    if (Number(request.headers["content-length"] ?? 0) > maxUploadBytes) throw new UpstreamAway("too-large");
    const question: Question = { path, headers, signal, method: request.method ?? "GET" };
    // What has a body cannot be sent twice, so it never goes over a connection that the server may just have closed.
    if (hasBody(request)) return this.#once({ ...question, body: request }, fresh);
    try {
      return await this.#once(question, kept);
    } catch (error) {
      if (error !== STALE) throw error;
      return this.#once(question, fresh);
    }
  }

  /** Resolves when INLISLite answers anything at all. */
  async probe(site: Site, signal: AbortSignal): Promise<void> {
    const headers = ["Host", site.host, "Accept", "text/html"];
    const question = { path: site.home, method: "HEAD", headers, signal };
    (await this.#once(question, this.#options.fresh)).destroy();
  }

  #once(question: Question, agent: UpstreamAgent): Promise<IncomingMessage> {
    const { path, method, headers, signal, body } = question;
    const { clock, budgets } = this.#options;
    return new Promise((resolve, reject) => {
      const outgoing = http.request({ agent, path, method, signal, headers, setHost: false });
      const watch = new StallWatch(clock, budgets.firstByteMs, () => {
        outgoing.destroy(new UpstreamAway("silent"));
        return true;
      });
      outgoing.once("response", (answer) => {
        watch[Symbol.dispose]();
        resolve(answer);
      });
      outgoing.on("error", (error) => {
        watch[Symbol.dispose]();
        if (signal.aborted) reject(error);
        else reject(outgoing.reusedSocket && isHangUp(error) ? STALE : UpstreamAway.from(error));
      });
      outgoing.once("close", () => watch[Symbol.dispose]());
      if (body) this.#send(body, outgoing, watch);
      else outgoing.end();
    });
  }

  #send(request: IncomingMessage, outgoing: http.ClientRequest, watch: StallWatch): void {
    const { budgets, maxUploadBytes } = this.#options;
    let sent = 0;
    watch.moved(budgets.idleMs);
    request.on("data", (piece: Buffer) => {
      sent += piece.length;
      watch.moved();
      if (sent > maxUploadBytes) outgoing.destroy(new UpstreamAway("too-large"));
    });
    request.once("end", () => watch.moved(budgets.firstByteMs));
    request.pipe(outgoing);
    // An answer may come before the upload is through; what is left of it is then read and dropped.
    outgoing.once("close", () => request.unpipe(outgoing).resume());
  }
}

/** INLISLite had closed a connection that was kept, before it heard of the request. */
const STALE = new Error("the kept connection was closed");

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

const isHangUp = (error: NodeJS.ErrnoException): boolean =>
  error.code === "ECONNRESET" || error.code === "EPIPE";
