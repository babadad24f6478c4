import type { Clock } from "../kernel/clock.ts";
import { subscribe } from "../kernel/events.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Logger } from "../kernel/log.ts";
import type { OperatorRecord } from "../store/operator-store.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import type { Config } from "./config/schema.ts";
import type { Scans } from "./flows/scans.ts";
import { operatorHandlers } from "./handlers/operators.ts";
import type { ActingOperator } from "./operators/acting.ts";
import { DeskOperators } from "./operators/desk-operators.ts";
import { OperatorGate } from "./operators/gate.ts";
import { idleSignOut } from "./operators/idle-sign-out.ts";
import { OperatorAccounts } from "./operators/operator-accounts.ts";
import { PinCheck } from "./operators/pin-check.ts";
import type { PinCost } from "./operators/pin-hash.ts";
import { isLocked } from "./operators/pin-lock.ts";
import type { OperatorView } from "./protocol/operator-shapes.ts";

interface Parts {
  readonly config: Pick<Config, "operators">;
  readonly store: Store;
  readonly acting: ActingOperator;
  readonly hub: EventHub;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pinCost?: PinCost | undefined;
}

/** Who works at this desk: PINs, roles, and the gate that every command passes. */
export function operatorParts({ config, store, acting, hub, clock, log, pinCost }: Parts) {
  const pins = new PinCheck({ store: store.operators, clock, log, ...(pinCost && { pinCost }) });
  const accounts = new OperatorAccounts({ store: store.operators, pins, clock });
  const operators = new DeskOperators({ store: store.operators, clock });
  const list = () => ({ operators: store.operators.all().map((one) => viewOf(one, clock.now())) });
  const { idleMinutes, longestHours } = config.operators;
  const gate = new OperatorGate(operators, acting);
  hub.heed(gate);
  return {
    gate,
    /** The desk's own scanners work for whoever is signed in; a desk that waits for a PIN, or admits no page yet, follows no scan. */
    scansOf: (scans: Pick<Scans, "heard">, holdsBack: () => boolean): Pick<Scans, "heard"> => ({
      heard(text, device) {
        if (operators.isLocked || holdsBack()) return;
        operators.touch();
        gate.within({}, () => scans.heard(text, device));
      },
    }),
    /** As whoever is signed in calls themselves. */
    nameNow: () => operators.signedIn?.name,
    handlers: operatorHandlers({ operators, accounts, pins, list }),
    services: [
      operatorNews({ operators, store, hub, list }),
      idleSignOut({ ...{ store, operators, idleMinutes, longestHours, clock, log } }),
    ] as readonly Service[],
  };
}

function viewOf(record: OperatorRecord, now: Date): OperatorView {
  const { operator, name, role, isActive, lockedUntil, signedInAt } = record;
  return {
    ...{ operator, name, role, isActive },
    lockedUntil: isLocked(record, now) ? (lockedUntil?.toISOString() ?? null) : null,
    signedInAt: signedInAt?.toISOString() ?? null,
  };
}

interface News {
  readonly operators: DeskOperators;
  readonly store: Store;
  readonly hub: EventHub;
  readonly list: () => { operators: OperatorView[] };
}

/** Tells the pages who is signed in, and the console who there is. */
function operatorNews({ operators, store, hub, list }: News): Service {
  let subscriptions: readonly Disposable[] = [];
  return {
    name: "operators",
    async start() {
      subscriptions = [
        subscribe(operators.events, "changed", () => hub.publish("operator.changed", operators.view)),
        subscribe(store.events.events, "appended", ({ events }) => {
          const types = events.map(({ type }) => type).filter((type) => type.startsWith("operator."));
          if (types.length > 0) hub.publish("operators.changed", list());
          // The first one ends the time without PINs, and whoever is signed in may be called otherwise now.
          if (types.some((type) => type === "operator.created" || type === "operator.changed"))
            hub.publish("operator.changed", operators.view);
        }),
      ];
    },
    async stop() {
      operators.leave("stopped");
      for (const subscription of subscriptions) subscription[Symbol.dispose]();
      subscriptions = [];
    },
  };
}
