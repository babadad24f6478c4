import { endingOf } from "../../src/bridge/flows/case-news.ts";
import { stationOf } from "../../src/bridge/flows/stations.ts";
import type { SeededRandom } from "../../src/inlislite/embedded/random.ts";
import type { CaseId, MemberKey } from "../../src/kernel/types.ts";
import type { StepKey } from "../../src/sla/case-event.ts";
import { planFor } from "../../src/sla/plan.ts";
import type { Service } from "../../src/sla/service.ts";
import type { Standard } from "../../src/sla/standard.ts";
import { HANDOVER_WORK, type WorkItem, workItems } from "../../src/sla/work-item.ts";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { HOUR_MS, MINUTE_MS } from "./story-clock.ts";

export type Happening = Pick<NewEvent, "type" | "data">;

/** Something that happened to a case at that time, or several things at once. */
export interface Act {
  readonly case: CaseId;
  readonly atMs: number;
  readonly happenings: readonly Happening[];
}

/** What may go otherwise than it should. */
export type Trouble = "pause" | "spoiled" | "cancelled" | "forgotten" | "left-for-weeks";

export interface Wanted extends Service {
  readonly case: CaseId;
  readonly openedMs: number;
  readonly day: string;
  readonly ticket: string;
  readonly standard: Standard;
  readonly member: { readonly memberId: string; readonly memberKey: MemberKey };
  readonly trouble: Trouble | undefined;
  /** An identifier for a photo or a print. */
  readonly newId: () => string;
}

const WORK = { needsPhoto: true, route: ["cut", "laminate"] } as const;
/** Of work that no standard gives a time, seconds. */
const USUAL_S: Partial<Record<StepKey, number>> = { "form-electronic": 240, "data-entry": 200, print: 120 };

/** One whole case, step by step as its standard has them, in times that a seeded chance gives. */
export function storyOfCase(wanted: Wanted, random: SeededRandom): readonly Act[] {
  const { standard, kind, channel, trouble } = wanted;
  const plan = planFor(standard, { kind, channel, work: WORK });
  const items = workItems(plan).filter(({ status }) => status === "pending");
  const troubleAt = random.between(1, Math.max(1, items.length - 3));
  const acts: Act[] = [];
  let atMs = wanted.openedMs;
  const act = (seconds: number, ...happenings: readonly Happening[]): void => {
    atMs += Math.round(seconds * 1_000);
    acts.push({ case: wanted.case, atMs, happenings });
  };

  act(0, openedOf(wanted));
  for (const [index, item] of items.entries()) {
    if (index === troubleAt) {
      if (trouble === "cancelled") {
        act(300, { type: "case.cancelled", data: { reason: "Pemohon mengundurkan diri" } });
        return acts;
      }
      if (trouble === "pause") {
        act(20, {
          type: "case.paused",
          data: { reason: random.pick(["applicant-away", "missing-document"]) },
        });
        act(random.between(120, 900), { type: "case.resumed", data: {} });
      }
      if (trouble === "left-for-weeks") {
        act(9 * 3_600, { type: "case.stepAbandoned", data: { step: item.step, why: "past-closing" } });
        atMs += 21 * 24 * HOUR_MS;
      }
      if (trouble === "forgotten")
        act((70 * MINUTE_MS) / 1_000, {
          ...{ type: "case.stepAbandoned", data: { step: item.step, why: "past-target" } },
        });
    }
    // A digital card is made and given by one sending.
    if (item.key === "print" && standard.promise.stop === "ready" && channel === "online") {
      act(secondsOf(item, plan, random), { type: "case.cardDelivered", data: SENT });
      return acts;
    }
    const rest = items.slice(index + 1);
    const isReady = !HANDOVER_WORK.includes(item.key) && rest.every(({ key }) => HANDOVER_WORK.includes(key));
    const seconds =
      secondsOf(item, plan, random) + (isFirstHandover(item, items) ? waitS(standard, random) : 0);
    if (item.key === "print") printed(wanted, trouble === "spoiled", seconds, act);
    else act(seconds, happeningOf(item, rest, wanted));
    if (isReady) act(0, { type: "case.madeReady", data: {} });
  }
  return acts;
}

const SENT = {
  ...{ how: "whatsapp", recipient: "+62 899-••••-0001", outcome: "told", endsCase: true },
} as const;

const openedOf = ({ kind, channel, standard, member, ticket, day }: Wanted): Happening => ({
  type: "case.opened",
  data: {
    ...{ kind, channel, ticket, day, needsPhoto: true, ...member },
    ...{ standardId: standard.id, standardVersion: standard.version },
  },
});

function happeningOf({ key }: WorkItem, rest: readonly WorkItem[], { standard, newId }: Wanted): Happening {
  switch (stationOf(key)) {
    case "photo":
      return { type: "case.photoTaken", data: { photo: newId(), source: "camera" } };
    case "handover":
      return rest.some((item) => stationOf(item.key) === "handover")
        ? { type: "case.stepDone", data: { step: key, result: "done" } }
        : {
            type: "case.handedOver",
            data: { phoneConfirmed: true, signature: "paper", file: null, identity: "ktp" },
          };
    default:
      return endingOf(key, { documents: documentsOf(standard) });
  }
}

/** The first requirement that names a category, so that the case has one. */
const documentsOf = ({ requirements }: Standard): readonly string[] =>
  requirements
    .filter(({ categories }) => categories.length > 0)
    .slice(0, 1)
    .map(({ id }) => id);

function printed(
  { newId }: Wanted,
  isSpoiled: boolean,
  seconds: number,
  act: (seconds: number, ...happenings: readonly Happening[]) => void,
): void {
  const job = newId();
  act(seconds * 0.7, { type: "case.printRequested", data: { job } });
  if (!isSpoiled) {
    act(seconds * 0.3, { type: "case.printConfirmed", data: { job, by: "scan" } });
    return;
  }
  act(seconds * 0.3, { type: "case.cardSpoiled", data: { job, reason: "spoiled" } });
  const again = newId();
  act(30, { type: "case.printRequested", data: { job: again } });
  act(seconds * 0.4, { type: "case.printConfirmed", data: { job: again, by: "scan" } });
}

/** Mostly well inside the target, now and then far beyond it. */
function secondsOf(item: WorkItem, plan: ReturnType<typeof planFor>, random: SeededRandom): number {
  const step = plan.find(({ key }) => key === item.step);
  const target = step?.targetSeconds ?? undefined;
  const base = target === undefined ? (USUAL_S[item.key] ?? 60) : target / (step?.parts.length ?? 1);
  const spread = 0.4 + 0.7 * random.next() ** 2;
  return base * (random.next() < 0.04 ? spread + 1.2 * random.next() : spread);
}

const isFirstHandover = (item: WorkItem, items: readonly WorkItem[]): boolean =>
  item === items.find(({ key }) => HANDOVER_WORK.includes(key));

/** A card promised in a day is mostly fetched on a later one; another is waited for. */
const waitS = ({ promise }: Standard, random: SeededRandom): number =>
  promise.published.unit === "business-day" && random.next() < 0.7 ? random.between(1, 9) * 86_400 : 0;
