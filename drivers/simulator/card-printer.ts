import type { CardPrinter, DriverSurroundings, HealthReason } from "../../src/devices/index.ts";
import { AskedQuestion } from "./asked-question.ts";
import { CARD_PRINTER_REASONS, type CardPrinterFault, STOPS_A_CARD } from "./card-printer-faults.ts";
import { SimulatedPrinter } from "./simulated-printer.ts";
import { Stock } from "./stock.ts";

interface Options {
  readonly printMs: number;
  readonly feederCards: number;
  readonly ribbonCards: number;
  readonly duplex: boolean;
}

/** In the words of an Evolis printer, and what they mean. */
const EVENT = { word: "ERR_RIBBON_ERROR", reason: "jam" } as const;
const ANSWER_WITHIN_MS = 300_000;

const DUPLEX = { sides: 2 } as const;

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Puts the card's pictures, untouched, into its folder. */
class SimulatedCardPrinter extends SimulatedPrinter<CardPrinterFault> {
  readonly model = "Simulated card printer";
  protected readonly stocks: readonly Stock[];
  readonly #printMs: number;
  readonly #isDuplex: boolean;
  readonly #feeder: Stock;
  readonly #question: AskedQuestion;

  constructor(surroundings: DriverSurroundings<Options>) {
    super(surroundings, { reasons: CARD_PRINTER_REASONS, stops: STOPS_A_CARD });
    const { printMs, feederCards, ribbonCards, duplex } = surroundings.options;
    this.#printMs = printMs;
    this.#isDuplex = duplex;
    this.#question = new AskedQuestion(surroundings.clock, () => {
      this.refresh();
      this.events.emit("questionChanged", {});
    });
    const cards = { kind: "cards", name: "PVC 0.76 mm", full: feederCards } as const;
    const ribbon = { kind: "ribbon", name: "YMCKO", full: ribbonCards } as const;
    this.#feeder = new Stock({ ...cards, whenLow: "cards-low", whenEmpty: "cards-empty" });
    this.stocks = [this.#feeder, new Stock({ ...ribbon, whenLow: "ribbon-low", whenEmpty: "ribbon-empty" })];
  }

  protected get skills() {
    return {
      "card-printer": { print: (...call: Parameters<CardPrinter["print"]>) => this.#print(...call) },
      ...(this.#isDuplex ? { "card-printer.duplex": DUPLEX } : {}),
      "card-printer.jobs": this.jobs,
      "card-printer.question": this.#question,
      supplies: this.gauge,
      "simulation.tray": this.tray,
    };
  }

  protected override ownReasons(): readonly HealthReason[] {
    return this.#question.pending ? [EVENT.reason, ...super.ownReasons()] : super.ownReasons();
  }

  protected isTakenAway(stock: Stock): boolean {
    return this.has(stock === this.#feeder ? "out-of-cards" : "ribbon-end");
  }

  async #print(...[card, spooled, signal]: Parameters<CardPrinter["print"]>): Promise<void> {
    const { jobName, png } = card;
    const back = this.#isDuplex ? card.backPng : undefined;
    if (!isPng(png) || (back && !isPng(back))) throw this.refusal("format");
    const pass = async (head: AbortSignal): Promise<void> => {
      this.takeFrom(this.stocks);
      await this.work(this.#printMs / 2, head);
      if (this.has("asks")) await this.#askOver(head);
      await this.work(this.#printMs / 2, head);
    };
    await this.printOut({ jobName, bytes: png, back, extension: "png", pass }, spooled, signal);
  }

  /** Once for each card, so that whoever demonstrates it gets the card in the end. */
  async #askOver(head: AbortSignal): Promise<void> {
    const patience = (over: AbortSignal): Promise<void> =>
      this.work(ANSWER_WITHIN_MS, AbortSignal.any([head, over]));
    const action = await this.#question.ask(EVENT.word, patience);
    if (action === undefined) throw this.failure("PRINTER_JAM");
    if (action === "cancel") throw this.failure("PRINTER_CANCELLED");
    // The same card once more from its beginning: no second one is taken.
    if (action === "retry") await this.work(this.#printMs / 2, head);
  }
}

const isPng = (bytes: Uint8Array): boolean => PNG_SIGNATURE.equals(bytes.subarray(0, PNG_SIGNATURE.length));

export default (surroundings: DriverSurroundings<Options>): SimulatedCardPrinter =>
  new SimulatedCardPrinter(surroundings);
