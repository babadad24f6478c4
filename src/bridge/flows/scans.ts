import type { Member } from "../../inlislite/member.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { EventHub } from "../broadcast.ts";
import type { EventPayload } from "../protocol/events.ts";
import type { MemberView } from "../protocol/shapes.ts";
import { voidedView } from "./handover-views.ts";
import type { ScanRouter } from "./scan-router.ts";

/** A scanner's beep is answered within this, or the clerk scans again, ms. */
const ANSWER_WITHIN_MS = 5_000;

/** Scans of one device that are being followed: a cordless scanner empties its memory at once; a line that babbles never ends. */
const MOST_AT_ONCE = 500;
/** Between two lines of the log about that. */
const TOLD_EVERY_MS = 60_000;

type Shown = Omit<EventPayload<"scanner.scanned">, "device" | "at">;

/** Scans from devices and from pages: routed, told to every page, and never written down. */
export class Scans {
  readonly #router: Pick<ScanRouter, "route">;
  readonly #hub: EventHub;
  readonly #show: (member: Member) => MemberView;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #following = new Map<DeviceId, number>();
  #silentUntilMs = 0;

  constructor(
    router: Pick<ScanRouter, "route">,
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
      job: outcome.job ?? null,
      members: outcome.members.map(this.#show),
      voided: voidedView(outcome.voided, this.#clock.now()),
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
    const count = this.#following.get(device) ?? 0;
    if (count >= MOST_AT_ONCE) {
      this.#babbles(device);
      return;
    }
    this.#following.set(device, count + 1);
    this.submit(text, device, AbortSignal.timeout(ANSWER_WITHIN_MS))
      .catch((error: unknown) =>
        this.#log.warn("scan could not be followed", { device, code: TitianError.from(error).code }),
      )
      .finally(() => this.#following.set(device, (this.#following.get(device) ?? 1) - 1));
  }

  #babbles(device: DeviceId): void {
    const nowMs = this.#clock.monotonicMs();
    if (nowMs < this.#silentUntilMs) return;
    this.#silentUntilMs = nowMs + TOLD_EVERY_MS;
    this.#log.warn("scans come faster than they can be followed", { device });
  }
}
