import { WebSocket } from "ws";

export interface RawPageOptions {
  /** `absent` sends no Origin at all. */
  readonly origin?: string | "absent";
  readonly host?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Message {
  readonly type: string;
  readonly [field: string]: unknown;
}

type Waiter = {
  readonly matches: (message: Message) => boolean;
  readonly resolve: (message: Message) => void;
};

/** A page that sends whatever it likes: the wire without the client. */
export class RawPage {
  readonly messages: Message[] = [];
  readonly frames: Buffer[] = [];
  /** Close code. */
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
  hello: Message | undefined;
  #waiters: Waiter[] = [];
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => socket.on("close", resolve));
    socket.on("error", () => undefined);
    socket.on("message", (data: Buffer, isBinary) => {
      if (isBinary) this.frames.push(data);
      else this.#onMessage(JSON.parse(data.toString()) as Message);
    });
  }

  /** Resolves once the server has said hello; rejects with the HTTP status where the socket was not let in. */
  static async open(port: number, options: RawPageOptions = {}): Promise<RawPage> {
    const { origin = `http://127.0.0.1:${port}`, host, path = "/ws", headers = {} } = options;
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      headers: { ...headers, ...(host ? { host } : {}), ...(origin === "absent" ? {} : { origin }) },
    });
    const page = new RawPage(socket);
    const refused = new Promise<never>((_, reject) =>
      socket.on("unexpected-response", (_request, response) => {
        response.resume();
        socket.terminate();
        reject(new Error(`status ${response.statusCode}`));
      }),
    );
    page.hello = await Promise.race([page.next("hello"), refused]);
    return page;
  }

  /** `more`: for example the `origin` that the bridge window speaks for. */
  async start(token: string | null, language = "id", more: object = {}): Promise<Message> {
    this.send({ type: "session.open", schema: 1, token, language, ...more });
    return this.nextOf(() => true);
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Sends a request and resolves with whatever answers it. */
  ask(command: string, params: unknown = {}, more: object = {}): Promise<Message> {
    const id = ++this.#lastId;
    const answer = this.nextOf((message) => message["id"] === id);
    this.send({ type: "request", id, command, params, ...more });
    return answer;
  }

  next(type: string): Promise<Message> {
    return this.nextOf((message) => message.type === type);
  }

  /** The first message that matches and that no one has asked for yet. */
  nextOf(matches: (message: Message) => boolean): Promise<Message> {
    const at = this.messages.findIndex(matches);
    const [known] = at < 0 ? [] : this.messages.splice(at, 1);
    if (known) return Promise.resolve(known);
    return new Promise((resolve) => this.#waiters.push({ matches, resolve }));
  }

  terminate(): void {
    this.socket.terminate();
  }

  #onMessage(message: Message): void {
    const waiter = this.#waiters.find(({ matches }) => matches(message));
    if (!waiter) {
      this.messages.push(message);
      return;
    }
    this.#waiters = this.#waiters.filter((other) => other !== waiter);
    waiter.resolve(message);
  }
}

/** The code in an error message. */
export const codeOf = (message: Message): unknown =>
  (message["error"] as { readonly code: string } | undefined)?.code;
