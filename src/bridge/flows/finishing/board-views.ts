import { byUrgency, isStuck } from "../../../cards/finishing/board-order.ts";
import type { FinishingCard, Lamination } from "../../../cards/finishing/finishing-card.ts";
import { elapsedMs } from "../../../cards/finishing/lamination.ts";
import type { FinishingWork } from "../../../cards/finishing/places.ts";
import { nextPlace } from "../../../cards/finishing/transitions.ts";
import type { Priority } from "../../../cards/print-job.ts";
import { localDate, type Moment } from "../../../kernel/types.ts";
import type { CaseRecord } from "../../../store/case-store.ts";
import type { Store } from "../../../store/store.ts";
import type { MachineConfig } from "../../config/finishing-section.ts";
import type { BoardCardView, BoardView, MachineView, RunView } from "../../protocol/finishing-shapes.ts";
import type { MemberDirectory, MemberRef } from "../member-directory.ts";
import type { Laminations } from "./laminations.ts";

/** A page that opens must not wait longer than this for names it can show later, ms. */
const NAMES_WITHIN_MS = 2_000;
/** Names asked for at one time; the next look asks for the rest. */
const NAMES_AT_ONCE = 50;
const MOST_CARDS = 1_000;
const MOST_RUNS = 50;

interface Dependencies {
  readonly store: Pick<Store, "finishing" | "cases" | "jobs" | "operators">;
  readonly laminations: Laminations;
  readonly members: MemberDirectory;
  readonly machines: readonly MachineConfig[];
  readonly route: readonly FinishingWork[];
  readonly stuckMinutes: number;
  readonly deskTitle: string;
  readonly timeZone: string;
}

/** The board as pages see it, as of now. Names are read when shown, and kept nowhere. */
export class BoardViews {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async refreshed(signal: AbortSignal): Promise<BoardView> {
    const { members } = this.#deps;
    const budget = AbortSignal.any([signal, AbortSignal.timeout(NAMES_WITHIN_MS)]);
    const unknown = this.#deps.store.finishing.onBoard().flatMap((card) => {
      const ref = this.#memberOf(card);
      return ref && !members.known(ref) ? [ref] : [];
    });
    await Promise.all(unknown.slice(0, NAMES_AT_ONCE).map((ref) => members.refresh(ref, budget)));
    return this.all();
  }

  all(): BoardView {
    const { store, laminations, machines, route } = this.#deps;
    const now = laminations.now();
    const cards = store.finishing
      .onBoard()
      .map((card) => this.card(card, now))
      .sort(byUrgency);
    return {
      route: [...route],
      cards: cards.slice(0, MOST_CARDS),
      runs: store.finishing
        .running()
        .slice(0, MOST_RUNS)
        .map((run) => this.run(run)),
      machines: machines.map((machine) => this.#machine(machine, now)),
    };
  }

  card(card: FinishingCard, now = this.#deps.laminations.now()): BoardCardView {
    const { store, members, stuckMinutes, deskTitle } = this.#deps;
    const record = card.case && store.cases.get(card.case);
    const ref = this.#memberOf(card);
    const known = ref && members.known(ref)?.member;
    const run = card.lamination ? store.finishing.run(card.lamination) : undefined;
    const sinceMs = Math.round(elapsedMs(card.since, now));
    const priority = this.#priority(card, record, now);
    return {
      job: card.job,
      case: card.case ?? null,
      place: card.place,
      next: nextPlace(card.place, card.route) ?? null,
      fullName: known?.fullName ?? null,
      memberNo: known?.memberNo ?? null,
      kind: record?.kind ?? null,
      ticket: record?.ticket ?? null,
      priority,
      waitsAt: priority === "desk" ? deskTitle : null,
      since: card.since.at.toISOString(),
      sinceMs,
      isStuck: isStuck(card.place, sinceMs, stuckMinutes * 60_000),
      sheet: card.sheet && card.batch ? { ...card.sheet, batch: card.batch } : null,
      lamination: run ? { lamination: run.id, number: run.number } : null,
    };
  }

  run(run: Lamination): RunView {
    const { phase, elapsedMs, totalMs } = this.#deps.laminations.phase(run);
    const { id: lamination, number, machine, pouch, capacity } = run;
    const operator = this.#deps.store.operators.nameOf(run.operator) ?? null;
    const times = { elapsedMs: Math.round(elapsedMs), totalMs: Math.round(totalMs) };
    return { lamination, number, machine, pouch, capacity, operator, phase, ...times };
  }

  /** A renewed id of INLISLite is known to the case; a card without one keeps what it came with. */
  #memberOf(card: FinishingCard): MemberRef | undefined {
    const memberId = (card.case && this.#deps.store.cases.get(card.case)?.memberId) ?? card.memberId;
    return memberId === undefined ? undefined : { memberId, memberKey: card.memberKey };
  }

  /** Who came today and has not been sent away waits at the desk; a card without a case is as urgent as its print was. */
  #priority({ job }: FinishingCard, record: CaseRecord | undefined, now: Moment): Priority {
    const { store, timeZone } = this.#deps;
    if (!record) return store.jobs.get(job)?.priority === "bulk" ? "bulk" : "today";
    const cameToday = localDate(record.openedAt, timeZone) === localDate(now.at, timeZone);
    return record.channel === "in-person" && record.status !== "paused" && cameToday ? "desk" : "today";
  }

  #machine(machine: MachineConfig, now: Moment): MachineView {
    const { id, title, capacity, pouch, warmUpSeconds, switchesOffAfterMinutes } = machine;
    const same = {
      machine: id,
      title,
      capacity,
      pouch,
      warmUpMs: warmUpSeconds * 1000,
      switchesOffAfterMinutes,
    };
    const onAt = this.#deps.store.finishing.switchedOnAt(id);
    if (!onAt) return { ...same, state: "not-said", readyAt: null, leftMs: null };
    const leftMs = Math.max(0, Math.round(same.warmUpMs - elapsedMs(onAt, now)));
    const readyAt = new Date(onAt.at.getTime() + same.warmUpMs).toISOString();
    const state = leftMs > 0 ? "warming" : this.#isIdle(machine, onAt, now) ? "maybe-off" : "ready";
    return { ...same, state, readyAt, leftMs };
  }

  #isIdle({ id, switchesOffAfterMinutes, warmUpSeconds }: MachineConfig, onAt: Moment, now: Moment): boolean {
    if (switchesOffAfterMinutes === 0) return false;
    const last = this.#deps.store.finishing.lastUseOf(id);
    const idleMs = Math.min(
      elapsedMs(onAt, now) - warmUpSeconds * 1000,
      last ? elapsedMs(last, now) : Number.POSITIVE_INFINITY,
    );
    return idleMs > switchesOffAfterMinutes * 60_000;
  }
}
