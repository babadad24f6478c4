import type { MemberChange } from "../../inlislite/sync/member-change.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import { Damped } from "./damped.ts";

/** As many changes at once, this often, ms: a bulk renewal must not fill the sockets of the desk. */
const AT_ONCE = 50;
const EVERY_MS = 200;
/** More than this waiting to be told is a bulk change. Nobody looks at all of them; pages read what they show anew. */
const MOST_WAITING = 2_000;

interface Dependencies {
  readonly clock: Clock;
  readonly log: Logger;
  readonly tell: (change: MemberChange) => void;
}

/** Paces what happened to members: the oldest first, several changes of one member as one. */
export class MemberNews implements Disposable {
  readonly #tell: Dependencies["tell"];
  readonly #waiting = new Map<string, MemberChange>();
  readonly #damped: Damped;

  constructor({ clock, log, tell }: Dependencies) {
    this.#tell = tell;
    this.#damped = new Damped({ clock, log, afterMs: EVERY_MS, work: () => this.#tellSome() });
  }

  add(change: MemberChange): void {
    const id = change.member.memberId;
    const before = this.#waiting.get(id);
    this.#waiting.set(id, before ? together(before, change) : change);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MOST_WAITING && oldest !== undefined) this.#waiting.delete(oldest);
    this.#damped.touch();
  }

  [Symbol.dispose](): void {
    this.#damped[Symbol.dispose]();
  }

  #tellSome(): void {
    for (const [id, change] of [...this.#waiting].slice(0, AT_ONCE)) {
      this.#waiting.delete(id);
      this.#tell(change);
    }
    if (this.#waiting.size > 0) this.#damped.touch();
  }
}

/** Somebody who appeared and was changed in one breath has appeared; who vanished has vanished, whatever was before. */
function together(earlier: MemberChange, later: MemberChange): MemberChange {
  const { kind } = later.kind !== "vanished" && earlier.kind === "appeared" ? earlier : later;
  return {
    ...later,
    kind,
    before: earlier.before,
    fields: [...new Set([...earlier.fields, ...later.fields])],
  };
}
