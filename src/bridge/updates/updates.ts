import { EventEmitter } from "node:events";
import type { Static } from "typebox";
import { onTrial, type Pointer, pointerOf, takenBack } from "../../../service-install/versions/pointer.ts";
import { readPointer, writePointer } from "../../../service-install/versions/pointer-file.ts";
import { keysIn } from "../../../service-install/versions/signature.ts";
import { compare } from "../../../service-install/versions/version.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { BackupMade } from "../../store/backup.ts";
import type { EventData, EventType } from "../../store/event-catalog.ts";
import type { UpdateView } from "../protocol/update-shapes.ts";
import type { Launched } from "./launched.ts";
import { bestOffer, type Offer } from "./offer.ts";
import type { UpdateSource } from "./source.ts";
import { stage } from "./stage.ts";
import { readSwitch, writeSwitch } from "./switch-record.ts";
import { forgetWanted, wantedIn, wantVersion } from "./wanted.ts";
import { assertReadableBefore } from "./way-back.ts";

export type Activity = Static<typeof UpdateView>["phase"];
type UpdateEvent = Extract<EventType, `update.${string}`>;

export interface UpdatesDependencies {
  readonly launched: Launched;
  /** The version that runs. */
  readonly running: string;
  readonly storeSchema: number;
  /** Where new versions may lie. Those of this desk's own folder are not away. */
  readonly sources: readonly UpdateSource[];
  /** What must not be interrupted, at this moment. */
  readonly busyWith: () => "case" | "print" | undefined;
  readonly backup: (signal: AbortSignal) => Promise<BackupMade>;
  /** This desk's events after `lastSeq` that somebody's work has made. */
  readonly workedSince: (lastSeq: number) => number;
  readonly remember: <T extends UpdateEvent>(type: T, data: EventData<T>) => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** From a new version that lies somewhere to the moment in which this daemon makes room for it. */
export class Updates {
  readonly events = new EventEmitter<{ changed: [] }>();
  readonly #with: UpdatesDependencies;
  #offer: Offer | undefined;
  #isStaged = false;
  #isWanted = false;
  #phase: "still" | "fetching" | "switching" = "still";
  #part = 0;
  #problem: ErrorCode | undefined;
  /** Why nothing of what was seen last may be taken, also where that is no trouble. */
  #refused: ErrorCode | undefined;
  #checkedAt: Date | undefined;

  constructor(dependencies: UpdatesDependencies) {
    this.#with = dependencies;
  }

  get pointer(): Pointer {
    return readPointer(this.#with.launched.places.versions) ?? pointerOf(this.#with.running);
  }

  /** What a page or a technician is told, but for what the configuration says. */
  get state() {
    return {
      phase: this.#activity,
      offer: this.#offer,
      part: this.#phase === "fetching" ? this.#part : undefined,
      problem: this.#problem,
      checkedAt: this.#checkedAt,
    };
  }

  get #activity(): Activity {
    if (this.#phase !== "still") return this.#phase;
    if (this.#isWanted) return "waiting";
    return this.#offer ? "available" : "none";
  }

  /** What somebody asked for before this daemon began is asked for still. */
  async takeUp(signal: AbortSignal): Promise<void> {
    const wanted = wantedIn(this.#with.launched.places.versions);
    if (wanted === undefined) return;
    await this.check(signal);
    if (this.#offer?.manifest.version === wanted) await this.want(signal);
    else forgetWanted(this.#with.launched.places.versions);
  }

  /** Looks where new versions come from. What keeps one from being taken is the problem that is shown. */
  async check(signal: AbortSignal): Promise<void> {
    if (this.#phase !== "still") throw new TitianError("UPDATE_BUSY");
    if (this.#isWanted) return;
    const found: Found[] = [];
    for (const source of this.#with.sources) found.push(await this.#lookIn(source, signal));
    const refusals = found.flatMap(({ refused }) => refused ?? []);
    const trouble = refusals.find((code) => !IS_USUAL.has(code));
    this.#offer = found
      .flatMap(({ offer }) => offer ?? [])
      .toSorted(byVersion)
      .at(-1);
    this.#isStaged = false;
    // The version that runs lies on this desk too, and says the least.
    this.#refused = trouble ?? refusals.find((code) => code !== "UPDATE_NOT_NEWER") ?? refusals[0];
    this.#checkedAt = this.#with.clock.now();
    this.#report(this.#offer ? undefined : trouble);
    this.events.emit("changed");
  }

  async #lookIn(source: UpdateSource, signal: AbortSignal): Promise<Found> {
    const { launched, running, storeSchema } = this.#with;
    try {
      const desk = { running, storeSchema, pointer: this.pointer, keys: keysIn(launched.places.keys) };
      return bestOffer(await source.manifests(signal), source, desk);
    } catch (error) {
      signal.throwIfAborted();
      return { refused: TitianError.from(error).code };
    }
  }

  /** Asks for what is offered. It happens when the desk is quiet; see `advance`. Throws `UPDATE_NOTHING_NEW` or why not. */
  async want(signal: AbortSignal): Promise<void> {
    if (this.#phase !== "still") throw new TitianError("UPDATE_BUSY");
    if (!this.#offer) await this.check(signal);
    if (!this.#offer) throw new TitianError(this.#refused ?? "UPDATE_NOTHING_NEW");
    wantVersion(this.#with.launched.places.versions, this.#offer.manifest.version);
    this.#isWanted = true;
    this.events.emit("changed");
  }

  get isWanted(): boolean {
    return this.#isWanted;
  }

  /** Everything of it is on this desk. */
  get isStaged(): boolean {
    return this.#isStaged;
  }

  /** One step further, if somebody wants it: fetch and check, or change over when nothing would be interrupted. */
  async advance(signal: AbortSignal): Promise<void> {
    const offer = this.#offer;
    if (!this.#isWanted || !offer || this.#phase !== "still") return;
    try {
      if (!this.#isStaged) await this.#fetch(offer, signal);
      if (!this.#with.busyWith()) await this.#switch(offer.manifest.version, signal);
    } catch (error) {
      signal.throwIfAborted();
      forgetWanted(this.#with.launched.places.versions);
      this.#isWanted = false;
      this.#isStaged = false;
      this.#report(TitianError.from(error).code);
      this.#with.log.warn("the update was not taken", { version: offer.manifest.version, error });
    } finally {
      this.events.emit("changed");
    }
  }

  async #fetch(offer: Offer, signal: AbortSignal): Promise<void> {
    const { places } = this.#with.launched;
    this.#phase = "fetching";
    this.#part = 0;
    this.events.emit("changed");
    const onProgress = (part: number): void => {
      const isNews = Math.floor(part * 20) > Math.floor(this.#part * 20);
      this.#part = part;
      if (isNews) this.events.emit("changed");
    };
    try {
      await stage(offer, { versions: places.versions, keys: keysIn(places.keys), onProgress }, signal);
    } finally {
      this.#phase = "still";
    }
    this.#isStaged = true;
    this.#report(undefined);
  }

  /** The store first, then how to undo it, then the pointer: whatever of it is lost, the desk starts with what it had. */
  async #switch(to: string, signal: AbortSignal): Promise<void> {
    const { launched, running, backup, busyWith, remember, log } = this.#with;
    const { folder, lastSeq } = await backup(signal);
    // Somebody may have come while the copy was made; the next quiet moment makes another.
    if (busyWith()) return;
    this.#phase = "switching";
    const { versions } = launched.places;
    try {
      writeSwitch(versions, { from: running, to, backup: folder, lastSeq });
      // Told first: with the pointer the change has happened, whatever becomes of this process.
      remember("update.switched", { from: running, to });
      writePointer(versions, onTrial(this.pointer, to));
    } catch (error) {
      this.#phase = "still";
      throw error;
    }
    forgetWanted(versions);
    log.info("changing to another version", { from: running, to });
    launched.restart();
  }

  /** Throws `UPDATE_NOTHING_BEFORE`, `UPDATE_DESK_BUSY` or `UPDATE_WORK_SINCE`. */
  takeBack(): void {
    const { launched, storeSchema, workedSince, busyWith, remember, running, clock } = this.#with;
    const { previous } = this.pointer;
    if (this.#phase !== "still") throw new TitianError("UPDATE_BUSY");
    if (previous === undefined || this.pointer.current !== running)
      throw new TitianError("UPDATE_NOTHING_BEFORE");
    if (busyWith()) throw new TitianError("UPDATE_DESK_BUSY");
    const { places } = launched;
    assertReadableBefore({ places, previous, storeSchema, record: readSwitch(places.versions), workedSince });
    this.#phase = "switching";
    remember("update.switched", { from: running, to: previous });
    writePointer(places.versions, takenBack(this.pointer, previous, clock.now().toISOString()));
    this.events.emit("changed");
    launched.restart();
  }

  /** Told once, for as long as it stays the same. */
  #report(code: ErrorCode | undefined): void {
    if (code && code !== this.#problem && code !== "UPDATE_SOURCE_AWAY")
      this.#with.remember("update.refused", { code });
    this.#problem = code;
  }
}

type Found = ReturnType<typeof bestOffer>;
const byVersion = (a: Offer, b: Offer): number => compare(a.manifest.version, b.manifest.version);

/** What lies in most places on most days. */
const IS_USUAL: ReadonlySet<ErrorCode> = new Set(["UPDATE_NOT_NEWER", "UPDATE_RULED_OUT"]);
