import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { EventEmitter } from "node:events";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { EventHub } from "../broadcast.ts";
import type { PairingView } from "../protocol/shapes.ts";

/** Origins in the waiting room. A desk sees one or two in its life. */
const MAX_WAITING = 5;

export interface Grant {
  readonly origin: string;
  /** SHA-256 of the token, 64 hex digits. The token itself is nowhere but in the page. */
  readonly tokenHash: string;
  readonly grantedAt: Date;
}

/** An origin may hold several grants, one for each browser of the desk; `revoke` ends them all. */
export interface PairingStore {
  all(): readonly Grant[];
  of(origin: string): readonly Grant[];
  grant(origin: string, tokenHash: string): void;
  revoke(origin: string): void;
}

/** A socket in the waiting room. */
export interface Visitor {
  paired(token: string): void;
}

export interface PairingEvents {
  revoked: [{ readonly origin: string }];
}

interface Waiting {
  readonly origin: string;
  readonly code: string;
  readonly since: Date;
  readonly visitors: Set<Visitor>;
}

interface Dependencies {
  readonly store: PairingStore;
  readonly hub: EventHub;
  readonly clock: Clock;
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export const newToken = (): string => randomBytes(32).toString("base64url");
export const isSameToken = (a: string, b: string): boolean => isSame(hashOf(a), hashOf(b));

function viewOf(
  one: Pick<Waiting, "origin" | "since"> & { readonly code: string | null },
  state: PairingView["state"],
) {
  return { origin: one.origin, state, code: one.code, since: one.since.toISOString() };
}

/** Which pages may use this desk: one click by the operator for each origin, seen and taken back in the same place. */
export class Pairing {
  readonly events = new EventEmitter<PairingEvents>();
  readonly #store: PairingStore;
  readonly #hub: EventHub;
  readonly #clock: Clock;
  readonly #waiting = new Map<string, Waiting>();

  constructor({ store, hub, clock }: Dependencies) {
    this.#store = store;
    this.#hub = hub;
    this.#clock = clock;
  }

  isGranted(origin: string): boolean {
    return this.#store.of(origin).length > 0;
  }

  /** A token is good only for the origin it was given to. */
  accepts(origin: string, token: string): boolean {
    const hash = hashOf(token);
    return this.#store.of(origin).some((grant) => isSame(grant.tokenHash, hash));
  }

  /** Tabs of one origin share a code. Dispose when the socket is gone. */
  wait(origin: string, visitor: Visitor): Disposable & { readonly code: string } {
    const known = this.#waiting.get(origin);
    if (!known && this.#waiting.size >= MAX_WAITING) throw new TitianError("TOO_MANY_REQUESTS");
    const waiting = known ?? { origin, code: this.#newCode(), since: this.#clock.now(), visitors: new Set() };
    waiting.visitors.add(visitor);
    this.#waiting.set(origin, waiting);
    if (!known) this.#announce();
    return { code: waiting.code, [Symbol.dispose]: () => this.#leave(waiting, visitor) };
  }

  approve(code: string): PairingView {
    const waiting = [...this.#waiting.values()].find((one) => one.code === code);
    if (!waiting) throw new TitianError("PAIRING_UNKNOWN");
    const token = newToken();
    this.#store.grant(waiting.origin, hashOf(token));
    this.#waiting.delete(waiting.origin);
    for (const visitor of waiting.visitors) visitor.paired(token);
    this.#announce();
    return viewOf({ origin: waiting.origin, code: null, since: this.#clock.now() }, "granted");
  }

  revoke(origin: string): void {
    this.#store.revoke(origin);
    this.events.emit("revoked", { origin });
    this.#announce();
  }

  list(): PairingView[] {
    const newest = new Map(
      this.#store
        .all()
        .toReversed()
        .map((grant) => [grant.origin, grant]),
    );
    const granted = [...newest.values()].map(({ origin, grantedAt }) =>
      viewOf({ origin, code: null, since: grantedAt }, "granted"),
    );
    const waiting = [...this.#waiting.values()].map((one) => viewOf(one, "waiting"));
    return [...waiting, ...granted].slice(0, 50);
  }

  #leave(waiting: Waiting, visitor: Visitor): void {
    waiting.visitors.delete(visitor);
    if (waiting.visitors.size > 0 || this.#waiting.get(waiting.origin) !== waiting) return;
    this.#waiting.delete(waiting.origin);
    this.#announce();
  }

  #newCode(): string {
    const taken = new Set([...this.#waiting.values()].map(({ code }) => code));
    for (;;) {
      const code = randomInt(10_000).toString().padStart(4, "0");
      if (!taken.has(code)) return code;
    }
  }

  #announce(): void {
    this.#hub.publish("pairing.changed", { pairings: this.list() });
  }
}
