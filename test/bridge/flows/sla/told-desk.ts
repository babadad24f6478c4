import { onTestFinished } from "vitest";
import { demoConfig } from "../../../../src/bridge/config/demo.ts";
import { CaseTimings } from "../../../../src/bridge/flows/case-timings.ts";
import { CaseResults } from "../../../../src/bridge/flows/sla/case-results.ts";
import type { JudgingFor } from "../../../../src/bridge/flows/sla/judging-for.ts";
import { Punctuality } from "../../../../src/bridge/flows/sla/punctuality.ts";
import { judgingRules } from "../../../../src/bridge/standard-parts.ts";
import { type CaseId, type LocalDate, localDate } from "../../../../src/kernel/types.ts";
import type { EventData, NewEvent } from "../../../../src/store/event-catalog.ts";
import { uuidV7 } from "../../../../src/store/uuid-v7.ts";
import { ManualClock } from "../../../harness/manual-clock.ts";
import {
  newCaseId,
  opened,
  openTestStore,
  type TestStore,
  temporaryFolder,
} from "../../../store/test-store.ts";

/** After so many seconds, this. */
export type Told = readonly [seconds: number, ...happenings: readonly Pick<NewEvent, "type" | "data">[]];

/** Nine in the morning in Jakarta on a Thursday, unless it goes on in the folder of another. */
interface ToldOptions {
  readonly folder?: string;
  readonly clock?: ManualClock;
  readonly judgingFor?: JudgingFor;
}

/** A store with a judge, and cases told second by second on a clock that only they move. */
export class ToldDesk {
  readonly folder: string;
  readonly clock: ManualClock;
  readonly store: TestStore["store"];
  readonly timings: CaseTimings;
  readonly judgingFor: JudgingFor;
  readonly results: CaseResults;
  readonly punctuality: Punctuality;

  /** With the judge at work until the test is over. */
  static async open(options: ToldOptions = {}): Promise<ToldDesk> {
    const desk = new ToldDesk(options);
    await desk.results.start();
    onTestFinished(() => desk.results.stop());
    return desk;
  }

  constructor(options: ToldOptions = {}) {
    this.clock = options.clock ?? new ManualClock(new Date("2026-02-05T02:00:00Z"));
    this.folder = options.folder ?? temporaryFolder();
    const { store, log } = openTestStore(this.folder, this.clock);
    const work = { needsPhoto: () => true, route: [] };
    const config = demoConfig({ folder: this.folder, port: 0 });
    const { shelf: standards, judgingFor } = judgingRules({ config, store, clock: this.clock });
    const timings = new CaseTimings({ store, standards, work, clock: this.clock });
    this.timings = timings;
    this.judgingFor = options.judgingFor ?? judgingFor;
    this.store = store;
    this.results = new CaseResults({ store, timings, judgingFor: this.judgingFor, clock: this.clock, log });
    this.punctuality = new Punctuality({ store, results: this.results, timings });
  }

  get today(): LocalDate {
    return localDate(this.clock.now(), "Asia/Jakarta");
  }

  /** Somebody takes a number and is called after so many seconds; `lebak` and `tellOf` go on from there. */
  async called(waitSeconds: number): Promise<CaseId> {
    const id = newCaseId(this.clock);
    const [stream, day] = [`case/${id}`, this.today];
    const ticket = this.store.cases.nextTicket(day);
    this.store.events.append({ stream, type: "case.queued", data: { ticket, day, from: "kiosk" } });
    await this.clock.advance(waitSeconds * 1_000);
    this.store.events.append({ stream, type: "case.called", data: { counter: "Loket 1" } });
    return id;
  }

  tell(data: Partial<EventData<"case.opened">>, ...story: readonly Told[]): Promise<CaseId> {
    return this.tellOf(newCaseId(this.clock), data, ...story);
  }

  async tellOf(
    id: CaseId,
    data: Partial<EventData<"case.opened">>,
    ...story: readonly Told[]
  ): Promise<CaseId> {
    this.store.events.append(opened(id, { needsPhoto: true, day: this.today, ...data }));
    await this.#goOn(id, story);
    return id;
  }

  async #goOn(id: CaseId, story: readonly Told[]): Promise<void> {
    for (const [seconds, ...happenings] of story) {
      await this.clock.advance(seconds * 1_000);
      this.store.events.append(happenings.map((one) => ({ stream: `case/${id}`, ...one }) as NewEvent));
    }
  }

  /** Lebak's six steps, the last one in two, each in so many seconds; as far as there are any. 24 minutes are promised. */
  lebak(
    seconds: readonly number[],
    data: Partial<EventData<"case.opened">> = {},
    id = newCaseId(this.clock),
  ): Promise<CaseId> {
    const story = this.#lebakActs().slice(0, seconds.length);
    const told = story.map((act, index): Told => [seconds[index] ?? 0, act]);
    return this.tellOf(id, { standardId: "id.lebak.pembuatan-kta", ...data }, ...told);
  }

  /** The last of Lebak's steps, for a case that was told as far as them. */
  async tellOn(id: CaseId, seconds: readonly number[]): Promise<void> {
    const story = this.#lebakActs().slice(-seconds.length);
    await this.#goOn(
      id,
      story.map((act, index): Told => [seconds[index] ?? 0, act]),
    );
    this.results.bringUpToDate();
  }

  #lebakActs(): readonly Pick<NewEvent, "type" | "data">[] {
    return [
      { type: "case.requirementsChecked", data: { documents: ["r1"] } },
      { type: "case.stepDone", data: { step: "form-electronic", result: "done" } },
      { type: "case.stepDone", data: { step: "data-entry", result: "done" } },
      { type: "case.photoTaken", data: { photo: uuidV7(this.clock), source: "camera" } },
      { type: "case.dataChecked", data: { revised: false } },
      { type: "case.printConfirmed", data: { job: SOME_FILE, by: "scan" } },
      { type: "case.handedOver", data: { phoneConfirmed: true, signature: "paper", file: null } },
    ];
  }
}

export const SOME_FILE = "01900000-0000-7000-8000-000000000001";
