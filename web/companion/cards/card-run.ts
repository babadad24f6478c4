import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { newUuid } from "../../../src/bridge/client/new-uuid.ts";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { faultOf } from "../../console/connection.ts";
import { type Anyway, anywayAfter } from "../../console/print/print-anyway.ts";
import { faultWords } from "../../console/ui/fault-words.ts";
import type { CompanionModel } from "../companion-model.ts";
import type { InlislitePage, PageMember } from "../pages/page.ts";
import type { CardRow, RowState } from "./card-row.ts";
import { storedPhoto } from "./stored-photo.ts";

export type RunPhase = "checking" | "ready" | "printing" | "done";

const rowOf = (who: PageMember): CardRow => ({
  who,
  state: "checking",
  member: undefined,
  sharedWith: 0,
  reason: undefined,
  anyway: undefined,
  isWithoutPhoto: false,
  caseId: undefined,
  requestKey: newUuid(),
});

/** Cards for one member or for many: everybody is looked at first, and printed one after the other once the operator says so. */
export class CardRun {
  readonly rows: Signal<readonly CardRow[]>;
  readonly #phase: Signal<RunPhase> = signal("checking");
  readonly #isStopped: Signal<boolean> = signal(false);
  readonly #model: CompanionModel;
  readonly #page: InlislitePage;
  /** What somebody has said of this run's cards. */
  readonly #said = new Set<Anyway>();
  #halt = new AbortController();

  constructor(model: CompanionModel, page: InlislitePage, members: readonly PageMember[]) {
    this.#model = model;
    this.#page = page;
    this.rows = signal(members.map(rowOf));
  }

  get phase(): ReadonlySignal<RunPhase> {
    return this.#phase;
  }

  get isStopped(): ReadonlySignal<boolean> {
    return this.#isStopped;
  }

  count(...states: readonly RowState[]): number {
    return this.rows.value.filter(({ state }) => states.includes(state)).length;
  }

  /** How the cards that failed can be printed all the same. */
  get anyway(): Anyway | undefined {
    return this.rows.value.find(({ state, anyway }) => state === "failed" && anyway)?.anyway;
  }

  async check(): Promise<void> {
    this.#phase.value = "checking";
    await this.#each("checking", (index) => this.#check(index));
    this.#phase.value = "ready";
  }

  async print(kind: CaseView["kind"]): Promise<void> {
    this.#phase.value = "printing";
    await this.#each("ready", (index) => this.#print(index, kind));
    this.#phase.value = "done";
  }

  /** What has been sent is printed; nothing more is. */
  stop(): void {
    this.#isStopped.value = true;
    this.#halt.abort();
  }

  /** Those that failed, with the keys they had: a card whose answer was lost is not printed twice. */
  async again(kind: CaseView["kind"], anyway?: Anyway): Promise<void> {
    if (anyway) this.#said.add(anyway);
    this.#halt = new AbortController();
    this.#isStopped.value = false;
    this.rows.value.forEach(({ state, member }, index) => {
      const isOver = state === "failed" || state === "stopped";
      if (isOver)
        this.#put(index, { state: member ? "ready" : "checking", reason: undefined, anyway: undefined });
    });
    await this.#each("checking", (index) => this.#check(index));
    await this.print(kind);
  }

  async #each(state: RowState, work: (index: number) => Promise<void>): Promise<void> {
    for (const [index, row] of this.rows.peek().entries()) {
      if (row.state !== state) continue;
      if (this.#halt.signal.aborted) this.#put(index, { state: "stopped" });
      else await work(index);
    }
  }

  async #check(index: number): Promise<void> {
    const { who } = this.#row(index);
    const { connection, text } = this.#model;
    const { cards } = text;
    try {
      const { memberId, memberNo } = who;
      const { signal } = this.#halt;
      const { member, sameNumber } = await connection.call("member.get", { memberId }, { signal });
      const sharedWith = sameNumber.length;
      const isOther = memberNo !== undefined && memberNo !== member.memberNo;
      const reason = isOther ? { what: cards.otherNumber, mend: cards.otherNumberMend } : undefined;
      const isHeld = isOther || sharedWith > 0 || !member.mayHaveCard;
      this.#put(index, { member, sharedWith, reason, state: isHeld ? "held" : "ready" });
    } catch (thrown) {
      this.#fail(index, thrown);
    }
  }

  async #print(index: number, kind: CaseView["kind"]): Promise<void> {
    const { member, requestKey } = this.#row(index);
    if (!member) return;
    const { connection, desk } = this.#model;
    const { memberId, memberNo, photoName } = member;
    this.#put(index, { state: "sending" });
    try {
      const { signal } = this.#halt;
      const bytes = photoName ? await storedPhoto(this.#page.photoAddressOf(photoName), signal) : undefined;
      signal.throwIfAborted();
      this.#put(index, { isWithoutPhoto: bytes === undefined });
      const photo = bytes ? connection.upload(bytes) : null;
      // Not cancelled any more: a card that is on its way has its answer awaited.
      const wanted = { requestKey, memberId, memberNo, kind, photo, printer: null };
      const said = Object.fromEntries([...this.#said].map((anyway) => [anyway, true]));
      const { case: view, job } = await connection.call("card.queue", { ...wanted, ...said });
      desk.putCase(view);
      desk.putJob(view.case, job);
      this.#put(index, { state: "queued", caseId: view.case });
    } catch (thrown) {
      this.#fail(index, thrown);
    }
  }

  #fail(index: number, thrown: unknown): void {
    if (this.#halt.signal.aborted) {
      this.#put(index, { state: "stopped" });
    } else {
      const fault = faultOf(thrown);
      const reason = faultWords(fault?.text || this.#model.text.link.lost);
      this.#put(index, { state: "failed", reason, anyway: anywayAfter(fault?.code) });
    }
  }

  #row(index: number): CardRow {
    return this.rows.peek()[index] as CardRow;
  }

  #put(index: number, change: Partial<CardRow>): void {
    this.rows.value = this.rows.peek().map((row, at) => (at === index ? { ...row, ...change } : row));
  }
}
