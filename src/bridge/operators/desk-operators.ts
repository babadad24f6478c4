import { EventEmitter } from "node:events";
import type { Clock } from "../../kernel/clock.ts";
import type { OperatorRole } from "../../kernel/operator-role.ts";
import type { OperatorId } from "../../kernel/types.ts";
import type { SignOutReason } from "../../store/operator-events.ts";
import type { OperatorRecord, OperatorStore } from "../../store/operator-store.ts";
import type { DeskOperatorView } from "../protocol/operator-shapes.ts";
import { refusedTo } from "./command-roles.ts";

/** How long the desk stays signed in by what INLISLite's pages say alone, ms. */
const BY_PAGES_ALONE_MS = 2 * 60 * 60_000;

export interface SignedIn {
  readonly operator: OperatorId;
  readonly since: Date;
  /** As they are called today, which a head may have changed meanwhile. */
  readonly name: string;
  readonly role: OperatorRole;
}

interface Dependencies {
  readonly store: Pick<OperatorStore, "all" | "get" | "append">;
  readonly clock: Clock;
}

/**
 * Who works at this desk now: one operator for all of its pages, the companion's among them. In memory only, so that a restart
 * asks for a PIN again.
 */
export class DeskOperators {
  readonly events = new EventEmitter<{ changed: [] }>();
  readonly #deps: Dependencies;
  #signedIn: Pick<SignedIn, "operator" | "since"> | undefined;
  #enteredMs = 0;
  #activeMs = 0;
  #pageActiveMs = 0;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** False until the first operator is made: then the desk works as it does without PINs. */
  get areUsed(): boolean {
    return this.#deps.store.all().some(({ isActive }) => isActive);
  }

  isSignedIn(operator: OperatorId): boolean {
    return this.#signedIn?.operator === operator;
  }

  get signedIn(): SignedIn | undefined {
    const found = this.#signedIn && this.#deps.store.get(this.#signedIn.operator);
    if (!found?.isActive || !this.#signedIn) return undefined;
    return { ...this.#signedIn, name: found.name, role: found.role };
  }

  get view(): DeskOperatorView {
    const { signedIn } = this;
    return {
      areUsed: this.areUsed,
      signedIn: signedIn ? { ...signedIn, since: signedIn.since.toISOString() } : null,
      refuses: signedIn ? refusedTo(signedIn.role) : [],
    };
  }

  /** Nobody is signed in where somebody must be. */
  get isLocked(): boolean {
    return this.areUsed && this.signedIn === undefined;
  }

  /**
   * How long nobody has done anything here, ms. A page of another origin may say so for ever without anybody before it, so its
   * word carries no further than two hours past the last sign of a person in the console or at a scanner.
   */
  get idleMs(): number {
    const byPages = Math.min(this.#pageActiveMs, this.#activeMs + BY_PAGES_ALONE_MS);
    return this.#deps.clock.monotonicMs() - Math.max(this.#activeMs, byPages);
  }

  /** How long ago the PIN was typed, ms. */
  get signedInMs(): number {
    return this.#deps.clock.monotonicMs() - this.#enteredMs;
  }

  /** The PIN was right. Whoever was signed in leaves the desk to the next. */
  enter({ operator }: Pick<OperatorRecord, "operator">): void {
    const { store, clock } = this.#deps;
    if (this.#signedIn && this.#signedIn.operator !== operator) this.#leave("switched");
    store.append(operator, { type: "operator.signedIn", data: {} });
    this.#signedIn = { operator, since: clock.now() };
    this.#enteredMs = clock.monotonicMs();
    this.touch();
    this.events.emit("changed");
  }

  leave(why: SignOutReason): void {
    if (!this.#signedIn) return;
    this.#leave(why);
    this.events.emit("changed");
  }

  /** Whoever has another PIN or role from now on, or is gone, begins anew with it. */
  end(operator: OperatorId, why: "changed" | "removed"): void {
    if (this.isSignedIn(operator)) this.leave(why);
  }

  /** Somebody is here, as Titian's own console or a scanner shows. */
  touch(): void {
    this.#activeMs = this.#deps.clock.monotonicMs();
  }

  /** Somebody is here, as a page of another origin says. */
  touchedInPage(): void {
    this.#pageActiveMs = this.#deps.clock.monotonicMs();
  }

  #leave(why: SignOutReason): void {
    const leaving = this.#signedIn;
    if (!leaving) return;
    this.#deps.store.append(leaving.operator, { type: "operator.signedOut", data: { why } });
    this.#signedIn = undefined;
  }
}
