import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Static } from "typebox";
import { type ErrorCode, TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import { writeDurably } from "../../store/durable-file.ts";
import type { UpdateView } from "../protocol/update-shapes.ts";

/** Copied in by `titian update apply --from`. */
export const INBOX = "inbox";
export const ORDERS = ["check", "apply", "rollback"] as const;

/**
 * What a technician asks the running daemon for. It goes through the folder of the versions, which only the service's account and
 * root can write: whoever may do that could change the versions by hand.
 */
export interface Order {
  readonly id: string;
  readonly what: (typeof ORDERS)[number];
}

/** What the daemon says of itself for `titian update`, also while nobody can reach its port. */
export interface Told {
  readonly view: Static<typeof UpdateView>;
  /** The latest order, and why it was not done. */
  readonly answered: { readonly id: string; readonly code: ErrorCode | null } | null;
}

const orderFile = (versions: string): string => path.join(versions, "order.json");
const toldFile = (versions: string): string => path.join(versions, "state.json");

export function giveOrder(versions: string, order: Order): void {
  writeDurably(orderFile(versions), Buffer.from(JSON.stringify(order)));
}

/** Each order once. */
export function takeOrder(versions: string): Order | undefined {
  const file = orderFile(versions);
  if (!existsSync(file)) return undefined;
  const { id, what } = (parsed(file) ?? {}) as Partial<Order>;
  rmSync(file, { force: true });
  const known = ORDERS.find((order) => order === what);
  return typeof id === "string" && id.length <= 60 && known ? { id, what: known } : undefined;
}

/** What `titian update` reads. */
export class ToldFile {
  readonly #versions: string;
  readonly #view: () => Told["view"];
  readonly #log: Logger;
  #answered: Told["answered"] = null;

  constructor(versions: string, view: () => Told["view"], log: Logger) {
    this.#versions = versions;
    this.#view = view;
    this.#log = log;
  }

  say(answered?: NonNullable<Told["answered"]>): void {
    this.#answered = answered ?? this.#answered;
    const told: Told = { view: this.#view(), answered: this.#answered };
    try {
      writeDurably(toldFile(this.#versions), Buffer.from(JSON.stringify(told)));
    } catch (error) {
      this.#log.warn("the state of updates cannot be written", { code: TitianError.from(error).code });
    }
  }
}

/** Undefined where no daemon of this folder ever spoke. */
export const readTold = (versions: string): Told | undefined =>
  parsed(toldFile(versions)) as Told | undefined;

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
