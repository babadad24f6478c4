import type { TitianClient } from "../../src/bridge/client/client.ts";
import { CallError } from "../../src/bridge/client/client.ts";
import type { CaseView, MemberView, PrintJobView } from "../../src/bridge/protocol/shapes.ts";
import type { SeededRandom } from "../../src/inlislite/embedded/random.ts";
import type { CrashDesk } from "./crash-desk.ts";
import { PRINTERS } from "./crash-desk.ts";
import type { Notebook, Wish } from "./notebook.ts";

/** What no honest request may ever be told. */
const FAULTS = ["INTERNAL", "BAD_REQUEST", "STORE_CORRUPT", "STORE_EVENT_INVALID"];
const REASONS = ["spoiled", "unreadable", "wrong-data"] as const;
/** Of the stations after the printer: an open case takes up a member that could have another card. */
const MOST_OPEN = 12;

interface Surroundings {
  readonly client: TitianClient;
  readonly desk: CrashDesk;
  readonly notebook: Notebook;
  readonly random: SeededRandom;
  readonly members: readonly MemberView[];
  readonly photo: Uint8Array;
}

/** Does whatever a clerk may do next, and believes in a card only when it lies in a tray. */
export class ClerkAtRandom {
  readonly #with: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#with = surroundings;
  }

  /** One act after the other, until the daemon is gone. A refusal is an answer like any other. */
  async work(): Promise<void> {
    const { client, notebook } = this.#with;
    for (let isServed = true; isServed; ) {
      try {
        // A frame can be sent only once the session is open.
        await client.call("system.ping", {});
        await this.#something();
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
        isServed = error.code !== "CONNECTION_LOST";
        notebook.refused(error.code);
        if (FAULTS.includes(error.code)) notebook.breach(`a request was answered with ${error.code}`);
      }
    }
  }

  async #something(): Promise<void> {
    const { notebook, random, members } = this.#with;
    const [first, ...others] = notebook.wishes;
    const dice = random.next();
    if (first && dice < 0.1) return this.#askAgain(random.pick([first, ...others]));
    const unanswered = notebook.wishes.find(({ answer }) => !answer);
    if (unanswered && dice < 0.3) return this.#askAgain(unanswered);
    if (dice < 0.33) return this.#harm();
    if (dice < 0.38) return this.#holdOrLetGo();
    const [open, ...more] = notebook.cases;
    if (!open || (dice < 0.6 && notebook.cases.size < MOST_OPEN)) {
      const member = members[random.between(0, members.length - 1)];
      if (member) await notebook.serving(member.memberNo, () => this.#newCard(member));
      return;
    }
    const [caseId, memberNo] = random.pick([open, ...more]);
    await notebook.serving(memberNo, () => this.#tend(caseId));
  }

  #askAgain(wish: Wish): Promise<void> {
    const { notebook, client } = this.#with;
    return notebook.serving(wish.memberNo, () => notebook.ask(wish, client));
  }

  #newCard({ memberId, memberNo }: MemberView): Promise<void> {
    const { random, photo } = this.#with;
    const printer = random.pick(PRINTERS);
    // Whoever has a card already gets a new one only with a renewal.
    const kind = random.next() < 0.5 ? "new" : "renewal";
    return this.#wish(memberNo, (requestKey) => async (client) => {
      const asked = { requestKey, memberId, memberNo, printer, kind } as const;
      const {
        case: view,
        job,
        isNew,
      } = await client.call("card.queue", {
        ...asked,
        photo: client.upload(photo),
      });
      return { case: view.case, job: job.job, isNew };
    });
  }

  #wish(memberNo: string, send: (requestKey: string) => Wish["send"]): Promise<void> {
    const { notebook, client } = this.#with;
    const requestKey = crypto.randomUUID();
    const wish: Wish = { requestKey, memberNo, send: send(requestKey), answer: undefined };
    notebook.wishes.push(wish);
    return notebook.ask(wish, client);
  }

  #print(view: CaseView, reprintReason?: (typeof REASONS)[number]): Promise<void> {
    const printer = this.#with.random.pick(PRINTERS);
    const reason = reprintReason ? { reprintReason } : {};
    return this.#wish(this.#memberNoOf(view), (requestKey) => async (client) => {
      const asked = { requestKey, case: view.case, printer, ...reason };
      const { job, isNew } = await client.call("card.print", asked);
      return { case: view.case, job: job.job, isNew };
    });
  }

  #memberNoOf({ case: id, member }: CaseView): string {
    return member?.memberNo ?? this.#with.notebook.cases.get(id) ?? "";
  }

  /** A fault for the next cards of a printer, or the end of all of them. */
  async #harm(): Promise<void> {
    const { client, random } = this.#with;
    const device = random.pick([PRINTERS[0], PRINTERS[1]]);
    const fault = random.pick(["jam", "vanished-job", "cover-open"]);
    await client.call("device.simulate", { device, faults: random.next() < 0.4 ? [fault] : [] });
  }

  /** A queue stands over any number of lives, so it is let go more often than held. */
  async #holdOrLetGo(): Promise<void> {
    const { client, random } = this.#with;
    const printer = random.pick(PRINTERS);
    await client.call(random.next() < 0.25 ? "queue.pause" : "queue.resume", { printer });
  }

  /** While it waits for its printer. */
  async #callOffOrMove({ job, printer }: PrintJobView, dice: number): Promise<void> {
    const { client, random } = this.#with;
    if (dice < 0.15) await client.call("job.cancel", { job });
    else if (dice < 0.45) {
      const [first = PRINTERS[0], ...others] = PRINTERS.filter((one) => one !== printer);
      await client.call("job.move", { job, printer: random.pick([first, ...others]) });
    }
  }

  async #tend(caseId: string): Promise<void> {
    const { client, notebook, desk, random } = this.#with;
    const view = await client.call("case.get", { case: caseId });
    const job = view.jobs.at(-1);
    if (view.status === "cancelled" || view.status === "handed-over") {
      notebook.cases.delete(caseId);
      return;
    }
    if (!job) return void (await client.call("case.cancel", { case: caseId, reason: "no card" }));
    const isInTray = (): boolean => (desk.traces.get(job.job)?.out ?? 0) > 0;
    const reason = random.pick(REASONS);
    const dice = random.next();
    switch (job.state) {
      case "spooled":
      case "reported":
      case "vanished":
      case "failed":
        if (job.state === "failed" && !job.mayHaveInk) return this.#print(view);
        if (dice < 0.5 && isInTray()) return this.#prove(view, job);
        if (dice < 0.6) return this.#print(view);
        if (dice < 0.75) return void (await client.call("job.reject", { job: job.job, reason }));
        return this.#print(view, reason);
      case "spoiled":
        return this.#print(view, dice < 0.8 ? reason : undefined);
      case "confirmed":
        if (dice < 0.15) return this.#print(view, reason);
        return this.#goOn(view);
      case "cancelled":
        return this.#print(view, dice < 0.3 ? reason : undefined);
      case "spooling":
        return;
      default:
        return this.#callOffOrMove(job, dice);
    }
  }

  /** The card is in the hand: scanned, or vouched for. */
  async #prove(view: CaseView, { job }: PrintJobView): Promise<void> {
    const { client, random } = this.#with;
    if (random.next() < 0.7) await client.call("scan.submit", { text: this.#memberNoOf(view) });
    else await client.call("job.confirm", { job });
  }

  /** Cut, laminated, handed over; or given up at any of them. */
  async #goOn({ case: id, now, work }: CaseView): Promise<void> {
    const { client, random } = this.#with;
    if (!now || random.next() < 0.1) await client.call("case.cancel", { case: id, reason: "not needed" });
    else if (work === "handover")
      await client.call("case.handOver", {
        case: id,
        identity: "ktp",
        phoneConfirmed: true,
        signature: "paper",
      });
    else await client.call("case.completeStep", { case: id, step: now, result: "done" });
  }
}
