import { randomUUID } from "node:crypto";
import type { DeviceView } from "../../src/bridge/protocol/device-views.ts";
import type { PaperView } from "../../src/bridge/protocol/intake-shapes.ts";
import type { SyncView, WaitingView } from "../../src/bridge/protocol/member-shapes.ts";
import type {
  CaseView,
  DependencyView,
  DeskView,
  MemberView,
  PairingView,
  PrintJobView,
  StepView,
} from "../../src/bridge/protocol/shapes.ts";
import { ordinaryDevices } from "./fake-devices.ts";
import { STANDARDS } from "./fake-standards.ts";

/** In 3.3, as this desk's INLISLite is. */
const STOPS = ["number-shared", "not-active", "expired"] as const;

/** Invented people; the numbers follow no library's. */
const member = (memberNo: string, fullName: string, more: Partial<MemberView> = {}): MemberView => ({
  memberId: memberNo.slice(-4),
  memberNo,
  fullName,
  memberType: "Mahasiswa",
  status: "active",
  validUntil: "2027-11-22",
  isValidToday: true,
  hasPhoto: false,
  photoName: null,
  hints: ["no-photo"],
  openCase: null,
  ...more,
  mayHaveCard: !STOPS.some((hint) => more.hints?.includes(hint)),
});

const LONG_NAME = "Raden Ajeng Kusumaningtyas Prameswari Wirayudaningrat ".repeat(6).slice(0, 255).trim();

export const MEMBERS: readonly MemberView[] = [
  member("26110000412", "Dewi Kusumaningtyas Hapsari"),
  member("26110000413", "Bima Anggoro Saputro", { memberType: "Umum" }),
  member("26110000414", "Laras Wening Prameswari", {
    validUntil: "2025-03-01",
    isValidToday: false,
    hints: ["expired", "no-photo"],
  }),
  member("26110000415", "Yosafat Tarigan Silalung", {
    status: "suspended",
    hints: ["not-active", "no-photo"],
  }),
  member("26110000416", "Nirmala Sekar Jatiningrum", {
    validUntil: null,
    memberType: null,
    hints: ["no-end-date", "no-type", "no-photo"],
  }),
  member("26110000417", LONG_NAME),
  member("26110000418", "Galih Tunggul Wardana", { hints: ["number-shared", "no-photo"] }),
  member("26110000418", "Galih Tunggul Wardhana", { memberId: "9418", hints: ["number-shared", "no-photo"] }),
];

const paper = (id: string, text: string, more: Partial<PaperView> = {}): PaperView => ({
  ...{ id, text, documents: [], howMany: "all", form: null, isInferred: false, isChecked: false },
  ...more,
});

const now = (): string => new Date().toISOString();

/** What the fake daemon knows. Everything may be set by a test. */
export class FakeDesk {
  readonly cases = new Map<string, CaseView>();
  readonly phones = new Map<string, string>();
  devices: DeviceView[] = ordinaryDevices();
  dependencies: DependencyView[] = [
    { name: "clock", health: "ok", code: null, since: now() },
    { name: "inlislite", health: "ok", code: null, since: now() },
    { name: "store", health: "ok", code: null, since: now() },
  ];
  pairings: PairingView[] = [];
  waiting: WaitingView[] = [];
  sync: SyncView = {
    phase: "following",
    version: "3.3",
    members: 18_204,
    code: null,
    loadedShare: null,
    heardAt: now(),
    ageMs: 0,
    comparedAt: now(),
    clockOffsetMs: 120,
  };
  #tickets = 12;

  view(): DeskView {
    return {
      desk: "desk-1",
      deskTitle: "Loket 2",
      otherDesks: [{ desk: "desk-1", title: "Loket 1" }],
      library: "Perpustakaan Umum Kabupaten Tirtamaya",
      timeZone: "Asia/Jakarta",
      inlisliteVersion: "3.3",
      standard: "id.sidoarjo.kta-dan-kta-online",
      missingHolidayYear: null,
      proxyAddress: null,
      isSimulated: true,
      isPhotoDirect: false,
      serverTime: now(),
      dependencies: this.dependencies,
      devices: this.devices,
      cases: [...this.cases.values()]
        .map((view) => this.aged(view))
        .filter(({ status }) => !["handed-over", "cancelled", "not-served"].includes(status)),
    };
  }

  /** The figures as of now, as a daemon computes them when asked. */
  aged(view: CaseView): CaseView {
    if (view.status !== "open" && view.status !== "ready") return view;
    const passedMs = Date.now() - Date.parse(view.asOf);
    const steps = view.steps.map((step) =>
      step.state === "now" ? { ...step, tookMs: (step.tookMs ?? 0) + passedMs } : step,
    );
    const { promise, standard } = view;
    const netMs = view.netMs + passedMs;
    const leftMs = standard.publishedSeconds === null ? null : standard.publishedSeconds * 1000 - netMs;
    return {
      ...view,
      steps,
      netMs,
      grossMs: view.grossMs + passedMs,
      promise: { ...promise, leftMs },
      asOf: now(),
    };
  }

  open(
    who: MemberView | null,
    kind: CaseView["kind"],
    channel: CaseView["channel"],
    standardId: string,
  ): CaseView {
    const standard = STANDARDS.find(({ id }) => id === standardId) ?? STANDARDS[0]!;
    this.#tickets += 1;
    const view: CaseView = {
      case: randomUUID(),
      kind,
      channel,
      ticket: `A-${String(this.#tickets).padStart(3, "0")}`,
      standard: { ...standard, coversUnresolved: standard.id.includes("sidoarjo") },
      member: who,
      memberAgeMs: 0,
      status: "open",
      now: standard.rows[0]![0],
      work: standard.rows[0]![0],
      steps: standard.rows.map(([key, text, performer, targetSeconds, inStandard = true], index) => ({
        key,
        text,
        performer,
        targetSeconds,
        inStandard,
        state: index === 0 ? "now" : "next",
        tookMs: index === 0 ? 0 : null,
        verdict: targetSeconds === null ? "not-judged" : "running",
        isCorrected: false,
        isTimerClosed: false,
      })),
      requirements: [
        paper("r1", "KTP, KK, KTM, SIM", { documents: ["KTP", "KK", "KTM", "SIM"], howMany: "unclear" }),
        paper("r2", "Menyiapkan foto diri terbaru"),
      ],
      applicant: { category: null, suggested: null, choices: [], isServed: true },
      holder: null,
      alsoOpen: [],
      grossMs: 0,
      netMs: 0,
      pausedFor: null,
      queueMs: null,
      promise: { figure: "gross", published: "running", stepSum: "running", dueAt: null, leftMs: 600_000 },
      lateReason: null,
      isClockSuspect: false,
      cardPlace: null,
      photo: null,
      photoDelivery: null,
      jobs: [],
      handover: null,
      deliveries: [],
      voided: null,
      openedAt: now(),
      readyAt: null,
      asOf: now(),
    };
    return this.put(view);
  }

  put(view: CaseView): CaseView {
    this.cases.set(view.case, view);
    return view;
  }

  get(id: string): CaseView {
    const view = this.cases.get(id);
    if (!view) throw Object.assign(new Error("no such case"), { code: "CASE_NOT_FOUND" });
    return this.aged(view);
  }

  /** Ends the running step; the last one ends the case. */
  advance(view: CaseView, result: "done" | "not-needed" = "done"): CaseView {
    const index = view.steps.findIndex(({ key }) => key === view.now);
    const verdictOf = (step: StepView): StepView["verdict"] =>
      step.targetSeconds === null
        ? "not-judged"
        : (step.tookMs ?? 0) > step.targetSeconds * 1000
          ? "late"
          : "met";
    const steps = view.steps.map((step, at): StepView => {
      if (at === index)
        return {
          ...step,
          state: result,
          verdict: verdictOf(step),
          tookMs: result === "done" ? step.tookMs : null,
        };
      return at === index + 1 ? { ...step, state: "now", tookMs: 0 } : step;
    });
    return this.put({
      ...view,
      steps,
      now: steps[index + 1]?.key ?? null,
      work: steps[index + 1]?.key ?? null,
      asOf: now(),
    });
  }

  finish(view: CaseView, status: "handed-over" | "cancelled"): CaseView {
    const steps = view.steps.map(
      (step): StepView => (step.state === "now" ? { ...step, state: "done" } : step),
    );
    const verdict = (limit: number | null) =>
      limit === null ? "not-judged" : view.netMs > limit * 1000 ? "late" : "met";
    const { publishedSeconds, stepSumSeconds } = view.standard;
    const promise = {
      ...view.promise,
      published: verdict(publishedSeconds),
      stepSum: verdict(stepSumSeconds),
    } as const;
    return this.put({ ...view, steps, now: null, work: null, status, promise, asOf: now() });
  }

  putJob(view: CaseView, job: PrintJobView): CaseView {
    return this.put({
      ...view,
      jobs: [...view.jobs.filter((other) => other.job !== job.job), job],
      asOf: now(),
    });
  }

  caseOf(job: string): string {
    const owner = [...this.cases.values()].find(({ jobs }) => jobs.some((known) => known.job === job));
    return owner?.case ?? "";
  }

  search(text: string): MemberView[] {
    const words = text.toLowerCase().split(/\s+/);
    const openCaseOf = (memberId: string): string | null =>
      [...this.cases.values()].find((view) => view.member?.memberId === memberId && view.now)?.case ?? null;
    return MEMBERS.filter(
      ({ fullName, memberNo }) =>
        memberNo.startsWith(text) || words.every((word) => fullName.toLowerCase().includes(word)),
    ).map((member) => ({ ...member, openCase: openCaseOf(member.memberId) }));
  }
}
