import type { Spooler, SpoolerJob, SpoolerPrinter } from "../../../drivers/winspool/spooler.ts";

/** A Windows spooler with one queue, in memory. Jobs are out at once, unless it holds them. */
export class OneQueue implements Spooler {
  status = 0;
  attributes = 0;
  holdsJobs = false;
  bytes: Uint8Array = new Uint8Array();
  readonly documents: string[] = [];
  readonly cancelled: number[] = [];
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  async printers(): Promise<readonly SpoolerPrinter[]> {
    const { status, attributes } = this;
    const what = { name: this.#name, driverName: "Generic / Text Only", portName: "USB001" };
    return [{ ...what, status, attributes, jobCount: 0 }];
  }

  async printer(name: string): Promise<SpoolerPrinter | undefined> {
    return (await this.printers()).find((one) => one.name === name);
  }

  async sendRaw(_printer: string, documentName: string, bytes: Uint8Array): Promise<number> {
    this.bytes = Buffer.concat([this.bytes, bytes]);
    return this.documents.push(documentName);
  }

  async jobs(): Promise<readonly SpoolerJob[]> {
    const waiting = this.documents.map((documentName, index) => ({ id: index + 1, documentName }));
    return this.holdsJobs ? waiting.map((one) => ({ ...one, status: 0, pagesPrinted: 0 })) : [];
  }

  async job(_printer: string, id: number): Promise<SpoolerJob | undefined> {
    return (await this.jobs()).find((one) => one.id === id);
  }

  async cancel(_printer: string, id: number): Promise<void> {
    this.cancelled.push(id);
  }
}
