import type { Browser, Locator, Page } from "playwright-core";
import { complaintsOf, launchChromium } from "../harness/chromium.ts";
import { Clerk } from "../harness/clerk.ts";
import { givePageTime } from "../harness/page-clock.ts";
import { type BridgeOptions, startBridge, type TestBridge } from "../harness/start-bridge.ts";
import { DeskClock } from "./desk-clock.ts";
import { takePicture } from "./pictures.ts";

const STEP_MS = 40_000;
export const SMALL = { width: 1366, height: 768 };
export const LARGE = { width: 1920, height: 1080 };

const face = (at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Jakarta", timeStyle: "short" })
    .format(at)
    .replace(":", "[.:]");

/** This minute, or the next: it may be over before the clock on the wall has ticked. */
const clockFace = (at: Date): RegExp => new RegExp(`${face(at)}|${face(new Date(at.getTime() + 60_000))}`);

interface DeskOptions extends Omit<BridgeOptions, "clock"> {
  /** For example a camera of the browser's own. */
  readonly browserArgs?: readonly string[];
  /** Another day than today. */
  readonly start?: Date;
  /** Time passes only where the test says so. */
  readonly standsStill?: boolean;
}

/** A desk as its clerk sees it: the real daemon, and its console in a real browser. */
export class ConsoleDesk implements AsyncDisposable {
  readonly bridge: TestBridge;
  readonly clerk: Clerk;
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly #clock: DeskClock;
  readonly #browser: Browser;

  private constructor(bridge: TestBridge, clock: DeskClock, browser: Browser, page: Page) {
    this.bridge = bridge;
    this.clerk = new Clerk(bridge);
    this.page = page;
    this.complaints = complaintsOf(page);
    this.#clock = clock;
    this.#browser = browser;
  }

  static async open({ browserArgs, start, standsStill, ...options }: DeskOptions = {}): Promise<ConsoleDesk> {
    const clock = new DeskClock({ start, standsStill });
    const bridge = await startBridge({ ...options, clock });
    await bridge.bridge.supervisor.firstAttempts();
    const browser = await launchChromium(browserArgs);
    const page = await browser.newPage({ viewport: SMALL, locale: "id-ID", reducedMotion: "reduce" });
    page.setDefaultTimeout(STEP_MS);
    const desk = new ConsoleDesk(bridge, clock, browser, page);
    await givePageTime(page, clock.now());
    await page.goto(`${bridge.origin}/`);
    await desk.byId("member-search").waitFor();
    return desk;
  }

  byId(id: string): Locator {
    return this.page.getByTestId(id);
  }

  /** Until that step is the one to be done. */
  atWork(work: string): Promise<void> {
    return this.byId(`rail-${work}`).and(this.page.locator('[aria-current="step"]')).waitFor();
  }

  press(id: string): Promise<void> {
    return this.byId(id).click();
  }

  goTo(place: string): Promise<unknown> {
    return this.page.goto(`${this.bridge.origin}/#/${place}`);
  }

  goToCase(caseId: string): Promise<unknown> {
    return this.goTo(`loket/${caseId}`);
  }

  now(): Date {
    return this.#clock.now();
  }

  /** Time passes for the daemon; a page learns of it with the next news. */
  skip(seconds: number): void {
    this.#clock.skip(seconds * 1000);
  }

  /** What takes the clerk so long away from the screen. */
  async pass(minutes: number, seconds = 0): Promise<void> {
    this.skip(minutes * 60 + seconds);
    await this.showTime();
  }

  /** The page's own clock is set to the daemon's. */
  async showTime(): Promise<void> {
    const now = this.#clock.now();
    await this.page.clock.setSystemTime(now);
    // The clock on the wall ticks once a second.
    await this.page.locator(".ti-clock", { hasText: clockFace(now) }).waitFor();
  }

  /** The picture of the card has arrived: a canvas has no width of its own before it is drawn on. */
  cardDrawn(): Promise<void> {
    return this.page.locator('[data-testid="card-preview"][width]').waitFor();
  }

  /** Without the pointer, which would light up whatever lies under it. */
  async shot(name: string): Promise<void> {
    await this.page.mouse.move(0, 0);
    await takePicture(this.page, name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await this.bridge[Symbol.asyncDispose]();
  }
}
