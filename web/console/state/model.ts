import { batch, effect, type Signal, signal, untracked } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ReprintReason } from "../../../src/bridge/protocol/shapes.ts";
import { en } from "../../messages/en.ts";
import { id, type Messages } from "../../messages/id.ts";
import { FaceFinder } from "../../photo/face/face-finder.ts";
import { wedgeWith } from "../../scanning/desk-wedges.ts";
import type { ReadScan } from "../../scanning/wedge.ts";
import { BoardState } from "../board/board-state.ts";
import { ComplaintState } from "../complaints/complaint-state.ts";
import { type Connection, type Fault, faultOf } from "../connection.ts";
import { count } from "../format/number.ts";
import { clockTime, type Language, moment, shortDay } from "../format/time.ts";
import type { HandoverDraft } from "../hand-over/draft.ts";
import { CameraLending } from "../photo/lend-camera.ts";
import { QueueState } from "../print/queue-state.ts";
import { TicketsState } from "../tickets/tickets-state.ts";
import { CameraWatch } from "./camera-watch.ts";
import { DeskState } from "./desk-state.ts";
import { OperatorState } from "./operator-state.ts";
import type { Preferences } from "./preferences.ts";
import type { Router } from "./router.ts";

/** Often enough that no second is skipped on the page. */
const TICK_MS = 200;

/** Everything the pages share. Made once in main.tsx. */
export class ConsoleModel {
  readonly connection: Connection;
  readonly preferences: Preferences;
  readonly router: Router;
  readonly desk = new DeskState();
  readonly board: BoardState;
  readonly queues: QueueState;
  readonly tickets: TicketsState;
  readonly complaints: ComplaintState;
  /** Who is signed in, where the library uses PINs. */
  readonly operator: OperatorState;
  readonly cameras: CameraWatch;
  /** This page's own camera, for the daemon. */
  readonly lending: CameraLending;
  readonly faces = new FaceFinder("/titian-face.js");
  /** Said once to screen readers, politely. */
  readonly announcement: Signal<string> = signal("");
  /** Counts presses of F2, so that the search box takes the focus each time. */
  readonly findAsked: Signal<number> = signal(0);
  /** What was ticked at the hand-over that is going on. */
  readonly handover: Signal<HandoverDraft | undefined> = signal(undefined);
  /** Simulated faults as this page last sent them, by device: some of them no health can tell. */
  readonly sentFaults = new Map<string, ReadonlySet<string>>();
  /** Why a card was called spoiled, by job: the reprint that follows is not asked again. */
  readonly spoiledFor = new Map<string, ReprintReason>();
  readonly scanFault: Signal<Fault | undefined> = signal(undefined);
  /** What Esc closes or gives up on this page before it leaves it; true where there was something. */
  backFirst: (() => boolean) | undefined;

  constructor(connection: Connection, preferences: Preferences, router: Router) {
    this.connection = connection;
    this.preferences = preferences;
    this.router = router;
    this.board = new BoardState(connection);
    this.queues = new QueueState(connection);
    this.tickets = new TicketsState(connection);
    this.complaints = new ComplaintState(connection);
    this.operator = new OperatorState(connection);
    this.cameras = new CameraWatch(connection);
    this.lending = new CameraLending(connection, this.desk.devices);
  }

  get language(): Language {
    return this.preferences.language.value;
  }

  get text(): Messages {
    return this.language === "id" ? id : en;
  }

  get timeZone(): string {
    return this.desk.facts.value?.timeZone ?? "Asia/Jakarta";
  }

  /** Whose words to use for what is to be done in INLISLite; 3.3 until the library's own is known. */
  get inlisliteVersion(): "3.2" | "3.3" {
    return this.desk.facts.value?.inlisliteVersion ?? "3.3";
  }

  /** `09.41` of today, `24 Nov 09.41` of another day: how old something is must not depend on the reader's guess. */
  moment(instant: Date | string): string {
    const at = typeof instant === "string" ? new Date(instant) : instant;
    return moment(at, this.#reading);
  }

  /** `24 Nov`. */
  day(instant: Date): string {
    return shortDay(instant, this.#reading);
  }

  get #reading() {
    return { language: this.language, timeZone: this.timeZone, now: new Date() };
  }

  /** `1.200`, as the people of this desk write it. */
  count(value: number): string {
    return count(value, this.language);
  }

  /** `09.41`, as the people of this desk write it. */
  clock(instant: Date | string, seconds = false): string {
    const at = typeof instant === "string" ? new Date(instant) : instant;
    return clockTime(at, { language: this.language, timeZone: this.timeZone, seconds });
  }

  /** Whoever does it: by PIN, or as they last called themselves here. */
  get operatorName(): string {
    return this.operator.current.value?.signedIn?.name ?? this.preferences.operator.value.trim();
  }

  start(): void {
    const { connection, desk, cameras, lending } = this;
    this.operator.start({ left: () => this.#forgetPeople(), entered: () => void this.refresh() });
    this.board.start();
    this.queues.start();
    this.tickets.start();
    this.complaints.start();
    cameras.start();
    lending.start();
    connection.on("case.changed", (view) => desk.putCase(view));
    connection.on("job.changed", ({ case: caseId, job }) => caseId && desk.putJob(caseId, job));
    connection.on("device.healthChanged", ({ device, health }) => desk.putHealth(device, health));
    connection.on("device.changed", (device) => desk.putDevice(device));
    connection.on("device.removed", ({ device }) => desk.dropDevice(device));
    connection.on("discovery.changed", (discovered) => {
      desk.discovered.value = discovered;
    });
    connection.on("desks.changed", ({ otherDesks }) => desk.putOtherDesks(otherDesks));
    connection.on("dependency.changed", (dependency) => desk.putDependency(dependency));
    connection.on("sync.changed", (sync) => {
      desk.sync.value = sync;
    });
    connection.on("pairing.changed", ({ pairings }) => {
      desk.pairings.value = pairings;
    });
    connection.on("scanner.scanned", (outcome) => {
      desk.lastScan.value = outcome;
    });
    setInterval(() => desk.tick(performance.now()), TICK_MS);
    effect(() => {
      if (connection.link.value === "open") untracked(() => void this.refresh());
    });
  }

  /** A scan that the page itself has read. What it did comes back as scanner.scanned, as for every scanner. */
  async submitScan({ text, prefix }: ReadScan): Promise<void> {
    this.scanFault.value = undefined;
    const device = wedgeWith(this.desk.devices.value, prefix);
    try {
      await this.connection.call("scan.submit", { text: text.trim(), ...(device && { device }) });
    } catch (thrown) {
      this.scanFault.value = faultOf(thrown);
    }
  }

  /** There is a desk, and somebody at it: keys that lead to it mean nothing in a setup, or behind the sign-in. */
  get #isAttended(): boolean {
    const { facts } = this.desk;
    return facts.value !== undefined && !facts.value.isFirstRun && !this.operator.isLocked.value;
  }

  /** F2: the board's own search on the board, and that of the desk from everywhere else. */
  find(): void {
    if (!this.#isAttended) return;
    if (this.router.route.value.page === "board") {
      this.board.findAsked.value += 1;
      return;
    }
    this.router.go("desk");
    this.findAsked.value += 1;
  }

  /** F4: calls a number of the queue, and shows the desk where it is served. */
  callNumber(): void {
    if (!this.#isAttended) return;
    this.router.go("desk");
    void this.tickets.call();
  }

  /** Esc: from a case to the desk, from a design or a complaint to all of them, from another page to the desk. */
  back(): void {
    if (this.backFirst?.() || !this.#isAttended) return;
    const { page, id } = this.router.route.value;
    const isOneOfMany = id !== undefined && (page === "cards" || page === "complaints");
    this.router.go(isOneOfMany ? page : "desk");
  }

  /** Nobody is signed in: nothing of any member stays in the page, not even behind the sign-in. */
  #forgetPeople(): void {
    for (const part of [this.desk, this.board, this.queues, this.tickets, this.complaints])
      part.forgetPeople();
    this.handover.value = undefined;
    this.scanFault.value = undefined;
    this.announcement.value = "";
    this.spoiledFor.clear();
  }

  /** Asks for everything: at the start, and after every time the socket was away. */
  async refresh(): Promise<void> {
    const { connection, desk } = this;
    try {
      await this.operator.refresh();
      if (this.operator.isLocked.peek()) return;
      for (const part of [this.board, this.queues, this.tickets, this.complaints]) void part.refresh();
      const [view, { pairings }, sync] = await Promise.all([
        connection.call("desk.get", {}),
        connection.call("pairing.list", {}),
        connection.call("sync.get", {}),
      ]);
      // Somebody may have left the desk meanwhile.
      if (this.operator.isLocked.peek()) return;
      batch(() => {
        desk.replace(view);
        desk.sync.value = sync;
        desk.pairings.value = pairings;
      });
    } catch {
      // The link tells by itself when the daemon is away, and this runs again when it is back.
    }
  }
}

const Context = createContext<ConsoleModel | undefined>(undefined);
export const ModelProvider = Context.Provider;

export function useModel(): ConsoleModel {
  const model = useContext(Context);
  if (!model) throw new Error("No console model above this component.");
  return model;
}
