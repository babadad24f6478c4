import type { DeviceRegistry } from "../../devices/registry.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { DeviceId, MemberNo } from "../../kernel/types.ts";
import type { LazyRendering } from "../lazy-rendering.ts";
import { testPageLines } from "../messages/test-page.ts";
import { testCardContent, testSheetLines } from "../messages/test-print.ts";
import { OncePerKey } from "./once-per-key.ts";

/** Needs no photo: a printer is tested before anybody was photographed. */
const TEMPLATE = "lengkung-no-photo";
const TEST_NO = "TITIAN-TEST" as MemberNo;

interface Dependencies {
  readonly devices: DeviceRegistry;
  readonly renderer: LazyRendering;
  readonly deskTitle: string;
  readonly timeZone: string;
  readonly clock: Clock;
}

/** Test cards, sheets and receipts, and bytes that a page sends as they are. Nothing here is a member's. */
export class TestPrints {
  readonly #deps: Dependencies;
  readonly #once = new OncePerKey<{ readonly tookMs: number }>();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Rejects with `CAPABILITY_MISSING` for a device that prints nothing, or with what the printer said. */
  test(id: DeviceId, requestKey: string, signal: AbortSignal): Promise<{ readonly tookMs: number }> {
    return this.#once.run(`${id} ${requestKey}`, () => this.#timed(() => this.#print(id, signal)));
  }

  raw(
    id: DeviceId,
    requestKey: string,
    bytes: () => Uint8Array,
    signal: AbortSignal,
  ): Promise<{ readonly tookMs: number }> {
    const printer = this.#deps.devices.require(id, "raw-printer");
    return this.#once.run(`${id} ${requestKey}`, () =>
      this.#timed(async () => printer.send(bytes(), signal)),
    );
  }

  async #print(id: DeviceId, signal: AbortSignal): Promise<void> {
    const { devices, deskTitle, timeZone, clock } = this.#deps;
    const device = devices.get(id);
    const facts = { deskTitle, device: id, at: clock.now(), timeZone };
    const jobName = `titian-test-${clock.now().getTime()}`;
    const ignore = (): void => undefined;

    const cards = device.capability("card-printer");
    if (cards) return cards.print({ jobName, ...(await this.#card(signal)) }, ignore, signal);
    const sheets = device.capability("sheet-printer");
    if (sheets) {
      const pdf = await this.#deps.renderer.testSheet(testSheetLines(facts));
      return sheets.print({ jobName, pdf }, ignore, signal);
    }
    const receipts = device.capability("receipt-printer");
    if (receipts) return receipts.print(testPageLines(facts), signal);
    throw new TitianError("CAPABILITY_MISSING", { details: { device: id, capability: "card-printer" } });
  }

  /** Read back before it is printed, as every card is. */
  async #card(signal: AbortSignal): Promise<{ readonly png: Uint8Array; readonly pdf: Uint8Array }> {
    const { renderer } = this.#deps;
    const card = await renderer.render(TEMPLATE, testCardContent(TEST_NO), signal);
    await renderer.verify(card, TEST_NO, signal);
    return { png: card.front.headPng, pdf: card.pdf };
  }

  async #timed(work: () => Promise<void>): Promise<{ readonly tookMs: number }> {
    const startMs = this.#deps.clock.monotonicMs();
    await work();
    return { tookMs: Math.round(this.#deps.clock.monotonicMs() - startMs) };
  }
}
