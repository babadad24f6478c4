import type { CardPrinter, DriverSurroundings } from "../../src/devices/index.ts";
import { CARD_PRINTER_REASONS, type CardPrinterFault, STOPS_A_CARD } from "./card-printer-faults.ts";
import { SimulatedPrinter } from "./simulated-printer.ts";
import { Stock } from "./stock.ts";

interface Options {
  readonly printMs: number;
  readonly feederCards: number;
  readonly ribbonCards: number;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Puts the card's picture, untouched, into its folder. */
class SimulatedCardPrinter extends SimulatedPrinter<CardPrinterFault> {
  readonly model = "Simulated card printer";
  protected readonly stocks: readonly Stock[];
  readonly #printMs: number;
  readonly #feeder: Stock;

  constructor(surroundings: DriverSurroundings<Options>) {
    super(surroundings, { reasons: CARD_PRINTER_REASONS, stops: STOPS_A_CARD });
    const { printMs, feederCards, ribbonCards } = surroundings.options;
    this.#printMs = printMs;
    const cards = { kind: "cards", name: "PVC 0.76 mm", full: feederCards } as const;
    const ribbon = { kind: "ribbon", name: "YMCKO", full: ribbonCards } as const;
    this.#feeder = new Stock({ ...cards, whenLow: "cards-low", whenEmpty: "cards-empty" });
    this.stocks = [this.#feeder, new Stock({ ...ribbon, whenLow: "ribbon-low", whenEmpty: "ribbon-empty" })];
  }

  protected readonly skills = {
    "card-printer": { print: (...call: Parameters<CardPrinter["print"]>) => this.#print(...call) },
    "card-printer.jobs": this.jobs,
    supplies: this.gauge,
    "simulation.tray": this.tray,
  };

  protected isTakenAway(stock: Stock): boolean {
    return this.has(stock === this.#feeder ? "out-of-cards" : "ribbon-end");
  }

  async #print(...[{ jobName, png }, spooled, signal]: Parameters<CardPrinter["print"]>): Promise<void> {
    const isPng = PNG_SIGNATURE.equals(png.subarray(0, PNG_SIGNATURE.length));
    if (!isPng) throw this.refusal("format");
    const pass = async (head: AbortSignal): Promise<void> => {
      this.takeFrom(this.stocks);
      await this.work(this.#printMs, head);
    };
    await this.printOut({ jobName, bytes: png, extension: "png", pass }, spooled, signal);
  }
}

export default (surroundings: DriverSurroundings<Options>): SimulatedCardPrinter =>
  new SimulatedCardPrinter(surroundings);
