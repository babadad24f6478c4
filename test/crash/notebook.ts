import type { TitianClient } from "../../src/bridge/client/client.ts";

export interface Answer {
  readonly case: string;
  readonly job: string;
}

/** One wish for a card: a page repeats it with the same key until it is answered. */
export interface Wish {
  readonly requestKey: string;
  readonly memberNo: string;
  send(client: TitianClient): Promise<Answer & { readonly isNew: boolean }>;
  /** What the daemon has acknowledged; whatever else happens, it must be true from then on. */
  answer: Answer | undefined;
}

/** What the clerks were told, kept outside of everything that is killed. */
export class Notebook {
  readonly wishes: Wish[] = [];
  /** Open as far as anybody here knows, with the member's number. */
  readonly cases = new Map<string, string>();
  readonly breaches: string[] = [];
  readonly refusals = new Map<string, number>();
  replayed = 0;
  readonly #served = new Set<string>();

  breach(text: string): void {
    this.breaches.push(text);
  }

  /** Asks, or asks again. An answer that contradicts an earlier one is a breach. */
  async ask(wish: Wish, client: TitianClient): Promise<void> {
    const before = wish.answer;
    const { isNew, ...answer } = await wish.send(client);
    if (before) {
      this.replayed += 1;
      if (isNew || before.job !== answer.job)
        this.breach(`key ${wish.requestKey}: first job ${before.job}, then ${answer.job}, new: ${isNew}`);
    }
    wish.answer = answer;
    this.cases.set(answer.case, wish.memberNo);
  }

  /** A member is served by one clerk at a time: two who scan cards of one person cannot know which is which. */
  async serving(memberNo: string, work: () => Promise<void>): Promise<void> {
    if (this.#served.has(memberNo)) return;
    this.#served.add(memberNo);
    try {
      await work();
    } finally {
      this.#served.delete(memberNo);
    }
  }

  refused(code: string): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }
}
