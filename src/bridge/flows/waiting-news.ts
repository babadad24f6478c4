import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import type { EventHub } from "../broadcast.ts";
import { Damped } from "./damped.ts";
import type { WaitingCards } from "./waiting-cards.ts";

/** Between two counts, ms: whoever waits for a card has waited longer. */
const COUNT_EVERY_MS = 1_000;

interface Dependencies {
  readonly waiting: WaitingCards;
  readonly hub: Pick<EventHub, "publish">;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Says so when others wait than before. `touch` after anything that may have changed that and has made the list stale. */
export function waitingNews({ waiting, hub, clock, log }: Dependencies): Damped {
  let told: string | undefined;
  const work = (): void => {
    const all = waiting.all();
    const now = all
      .map(({ member, reason, since }) => `${member.memberId} ${reason} ${since.getTime()}`)
      .join();
    if (told === now) return;
    told = now;
    hub.publish("waiting.changed", { total: all.length });
  };
  return new Damped({ clock, log, afterMs: COUNT_EVERY_MS, work });
}
