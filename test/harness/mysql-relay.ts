import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** What happens to the next COMMIT: the server never hears of it, or the client never hears that it was done. */
export type Cut = "before-commit" | "after-commit";

/** Between a client and its server: the line breaks at the worst moment. */
export class MysqlRelay implements AsyncDisposable {
  readonly #server: Server;
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #cut: Cut | undefined;
  #staysAway = false;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((client) => this.#serve(client));
  }

  static async to(target: number): Promise<MysqlRelay> {
    const relay = new MysqlRelay(target);
    relay.#server.listen(0, "127.0.0.1");
    await once(relay.#server, "listening");
    return relay;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  /** `staysAway`: afterwards nobody is let through, until `mend`. */
  cutNext(cut: Cut, { staysAway = false } = {}): void {
    this.#cut = cut;
    this.#staysAway = staysAway;
  }

  mend(): void {
    this.#cut = undefined;
    this.#staysAway = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #serve(client: Socket): void {
    if (this.#staysAway && this.#cut === undefined) return void client.destroy();
    const server = connect(this.#target, "127.0.0.1");
    let isMuted = false;
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on("error", end).on("close", end);
    }
    client.on("data", (data: Buffer) => {
      const isCommit = this.#cut !== undefined && data.includes("COMMIT");
      if (!isCommit) return void server.write(data);
      const cut = this.#cut;
      this.#cut = undefined;
      if (cut === "before-commit") return end();
      isMuted = true;
      server.write(data);
    });
    // The server has answered the COMMIT, so it has happened.
    server.on("data", (data: Buffer) => (isMuted ? end() : client.write(data)));
  }
}
