import { readFile } from "node:fs/promises";
import { drawnSignature } from "../../src/bridge/cli/self-check-signature.ts";
import type { TitianClient } from "../../src/bridge/client/client.ts";
import type { Config } from "../../src/bridge/config/schema.ts";
import type { CaseView, PrintJobView } from "../../src/bridge/protocol/shapes.ts";
import { readBarcode } from "../../src/cards/rendering/verify.ts";

export const CAMERA = "desk-1-camera";
export const PRINTER = "desk-1-card-printer";
export const SCANNER = "desk-1-scanner";

const WITHIN_MS = 40_000;
const WHOLE = { x: 0.3, y: 0, width: 0.4, height: 0.95 };

/** A desk whose daemon runs in this process or in one of its own. */
export interface Desk {
  readonly client: TitianClient;
  readonly config: Config;
  /** What the simulated card printer has put out, as file paths. */
  readonly tray: { readonly newest: string | undefined; readonly count: number };
}

/** What a clerk does at the desk, over the real socket. */
export class Clerk {
  readonly client: TitianClient;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.client = desk.client;
  }

  async member(memberNo: string) {
    const { members } = await this.client.call("member.find", { memberNo });
    const [first] = members;
    if (!first) throw new Error("no such member");
    return first;
  }

  /** An ordinary member: active and valid. `index` picks another one. */
  async someMember(index = 0) {
    const ordinary = (await this.anyMembers()).filter((one) => one.status === "active" && one.isValidToday);
    const member = ordinary[index];
    if (!member) throw new Error("no ordinary member");
    return member;
  }

  /** Invented numbers begin with the year of registration: the desk's own or the one before. */
  async anyMembers() {
    const { serverTime } = await this.client.call("desk.get", {});
    const year = new Date(serverTime).getFullYear() % 100;
    const found = await Promise.all(
      [year, year - 1].map((start) => this.client.call("member.search", { text: String(start), limit: 50 })),
    );
    return found.flatMap(({ members }) => members);
  }

  async open(memberNo: string, standard = this.#desk.config.library.standard): Promise<CaseView> {
    const { memberId } = await this.member(memberNo);
    return this.client.call("case.open", {
      member: { memberId, memberNo },
      kind: "new",
      channel: "in-person",
      standard,
    });
  }

  done(view: CaseView): Promise<CaseView> {
    if (!view.now) throw new Error("nothing is left to do");
    return this.client.call("case.completeStep", { case: view.case, step: view.now, result: "done" });
  }

  async photograph(view: CaseView): Promise<CaseView> {
    const { photo } = await this.client.call("camera.capture", { device: CAMERA });
    return this.client.call("photo.keep", { case: view.case, photo, source: "camera", crop: WHOLE });
  }

  /** Everything before the printer. */
  async upToPrint(memberNo: string): Promise<CaseView> {
    let view = await this.open(memberNo);
    while (view.work !== "print")
      view = view.work === "photo" ? await this.photograph(view) : await this.done(view);
    return view;
  }

  async print(view: CaseView, extra: { requestKey?: string; reprintReason?: "spoiled" | "unreadable" } = {}) {
    const { requestKey = crypto.randomUUID(), ...reason } = extra;
    return this.client.call("card.print", { requestKey, case: view.case, printer: PRINTER, ...reason });
  }

  /** Prints and waits until the printer has said what became of it. */
  async printed(view: CaseView): Promise<CaseView> {
    const { job } = await this.print(view);
    return this.untilJob(view.case, job.job, "reported");
  }

  /** What lies in the simulated printer's tray, read as a scanner reads it. */
  async cardInTray(): Promise<string> {
    return (await readBarcode(await readFile(this.#desk.tray.newest ?? "")))?.text ?? "";
  }

  get cardsInTray(): number {
    return this.#desk.tray.count;
  }

  scan(text: string) {
    return this.client.call("scan.submit", { text });
  }

  async handOver(view: CaseView): Promise<CaseView> {
    const drawing = this.client.upload(drawnSignature());
    return this.client.call("case.handOver", {
      case: view.case,
      identity: "ktp",
      phoneConfirmed: true,
      signature: "drawn",
      drawing,
    });
  }

  untilJob(caseId: string, job: string, state: PrintJobView["state"]): Promise<CaseView> {
    return this.until(caseId, (view) => view.jobs.some((one) => one.job === job && one.state === state));
  }

  /** Follows the events until the case is as wanted. */
  async until(caseId: string, isAsWanted: (view: CaseView) => boolean): Promise<CaseView> {
    const { promise, resolve, reject } = Promise.withResolvers<CaseView>();
    const check = (view: CaseView): void => {
      if (view.case === caseId && isAsWanted(view)) resolve(view);
    };
    using _changes = this.client.on("case.changed", check);
    const limit = setTimeout(() => reject(new Error("the case did not get there")), WITHIN_MS);
    this.client.call("case.get", { case: caseId }).then(check, reject);
    try {
      return await promise;
    } finally {
      clearTimeout(limit);
    }
  }
}
