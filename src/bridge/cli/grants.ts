import { INLISLITE_VERSIONS, type InlisliteVersion } from "../../inlislite/member.ts";
import { grantStatements } from "../../inlislite/mysql/grants.ts";
import { photoNeeds, readingNeeds } from "../../inlislite/mysql/needs.ts";
import type { Config } from "../config/schema.ts";

interface Wishes {
  /** The desk as the database server sees it. */
  readonly host: string;
  readonly withPhotos: boolean;
}

/** For the configured version, or for both while nobody has said which it is. */
export function grantLines({ inlislite, photo }: Config, { host, withPhotos }: Wishes): readonly string[] {
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
    ...(withPhotos
      ? [`-- INLISLite ${version}: photos written directly (photo.direct)`, ...writing(version)]
      : []),
  ]);
}
