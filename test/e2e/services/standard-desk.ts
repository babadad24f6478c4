import { ConsoleDesk } from "../console-desk.ts";

/** A desk of that standard on a Thursday, 09.12 in WIB, which finishes no cards. Time passes only where the test says so. */
export const deskOfStandard = (standard: string): Promise<ConsoleDesk> =>
  ConsoleDesk.open({
    standsStill: true,
    start: new Date("2026-02-05T02:12:00Z"),
    config: (demo) => ({
      ...demo,
      library: { ...demo.library, standard },
      cards: { ...demo.cards, route: [] },
    }),
  });
