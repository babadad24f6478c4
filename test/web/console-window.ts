import type { Browser, Locator, Page } from "playwright-core";
import { complaintsOf } from "../harness/chromium.ts";
import { FakeDaemon } from "./fake-daemon.ts";

/** The built console in a window of its own, in front of a daemon that only pretends. */
export class ConsoleWindow implements AsyncDisposable {
  readonly daemon: FakeDaemon;
  readonly page: Page;
  readonly url: string;
  readonly complaints: readonly string[];

  private constructor(daemon: FakeDaemon, page: Page, port: number) {
    this.daemon = daemon;
    this.page = page;
    this.url = `http://127.0.0.1:${port}/`;
    this.complaints = complaintsOf(page);
  }

  static async open(browser: Browser): Promise<ConsoleWindow> {
    const daemon = new FakeDaemon();
    const port = await daemon.listen();
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "id-ID" });
    return new ConsoleWindow(daemon, page, port);
  }

  part(name: string): Locator {
    return this.page.getByTestId(name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.close();
    await this.daemon.close();
  }
}
