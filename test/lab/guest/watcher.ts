import type { TitianClient } from "../../../src/bridge/client/client.ts";
import type { EventPayload } from "../../../src/bridge/protocol/events.ts";
import { PATIENCE_MS, pause, until } from "./until.ts";

const TWICE_WITHIN_MS = 300;
const BETWEEN_SCANS_MS = 400;

/** A code as a page hears of it. Pages are not told the text: a member's number stands for it. */
interface Heard {
  readonly device: string | null;
  readonly memberNo: string | undefined;
  readonly atMs: number;
}

/** A page that looks at the desk and remembers what it was told. */
export class Watcher {
  readonly page: TitianClient;
  readonly #heard: Heard[] = [];
  readonly #reasons = new Map<string, readonly string[]>();
  readonly #changes = new Map<string, string[]>();

  private constructor(page: TitianClient) {
    this.page = page;
    page.on("scanner.scanned", (scan) => this.#onScan(scan));
    page.on("device.healthChanged", ({ device, health }) => {
      this.#reasons.set(device, health.reasons);
      const changes = this.#changes.get(device) ?? [];
      this.#changes.set(device, [...changes, health.reasons.join("+") || "ok"]);
    });
  }

  static async begin(page: TitianClient): Promise<Watcher> {
    const watcher = new Watcher(page);
    const { devices } = await page.call("device.list", {});
    for (const { device, health } of devices) watcher.#reasons.set(device, health.reasons);
    return watcher;
  }

  #onScan({ device, members }: EventPayload<"scanner.scanned">): void {
    this.#heard.push({ device, memberNo: members[0]?.memberNo, atMs: performance.now() });
  }

  /** What the operator sees of a device; empty when it is well. */
  reasons(device: string): readonly string[] {
    return this.#reasons.get(device) ?? [];
  }

  /** Every state of a device that pages were told, in order. */
  changes(device: string): readonly string[] {
    return this.#changes.get(device) ?? [];
  }

  untilReasons(device: string, wanted: readonly string[], withinMs = PATIENCE_MS): Promise<true> {
    const words = (reasons: readonly string[]): string => reasons.join("+") || "ok";
    return until<true>(
      `${device} shows ${words(wanted)}`,
      () => {
        const seen = this.reasons(device);
        if (words(seen.toSorted()) === words(wanted.toSorted())) return true;
        throw new Error(`shows ${words(seen)}`);
      },
      withinMs,
    );
  }

  /** Everything heard of a device since `fromMs`: member numbers, and `unknown` for what is nobody's. */
  heard(device: string | null, fromMs = 0): readonly string[] {
    const theirs = this.#heard.filter((one) => one.device === device && one.atMs >= fromMs);
    return theirs.map(({ memberNo }) => memberNo ?? "unknown");
  }

  untilRead(device: string, memberNo: string, fromMs: number): Promise<true> {
    return until<true>(`${device} read the code`, () => this.heard(device, fromMs).includes(memberNo));
  }

  /**
   * Scans until one of these scans is heard, for a scanner that was just plugged in: what it sends before the daemon has
   * opened it is gone, and good news about a device that keeps going is held back. What it sent before it was pulled may
   * still be on its way to the page, and proves nothing. Returns what it took.
   */
  async untilReading(
    device: string,
    nextCode: () => string,
    send: (code: string) => Promise<void>,
  ): Promise<readonly string[]> {
    const fromMs = performance.now();
    const sent: string[] = [];
    await until(`${device} reads`, async () => {
      const code = nextCode();
      sent.push(code);
      await send(code);
      await pause(BETWEEN_SCANS_MS);
      return this.heard(device, fromMs).some((heard) => sent.includes(heard));
    });
    await pause(TWICE_WITHIN_MS);
    return sent;
  }

  /**
   * Sends the codes and returns everything heard of the device since then, after a moment in which one that came twice
   * would show.
   */
  async afterSending(
    device: string | null,
    codes: readonly string[],
    send: (code: string) => Promise<void> | void,
  ): Promise<readonly string[]> {
    const fromMs = performance.now();
    for (const code of codes) await send(code);
    await until(
      `${codes.length} codes of ${device}`,
      () => this.heard(device, fromMs).length >= codes.length,
    );
    await pause(TWICE_WITHIN_MS);
    return this.heard(device, fromMs);
  }
}
