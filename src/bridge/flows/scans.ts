import type { Member } from "../../inlislite/member.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { EventHub } from "../broadcast.ts";
import type { EventPayload } from "../protocol/events.ts";
import type { MemberView } from "../protocol/shapes.ts";
import type { ScanRouter } from "./scan-router.ts";

/** A scanner's beep is answered within this, or the clerk scans again, ms. */
const ANSWER_WITHIN_MS = 5_000;

type Shown = Omit<EventPayload<"scanner.scanned">, "device" | "at">;

/** Scans from devices and from pages: routed, told to every page, and never written down. */
export class Scans {
  readonly #router: ScanRouter;
  readonly #hub: EventHub;
  readonly #show: (member: Member) => MemberView;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(
    router: ScanRouter,
    hub: EventHub,
    show: (member: Member) => MemberView,
    clock: Clock,
    log: Logger,
  ) {
    this.#router = router;
    this.#hub = hub;
    this.#show = show;
    this.#clock = clock;
    this.#log = log;
  }

  async submit(text: string, device: DeviceId | undefined, signal: AbortSignal): Promise<Shown> {
    const outcome = await this.#router.route(text, signal);
    const shown: Shown = {
      effect: outcome.effect,
      case: outcome.case ?? null,
      members: outcome.members.map(this.#show),
    };
    this.#hub.publish("scanner.scanned", {
      ...shown,
      device: device ?? null,
      at: this.#clock.now().toISOString(),
    });
    return shown;
  }

  /** A device's scan has nobody to answer; what goes wrong is logged without what was read. */
  heard(text: string, device: DeviceId): void {
    this.submit(text, device, AbortSignal.timeout(ANSWER_WITHIN_MS)).catch((error: unknown) =>
      this.#log.warn("scan could not be followed", { device, code: TitianError.from(error).code }),
    );
  }
}
