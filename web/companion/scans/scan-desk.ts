import type { EventPayload } from "../../../src/bridge/protocol/events.ts";
import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { faultOf } from "../../console/connection.ts";
import { prefixesOf, wedgeWith } from "../../scanning/desk-wedges.ts";
import { listenForScans } from "../../scanning/listen.ts";
import type { ReadScan } from "../../scanning/wedge.ts";
import type { CompanionModel } from "../companion-model.ts";
import type { InlislitePage } from "../pages/page.ts";
import { inBackground, safely } from "../safely.ts";
import { isForPage } from "./scan-fields.ts";

type Outcome = EventPayload<"scanner.scanned">;

/** Where a member's page opens. */
export interface Navigator {
  go(address: string): void;
  /** Only the tab that somebody works in acts on a scan: one card must not do two things. */
  isInUse(): boolean;
}

export const browserNavigator: Navigator = {
  go: (address) => window.location.assign(address),
  isInUse: () => document.visibilityState === "visible" && document.hasFocus(),
};

/** Scans go where they belong: a member's card opens the member, the fresh card proves its print, a scan in a text is left alone. */
export class ScanDesk {
  readonly #model: CompanionModel;
  readonly #navigator: Navigator;

  constructor(model: CompanionModel, navigator: Navigator = browserNavigator) {
    this.#model = model;
    this.#navigator = navigator;
  }

  start(): void {
    const { connection, desk } = this.#model;
    const prefixes = (): readonly string[] => prefixesOf(desk.devices.peek());
    listenForScans({
      prefixes,
      leavesAlone: (target) => safely(() => isForPage(target, prefixes())) ?? true,
      scanned: (scan) => inBackground(() => this.#submit(scan)),
    });
    connection.on("scanner.scanned", (outcome) => safely(() => this.#on(outcome)));
  }

  /** What it did comes back as scanner.scanned, as for every scanner. */
  async #submit({ text, prefix }: ReadScan): Promise<void> {
    const { connection, desk } = this.#model;
    const device = wedgeWith(desk.devices.peek(), prefix);
    try {
      await connection.call("scan.submit", { text: text.trim(), ...(device && { device }) });
    } catch (thrown) {
      this.#model.sayFault(faultOf(thrown));
    }
  }

  #on(outcome: Outcome): void {
    if (!this.#navigator.isInUse()) return;
    const { scan } = this.#model.text;
    const [member, another] = outcome.members;
    if (outcome.voided?.standing === "voided") {
      this.#sayVoided(outcome, outcome.voided);
      return;
    }
    const say = (tone: "ok" | "warn" | "bad", what: string, mend?: string): void =>
      this.#model.say({ tone, what, mend, isPassing: tone === "ok", testid: `scan-${outcome.effect}` });
    switch (outcome.effect) {
      case "confirmed":
        say("ok", scan.confirmed, member && scan.confirmedWhose(member.fullName));
        break;
      case "not-this-card":
        say("bad", scan.other, scan.otherMend);
        break;
      case "unknown":
        say("bad", scan.unknown, scan.unknownMend);
        break;
      default:
        if (another) say("bad", scan.several, scan.severalMend);
        else if (member) this.#open(member, outcome.case);
    }
  }

  /** Nobody is led on to the member of a card that somebody else may be carrying. */
  #sayVoided({ members: [member] }: Outcome, { reason, since }: NonNullable<Outcome["voided"]>): void {
    const { scan } = this.#model.text;
    const page = this.#model.page.peek();
    const action = member &&
      page && { label: scan.open, run: () => this.#navigator.go(page.addressOf(member.memberId)) };
    this.#model.say({
      tone: "bad",
      what: scan[reason](this.#model.moment(since)),
      mend: scan.voidedMend,
      ...(action && { action }),
      testid: "scan-voided",
    });
  }

  #open(member: MemberView, caseId: string | null): void {
    if (caseId !== null) this.#model.work(caseId);
    const { scan } = this.#model.text;
    const what = scan.found(member.fullName);
    const page = this.#model.page.peek();
    if (!page) {
      this.#model.say({ tone: "warn", what, mend: scan.noPage, testid: "scan-no-page" });
    } else if (this.#model.member.peek()?.memberId === member.memberId) {
      this.#model.say({ tone: "ok", what, mend: scan.same, isPassing: true, testid: "scan-same" });
    } else {
      const run = (): void => this.#navigator.go(page.addressOf(member.memberId));
      const mend = this.#whyStay(page);
      if (mend === undefined) run();
      else
        this.#model.say({
          tone: "warn",
          what,
          mend,
          action: { label: scan.open, run },
          testid: "scan-offer",
        });
    }
  }

  /** Nobody is taken away from a form that is not saved, a photo that INLISLite has not got, or work that Titian does not know. */
  #whyStay(page: InlislitePage): string | undefined {
    const { scan } = this.#model.text;
    const panel = this.#model.panel.peek();
    if (page.form?.isDirty() || panel === "photo" || panel === "cards") return scan.dirty;
    // A loan, say, in the middle of its books.
    return page.kind === "other" ? scan.elsewhere : undefined;
  }
}
