import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { type PrintedRow, readEscPos } from "../../drivers/escpos/read-escpos.ts";

type Question = 1 | 2 | 3 | 4;

/** How a printer behaves; well, unless told otherwise. */
export interface Manners {
  /** The questions of `DLE EOT` that it answers. */
  readonly answers?: readonly Question[];
  readonly answersAfterMs?: number;
  /** Answers to `GS I`, by letter. */
  readonly identity?: Readonly<Record<string, string>>;
  /** `slowly`: 64 KiB or less, then 20 ms of rest. */
  readonly takes?: "everything" | "slowly" | "nothing";
  /** Hangs up, without a goodbye, when it has so many bytes of a job. */
  readonly hangsUpAfterBytes?: number;
  /** Says this over and over as long as somebody is connected. */
  readonly babbles?: Uint8Array;
}

const ALL: readonly Question[] = [1, 2, 3, 4];
const [DLE, EOT, GS, I] = [0x10, 0x04, 0x1d, 0x49];
const WELL = 0x12;
const REST_MS = 20;

/** A network receipt printer in this process: keeps what it got, without the questions, and reads it as a printer does. */
export class FakeEscPosPrinter implements AsyncDisposable {
  manners: Manners;
  /** What it answers to each question from now on. */
  readonly status = new Map<Question, number>(ALL.map((question) => [question, WELL]));
  /** Every `DLE EOT` it was asked. */
  readonly asked: number[] = [];
  calls = 0;
  receivedBytes = 0;
  readonly #pieces: Buffer[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(manners: Manners) {
    this.manners = manners;
    this.#server = createServer((socket) => this.#greet(socket));
  }

  static async start(manners: Manners = {}): Promise<FakeEscPosPrinter> {
    const printer = new FakeEscPosPrinter(manners);
    printer.#server.listen(0, "127.0.0.1");
    await once(printer.#server, "listening");
    return printer;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("not listening");
    return address.port;
  }

  get address(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  /** All jobs so far, one after the other. */
  get received(): Buffer {
    return Buffer.concat(this.#pieces);
  }

  /** What came out, without blank lines. */
  get paper(): readonly PrintedRow[] {
    return readEscPos(this.received).filter((row) => row.kind !== "text" || row.text.trim() !== "");
  }

  /** As if the cable were pulled: whoever is connected learns it at once. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.hangUp();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, "close");
  }

  #greet(socket: Socket): void {
    this.calls++;
    this.#sockets.add(socket);
    socket.on("error", () => socket.destroy());
    const { takes, babbles } = this.manners;
    const babble = babbles && setInterval(() => socket.write(babbles), 2);
    socket.on("close", () => {
      clearInterval(babble);
      this.#sockets.delete(socket);
    });
    if (takes === "nothing") return void socket.pause();
    const separate = separator((order) => this.#answer(socket, order));
    socket.on("data", (bytes) => {
      this.#keep(separate(bytes), socket);
      if (takes !== "slowly") return;
      socket.pause();
      setTimeout(() => socket.resume(), REST_MS);
    });
  }

  #keep(bytes: Buffer, socket: Socket): void {
    this.#pieces.push(bytes);
    this.receivedBytes += bytes.length;
    const { hangsUpAfterBytes = Number.POSITIVE_INFINITY } = this.manners;
    if (this.receivedBytes >= hangsUpAfterBytes) socket.resetAndDestroy();
  }

  #answer(socket: Socket, [kind, , what = 0]: Buffer): void {
    if (kind === DLE) this.asked.push(what);
    const answer = kind === DLE ? this.#statusFor(what) : this.#identityFor(what);
    if (answer) setTimeout(() => socket.writable && socket.write(answer), this.manners.answersAfterMs ?? 0);
  }

  #statusFor(what: number): Buffer | undefined {
    const question = (this.manners.answers ?? ALL).find((one) => one === what);
    return question && Buffer.of(this.status.get(question) ?? WELL);
  }

  #identityFor(what: number): Buffer | undefined {
    const text = this.manners.identity?.[String.fromCharCode(what)];
    return text === undefined ? undefined : Buffer.from(`_${text}\0`);
  }
}

/** Takes `DLE EOT n` and `GS I n` out of a stream, also where they arrive in pieces. */
function separator(onOrder: (order: Buffer) => void): (bytes: Buffer) => Buffer {
  let kept: Buffer = Buffer.alloc(0);
  return (bytes) => {
    const all = Buffer.concat([kept, bytes]);
    const job: Buffer[] = [];
    let from = 0;
    let at = 0;
    for (; at < all.length; at++) {
      const [first, second] = [all[at], all[at + 1]];
      if (first !== DLE && first !== GS) continue;
      if (second !== undefined && second !== (first === DLE ? EOT : I)) continue;
      if (at + 2 >= all.length) break;
      job.push(all.subarray(from, at));
      onOrder(all.subarray(at, at + 3));
      from = at + 3;
      at += 2;
    }
    kept = all.subarray(Math.max(at, from));
    job.push(all.subarray(from, at));
    return Buffer.concat(job);
  };
}
