import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { drawScene } from "../../../drivers/simulator/camera-scene.ts";
import type { CaseView, StepView } from "../../../src/bridge/protocol/shapes.ts";
import { SCANNER } from "../../harness/clerk.ts";
import type { ConsoleDesk } from "../console-desk.ts";
import { sign } from "./sign.ts";

/** One thing that the officer does, and how long it took until it was done. */
export interface Act {
  /** The plank of the strip that it belongs to. */
  readonly step: StepView["key"];
  readonly seconds: number;
  /** As the standard publishes it, `5:00`; left out where it names no time. */
  readonly target?: string;
  /** Left out: the one big button of the page. */
  readonly by?: Gesture;
}

/** `revised`: the data had to be put right. `give`: a signature is still to come. `giveAndSign`: both on one page. */
type Gesture = "camera" | "file" | "revised" | "print" | "give" | "sign" | "giveAndSign";

interface Wanted {
  /** Left out: an applicant who is not yet in INLISLite. */
  readonly memberNo?: string;
  /** Left out: what the console proposes. */
  readonly kind?: CaseView["kind"];
  readonly channel?: CaseView["channel"];
}

/** The officer at the console, from the first question to the hand-over, by what is seen and pressed there. */
export class Counter {
  readonly #desk: ConsoleDesk;

  constructor(desk: ConsoleDesk) {
    this.#desk = desk;
  }

  /** Of an ordinary member, who is in INLISLite already. */
  async memberNo(index: number): Promise<string> {
    return (await this.#desk.clerk.someMember(index)).memberNo;
  }

  /** The new case's id. */
  async begin({ memberNo, kind, channel }: Wanted): Promise<string> {
    const desk = this.#desk;
    await desk.showTime();
    await desk.goTo("loket");
    await desk.byId("member-search").waitFor();
    if (memberNo === undefined) await desk.press("start-without-member");
    else await this.#choose(memberNo, desk.page.locator("body"));
    await desk.page.getByText("Janji layanan:").waitFor();
    if (kind) await desk.press(`kind-${kind}`);
    if (channel) await desk.press(`channel-${channel}`);
    await desk.press("start-button");
    await desk.byId("rail").waitFor();
    return (await desk.byId("case-page").getAttribute("data-case")) ?? "";
  }

  /** The applicant is in INLISLite now, and has a number. */
  async link(memberNo: string): Promise<void> {
    await this.#desk.press("link-member");
    await this.#choose(memberNo, this.#desk.byId("link-dialog"));
    await this.#desk.byId("link-dialog").waitFor({ state: "detached" });
  }

  /** Each act after its seconds; before it the strip must show that step and its target as the ones at hand. */
  async serve(...acts: readonly Act[]): Promise<void> {
    for (const [index, act] of acts.entries()) {
      await this.#seesAtHand(act);
      this.#desk.skip(act.seconds);
      const button = this.#desk.byId("main-button");
      const goesOn = acts[index + 1]?.step === act.step;
      const label = goesOn ? await button.innerText() : undefined;
      await this.#do(act.by);
      // The strip stays as it is; what is to be done next does not.
      if (goesOn) await expect.poll(() => button.innerText()).not.toBe(label);
    }
  }

  /** How long a finished step took, as the strip has it: `0:45 / 1:00`. */
  took(step: Act["step"]): Promise<string | null> {
    return this.#desk.byId(`rail-${step}`).locator("> span").textContent();
  }

  /** The whole service so far: its time, its promise, and what is said of it. */
  async strip(): Promise<{ readonly time: string; readonly of: string; readonly verdict: string }> {
    const total = this.#desk.page.locator(".total");
    const time = await total.getByTestId("case-timer").innerText();
    const of = await total.locator(".ti-of").innerText();
    const verdict = await total.getByTestId("verdict").innerText();
    return { time, of: of.replaceAll(/\s+/g, " ").trim(), verdict };
  }

  async result(): Promise<string> {
    await this.#desk.byId("result").waitFor();
    return this.#desk.byId("result").innerText();
  }

  async #choose(memberNo: string, inside: Locator): Promise<void> {
    await inside.getByTestId("member-search").fill(memberNo);
    await inside.locator(`[data-testid="member-result"][data-member="${memberNo}"]`).click();
  }

  async #seesAtHand({ step, target }: Act): Promise<void> {
    await this.#desk.atWork(step);
    // The page counts its own seconds on; the target is the standard's.
    const time = target === undefined ? /^(\d+:)?\d+:\d\d$/ : new RegExp(`^\\d+:\\d\\d / ${target}$`);
    await expect.poll(() => this.took(step)).toMatch(time);
  }

  async #do(gesture: Gesture | undefined): Promise<void> {
    const desk = this.#desk;
    switch (gesture) {
      case "camera":
        await desk.press("main-button");
        return desk.press("photo-use");
      case "file":
        await desk.byId("photo-file").setInputFiles(await sentPhoto());
        return desk.press("photo-use");
      case "revised":
        await desk.press("revised");
        return desk.press("main-button");
      case "print":
        await desk.press("main-button");
        await desk.byId("print-ladder").and(desk.page.locator('[data-state="reported"]')).waitFor();
        return this.#scanTheFreshCard();
      case "give":
        await this.#check();
        return desk.press("main-button");
      case "sign":
        await sign(desk.page);
        return desk.press("main-button");
      case "giveAndSign":
        await this.#check();
        await sign(desk.page);
        return desk.press("main-button");
      default:
        return desk.press("main-button");
    }
  }

  /** With the scanner on the desk: what it reads is what was printed. */
  async #scanTheFreshCard(): Promise<void> {
    const { clerk } = this.#desk;
    await clerk.client.call("device.scan", { device: SCANNER, text: await clerk.cardInTray() });
  }

  /** Who stands here, and whether the telephone is right. */
  async #check(): Promise<void> {
    await this.#desk.press("identity-ktp");
    await this.#desk.byId("phone-confirmed").click();
  }
}

/** What a member sends by e-mail or WhatsApp. */
const sentPhoto = async () => ({
  ...{ name: "foto.jpg", mimeType: "image/jpeg" },
  buffer: await drawScene(new Date("2026-02-05T01:00:00Z"), { widthPx: 960, heightPx: 1280, quality: 90 }),
});
