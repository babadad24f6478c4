import type { HealthLevel } from "../../devices/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { ErrorCode } from "../../kernel/errors.ts";
import type { AwayReason } from "./away.ts";

const CODES: Partial<Readonly<Record<AwayReason, ErrorCode>>> = {
  unreachable: "INLISLITE_SITE_AWAY",
  untrusted: "INLISLITE_SITE_UNTRUSTED",
  loop: "INLISLITE_SITE_MOVED",
};
/** While INLISLite's server is away it is asked again this often. */
const AGAIN_AFTER_MS = 15_000;

interface SiteWatchOptions {
  readonly clock: Clock;
  readonly report: (health: HealthLevel, code?: ErrorCode) => void;
  /** Resolves when INLISLite answers anything at all. */
  readonly probe: (signal: AbortSignal) => Promise<void>;
}

/** Whether INLISLite's web server answers: from the traffic, and by asking while it does not. */
export class SiteWatch {
  readonly #options: SiteWatchOptions;
  #asking: AbortController | undefined;

  constructor(options: SiteWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.report("degraded");
    this.#ask(0);
  }

  stop(): void {
    this.#asking?.abort();
    this.#asking = undefined;
  }

  /** A single slow or broken page says nothing about the server. */
  readonly onOutcome = (reason: AwayReason | undefined): void => {
    const code = reason && CODES[reason];
    if (reason !== undefined && code === undefined) return;
    this.#options.report(code === undefined ? "ok" : "down", code);
    if (code === undefined) this.stop();
    else this.#ask(AGAIN_AFTER_MS);
  };

  #ask(afterMs: number): void {
    if (this.#asking) return;
    const asking = new AbortController();
    this.#asking = asking;
    void this.#askIn(afterMs, asking).catch(() => undefined);
  }

  async #askIn(afterMs: number, { signal }: AbortController): Promise<void> {
    if (afterMs > 0) await this.#options.clock.sleep(afterMs, signal);
    for (;;) {
      // Its outcome comes back through `onOutcome`, which ends this once the server is there.
      await this.#options.probe(signal).catch(() => undefined);
      await this.#options.clock.sleep(AGAIN_AFTER_MS, signal);
    }
  }
}
