import { INLISLITE_VERSIONS, type InlisliteVersion } from "../../inlislite/member.ts";
import { grantStatements } from "../../inlislite/mysql/grants.ts";
import {
  AGE_NEED,
  CALENDAR_NEEDS,
  type Need,
  photoNeeds,
  readingNeeds,
  STATISTICS_NEEDS,
} from "../../inlislite/mysql/needs.ts";
import type { Config } from "../config/schema.ts";

interface Wishes {
  /** The desk as the database server sees it. */
  readonly host: string;
  readonly withPhotos: boolean;
  /** Whether cards of this library differ for members under 17. */
  readonly withAge: boolean;
  /** Whether the library takes INLISLite's holidays and opening hours over. */
  readonly withCalendar: boolean;
  /** Whether the library reports its members by sex and age. */
  readonly withStatistics: boolean;
}

/** For the configured version, or for both while nobody has said which it is. */
export function grantLines(
  { inlislite, photo }: Config,
  { host, withPhotos, withAge, withCalendar, withStatistics }: Wishes,
): readonly string[] {
  const versions = inlislite.version ? [inlislite.version] : INLISLITE_VERSIONS;
  const { database, user } = inlislite;
  const writer = photo.user ?? user;
  const reading = (version: InlisliteVersion): readonly string[] =>
    grantStatements({ version, database, user, host, needs: readingNeeds(version) });
  const writing = (version: InlisliteVersion): readonly string[] =>
    grantStatements({ version, database, user: writer, host, needs: photoNeeds(version) });
  return versions.flatMap((version) => [
    `-- INLISLite ${version}`,
    ...reading(version),
    ...(withAge
      ? [
          `-- INLISLite ${version}: whether a member is under 17 (yes or no, never the date)`,
          ...grantStatements({ version, database, user, host, needs: [AGE_NEED] }),
        ]
      : []),
    ...(withCalendar
      ? [
          `-- INLISLite ${version}: its holidays and opening hours, where it has them`,
          ...grantStatements({ version, database, user, host, needs: calendarNeeds(version) }),
        ]
      : []),
    ...(withStatistics
      ? [
          `-- INLISLite ${version}: members counted by sex and age band (numbers only, never a date)`,
          ...grantStatements({ version, database, user, host, needs: STATISTICS_NEEDS }),
        ]
      : []),
    ...(withPhotos
      ? [`-- INLISLite ${version}: photos written directly (photo.direct)`, ...writing(version)]
      : []),
  ]);
}

/** Only 3.3 can switch a holiday off. */
const calendarNeeds = (version: InlisliteVersion): readonly Need[] =>
  CALENDAR_NEEDS.filter(({ column }) => version === "3.3" || column !== "active");
