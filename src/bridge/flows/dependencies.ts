import { EventEmitter } from "node:events";
import type { HealthLevel } from "../../devices/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { ErrorCode } from "../../kernel/errors.ts";
import type { DependencyView } from "../protocol/shapes.ts";

type Name = DependencyView["name"];

interface Standing {
  readonly health: HealthLevel;
  readonly code: ErrorCode | undefined;
  readonly since: Date;
}

/** What Titian leans on: INLISLite, its own disk, the clock. Each says how it is, and pages hear when that changes. */
export class Dependencies {
  readonly events = new EventEmitter<{ changed: [DependencyView] }>();
  readonly #clock: Clock;
  readonly #standing = new Map<Name, Standing>();

  constructor(clock: Clock) {
    this.#clock = clock;
    const since = clock.now();
    // Nothing is known of INLISLite until it has answered or failed to.
    this.#standing.set("inlislite", { health: "degraded", code: undefined, since });
    this.#standing.set("store", { health: "ok", code: undefined, since });
    this.#standing.set("clock", { health: "ok", code: undefined, since });
  }

  report(name: Name, health: HealthLevel, code?: ErrorCode): void {
    const before = this.#standing.get(name);
    if (before?.health === health && before.code === code) return;
    const standing = { health, code, since: this.#clock.now() };
    this.#standing.set(name, standing);
    this.events.emit("changed", view(name, standing));
  }

  all(): DependencyView[] {
    return [...this.#standing].map(([name, standing]) => view(name, standing));
  }
}

const view = (name: Name, { health, code, since }: Standing): DependencyView => ({
  name,
  health,
  code: code ?? null,
  since: since.toISOString(),
});
