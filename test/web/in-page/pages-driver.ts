import { findPage } from "../../../web/companion/pages/find-page.ts";
import { type InlislitePage, PhotoNotPut } from "../../../web/companion/pages/page.ts";
import { watchPages } from "../../../web/companion/pages/watch-pages.ts";

/** Runs in the pages of a test, beside their own scripts, and says what the companion would see there. */
class PagesDriver {
  page: InlislitePage | undefined;
  /** What was told, in order. */
  readonly told: string[] = [];
  #watch: Disposable | undefined;
  readonly #over = new AbortController();

  watch(answerWithinMs?: number): void {
    this.#watch = watchPages(
      document,
      (page) => {
        this.page = page;
        this.told.push(page ? `${page.version} ${page.kind} ${page.member?.memberId ?? "-"}` : "none");
        this.#listen(page);
      },
      answerWithinMs === undefined ? {} : { answerWithinMs },
    );
  }

  stop(): void {
    this.#watch?.[Symbol.dispose]();
  }

  /** A single look, as if no page had been watched. */
  find(): object | undefined {
    const page = findPage(document, location);
    const seen = page && describePage(page);
    page?.leave();
    return seen;
  }

  describe(): object | undefined {
    return this.page && describePage(this.page);
  }

  async put(base64: string): Promise<string> {
    const jpeg = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    try {
      return (await this.page?.photo?.put(jpeg, this.#over.signal)) ?? "no place";
    } catch (error) {
      if (error instanceof PhotoNotPut) return `refused: ${error.failure}`;
      return error instanceof Error ? error.name : "?";
    }
  }

  giveUp(): void {
    this.#over.abort();
  }

  release(): void {
    this.page?.photo?.releaseCamera();
  }

  #listen(page: InlislitePage | undefined): void {
    const tell = (what: string) => this.told.push(what);
    page?.form?.onFirstEdit(() => tell("first edit"));
    page?.form?.onSubmit(({ fullName, memberNo, phone }) => {
      const sent = `sent ${fullName}|${memberNo}|${phone}`;
      // Kept beyond the navigation that follows.
      sessionStorage.setItem("sent", `${sessionStorage.getItem("sent") ?? ""}${sent};`);
      tell(sent);
    });
    page?.form?.onSaved(() => tell("saved"));
    page?.form?.onNotSaved((failure) => tell(`not saved: ${failure}`));
  }
}

function describePage(page: InlislitePage): object {
  return {
    version: page.version,
    kind: page.kind,
    member: page.member,
    hasPhoto: page.photo !== undefined,
    hasButtonPlace: page.photo?.buttonPlace !== undefined,
    hasActionPlace: page.actionPlace !== undefined,
    form: page.form?.values(),
    isDirty: page.form?.isDirty(),
    selected: page.selected(),
    missing: page.missing,
    warnings: page.warnings,
    memberAddress: page.addressOf("77"),
    photoAddress: page.photoAddressOf("foto a.jpg"),
  };
}

Object.assign(globalThis, { driver: new PagesDriver() });
