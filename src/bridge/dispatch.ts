import type { Clock } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";
import type { Logger } from "../kernel/log.ts";
import { isFor } from "./audience.ts";
import { type Deadline, Deadlines } from "./deadlines.ts";
import type { Frames } from "./frames.ts";
import { type Gate, OPEN_GATE } from "./operators/gate.ts";
import {
  COMMANDS,
  type CommandName,
  type CommandSpec,
  type Params,
  type Result,
} from "./protocol/commands.ts";
import type { Screen } from "./protocol/screens.ts";
import { COMMAND_CHECKS } from "./validators.ts";

/** What a handler may know of the socket that asks. */
export interface SessionInfo {
  readonly id: string;
  /** Scheme, host and port of the page, as the browser said. */
  readonly origin: string;
  readonly isConsole: boolean;
  /** An unattended page of the daemon's own, with next to no rights. */
  readonly screen?: Screen;
  readonly language: "id" | "en";
  /** Pictures beside the JSON: sent to the page, or sent by it. */
  readonly frames: Pick<Frames, "hold" | "send" | "take" | "pull">;
  /** Aborts when the socket is gone. */
  readonly closed: AbortSignal;
}

export interface RequestContext {
  readonly session: SessionInfo;
  /** Aborts on cancel, at the deadline, and when the socket is gone. */
  readonly signal: AbortSignal;
  /** Runs once the answer is on its way, so that what follows cannot overtake it. */
  afterReply(work: () => void): void;
}

export type Handler<C extends CommandName> = (
  params: Params<C>,
  context: RequestContext,
) => Promise<Result<C>>;

/** A command without a handler, or a handler without a command, does not compile. */
export type Handlers = { readonly [C in CommandName]: Handler<C> };

export interface Request {
  readonly command: string;
  readonly params: unknown;
  readonly withinMs?: number;
}

/** Exactly one of the two is called, once. */
export interface Reply {
  result(value: unknown): void;
  failure(error: TitianError): void;
}

/** Told of every answer, for /metrics. */
export type Tally = (command: CommandName, tookMs: number, error: TitianError | undefined) => void;

interface Dependencies {
  readonly handlers: Handlers;
  readonly clock: Clock;
  readonly log: Logger;
  readonly isReady: () => boolean;
  readonly tally: Tally;
  /** Who may ask for what; left out, everybody may. */
  readonly gate?: Gate;
  /** True in tests and development: a result that leaves its schema is a fault, not an answer. */
  readonly checksResults: boolean;
}

/** About the wire itself: they need no device, no database and no store. */
const WHILE_STARTING: readonly CommandName[] = ["system.ping", "events.resume"];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

/** Takes a request from a stranger to its handler, and whatever comes out back to the one who asked. */
export class Dispatcher {
  readonly #deps: Dependencies;
  readonly #deadlines: Deadlines;
  readonly #gate: Gate;
  /** When the requests of this turn of the event loop arrived: all at once, so the clock is asked once. */
  #arrivedMs: number | undefined;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
    this.#gate = dependencies.gate ?? OPEN_GATE;
    this.#deadlines = new Deadlines(dependencies.clock);
  }

  /** Undefined when the request was refused before any work began. */
  start(request: Request, session: SessionInfo, reply: Reply): Call | undefined {
    try {
      const { command, params } = this.#checked(request, session);
      const call = new Call(command, session, reply, this.#deps, this.#deadlines, this.#arrival());
      const handler = this.#deps.handlers[command] as Handler<CommandName>;
      void this.#gate.within(session, () => call.run(handler, params, request.withinMs));
      return call;
    } catch (error) {
      reply.failure(TitianError.from(error));
      return undefined;
    }
  }

  close(): void {
    this.#deadlines.close();
  }

  #arrival(): number {
    if (this.#arrivedMs === undefined) {
      this.#arrivedMs = this.#deps.clock.monotonicMs();
      setImmediate(() => {
        this.#arrivedMs = undefined;
      });
    }
    return this.#arrivedMs;
  }

  #checked(request: Request, session: SessionInfo): { command: CommandName; params: Params<CommandName> } {
    const { command } = request;
    if (!isCommandName(command))
      throw new TitianError("UNKNOWN_COMMAND", { details: { command: command.slice(0, 64) } });

    const spec: CommandSpec = COMMANDS[command];
    if (!isFor(spec, session)) throw new TitianError("CONSOLE_ONLY", { details: { command } });
    if (!this.#deps.isReady() && !WHILE_STARTING.includes(command)) throw new TitianError("STARTING");
    this.#gate.admit(command, session);

    const checks = COMMAND_CHECKS[command];
    const params = checks.fill ? checks.fill(request.params) : request.params;
    const at = checks.params(params);
    if (at) throw new TitianError("BAD_REQUEST", { details: { command, at } });
    return { command, params: params as Params<CommandName> };
  }
}

/** One request on its way: it ends by result, failure, deadline or cancel, whichever is first, and only once. */
export class Call implements RequestContext, Deadline {
  readonly session: SessionInfo;
  readonly #command: CommandName;
  readonly #reply: Reply;
  readonly #deps: Dependencies;
  readonly #deadlines: Deadlines;
  readonly #startMs: number;
  #controller: AbortController | undefined;
  #afterReply: (() => void)[] | undefined;
  #isOver = false;
  atMs = 0;

  constructor(
    command: CommandName,
    session: SessionInfo,
    reply: Reply,
    dependencies: Dependencies,
    deadlines: Deadlines,
    startMs: number,
  ) {
    this.#command = command;
    this.session = session;
    this.#reply = reply;
    this.#deps = dependencies;
    this.#deadlines = deadlines;
    this.#startMs = startMs;
  }

  /** Made on demand: most handlers answer from memory and never look. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    return this.#controller.signal;
  }

  afterReply(work: () => void): void {
    this.#afterReply ??= [];
    this.#afterReply.push(work);
  }

  async run(
    handler: Handler<CommandName>,
    params: Params<CommandName>,
    withinMs = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    this.atMs = this.#startMs + Math.min(withinMs, COMMANDS[this.#command].deadlineMs);
    this.#deadlines.add(this);
    try {
      this.#succeed(await handler(params, this));
    } catch (error) {
      this.#fail(TitianError.from(error));
    }
  }

  cancel(): void {
    this.#giveUp(new TitianError("CANCELLED"));
  }

  expire(): void {
    this.#giveUp(new TitianError("DEADLINE_EXCEEDED", { details: { command: this.#command } }));
  }

  #giveUp(error: TitianError): void {
    if (this.#isOver) return;
    this.#fail(error);
    this.#controller ??= new AbortController();
    this.#controller.abort(error);
  }

  #succeed(result: unknown): void {
    if (this.#isOver) return;
    const at = this.#deps.checksResults ? COMMAND_CHECKS[this.#command].result(result) : undefined;
    if (at) throw new Error(`the result of ${this.#command} leaves its schema at ${at}`);
    this.#reply.result(result);
    this.#end(undefined);
    for (const work of this.#afterReply ?? []) work();
  }

  #fail(error: TitianError): void {
    if (this.#isOver) return;
    this.#end(error);
    this.#reply.failure(error);
  }

  #end(error: TitianError | undefined): void {
    this.#isOver = true;
    this.#deadlines.remove(this);
    const tookMs = this.#deps.clock.monotonicMs() - this.#startMs;
    this.#deps.tally(this.#command, tookMs, error);
    if (error) this.#tell(error, tookMs);
  }

  #tell(error: TitianError, tookMs: number): void {
    const fields = { session: this.session.id, command: this.#command, code: error.code, tookMs };
    if (error.code === "INTERNAL") this.#deps.log.error("request failed", { ...fields, error: error.cause });
    else this.#deps.log.debug("request failed", fields);
  }
}
