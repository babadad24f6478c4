import type { Standard } from "../../../sla/standard.ts";
import type { Store } from "../../../store/store.ts";
import type { ComplaintOffer } from "../../protocol/complaint-shapes.ts";
import type { SiteCalendar } from "../sla/site-calendar.ts";
import type { StandardShelf } from "../sla/standard-shelf.ts";

/** The schema's own bounds. */
const MOST = { standards: 200, contacts: 40 } as const;
const LONGEST = { title: 300, type: 40, value: 300 } as const;

interface Dependencies {
  readonly store: Pick<Store, "complaints">;
  readonly standards: Pick<StandardShelf, "all">;
  readonly calendar: Pick<SiteCalendar, "judgingOf">;
  /** The id of the standard that an intake starts with. */
  readonly standard: string;
  readonly keepDays: number;
}

/** What an intake starts from: where each standard says that people may complain, and the library's own limit. */
export class ComplaintOffers {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  offer(): ComplaintOffer {
    const { store, standards, calendar, standard, keepDays } = this.#deps;
    const all = standards.all();
    const own = all.find(({ id }) => id === standard);
    return {
      standards: all.slice(0, MOST.standards).map(offered),
      ...{ standard, keepDays, limitDays: store.complaints.limitDays() },
      hasHours: own !== undefined && calendar.judgingOf(own).calendar !== undefined,
    };
  }
}

function offered({ id, service, institution, complaints }: Standard): ComplaintOffer["standards"][number] {
  return {
    id,
    title: service.title.slice(0, LONGEST.title),
    institution: institution.name.slice(0, LONGEST.title),
    contacts: complaints.channels.slice(0, MOST.contacts).map(({ type, value }) => ({
      type: type.slice(0, LONGEST.type),
      value: value?.slice(0, LONGEST.value) ?? null,
    })),
    steps: complaints.procedure?.steps.length ?? 0,
  };
}
