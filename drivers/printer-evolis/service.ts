import type { PrinterAction } from "../../src/devices/index.ts";
import { type Clock, withBudget } from "../../src/kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import { exchange, type Place } from "./exchange.ts";
import { type RpcAnswer, type RpcParams, readReply, rpcRequest } from "./rpc.ts";

interface Settings {
  readonly place: Place;
  /** As the service lists it. */
  readonly device: string;
  readonly clock: Clock;
  readonly callWithinMs: number;
}

interface Call {
  readonly onConnected?: () => void;
  /** Of a call that lasts as long as a card: its caller ends it. */
  readonly isLong?: boolean;
}

/** The printer's own wait for an answer from its metal; the service's default. */
const COMMAND_MS = "3000";

/** One printer, as Evolis's service lets others use it. One method here for each of the service's that Titian needs. */
export class EvolisService {
  readonly #with: Settings;
  #requests = 0;

  constructor(settings: Settings) {
    this.#with = settings;
  }

  /** `MAJOR,MINOR`. */
  async state(signal: AbortSignal): Promise<string> {
    return taken(await this.#ofPrinter("SUPERVISION.GetState", {}, signal), "DEVICE_NOT_CONNECTED");
  }

  /** `EVENT:ACTION,ACTION` or a bare word; undefined where the service will not say. */
  async event(signal: AbortSignal): Promise<string | undefined> {
    return said(await this.#ofPrinter("SUPERVISION.GetEvent", {}, signal));
  }

  /** Rejects with `JOB_STATE` when the service does not wait for this answer. */
  async answerEvent(event: string, action: PrinterAction, signal: AbortSignal): Promise<void> {
    const answer = { action: `${event}:${action.toUpperCase()}` };
    taken(await this.#ofPrinter("SUPERVISION.SetEvent", answer, signal), "JOB_STATE");
  }

  /** A service that would rather not leaves the printer's state unknown, and may print all the same. */
  async supervise(signal: AbortSignal): Promise<void> {
    await this.#ofPrinter("SUPERVISION.AddDevice", {}, signal);
  }

  /** A question in the printer's own language; undefined where it has no answer. */
  async command(command: string, signal: AbortSignal): Promise<string | undefined> {
    return said(await this.#ofPrinter("CMD.SendCommand", { command, timeout: COMMAND_MS }, signal));
  }

  async begin(signal: AbortSignal): Promise<string> {
    return taken(await this.#ofPrinter("PRINT.Begin", {}, signal), "PRINTER_REFUSED");
  }

  async set(session: string, data: string, signal: AbortSignal): Promise<void> {
    taken(await this.#call("PRINT.Set", { session, data }, signal), "PRINTER_REFUSED");
  }

  async setSide(
    session: string,
    face: "front" | "back",
    picture: Uint8Array,
    signal: AbortSignal,
  ): Promise<void> {
    const data = `base64:${Buffer.from(picture).toString("base64")}`;
    const params = { session, face, panel: "color", data };
    taken(await this.#call("PRINT.SetBitmap", params, signal), "PRINTER_REFUSED");
  }

  /** May answer at once or when the card is out; the public texts do not say. */
  async print(session: string, onConnected: () => void, signal: AbortSignal): Promise<void> {
    const call = { onConnected, isLong: true };
    taken(await this.#call("PRINT.Print", { session }, signal, call), "PRINTER_ABORTED");
  }

  async end(session: string, signal: AbortSignal): Promise<void> {
    taken(await this.#call("PRINT.End", { session }, signal), "DEVICE_BAD_ANSWER");
  }

  #ofPrinter(method: string, params: RpcParams, signal: AbortSignal): Promise<RpcAnswer> {
    return this.#call(method, { device: this.#with.device, ...params }, signal);
  }

  async #call(method: string, params: RpcParams, signal: AbortSignal, call: Call = {}): Promise<RpcAnswer> {
    const { place, clock, callWithinMs } = this.#with;
    const { isLong = false, ...rest } = call;
    return isLong
      ? this.#ask(place, method, params, rest, signal)
      : callWithin(clock, callWithinMs, signal, (limit) => this.#ask(place, method, params, rest, limit));
  }

  async #ask(
    to: Place,
    method: string,
    params: RpcParams,
    call: Pick<Call, "onConnected">,
    signal: AbortSignal,
  ): Promise<RpcAnswer> {
    const id = String(++this.#requests);
    return readReply(await exchange({ to, body: rpcRequest(id, method, params), ...call }, signal), id);
  }
}

/** `device` of SUPERVISION.List is a family of printers. Which word means all of them is not public, so both are tried. */
const FAMILIES = ["", "Evolis"];
const NAMES_ONLY = "0";
/** As `device` takes it. */
const PRINTER_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._()#/-]{0,79}$/;

/** The names of all printers that the service knows. */
export async function listPrinters(to: Place, signal: AbortSignal): Promise<readonly string[]> {
  for (const device of FAMILIES) {
    const body = rpcRequest("1", "SUPERVISION.List", { device, level: NAMES_ONLY });
    const list = said(readReply(await exchange({ to, body }, signal), "1")) ?? "";
    // At other levels states follow the name.
    const names = list.split(";").map((entry) => (entry.split(",")[0] ?? "").trim());
    const usable = names.filter((name) => PRINTER_NAME.test(name));
    if (usable.length > 0) return [...new Set(usable)].slice(0, 20);
  }
  return [];
}

async function callWithin<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  work: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  using budget = withBudget(clock, ms, signal, () => new TitianError("DEVICE_TIMEOUT"));
  return await work(budget.signal);
}

function taken(answer: RpcAnswer, code: ErrorCode): string {
  if ("result" in answer) return answer.result;
  throw new TitianError(code, { details: { reason: "not-accepting", rpc: answer.refusal } });
}

function said(answer: RpcAnswer): string | undefined {
  return "result" in answer ? answer.result : undefined;
}
