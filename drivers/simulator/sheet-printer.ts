import type { DriverSurroundings, SheetPrinter } from "../../src/devices/index.ts";
import { SHEET_PRINTER_REASONS, type SheetPrinterFault, STOPS_A_SHEET } from "./sheet-printer-faults.ts";
import { SimulatedPrinter } from "./simulated-printer.ts";
import { Stock } from "./stock.ts";

interface Options {
  readonly printMs: number;
  readonly feederSheets: number;
}

/** Puts the document, untouched, into its folder, once its paper has been fed page by page. */
class SimulatedSheetPrinter extends SimulatedPrinter<SheetPrinterFault> {
  readonly model = "Simulated sheet printer";
  protected readonly stocks: readonly Stock[];
  readonly #printMs: number;
  readonly #paper: Stock;

  constructor(surroundings: DriverSurroundings<Options>) {
    super(surroundings, { reasons: SHEET_PRINTER_REASONS, stops: STOPS_A_SHEET });
    const { printMs, feederSheets } = surroundings.options;
    this.#printMs = printMs;
    const paper = { kind: "paper", name: "A4 80 g/m²", full: feederSheets } as const;
    this.#paper = new Stock({ ...paper, whenLow: "paper-low", whenEmpty: "paper-empty" });
    this.stocks = [this.#paper];
  }

  protected readonly skills = {
    "sheet-printer": { print: (...call: Parameters<SheetPrinter["print"]>) => this.#print(...call) },
    "sheet-printer.jobs": this.jobs,
    supplies: this.gauge,
    "simulation.tray": this.tray,
  };

  protected isTakenAway(): boolean {
    return this.has("paper-out");
  }

  async #print(...[{ jobName, pdf }, spooled, signal]: Parameters<SheetPrinter["print"]>): Promise<void> {
    const pages = await countPages(pdf);
    if (!pages) throw this.refusal("format");
    const pass = async (head: AbortSignal): Promise<void> => {
      for (let page = 0; page < pages; page++) await this.#feed(head);
    };
    await this.printOut({ jobName, bytes: pdf, extension: "pdf", pass }, spooled, signal);
  }

  async #feed(head: AbortSignal): Promise<void> {
    if (this.#paper.isEmpty || this.has("paper-out")) throw this.failure("PRINTER_CARDS_EMPTY");
    this.takeFrom([this.#paper]);
    await this.work(this.#printMs, head);
  }
}

/** Undefined for what is no PDF. */
async function countPages(pdf: Uint8Array): Promise<number | undefined> {
  const { PDFDocument } = await import("@cantoo/pdf-lib");
  return PDFDocument.load(pdf, { updateMetadata: false }).then(
    (document) => document.getPageCount(),
    () => undefined,
  );
}

export default (surroundings: DriverSurroundings<Options>): SimulatedSheetPrinter =>
  new SimulatedSheetPrinter(surroundings);
