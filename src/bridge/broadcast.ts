import { randomUUID } from "node:crypto";
import { isFor } from "./audience.ts";
import type { SessionInfo } from "./dispatch.ts";
import { type Gate, OPEN_GATE } from "./operators/gate.ts";
import type { BinaryFrame } from "./protocol/binary.ts";
import { EVENTS, type EventName, type EventPayload, type EventSpec } from "./protocol/events.ts";

/** Durable events a page can have missed and still catch up: several hours of one desk. */
const REMEMBERED = 1_000;
/** Characters of all of them: a case with fifty print jobs is a large event. */
const REMEMBERED_CHARS = 4_000_000;

export interface Subscriber {
  readonly info: SessionInfo;
  sendEvent(text: string): void;
  /** May drop both when the page reads too slowly: the next picture is better than a late one. */
  sendEphemeral(text: string, frame: BinaryFrame | undefined): void;
}

export interface Audience {
  /** The bytes the payload names; they go out just before it. */
  readonly frame?: BinaryFrame;
  /** Only these sessions. An event with an audience is never replayed, so it must be ephemeral. */
  readonly to?: (session: SessionInfo) => boolean;
}

export interface Resumed {
  readonly cursor: string;
  readonly isComplete: boolean;
  /** Sends what was missed, then everything new. Call it after the answer has gone out. */
  readonly begin: () => void;
}

interface Remembered {
  readonly number: number;
  readonly text: string;
  readonly spec: EventSpec;
}

/** Everything said unasked. Durable events are numbered, so that a page that was away misses none or is told so. */
export class EventHub {
  readonly instance: string;
  readonly #attached = new Map<string, Subscriber>();
  readonly #listening = new Set<Subscriber>();
  readonly #remembered: Remembered[] = [];
  #gate: Pick<Gate, "hears"> = OPEN_GATE;
  #last = 0;
  #chars = 0;

  constructor(instance: string = randomUUID()) {
    this.instance = instance;
  }

  /** Whom it asks from now on, at each event, who may hear it. */
  heed(gate: Pick<Gate, "hears">): void {
    this.#gate = gate;
  }

  attach(subscriber: Subscriber): Disposable {
    this.#attached.set(subscriber.info.id, subscriber);
    return {
      [Symbol.dispose]: () => {
        this.#attached.delete(subscriber.info.id);
        this.#listening.delete(subscriber);
      },
    };
  }

  publish<E extends EventName>(event: E, data: EventPayload<E>, audience: Audience = {}): void {
    const spec: EventSpec = EVENTS[event];
    if (spec.isEphemeral) this.#publishEphemeral(event, data, spec, audience);
    else this.#publishDurable(event, data, spec);
  }

  /** A null cursor, one of an earlier start, or one too old to be remembered begins anew and is not complete. */
  resume(sessionId: string, cursor: string | null): Resumed {
    const known = cursor === null ? undefined : this.#numberOf(cursor);
    const from = known ?? this.#last;
    const subscriber = this.#attached.get(sessionId);
    if (subscriber) this.#listening.delete(subscriber);
    const begin = () => {
      if (!subscriber || this.#attached.get(sessionId) !== subscriber) return;
      for (const event of this.#remembered) if (event.number > from) this.#deliver(subscriber, event);
      this.#listening.add(subscriber);
    };
    return { cursor: this.#cursorOf(from), isComplete: known !== undefined, begin };
  }

  #publishDurable(event: EventName, data: unknown, spec: EventSpec): void {
    const number = ++this.#last;
    const text = JSON.stringify({ type: "event", event, data, cursor: this.#cursorOf(number) });
    const remembered = { number, text, spec };
    this.#remembered.push(remembered);
    this.#chars += text.length;
    while (this.#remembered.length > REMEMBERED || this.#chars > REMEMBERED_CHARS)
      this.#chars -= this.#remembered.shift()?.text.length ?? this.#chars;
    for (const subscriber of this.#listening) this.#deliver(subscriber, remembered);
  }

  #publishEphemeral(event: EventName, data: unknown, spec: EventSpec, { frame, to }: Audience): void {
    const isAmong = (info: SessionInfo): boolean => this.#mayHear(spec, info) && (to?.(info) ?? true);
    const listeners = [...this.#attached.values()].filter(({ info }) => isAmong(info));
    if (listeners.length === 0) return;
    const text = JSON.stringify({ type: "event", event, data, cursor: null });
    for (const subscriber of listeners) subscriber.sendEphemeral(text, frame);
  }

  #deliver(subscriber: Subscriber, { text, spec }: Remembered): void {
    if (this.#mayHear(spec, subscriber.info)) subscriber.sendEvent(text);
  }

  #mayHear(spec: EventSpec, info: SessionInfo): boolean {
    return isFor(spec, info) && this.#gate.hears(spec, info);
  }

  #cursorOf(number: number): string {
    return `${this.instance}:${number}`;
  }

  /** The number in a cursor whose successors are all still remembered. */
  #numberOf(cursor: string): number | undefined {
    const [, instance, digits = ""] = /^(.*):([0-9]{1,15})$/.exec(cursor) ?? [];
    const number = Number(digits);
    const oldest = this.#last - this.#remembered.length;
    return instance === this.instance && number >= oldest && number <= this.#last ? number : undefined;
  }
}
