import type { Config } from "../../../src/bridge/config/schema.ts";
import type { BatchView, PlanView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { Clerk, PRINTER } from "../../harness/clerk.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";

export const SHEETS = "desk-1-sheets";
export const PATIENCE_MS = 30_000;

/** Printers that keep nobody waiting. */
export const quickPrinters = (demo: Config): Config => ({
  ...demo,
  devices: demo.devices.map((one) =>
    one.id === PRINTER || one.id === SHEETS ? { ...one, options: { printMs: 5 } } : one,
  ),
});

/** What somebody with a list does at a desk. */
export class BatchDesk implements AsyncDisposable {
  readonly desk: TestBridge;
  readonly clerk: Clerk;

  constructor(desk: TestBridge) {
    this.desk = desk;
    this.clerk = new Clerk(desk);
  }

  static async start(): Promise<BatchDesk> {
    const desk = await startBridge({ config: quickPrinters });
    await desk.bridge.supervisor.firstAttempts();
    return new BatchDesk(desk);
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.desk[Symbol.asyncDispose]();
  }

  /** Numbers of members who may have a card. */
  async ordinary(count: number): Promise<readonly string[]> {
    const members = await this.clerk.anyMembers();
    return members
      .filter(({ mayHaveCard }) => mayHaveCard)
      .slice(0, count)
      .map(({ memberNo }) => memberNo);
  }

  plan(numbers: readonly string[]): Promise<PlanView> {
    const source = { kind: "numbers" as const, numbers: [...numbers] };
    return this.desk.client.call("batch.plan", { source, acceptSuggestions: false });
  }

  /** On sheets where something is said of them, else on the card printer. `device` null: sheets as files. */
  async open(
    numbers: readonly string[],
    onto: Partial<BatchView["sheets"]> | undefined,
    device: string | null = onto ? SHEETS : PRINTER,
  ): Promise<BatchView> {
    const { plan } = await this.plan(numbers);
    const { layout = "a4-10", backs = "none", startCell = 0 } = onto ?? {};
    return this.desk.client.call("batch.open", {
      ...{ requestKey: crypto.randomUUID(), plan, design: "lengkung-no-photo", reprintReason: null },
      ...{ device, sheets: onto ? { layout, backs, startCell } : null },
    });
  }

  start(batch: string): Promise<BatchView> {
    return this.desk.client.call("batch.start", { batch });
  }

  /** The batch's next sheet is out, and nobody has said how it came out. */
  async printSheet(batch: string): Promise<void> {
    await this.start(batch);
    await this.until(batch, ({ sheets }) => sheets?.unproved.length === 1);
  }

  settle(
    batch: string,
    sheet: number,
    items: readonly number[],
    reason: "spoiled" | "did-not-come-out" = "spoiled",
  ): Promise<BatchView> {
    const spoiled = items.map((item) => ({ item, reason }));
    return this.desk.client.call("batch.settleSheet", { batch, sheet, spoiled });
  }

  /** Until the batch looks like this; the daemon tells of every step. */
  async until(batch: string, isSo: (view: BatchView) => boolean): Promise<BatchView> {
    const { client } = this.desk;
    const found = Promise.withResolvers<BatchView>();
    const look = (): void => {
      client.call("batch.get", { batch }).then((view) => isSo(view) && found.resolve(view), found.reject);
    };
    using _ = client.on("batch.changed", look);
    const late = setTimeout(() => {
      client
        .call("batch.get", { batch })
        .then((view) => found.reject(new Error(`the batch stays as it is: ${JSON.stringify(view)}`)))
        .catch(found.reject);
    }, PATIENCE_MS);
    look();
    try {
      return await found.promise;
    } finally {
      clearTimeout(late);
    }
  }
}
