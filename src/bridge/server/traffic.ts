import type { TitianError } from "../../kernel/errors.ts";
import type { CommandName } from "../protocol/commands.ts";

export interface CommandTraffic {
  answered: number;
  failed: number;
  totalMs: number;
}

/** Plain numbers on the hot path; they become Prometheus metrics only when somebody asks. */
export class Traffic {
  readonly commands = new Map<CommandName, CommandTraffic>();
  readonly errors = new Map<string, number>();
  readonly denied = new Map<string, number>();

  /** A `Tally` for the dispatcher. */
  readonly count = (command: CommandName, tookMs: number, error: TitianError | undefined): void => {
    const known = this.commands.get(command);
    const traffic = known ?? { answered: 0, failed: 0, totalMs: 0 };
    if (!known) this.commands.set(command, traffic);
    traffic.totalMs += tookMs;
    if (error) traffic.failed += 1;
    else traffic.answered += 1;
    if (error) this.errors.set(error.code, (this.errors.get(error.code) ?? 0) + 1);
  };

  readonly deny = (reason: string): void => {
    this.denied.set(reason, (this.denied.get(reason) ?? 0) + 1);
  };
}
