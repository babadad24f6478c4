/** What an upstream does wrong, once. */
export type Trouble = "500" | "html";

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** What a test may provoke. */
export class Knobs {
  /** Before every answer. */
  delayMs = 0;
  /** `post_max_size` of the product's .htaccess; PHP's stock value is 8 MB. */
  postLimitBytes = 16 * 1024 * 1024;
  readonly seen: SeenRequest[] = [];
  readonly #troubles: { readonly trouble: Trouble; readonly path: string }[] = [];
  #meeting: { readonly size: number; readonly arrived: (() => void)[] } | undefined;

  /** The next request whose path contains this is answered with 500 and nothing in it. */
  failNext(path = "/"): void {
    this.#troubles.push({ trouble: "500", path });
  }

  /** The next request whose path contains this is answered with a page, whatever was due. */
  answerHtmlNext(path = "/"): void {
    this.#troubles.push({ trouble: "html", path });
  }

  /** The next `size` creations insert only when all of them have chosen a number: two desks that save at once. */
  meetBeforeInsert(size: number): void {
    this.#meeting = { size, arrived: [] };
  }

  takeTrouble(path: string): Trouble | undefined {
    const index = this.#troubles.findIndex((trouble) => path.includes(trouble.path));
    return index < 0 ? undefined : this.#troubles.splice(index, 1)[0]?.trouble;
  }

  async numberChosen(): Promise<void> {
    const meeting = this.#meeting;
    if (!meeting) return;
    await new Promise<void>((arrived) => {
      meeting.arrived.push(arrived);
      if (meeting.arrived.length < meeting.size) return;
      this.#meeting = undefined;
      for (const goOn of meeting.arrived) goOn();
    });
  }
}
