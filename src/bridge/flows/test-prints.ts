import { forPrinter } from "../../cards/card-for-printer.ts";
import type { CardDesign } from "../../cards/design.ts";
import type { RenderedCard } from "../../cards/print-job.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { DeviceId, MemberNo } from "../../kernel/types.ts";
import { giveBack } from "../give-back.ts";
import type { LazyRendering } from "../lazy-rendering.ts";
import { SAMPLE_WORDS } from "../messages/sample-cards.ts";
import { testPageLines } from "../messages/test-page.ts";
import { testCardContent, testSheetLines } from "../messages/test-print.ts";
import { FRAME_ID_BYTES } from "../protocol/limits.ts";
import { OncePerKey } from "./once-per-key.ts";

/** Needs no photo: a printer is tested before anybody was photographed. */
const TEMPLATE = "lengkung-no-photo";
const TEST_NO = "TITIAN-TEST" as MemberNo;

/** Nobody's: INLISLite gives no number with these letters. */
const SAMPLE_NO = "CONTOH-0001" as MemberNo;

const ignore = (): void => undefined;

export interface DesignTest {
  readonly design: CardDesign;
  readonly printer: DeviceId;
  /** Undefined: all that the card has. */
  readonly side: "front" | "back" | undefined;
  readonly requestKey: string;
}

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

  /** What `test` lays on a card, as a PNG. */
  async testCard(signal: AbortSignal): Promise<Uint8Array> {
    return (await this.#card(signal)).front.png;
  }

  /** One card of an invented member: no job of anybody, and no design need be approved for it. */
  testDesign(
    { design, printer, side, requestKey }: DesignTest,
    signal: AbortSignal,
  ): Promise<{ readonly tookMs: number }> {
    const cards = this.#deps.devices.require(printer, "card-printer");
    return this.#once.run(`${printer} ${requestKey}`, () =>
      this.#timed(async () => cards.print(await this.#designed(design, side, signal), ignore, signal)),
    );
  }

  /** `bytes`: of a frame that nobody else holds. They are freed once they are printed. */
  raw(
    id: DeviceId,
    requestKey: string,
    bytes: () => Uint8Array,
    signal: AbortSignal,
  ): Promise<{ readonly tookMs: number }> {
    const printer = this.#deps.devices.require(id, "raw-printer");
    return this.#once.run(`${id} ${requestKey}`, () =>
      this.#timed(async () => {
        const job = bytes();
        await printer.send(job, signal);
        giveBack(job, FRAME_ID_BYTES);
      }),
    );
  }

  async #print(id: DeviceId, signal: AbortSignal): Promise<void> {
    const { devices, deskTitle, timeZone, clock } = this.#deps;
    const device = devices.get(id);
    const facts = { deskTitle, device: id, at: clock.now(), timeZone };
    const jobName = this.#jobName();

    const cards = device.capability("card-printer");
    if (cards) return cards.print(forPrinter(jobName, await this.#card(signal)), ignore, signal);
    const sheets = device.capability("sheet-printer");
    if (sheets) {
      const pdf = await this.#deps.renderer.testSheet(testSheetLines(facts));
      return sheets.print({ jobName, pdf }, ignore, signal);
    }
    const receipts = device.capability("receipt-printer");
    if (receipts) return receipts.print(testPageLines(facts), signal);
    throw new TitianError("CAPABILITY_MISSING", { details: { device: id, capability: "card-printer" } });
  }

  /** One side alone is a card without a back, or the back as if it were the front. */
  async #designed(design: CardDesign, side: DesignTest["side"], signal: AbortSignal) {
    const { renderer } = this.#deps;
    const words = { ...SAMPLE_WORDS.short, memberNo: SAMPLE_NO };
    const drawn = await renderer.drawSample(design, "short", words, signal);
    const wanted = side === undefined ? drawn : drawn.slice(side === "front" ? 0 : 1).slice(0, 1);
    if (wanted.length === 0) throw new TitianError("BAD_REQUEST", { details: { at: "/side" } });
    const card = await renderer.asCard(wanted);
    // A back alone may be without a code.
    if (wanted.some(({ codes }) => codes.length > 0)) await renderer.verify(card, SAMPLE_NO, signal);
    return forPrinter(this.#jobName(), card);
  }

  #jobName(): string {
    return `titian-test-${this.#deps.clock.now().getTime()}`;
  }

  /** Read back before it is printed, as every card is. */
  async #card(signal: AbortSignal): Promise<RenderedCard> {
    const { renderer } = this.#deps;
    const card = await renderer.render(TEMPLATE, testCardContent(TEST_NO), signal);
    await renderer.verify(card, TEST_NO, signal);
    return card;
  }

  async #timed(work: () => Promise<void>): Promise<{ readonly tookMs: number }> {
    const startMs = this.#deps.clock.monotonicMs();
    await work();
    return { tookMs: Math.round(this.#deps.clock.monotonicMs() - startMs) };
  }
}
