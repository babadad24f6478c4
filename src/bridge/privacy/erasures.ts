import type { MirrorStore } from "../../inlislite/sync/mirror.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { MemberKey, MemberNo } from "../../kernel/types.ts";
import type { Erasure, ErasureFigures } from "../../store/erasures.ts";
import type { Store } from "../../store/store.ts";
import { eraseFile } from "../flows/erase-file.ts";
import { Repeating } from "../flows/repeating.ts";
import { tryEach } from "../flows/try-each.ts";
import type { Copies } from "./copies.ts";

const FIRST_AFTER_MS = 10_000;
const EVERY_MS = 30_000;

export interface Erased extends ErasureFigures {
  /** Cases and prints of this member whose steps and times stay, by pseudonym. */
  readonly kept: number;
  /** Other desks that will do the same as soon as they hear of it. */
  readonly desks: readonly string[];
}

/** What `ask` would do here. */
export interface Forecast extends Pick<Erased, "kept" | "desks" | "files" | "mirrored"> {
  readonly isUnderWay: boolean;
  /** Backups and stores put aside that it would look through. */
  readonly places: number;
}

interface Dependencies {
  readonly store: Pick<
    Store,
    "cases" | "counters" | "erasures" | "events" | "memberFiles" | "memberKeyOf" | "vault"
  >;
  readonly desk: string;
  readonly copies: Copies;
  /** Undefined where a site keeps no copy of members. */
  readonly mirror: Pick<MirrorStore, "byId" | "byNo" | "forget"> | undefined;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Members who asked to be forgotten, at whichever of the library's desks. Each desk erases what lies in its own vault, copies and
 * backups, whenever it comes to know of it: also of services that it, or another desk, tells of only later. What a member begins
 * after they asked is theirs anew.
 */
export class Erasures {
  readonly service: Repeating;
  readonly #deps: Dependencies;
  /** Copies that hold nothing of whoever had asked by then, as desks order events. */
  readonly #clean = new Map<string, number>();
  /** How far the log went when all of it was obeyed. */
  #obeyedAt = -1;

  constructor(dependencies: Dependencies) {
    const { clock, log } = dependencies;
    this.#deps = dependencies;
    this.service = new Repeating({
      ...{ name: "erasures", clock, log, firstAfterMs: FIRST_AFTER_MS, everyMs: EVERY_MS },
      work: () => this.obey(),
      failed: { level: "error", msg: "somebody's wish to be forgotten is not obeyed yet" },
    });
  }

  /**
   * Erases what this PC holds of a member, and has every other desk do so. May be asked again. Throws `ERASE_SERVICE_OPEN` while a
   * service of theirs is under way, and as the disk does: what was left then is tried again by itself.
   */
  ask(memberNo: MemberNo): Erased {
    const { store, mirror } = this.#deps;
    const key = store.memberKeyOf(memberNo);
    if (store.cases.byMember(key)) throw new TitianError("ERASE_SERVICE_OPEN");
    const rows = this.#rowsOf(memberNo);
    const erasure = store.erasures.ask(key, rows[0]);
    const mirrored = mirror?.forget(rows) ?? 0;
    const done = this.#obeyOne(erasure, mirrored);
    return { ...done, ...this.#left(key) };
  }

  /** What `ask` would take, and what would stay. Changes nothing. */
  foresee(memberNo: MemberNo): Forecast {
    const { store, copies } = this.#deps;
    const key = store.memberKeyOf(memberNo);
    return {
      isUnderWay: store.cases.byMember(key) !== undefined,
      files: store.memberFiles.of(key).length,
      places: copies.all().length,
      mirrored: this.#rowsOf(memberNo).length,
      ...this.#left(key),
    };
  }

  #rowsOf(memberNo: MemberNo): readonly string[] {
    const found = this.#deps.mirror?.byNo(memberNo.trim() as MemberNo) ?? [];
    return found.map(({ memberId }) => memberId);
  }

  #left(key: MemberKey): Pick<Erased, "kept" | "desks"> {
    const { memberFiles, counters } = this.#deps.store;
    return { kept: memberFiles.namedBy(key), desks: counters.others().map(({ title }) => title) };
  }

  /** Everybody's wish that reaches something here. Throws what kept it from the first, when all the others were tried. */
  obey(): void {
    const { store } = this.#deps;
    const all = store.erasures.all();
    const position = store.erasures.logPosition;
    if (position !== this.#obeyedAt) this.#obeyAll(all);
    this.#obeyedAt = position;
    this.#lookThroughNewCopies(all);
  }

  #obeyAll(all: readonly Erasure[]): void {
    const { store, desk } = this.#deps;
    tryEach(all, (erasure) => {
      const isNew = !erasure.doneBy.has(desk);
      const files = store.memberFiles.of(erasure.memberKey, erasure.logical);
      if (isNew || files.length > 0) this.#obeyOne(erasure, 0);
    });
  }

  /** The vault before its copies: a backup on a disk that is away must keep nothing here. */
  #obeyOne(erasure: Erasure, mirroredBefore: number): ErasureFigures {
    const { store, copies, log } = this.#deps;
    const { memberKey, logical } = erasure;
    const files = store.memberFiles.of(memberKey, logical);
    // A copy that is away now was looked through when these were not yet to be erased.
    if (files.length > 0) this.#clean.clear();
    for (const file of files) eraseFile(store, file, "the member asked to be forgotten");
    const mirrored = mirroredBefore + this.#forgetRow(erasure);
    const named = store.memberFiles.named(memberKey, logical);
    const copied = copies.all().reduce((sum, { folder, erase }) => sum + erase(folder, named), 0);
    const figures = { files: files.length, copies: copied, mirrored };
    store.erasures.done(erasure, figures);
    log.info("a member was forgotten", figures);
    return figures;
  }

  /** INLISLite renumbers rows: by then it may be somebody else's. */
  #forgetRow({ memberId, memberKey }: Erasure): number {
    const { store, mirror } = this.#deps;
    const row = memberId === undefined ? undefined : mirror?.byId(memberId);
    if (!mirror || !row || store.memberKeyOf(row.memberNo) !== memberKey) return 0;
    return mirror.forget([row.memberId]);
  }

  /** A backup that was being made meanwhile, and one that was put back from elsewhere. */
  #lookThroughNewCopies(all: readonly Erasure[]): void {
    if (all.length === 0) return;
    const { store, copies } = this.#deps;
    const newest = Math.max(...all.map(({ logical }) => logical));
    const unseen = copies.all().filter(({ folder }) => this.#clean.get(folder) !== newest);
    if (unseen.length === 0) return;
    const named = all.flatMap(({ memberKey, logical }) => store.memberFiles.named(memberKey, logical));
    for (const { folder, erase } of unseen) {
      erase(folder, named);
      this.#clean.set(folder, newest);
    }
  }
}
