import type { Clock } from "../kernel/clock.ts";
import { subscribe } from "../kernel/events.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import type { Config } from "./config/schema.ts";
import type { LibraryName } from "./flows/library-name.ts";
import type { PunctualityQuery } from "./flows/sla/punctuality-query.ts";
import type { StandardShelf } from "./flows/sla/standard-shelf.ts";
import { SurveyQuery } from "./flows/survey/survey-query.ts";
import { Surveys } from "./flows/survey/surveys.ts";
import { surveyHandlers } from "./handlers/survey.ts";
import { Kiosk } from "./survey/kiosk.ts";

interface Parts {
  readonly config: Pick<Config, "library" | "survey">;
  readonly store: Pick<Store, "cases" | "survey" | "events">;
  readonly hub: Pick<EventHub, "publish">;
  readonly query: PunctualityQuery;
  readonly standards: StandardShelf;
  readonly library: LibraryName;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The satisfaction survey: asked at hand-over, on the desk's screen or on a phone, and counted. */
export function surveyParts({ config, library, ...parts }: Parts) {
  const { clock, log } = parts;
  const { timeZone } = config.library;
  const surveys = new Surveys({ ...parts, isOffered: config.survey.offer, timeZone });
  const kiosk = new Kiosk({
    ...{ surveys, settings: config.survey, clock, log },
    library: () => library.last,
  });
  const query = new SurveyQuery({ ...parts, kiosk });
  const handlers = surveyHandlers({ surveys, query, kiosk, qrOf });
  return { query, handlers, services: [kiosk, surveyNews(parts)] as readonly Service[] };
}

/** Tells the console that answers were counted, from whichever screen or phone they came. */
function surveyNews({ store, hub }: Pick<Parts, "store" | "hub">): Service {
  let subscription: Disposable | undefined;
  return {
    name: "survey news",
    async start() {
      subscription = subscribe(store.events.events, "appended", ({ events }) => {
        if (events.some(({ type }) => type === "survey.counted")) hub.publish("survey.changed", {});
      });
    },
    async stop() {
      subscription?.[Symbol.dispose]();
    },
  };
}

/** The writer of codes comes with the first one. */
async function qrOf(text: string): Promise<string[]> {
  const { qrModules } = await import("../cards/rendering/qr-code.ts");
  const { pixs, modules } = qrModules(text, "M") ?? { pixs: [], modules: 0 };
  return Array.from({ length: modules }, (_, row) => pixs.slice(row * modules, (row + 1) * modules).join(""));
}
