import { PRINTER } from "../harness/clerk.ts";
import { DeskFolder } from "../harness/daemon-process.ts";
import { IppEvePrinter, PAPER_FOR_CARDS } from "../harness/ippeveprinter.ts";

/** Dies with the daemon, in the middle of a card too. */
const SECOND_PRINTER = "desk-1-second-printer";
/** A process of its own behind IPP: what it has taken comes out, whatever becomes of the daemon. */
const NETWORK_PRINTER = "desk-1-network-printer";
export const PRINTERS = [PRINTER, SECOND_PRINTER, NETWORK_PRINTER] as const;

/** Long enough to be killed in, short enough for many cards between two kills. */
const PRINT_MS = { [PRINTER]: 60, [SECOND_PRINTER]: 200 };

/** What a printer did with one job, by its own book. */
export interface Traces {
  /** Blank cards taken for it. */
  readonly fed: number;
  /** Cards that came out. */
  readonly out: number;
}

/** A desk with three card printers whose trays no kill can empty. */
export class CrashDesk implements AsyncDisposable {
  readonly folder: DeskFolder;
  readonly #network: IppEvePrinter;

  private constructor(folder: DeskFolder, network: IppEvePrinter) {
    this.folder = folder;
    this.#network = network;
  }

  static async start(entry?: string): Promise<CrashDesk> {
    const network = await IppEvePrinter.start();
    const simulated = [PRINTER, SECOND_PRINTER] as const;
    const folder = new DeskFolder(
      (demo) => ({
        ...demo,
        devices: [
          ...simulated.map((id) => ({
            ...{ id, driver: "simulator-card-printer" },
            options: { printMs: PRINT_MS[id], feederCards: 1_000, ribbonCards: 1_000 },
          })),
          {
            ...{ id: NETWORK_PRINTER, driver: "printer-ipp" },
            options: { uri: network.uri, ...PAPER_FOR_CARDS, pollMs: 50 },
          },
        ],
      }),
      entry,
    );
    return new CrashDesk(folder, network);
  }

  /** By job id: everything the three printers ever did. */
  get traces(): ReadonlyMap<string, Traces> {
    const found = new Map<string, Traces>();
    const note = (job: string, fed: number, out: number): void => {
      const before = found.get(job) ?? { fed: 0, out: 0 };
      found.set(job, { fed: before.fed + fed, out: before.out + out });
    };
    for (const printer of [PRINTER, SECOND_PRINTER])
      for (const { jobName, outcome, file } of this.folder.bookOf(printer))
        note(jobName, outcome === "pending" ? 1 : 0, file === undefined ? 0 : 1);
    for (const job of this.#network.jobNames) note(job, 1, 1);
    return found;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.folder[Symbol.asyncDispose]();
    await this.#network[Symbol.asyncDispose]();
  }
}
