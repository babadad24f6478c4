import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { DiscoveredView } from "../../../src/bridge/protocol/device-shapes.ts";
import type { DeviceView, HealthView } from "../../../src/bridge/protocol/device-views.ts";
import type { EventPayload } from "../../../src/bridge/protocol/events.ts";
import type { SyncView } from "../../../src/bridge/protocol/member-shapes.ts";
import type {
  CaseView,
  DependencyView,
  DeskView,
  PairingView,
  PrintJobView,
} from "../../../src/bridge/protocol/shapes.ts";
import type { LiveCase } from "../desk/live-times.ts";

interface Received {
  readonly view: CaseView;
  /** On `performance.now()`: the moment at which the view's figures were true. */
  readonly trueAtMs: number;
}

export type ScanOutcome = EventPayload<"scanner.scanned">;
export type DeskFacts = Omit<DeskView, "cases" | "devices" | "dependencies">;

/** More than a shift is a clock that was set, not an old answer. */
const OLDEST_MS = 12 * 60 * 60 * 1000;
const CLOSED: readonly CaseView["status"][] = ["handed-over", "cancelled", "not-served"];

export const isClosed = (view: CaseView): boolean => CLOSED.includes(view.status);

/** What the daemon last said, and nothing the page made up. */
export class DeskState {
  readonly facts: Signal<DeskFacts | undefined> = signal(undefined);
  readonly devices: Signal<readonly DeviceView[]> = signal([]);
  readonly dependencies: Signal<readonly DependencyView[]> = signal([]);
  /** How well the copy of INLISLite's members keeps step; undefined before the daemon has said so. */
  readonly sync: Signal<SyncView | undefined> = signal(undefined);
  /** What is plugged in and not in use; undefined before anybody looked. */
  readonly discovered: Signal<DiscoveredView | undefined> = signal(undefined);
  readonly pairings: Signal<readonly PairingView[]> = signal([]);
  readonly lastScan: Signal<ScanOutcome | undefined> = signal(undefined);
  /** Wall time of the newest news, for "data as of". */
  readonly heardAt: Signal<Date | undefined> = signal(undefined);
  readonly #received: Signal<ReadonlyMap<string, Received>> = signal(new Map());
  /** Ticks while anything on the page counts. */
  readonly #nowMs: Signal<number> = signal(performance.now());
  #serverAheadMs = 0;

  /** Open cases, oldest first. */
  readonly open: ReadonlySignal<readonly CaseView[]> = computed(() =>
    [...this.#received.value.values()]
      .map(({ view }) => view)
      .filter((view) => !isClosed(view))
      .sort((a, b) => a.openedAt.localeCompare(b.openedAt)),
  );

  /** Cases that ended while this page was open, the newest first. */
  readonly over: ReadonlySignal<readonly CaseView[]> = computed(() =>
    [...this.#received.value.values()]
      .map(({ view }) => view)
      .filter(isClosed)
      .sort((a, b) => b.asOf.localeCompare(a.asOf)),
  );

  tick(nowMs: number): void {
    this.#nowMs.value = nowMs;
  }

  /** The page's own clock, as of the last tick; reading it subscribes to the ticks. */
  get nowMs(): number {
    return this.#nowMs.value;
  }

  /** Reading it subscribes to the tick. */
  live(caseId: string): LiveCase | undefined {
    const received = this.#received.value.get(caseId);
    return received && { view: received.view, sinceMs: Math.max(0, this.#nowMs.value - received.trueAtMs) };
  }

  view(caseId: string): CaseView | undefined {
    return this.#received.value.get(caseId)?.view;
  }

  replace({ cases, devices, dependencies, ...facts }: DeskView): void {
    this.#serverAheadMs = Date.parse(facts.serverTime) - Date.now();
    this.facts.value = facts;
    this.devices.value = devices;
    this.dependencies.value = dependencies;
    // A case that is over stays readable until the person at the desk leaves it.
    const over = [...this.#received.value].filter(([, { view }]) => isClosed(view));
    this.#received.value = new Map([
      ...over,
      ...cases.map((view) => [view.case, this.#stamp(view)] as const),
    ]);
    this.#heard();
  }

  /** A desk of the library has joined, or is called otherwise. */
  putOtherDesks(otherDesks: DeskView["otherDesks"]): void {
    const facts = this.facts.value;
    if (facts) this.facts.value = { ...facts, otherDesks };
  }

  putCase(view: CaseView): void {
    const before = this.#received.value.get(view.case)?.view;
    // An answer that was overtaken by an event must not turn the page back.
    if (before && before.asOf > view.asOf) return;
    this.#received.value = new Map(this.#received.value).set(view.case, this.#stamp(view));
    this.#heard();
  }

  putJob(caseId: string, job: PrintJobView): void {
    const received = this.#received.value.get(caseId);
    if (!received) return;
    const jobs = received.view.jobs.filter((other) => other.job !== job.job);
    const view = { ...received.view, jobs: [...jobs, job] };
    this.#received.value = new Map(this.#received.value).set(caseId, { ...received, view });
    this.#heard();
  }

  /** One that is new joins at the end. */
  putDevice(device: DeviceView): void {
    const isKnown = this.devices.value.some((known) => known.device === device.device);
    this.devices.value = isKnown
      ? this.devices.value.map((known) => (known.device === device.device ? device : known))
      : [...this.devices.value, device];
    this.#heard();
  }

  dropDevice(device: string): void {
    this.devices.value = this.devices.value.filter((known) => known.device !== device);
  }

  putHealth(device: string, health: HealthView): void {
    this.devices.value = this.devices.value.map((known) =>
      known.device === device ? { ...known, health } : known,
    );
    this.#heard();
  }

  putDependency(changed: DependencyView): void {
    const others = this.dependencies.value.filter(({ name }) => name !== changed.name);
    this.dependencies.value = [...others, changed].sort((a, b) => a.name.localeCompare(b.name));
    this.#heard();
  }

  /** Drops a case that is over from the page. */
  forget(caseId: string): void {
    const rest = new Map(this.#received.value);
    rest.delete(caseId);
    this.#received.value = rest;
  }

  /** What names anybody goes; how the desk and its devices are stays. */
  forgetPeople(): void {
    this.#received.value = new Map();
    this.lastScan.value = undefined;
  }

  #stamp(view: CaseView): Received {
    const ageMs = Date.now() + this.#serverAheadMs - Date.parse(view.asOf);
    return { view, trueAtMs: performance.now() - Math.min(OLDEST_MS, Math.max(0, ageMs)) };
  }

  #heard(): void {
    this.heardAt.value = new Date();
  }
}
