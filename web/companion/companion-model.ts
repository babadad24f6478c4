import {
  batch,
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
  untracked,
} from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CaseView, MemberView } from "../../src/bridge/protocol/shapes.ts";
import { type Fault, faultOf } from "../console/connection.ts";
import { clockTime, type Language, moment } from "../console/format/time.ts";
import { CameraWatch } from "../console/state/camera-watch.ts";
import { DeskState } from "../console/state/desk-state.ts";
import { OperatorState } from "../console/state/operator-state.ts";
import { hashOf, type Page } from "../console/state/route.ts";
import { faultWords } from "../console/ui/fault-words.ts";
import { enCompanion } from "../messages/en-companion.ts";
import { type CompanionMessages, idCompanion } from "../messages/id-companion.ts";
import { FaceFinder } from "../photo/face/face-finder.ts";
import type { CompanionConnection } from "./connection.ts";
import type { DaemonAddress } from "./daemon-address.ts";
import type { PhotoOwner } from "./drawer/deliver-photo.ts";
import { type CarriedNotice, carried, isFresh, type Notice } from "./notice.ts";
import type { InlislitePage, PageMember, PageWarning } from "./pages/page.ts";
import { safely } from "./safely.ts";
import { shownCase } from "./shown-case.ts";
import { isText, TabMemory } from "./tab-memory.ts";

/** Often enough that no second is skipped in the bar. */
const TICK_MS = 250;
/** How long good news stays, ms. */
const PASSING_MS = 6_000;

export interface Choice {
  readonly members: readonly MemberView[];
  readonly take: (member: MemberView) => void;
}

export type Panel = "photo" | "cards" | "choose" | "details";

const isLanguage = (value: unknown): value is Language => value === "id" || value === "en";

/** Everything that the bar and its panels share. Made once in start.tsx; outlives every page that INLISLite swaps in. */
export class CompanionModel {
  readonly connection: CompanionConnection;
  readonly address: DaemonAddress;
  readonly desk = new DeskState();
  /** Whoever is signed in at the desk works here too. */
  readonly operator: OperatorState;
  readonly cameras: CameraWatch;
  readonly faces: FaceFinder;
  readonly language: Signal<Language>;
  /** Undefined on a page that is not one of a member's. */
  readonly page: Signal<InlislitePage | undefined> = signal(undefined);
  /** The one that the page is about now. */
  readonly member: Signal<PageMember | undefined> = signal(undefined);
  /** What saving the page as it stands would do to the member. */
  readonly warnings: Signal<readonly PageWarning[]> = signal([]);
  readonly notice: Signal<Notice | undefined> = signal(undefined);
  readonly panel: Signal<Panel | undefined> = signal(undefined);
  /** Counts presses of F8 while the photo panel is open: each takes a photo. */
  readonly shutter: Signal<number> = signal(0);
  /** Who could be the member just registered, where Titian cannot tell. */
  readonly choice: Signal<Choice | undefined> = signal(undefined);
  /** A photo lies in the page's form until INLISLite's own Save. */
  readonly photoInForm: Signal<PhotoOwner | undefined> = signal(undefined);
  /** The case this tab works on, from page to page. */
  readonly tabsCase: Signal<string | undefined>;
  readonly shown: ReadonlySignal<CaseView | undefined>;
  /** The one that was shown here and is over: what it came to stays until the page is about somebody else. */
  readonly ended: ReadonlySignal<CaseView | undefined>;
  readonly #caseMemory = new TabMemory<string>("case");
  readonly #languageMemory = new TabMemory<Language>("language", () => localStorage);
  readonly #noticeMemory = new TabMemory<CarriedNotice>("notice");
  #forgetNotice: ReturnType<typeof setTimeout> | undefined;

  constructor(
    address: DaemonAddress,
    given: Language,
    connect: (address: DaemonAddress, language: Language) => CompanionConnection,
  ) {
    this.address = address;
    this.language = signal(this.#languageMemory.read(isLanguage) ?? given);
    this.connection = connect(address, this.language.value);
    this.operator = new OperatorState(this.connection);
    this.cameras = new CameraWatch(this.connection);
    this.faces = new FaceFinder(address.faceScriptUrl);
    this.tabsCase = signal(this.#caseMemory.read(isText));
    const among = (cases: ReadonlySignal<readonly CaseView[]>) =>
      computed(() => shownCase(cases.value, this.page.value?.kind, this.member.value, this.tabsCase.value));
    this.shown = among(this.desk.open);
    this.ended = among(this.desk.over);
  }

  get text(): CompanionMessages {
    return this.language.value === "id" ? idCompanion : enCompanion;
  }

  get timeZone(): string {
    return this.desk.facts.value?.timeZone ?? "Asia/Jakarta";
  }

  /** `09.41`, as the people of this desk write it. */
  clock(instant: Date | string): string {
    const at = typeof instant === "string" ? new Date(instant) : instant;
    return clockTime(at, { language: this.language.value, timeZone: this.timeZone });
  }

  /** `09.41` of today, `24 Nov 09.41` of another day. */
  moment(instant: string): string {
    const { timeZone } = this;
    return moment(new Date(instant), { language: this.language.value, timeZone, now: new Date() });
  }

  start(): void {
    const { connection, desk } = this;
    const before = this.#noticeMemory.read(isFresh);
    if (before && before.tone !== "run") this.say(before);
    this.cameras.start();
    this.operator.start({ left: () => this.#forgetPeople(), entered: () => void this.refresh() });
    connection.on("case.changed", (view) => desk.putCase(view));
    connection.on("job.changed", ({ case: caseId, job }) => caseId && desk.putJob(caseId, job));
    connection.on("device.healthChanged", ({ device, health }) => desk.putHealth(device, health));
    connection.on("device.changed", (device) => desk.putDevice(device));
    connection.on("device.removed", ({ device }) => desk.dropDevice(device));
    connection.on("dependency.changed", (dependency) => desk.putDependency(dependency));
    setInterval(() => {
      if (document.visibilityState !== "visible") return;
      desk.tick(performance.now());
      this.#lookAtPage();
    }, TICK_MS);
    effect(() => {
      if (connection.link.value === "open") untracked(() => void this.refresh());
    });
  }

  /** INLISLite shows another page. */
  turnTo(page: InlislitePage | undefined): void {
    batch(() => {
      this.page.value = page;
      this.#lookAtPage();
      if (this.panel.peek() === "photo" && !page?.photo) this.panel.value = undefined;
    });
  }

  /** On a renewal the member is chosen on the page, and any field may change what its Save would do; nobody is told of either. */
  #lookAtPage(): void {
    const page = this.page.peek();
    const member = safely(() => page?.member);
    const known = this.member.peek();
    if (member?.memberId !== known?.memberId || member?.memberNo !== known?.memberNo)
      this.member.value = member;
    const warnings = safely(() => page?.warnings) ?? [];
    if (warnings.join() !== this.warnings.peek().join()) this.warnings.value = warnings;
  }

  /** Asks for everything: at the start, and after every time the socket was away. */
  async refresh(): Promise<void> {
    try {
      await this.operator.refresh();
      if (this.operator.isLocked.peek()) return;
      const view = await this.connection.call("desk.get", {});
      // Somebody may have left the desk meanwhile.
      if (this.operator.isLocked.peek()) return;
      batch(() => this.desk.replace(view));
    } catch {
      // The standing tells by itself when the daemon is away, and this runs again when it is back.
    }
  }

  /** Nobody is signed in at the desk: what Titian showed of anybody goes, and no panel comes back by itself. */
  #forgetPeople(): void {
    const said = this.notice.peek();
    if (said) this.unsay(said);
    this.panel.value = undefined;
    this.choice.value = undefined;
    this.desk.forgetPeople();
  }

  work(caseId: string | undefined): void {
    this.tabsCase.value = caseId;
    this.#caseMemory.write(caseId);
  }

  say(notice: Notice): void {
    clearTimeout(this.#forgetNotice);
    this.notice.value = notice;
    this.#noticeMemory.write(carried(notice));
    if (notice.isPassing) this.#forgetNotice = setTimeout(() => this.unsay(notice), PASSING_MS);
  }

  sayFault(fault: Fault | undefined): void {
    this.say({ tone: "bad", ...faultWords(fault?.text || this.text.link.lost), testid: "fault" });
  }

  /** Only this one: what came after it stays. */
  unsay(notice: Notice): void {
    if (this.notice.value !== notice) return;
    this.notice.value = undefined;
    this.#noticeMemory.write(undefined);
  }

  /** The clock of a service starts, under the desk's own standard. */
  async openCase(
    member: { readonly memberId: string; readonly memberNo: string } | null,
    kind: CaseView["kind"],
  ): Promise<CaseView> {
    const standard = this.desk.facts.peek()?.standard ?? "";
    const view = await this.connection.call("case.open", { member, kind, channel: "in-person", standard });
    this.desk.putCase(view);
    return view;
  }

  /** "Coba lagi": the device is opened again now. */
  retry(device: string): void {
    this.connection.call("device.reopen", { device }).then(
      (view) => this.desk.putDevice(view),
      (thrown: unknown) => this.sayFault(faultOf(thrown)),
    );
  }

  unchoose(): void {
    this.choice.value = undefined;
    if (this.panel.peek() === "choose") this.panel.value = undefined;
  }

  /** While the desk waits for a PIN, every button of Titian's leads to where it is typed. */
  open(panel: Panel): void {
    if (this.operator.isLocked.peek()) this.openConsole();
    else this.panel.value = panel;
  }

  toggle(panel: Panel): void {
    if (this.panel.value === panel) this.panel.value = undefined;
    else this.open(panel);
  }

  speak(language: Language): void {
    this.language.value = language;
    this.#languageMemory.write(language);
    this.connection.setLanguage(language);
  }

  /** The console, in a window of its own that is used again; on the case, where there is one. */
  openConsole(page: Page = "desk"): void {
    const caseId = page === "desk" ? this.shown.value?.case : undefined;
    window.open(`${this.address.consoleUrl}${hashOf({ page, id: caseId })}`, "titian-console")?.focus();
  }
}

const Context = createContext<CompanionModel | undefined>(undefined);
export const CompanionProvider = Context.Provider;

export function useCompanion(): CompanionModel {
  const model = useContext(Context);
  if (!model) throw new Error("No companion model above this component.");
  return model;
}
