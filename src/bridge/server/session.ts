import { randomUUID } from "node:crypto";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { SessionInfo } from "../dispatch.ts";
import { Frames } from "../frames.ts";
import { decodeFrame } from "../protocol/binary.ts";
import { SCHEMA_VERSION } from "../protocol/commands.ts";
import type { ClientMessage } from "../protocol/envelope.ts";
import { CLOSE, MAX_TEXT_BYTES } from "../protocol/limits.ts";
import { SCREENS } from "../protocol/screens.ts";
import type { Channel } from "./channel.ts";
import { type Read, readMessage } from "./inbox.ts";
import { isSameToken } from "./pairing.ts";
import { Requests } from "./requests.ts";
import { TokenBucket } from "./token-bucket.ts";
import type { Wire } from "./wire.ts";

type Rights = Pick<SessionInfo, "isConsole" | "screen">;
type Opening = Extract<ClientMessage, { type: "session.open" }>;

/** Who is at the other end: the console itself, a page that was paired once, or any other. */
export type Standing = "console" | "granted" | "stranger";

/** What an origin is that the daemon's own bridge window names as its opener; an error where it may not be spoken for. */
export type SpeakFor = (origin: string) => Standing | TitianError;

/** One socket from its first message to its last: new, then open or waiting to be paired, then gone. */
export class Session {
  readonly id = randomUUID();
  readonly frames: Frames;
  readonly #speakFor: SpeakFor;
  readonly #wire: Wire;
  readonly #channel: Channel;
  readonly #log: Logger;
  readonly #messages: TokenBucket;
  readonly #patience: TokenBucket;
  readonly #requests: Requests;
  readonly #gone = new AbortController();
  readonly #leaving = new DisposableStack();
  readonly #left = Promise.withResolvers<void>();
  #origin: string;
  #standing: Standing;
  #untilOpen = new AbortController();
  #info: SessionInfo | undefined;
  #isWaiting = false;
  #isEnding = false;

  constructor(
    { origin, standing }: Pick<Session, "origin" | "standing">,
    speakFor: SpeakFor,
    channel: Channel,
    wire: Wire,
  ) {
    this.#origin = origin;
    this.#standing = standing;
    this.#speakFor = speakFor;
    this.#channel = channel;
    this.#wire = wire;
    this.#requests = new Requests(wire, channel);
    this.#log = wire.log.child({ session: this.id });
    this.frames = new Frames(wire.clock, (frame) => channel.frame(frame));
    const { messagesPerSecond, refusals } = wire.limits;
    this.#messages = new TokenBucket(wire.clock, messagesPerSecond, messagesPerSecond * 2);
    this.#patience = new TokenBucket(wire.clock, 50, refusals);
  }

  /** Whose rights this session has: the page's that opened the socket, or the one's that the bridge window speaks for. */
  get origin(): string {
    return this.#origin;
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** Set while the session may send commands. */
  get info(): SessionInfo | undefined {
    return this.#info;
  }

  /**
   * The server speaks first. A stranger hears neither the version nor the instance: the one names an attack, the other
   * would let two sites recognise the same PC.
   */
  greet(): void {
    const isStranger = this.standing === "stranger";
    const holdsBack = this.#wire.holdsBack();
    this.#channel.message({
      type: "hello",
      titian: isStranger ? "" : this.#wire.version,
      schema: SCHEMA_VERSION,
      instance: isStranger ? this.id : this.#wire.hub.instance,
      state: this.#wire.isReady() && !holdsBack ? "ready" : "starting",
    });
    // A page that has lost its daemon tries again by itself, and is admitted by the version that stays.
    if (holdsBack) this.#turnAway(new TitianError("UPDATE_ON_TRIAL"), CLOSE.stopping);
    else this.#closeAfter(this.#wire.limits.openWithinMs);
  }

  onText(data: Buffer): void {
    if (this.#isEnding) return;
    if (data.length > MAX_TEXT_BYTES) this.close(CLOSE.tooBig);
    else this.#read(readMessage(data.toString()));
  }

  onBinary(data: Buffer): void {
    if (this.#isEnding) return;
    const frame = decodeFrame(data);
    if (!this.#info) this.#turnAway(new TitianError("SESSION_REQUIRED"), CLOSE.policy);
    else if (!this.#messages.take()) this.#refuse(null, new TitianError("TOO_MANY_REQUESTS"));
    else if (!frame) this.#refuse(null, new TitianError("BAD_REQUEST", { details: { at: "/frame" } }));
    else this.frames.accept(frame);
  }

  /** Ends the session at once, although the socket may take its time: a page that is shut out says nothing more. */
  close(code: number): void {
    this.#channel.close(code);
    this.#leave();
  }

  terminate(): void {
    this.#channel.terminate();
  }

  onGone(): void {
    this.#leave();
    this.#left.resolve();
  }

  /** Resolves when the socket is gone. */
  get left(): Promise<void> {
    return this.#left.promise;
  }

  #leave(): void {
    this.#isEnding = true;
    this.#info = undefined;
    this.#untilOpen.abort();
    this.#leaving.dispose();
    this.#requests.cancelAll();
    this.#gone.abort(new TitianError("CANCELLED"));
    this.frames.clear();
  }

  #read(read: Read): void {
    if (read.kind === "not-json") this.#turnAway(read.error, CLOSE.notJson);
    else if (!this.#messages.take()) this.#refuse(read.id, new TitianError("TOO_MANY_REQUESTS"));
    else if (read.kind === "fault") this.#refuse(read.id, read.error);
    else this.#act(read.message, read.id);
  }

  #act(message: ClientMessage, id: number | null): void {
    if (message.type === "session.open") {
      this.#open(message);
    } else if (!this.#info) {
      this.#turnAway(new TitianError("SESSION_REQUIRED"), CLOSE.policy);
    } else if (message.type === "cancel") {
      this.#requests.cancel(message.id);
    } else {
      const refusal = this.#requests.start(message, this.#info);
      if (refusal) this.#refuse(id, refusal);
    }
  }

  #open(opening: Opening): void {
    this.#channel.language = opening.language;
    if (this.#info || this.#isWaiting) {
      this.#refuse(null, new TitianError("BAD_REQUEST", { details: { at: "/type" } }));
      return;
    }
    const refusal = this.#standAs(opening);
    const isFull = refusal?.code === "TOO_MANY_REQUESTS";
    if (refusal) this.#turnAway(refusal, isFull ? CLOSE.tooMany : CLOSE.refused);
    else this.#present(opening);
  }

  /** Takes the rights of the origin that is named, for good: nothing leads back to the console's. */
  #standAs({ schema, origin }: Opening): TitianError | undefined {
    const isSpoken = schema >= SCHEMA_VERSION.min && schema <= SCHEMA_VERSION.max;
    if (!isSpoken) return new TitianError("SESSION_SCHEMA", { details: { ...SCHEMA_VERSION } });
    if (origin === undefined) return undefined;
    if (this.#standing !== "console") return new TitianError("SESSION_REFUSED");
    const standing = this.#speakFor(origin);
    if (standing instanceof TitianError) return standing;
    this.#origin = origin;
    this.#standing = standing;
    return undefined;
  }

  #present({ token, language }: Opening): void {
    const rights = token === null ? undefined : this.#rightsOf(token);
    if (token === null && this.#standing !== "console") this.#wait();
    else if (rights) this.#admit({ ...rights, language });
    else this.#turnAway(new TitianError("SESSION_REFUSED"), CLOSE.refused);
  }

  /** By which of the daemon's own tokens its page comes, or whether the operator has paired the page; undefined: by none. */
  #rightsOf(token: string): Rights | undefined {
    const { pairing, consoleToken, screenTokens } = this.#wire;
    if (this.standing !== "console")
      return pairing.accepts(this.origin, token) ? { isConsole: false } : undefined;
    if (isSameToken(token, consoleToken)) return { isConsole: true };
    const screen = SCREENS.find((one) => isSameToken(token, screenTokens[one]));
    return screen && { isConsole: false, screen };
  }

  #admit(as: Rights & Pick<SessionInfo, "language">): void {
    this.#untilOpen.abort();
    const { id, origin, frames } = this;
    const info: SessionInfo = { id, origin, frames, closed: this.#gone.signal, ...as };
    this.#info = info;
    this.#leaving.use(
      this.#wire.hub.attach({
        info,
        sendEvent: (text) => this.#channel.text(text),
        sendEphemeral: (text, frame) => this.#channel.preview(text, frame),
      }),
    );
    this.#channel.message({ type: "session.opened", session: id, isConsole: as.isConsole });
    this.#log.info("session opened", { origin, isConsole: as.isConsole, screen: as.screen });
  }

  /** A token goes to the page and the socket ends: the page comes back with it and is greeted by name. */
  #wait(): void {
    try {
      const place = this.#wire.pairing.wait(this.origin, {
        paired: (token) => {
          this.#channel.message({ type: "session.paired", token });
          this.close(CLOSE.done);
        },
      });
      this.#isWaiting = true;
      this.#leaving.use(place);
      this.#channel.message({ type: "session.pairing", code: place.code });
      this.#closeAfter(this.#wire.limits.waitMs);
      this.#log.info("page asks to be paired", { origin: this.origin });
    } catch (error) {
      this.#turnAway(TitianError.from(error), CLOSE.tooMany);
    }
  }

  #refuse(id: number | null, error: TitianError): void {
    this.#channel.failure(id, error);
    if (this.#patience.take()) return;
    this.#log.warn("session closed for flooding", { origin: this.origin });
    this.close(CLOSE.tooMany);
  }

  #turnAway(error: TitianError, code: number): void {
    this.#channel.failure(null, error);
    this.#log.debug("session refused", { origin: this.origin, code: error.code });
    this.close(code);
  }

  #closeAfter(ms: number): void {
    this.#untilOpen.abort();
    this.#untilOpen = new AbortController();
    this.#wire.clock.sleep(ms, this.#untilOpen.signal).then(
      () => this.close(CLOSE.openTimeout),
      () => undefined,
    );
  }
}
