import type { Clock } from "../kernel/clock.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Store } from "../store/store.ts";
import type { Config } from "./config/schema.ts";
import { Exchange } from "./exchange/exchange.ts";
import { exchangeMetrics } from "./exchange/exchange-metrics.ts";
import type { NewsParts } from "./exchange/news-to-pages.ts";
import { receivedNews } from "./exchange/received-news.ts";
import { SharedConnection } from "./exchange/shared-connection.ts";
import type { Dependencies } from "./flows/dependencies.ts";
import { DesignViews } from "./flows/design-views.ts";
import { passwordFrom } from "./inlislite-source.ts";

interface Parts extends Omit<NewsParts, "designViews"> {
  readonly config: Pick<Config, "desk" | "exchange">;
  readonly store: Store;
  readonly dependencies: Dependencies;
  readonly clock: Clock;
}

/** This desk and the library's others. Nothing runs where no shared database is configured. */
export function exchangeParts(parts: Parts) {
  const { config, store, dependencies, clock, log } = parts;
  const open = sharedDatabase(config.exchange, clock);
  const exchange =
    open &&
    new Exchange({
      ...{ store, desk: config.desk, open, everyMs: config.exchange.everyMs, clock, log },
      report: (health, code) => dependencies.report("exchange", health, code),
    });
  let news: Disposable | undefined;
  const told: Service = {
    name: "news of other desks",
    async start() {
      const designViews = new DesignViews(parts.designs, (desk) => store.counters.titleOf(desk));
      news = receivedNews({ ...parts, designViews });
    },
    async stop() {
      news?.[Symbol.dispose]();
    },
  };
  return {
    services: (exchange ? [told, exchange] : []) as readonly Service[],
    metrics: exchangeMetrics(exchange, store),
  };
}

/** The password is read at each attempt, so that a new one needs no restart. Undefined where the desk works alone. */
export function sharedDatabase(
  { host, port, database, user, passwordFile, budgetMs }: Config["exchange"],
  clock: Clock,
) {
  if (host === undefined) return undefined;
  return async (signal: AbortSignal): Promise<SharedConnection> => {
    const password = await passwordFrom(passwordFile);
    return SharedConnection.open({ host, port, database, user, password, budgetMs }, clock, signal);
  };
}

/** The configuration with every desk that has named itself in the shared log among this desk's others. */
export function withCounters(config: Config, { counters }: Pick<Store, "counters">): Config {
  const { others } = config.desk;
  const desk = {
    ...config.desk,
    // Asked each time: a desk may join while this one runs. What the configuration calls it stands first.
    get others() {
      const known = new Set(others.map(({ id }) => id));
      return [...others, ...counters.others().filter(({ id }) => !known.has(id))];
    },
  };
  return { ...config, desk };
}
