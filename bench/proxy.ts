import { Agent, request } from "node:http";
import { type ChildServer, childServer } from "./child-server.ts";
import { type Measurement, median, msOf } from "./measurement.ts";
import { onOneCore } from "./one-core.ts";

const ROUNDS = 5;
const PAGES = 300;
const BODY_MB = 12;
const body = Buffer.alloc(BODY_MB * 1_000_000, 7);

/** A browser that keeps its connections: what a page or a file costs with and without the proxy in between. */
class Visitor {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #port: number;
  readonly #host: string;

  constructor(port: number, host: string) {
    this.#port = port;
    this.#host = host;
  }

  /** Bytes of the answer. */
  ask(path: string, upload?: Buffer): Promise<number> {
    const posting = upload && { origin: `http://${this.#host}`, "content-length": upload.length };
    const headers = { host: this.#host, accept: "text/html", ...posting };
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: "127.0.0.1",
          port: this.#port,
          path,
          agent: this.#agent,
          headers,
          method: upload ? "POST" : "GET",
        },
        (answer) => {
          let bytes = 0;
          answer.on("data", (piece: Buffer) => {
            bytes += piece.length;
          });
          answer.on("error", reject);
          answer.on("end", () =>
            answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`status ${answer.statusCode}`)),
          );
        },
      );
      outgoing.on("error", reject);
      outgoing.end(upload);
    });
  }

  /** Median milliseconds of a page, one after the other. */
  async page(): Promise<number> {
    const laps: number[] = [];
    for (let lap = 0; lap < PAGES; lap++) laps.push(await msOf(() => this.ask("/page")));
    return median(laps);
  }

  async download(): Promise<number> {
    const startMs = performance.now();
    const bytes = await this.ask("/file");
    return bytes / 1e6 / ((performance.now() - startMs) / 1e3);
  }

  async upload(): Promise<number> {
    return BODY_MB / ((await msOf(() => this.ask("/upload", body))) / 1e3);
  }
}

/** Direct and through the proxy in turns, so that whatever else the machine does falls on both. */
async function inTurns(
  unit: string,
  place: (...pids: number[]) => Disposable | undefined,
  measure: (visitor: Visitor) => Promise<number>,
): Promise<Measurement> {
  await using site = await childServer("site");
  await using proxy: ChildServer = await childServer("proxy", [`http://127.0.0.1:${site.port}/`]);
  using _placed = place(process.pid, site.pid, proxy.pid);
  const direct = new Visitor(site.port, `127.0.0.1:${site.port}`);
  const through = new Visitor(proxy.port, `inlis.localhost:${proxy.port}`);
  await measure(direct);
  await measure(through);
  const rounds: { readonly ours: number; readonly floor: number }[] = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ floor: await measure(direct), ours: await measure(through) });
  return { unit, ours: median(rounds.map((one) => one.ours)), floor: median(rounds.map((one) => one.floor)) };
}

const anywhere = (): undefined => undefined;

/** A page of 40 kB with 120 addresses that are rewritten. */
export const proxiedPage = (): Promise<Measurement> => inTurns("ms", onOneCore, (visitor) => visitor.page());

/** 20 MB that pass through untouched. Higher is better. */
export const proxiedDownload = (): Promise<Measurement> =>
  inTurns("MB/s", anywhere, (visitor) => visitor.download());

export const proxiedUpload = (): Promise<Measurement> =>
  inTurns("MB/s", anywhere, (visitor) => visitor.upload());
