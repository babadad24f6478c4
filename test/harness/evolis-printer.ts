/** What the fake service says no with: JSON-RPC's own numbers. */
export class RpcError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const INVALID_PARAMS = -32_602;
const METHOD_NOT_FOUND = -32_601;
const REFUSED = -32_000;

/** What the printer does once, in the middle of the next card: it stops and asks, or forgets the card. */
type Trouble = { readonly state: string; readonly event: string; readonly actions: string };

const TROUBLES = {
  "ribbon-end": { state: "ERROR,ERR_RIBBON_ENDED", event: "ERR_RIBBON_ENDED", actions: "OK,RETRY,CANCEL" },
  mechanical: { state: "ERROR,ERR_MECHANICAL", event: "ERR_MECHANICAL", actions: "RETRY,CANCEL" },
  "cover-opened": { state: "ERROR,DEF_COVER_OPEN", event: "DEF_COVER_OPEN", actions: "OK,CANCEL" },
  riddle: { state: "ERROR,ERR_GLITTER", event: "ERR_GLITTER", actions: "POLISH" },
} as const satisfies Record<string, Trouble>;

export const STATES = {
  ready: "READY,PRINTER_READY",
  "cover-open": "ERROR,DEF_COVER_OPEN",
  "feeder-empty": "ERROR,DEF_FEEDER_EMPTY",
  "hopper-full": "ERROR,DEF_HOPPER_FULL",
  offline: "OFF,PRINTER_OFFLINE",
  unsupervised: "OFF,PRINTER_NOT_SUPERVISED",
  "unknown-error": "ERROR,ERR_GLITTER",
  "ribbon-low": "WARNING,INF_RIBBON_LOW",
} as const;

interface Session {
  readonly settings: Map<string, string>;
  front: Buffer | undefined;
  back: Buffer | undefined;
}

interface Card {
  readonly session: string;
  readonly picture: Buffer;
  readonly back: Buffer | undefined;
}

type Params = Readonly<Record<string, string>>;

/** A printer and its jobs as facts/cards.md 4.1 describes the service's methods, and stricter than any public simulator. */
export class FakeEvolisPrinter {
  readonly name = "Evolis Uji";
  /** Pictures of the cards that came out. */
  readonly tray: Buffer[] = [];
  /** Their backs, for a card that was turned over. */
  readonly backs: (Buffer | undefined)[] = [];
  /** Every call that was understood. */
  readonly calls: { readonly method: string; readonly params: Params }[] = [];
  /** Answers in the printer's own language. */
  readonly answers = new Map([
    ["Rtp", "Evolis Uji Dupleks\0"],
    ["Rsn", "10000123456\0"],
    ["Rfv", "2026\0"],
    ["Rr", "YMCKO\0"],
    ["Rco;l", "143\0"],
    ["Rco;n", "18\0"],
    ["Sk;f", "0\0"],
  ]);
  printMs = 300;
  readonly #sessions = new Map<string, Session>();
  #sessionsBegun = 0;
  #state: string = STATES.ready;
  #trouble: Trouble | undefined;
  #losesNext = false;
  #blocksPrint = false;
  #card: Card | undefined;
  #asked: Trouble | undefined;
  #timer: NodeJS.Timeout | undefined;
  #out: PromiseWithResolvers<boolean> | undefined;
  #settings: ReadonlyMap<string, string> = new Map();

  /** The state while nothing prints, as the service would word it. */
  be(state: keyof typeof STATES | `${string},${string}`): void {
    this.#state = state in STATES ? STATES[state as keyof typeof STATES] : state;
  }

  troubleNext(trouble: keyof typeof TROUBLES): void {
    this.#trouble = TROUBLES[trouble];
  }

  loseNext(): void {
    this.#losesNext = true;
  }

  /** PRINT.Print answers when the card is out, instead of at once. */
  blockPrint(): void {
    this.#blocksPrint = true;
  }

  /** Somebody else's job stops and asks. */
  ask(trouble: keyof typeof TROUBLES): void {
    this.#asked = TROUBLES[trouble];
  }

  get openSessions(): number {
    return this.#sessions.size;
  }

  get isPrinting(): boolean {
    return this.#card !== undefined;
  }

  /** Of the latest card that was begun. */
  get settings(): ReadonlyMap<string, string> {
    return this.#settings;
  }

  /** The power goes: what lies under the head stays there. */
  cutPower(): void {
    clearTimeout(this.#timer);
    this.#card = undefined;
    this.#asked = undefined;
    this.#sessions.clear();
  }

  async call(method: string, given: unknown): Promise<string> {
    const known: Record<string, (params: Params) => string | Promise<string>> = this.#methods;
    const run = Object.hasOwn(known, method) ? known[method] : undefined;
    if (!run) throw new RpcError(METHOD_NOT_FOUND, `no method ${method}`);
    const params = stringsIn(given);
    this.calls.push({ method, params });
    return await run(params);
  }

  readonly #methods = {
    "SUPERVISION.List": (params: Params) => {
      exactly(params, "device", "level");
      if (!this.name.startsWith(params["device"] ?? "")) return "";
      return params["level"] === "2" ? `${this.name},${this.#stateNow()}` : this.name;
    },
    "SUPERVISION.AddDevice": (params: Params) => {
      this.#mine(params);
      if (this.#state === STATES.unsupervised) this.#state = STATES.ready;
      return "OK";
    },
    "SUPERVISION.GetState": (params: Params) => {
      this.#mine(params);
      return this.#stateNow();
    },
    "SUPERVISION.GetEvent": (params: Params) => {
      this.#mine(params);
      return this.#asked ? `${this.#asked.event}:${this.#asked.actions}` : "NONE";
    },
    "SUPERVISION.SetEvent": (params: Params) => {
      this.#mine(params, "action");
      return this.#answer(params["action"] ?? "");
    },
    "CMD.SendCommand": (params: Params) => {
      this.#mine(params, "command", "timeout");
      if (!/^\d+$/.test(params["timeout"] ?? "")) throw new RpcError(INVALID_PARAMS, "timeout");
      if (this.#card) throw new RpcError(REFUSED, "busy");
      const answer = this.answers.get(params["command"] ?? "");
      if (answer === undefined) throw new RpcError(REFUSED, "no answer");
      return answer;
    },
    "PRINT.Begin": (params: Params) => {
      this.#mine(params);
      const id = `s${++this.#sessionsBegun}`;
      this.#sessions.set(id, { settings: new Map(), front: undefined, back: undefined });
      return id;
    },
    "PRINT.Set": (params: Params) => {
      const { settings } = this.#sessionOf(params, "data");
      for (const pair of (params["data"] ?? "").split(";")) {
        const [, key, value] = /^([A-Za-z0-9]+)=([A-Za-z0-9_]+)$/.exec(pair) ?? [];
        if (!key || !value) throw new RpcError(INVALID_PARAMS, "data");
        settings.set(key, value);
      }
      return "OK";
    },
    "PRINT.SetBitmap": (params: Params) => {
      const session = this.#sessionOf(params, "face", "panel", "data");
      const [, base64] = /^base64:([A-Za-z0-9+/]+={0,2})$/.exec(params["data"] ?? "") ?? [];
      const { face } = params;
      if ((face !== "front" && face !== "back") || params["panel"] !== "color" || !base64)
        throw new RpcError(INVALID_PARAMS, "bitmap");
      session[face] = Buffer.from(base64, "base64");
      return "OK";
    },
    "PRINT.Print": async (params: Params) => {
      const { front, back, settings } = this.#sessionOf(params);
      if (!front || this.#card) throw new RpcError(REFUSED, front ? "busy" : "no bitmap");
      const isTurned = settings.get("GDuplexMode") === "DUPLEX_CC";
      if (isTurned !== (back !== undefined)) throw new RpcError(REFUSED, "sides");
      this.#settings = settings;
      if (this.#losesNext) return "OK";
      this.#out = Promise.withResolvers<boolean>();
      this.#card = { session: params["session"] ?? "", picture: front, back };
      this.#feed();
      if (this.#blocksPrint && !(await this.#out.promise)) throw new RpcError(REFUSED, "given up");
      return "OK";
    },
    "PRINT.End": (params: Params) => {
      this.#sessionOf(params);
      const id = params["session"] ?? "";
      if (this.#card?.session === id) this.#stop();
      this.#sessions.delete(id);
      return "OK";
    },
  };

  #stateNow(): string {
    if (this.#state === STATES.offline || this.#state === STATES.unsupervised) return this.#state;
    if (this.#asked) return this.#asked.state;
    return this.#card ? "READY,INF_PRINTING_RUNNING" : this.#state;
  }

  #feed(): void {
    this.#timer = setTimeout(() => {
      this.#asked = this.#trouble;
      this.#trouble = undefined;
      if (!this.#asked) this.#timer = setTimeout(() => this.#eject(), this.printMs / 2);
    }, this.printMs / 2);
  }

  #eject(): void {
    if (this.#card) {
      this.tray.push(this.#card.picture);
      this.backs.push(this.#card.back);
    }
    this.#out?.resolve(true);
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#card = undefined;
    this.#asked = undefined;
    this.#out?.resolve(false);
  }

  #answer(text: string): string {
    const [event, action = ""] = text.split(":");
    const asked = this.#asked;
    if (event !== asked?.event || !asked?.actions.split(",").includes(action))
      throw new RpcError(REFUSED, "not asked");
    this.#asked = undefined;
    if (action === "CANCEL") this.#stop();
    // The same card, begun again or continued: one session puts out one card.
    else if (this.#card) this.#feed();
    return "OK";
  }

  #mine(params: Params, ...more: string[]): void {
    exactly(params, "device", ...more);
    if (params["device"] !== this.name) throw new RpcError(REFUSED, "unknown printer");
  }

  #sessionOf(params: Params, ...more: string[]): Session {
    exactly(params, "session", ...more);
    const session = this.#sessions.get(params["session"] ?? "");
    if (!session) throw new RpcError(REFUSED, "unknown session");
    return session;
  }
}

function stringsIn(given: unknown): Params {
  if (typeof given !== "object" || given === null) throw new RpcError(INVALID_PARAMS, "params");
  const entries = Object.entries(given);
  if (entries.some(([, value]) => typeof value !== "string"))
    throw new RpcError(INVALID_PARAMS, "every parameter is a string");
  return Object.fromEntries(entries);
}

function exactly(params: Params, ...names: string[]): void {
  const isExact = Object.keys(params).length === names.length && names.every((name) => name in params);
  if (!isExact) throw new RpcError(INVALID_PARAMS, `wants ${names.join(", ")}`);
}
