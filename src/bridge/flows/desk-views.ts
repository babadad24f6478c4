import type { InlisliteVersion } from "../../inlislite/member.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Store } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import type { OtherDesk } from "../protocol/intake-shapes.ts";
import type { DeskView } from "../protocol/shapes.ts";
import type { CaseViews } from "./case-views.ts";
import type { Dependencies as DependencyStates } from "./dependencies.ts";
import type { DeviceViews } from "./device-views.ts";
import type { LibraryName } from "./library-name.ts";
import type { MemberDirectory } from "./member-directory.ts";
import type { SiteCalendar } from "./sla/site-calendar.ts";

/** A page that opens must not wait longer than this for names it can show later, ms. */
const NAMES_WITHIN_MS = 2_000;

interface Parts {
  readonly config: Config;
  readonly inlislite: { readonly version: InlisliteVersion | undefined };
  readonly library: LibraryName;
  readonly members: MemberDirectory;
  readonly store: Pick<Store, "cases">;
  readonly cases: CaseViews;
  readonly devices: DeviceViews;
  readonly calendar: Pick<SiteCalendar, "missingYear">;
  readonly dependencies: DependencyStates;
  readonly clock: Clock;
  readonly isFirstRun: boolean;
  /** Where INLISLite is shown through this daemon. */
  readonly proxyAddress: () => string | undefined;
}

/** Everything a page needs when it opens. */
export class DeskViews {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async refreshed(signal: AbortSignal): Promise<DeskView> {
    const { config, inlislite, library, cases, devices, dependencies, clock, proxyAddress } = this.#parts;
    const budget = AbortSignal.any([signal, AbortSignal.timeout(NAMES_WITHIN_MS)]);
    const [libraryName] = await Promise.all([library.refreshed(budget), this.#readMembers(budget)]);
    return {
      desk: config.desk.id,
      deskTitle: config.desk.title,
      otherDesks: otherDesks(config),
      library: libraryName,
      timeZone: config.library.timeZone,
      inlisliteVersion: inlislite.version ?? null,
      standard: config.library.standard,
      missingHolidayYear: this.#parts.calendar.missingYear() ?? null,
      proxyAddress: proxyAddress() ?? null,
      isSimulated: config.simulation.enabled,
      ...(this.#parts.isFirstRun && { isFirstRun: true }),
      isPhotoDirect: config.photo.direct,
      serverTime: clock.now().toISOString(),
      dependencies: dependencies.all(),
      devices: devices.all(),
      cases: cases.open(),
    };
  }

  async #readMembers(signal: AbortSignal): Promise<void> {
    const { members, store } = this.#parts;
    const unknown = store.cases.open().flatMap(({ memberId, memberKey }) => {
      if (memberId === undefined || memberKey === undefined) return [];
      const ref = { memberId, memberKey };
      return members.known(ref) ? [] : [ref];
    });
    await Promise.all(unknown.map((ref) => members.refresh(ref, signal)));
  }
}

/** To whom a case may be handed on from here. */
export const otherDesks = ({ desk }: Pick<Config, "desk">): OtherDesk[] =>
  desk.others.map(({ id, title }) => ({ desk: id, title }));
