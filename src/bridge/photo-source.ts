import type { InlisliteVersion } from "../inlislite/member.ts";
import { MysqlPhotoWriter } from "../inlislite/mysql/photo-writer.ts";
import type { MysqlOptions } from "../inlislite/mysql/pool.ts";
import type { PhotoWriter } from "../inlislite/photo-writing.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Config } from "./config/schema.ts";
import { passwordFrom } from "./inlislite-source.ts";
import { PhotoFolderOnDisk } from "./photo-folder.ts";

interface Surroundings {
  readonly inlislite: { readonly version: InlisliteVersion | undefined };
  readonly clock: Clock;
  readonly log: Logger;
}

/** Undefined where the library has not configured it, which is the rule. */
export function photoWriterFor(
  config: Config,
  { inlislite, clock, log }: Surroundings,
): PhotoWriter | undefined {
  const { direct, folder, updateBy } = config.photo;
  if (!direct || folder === undefined || updateBy === undefined) return undefined;
  return new MysqlPhotoWriter({
    server: () => photoServer(config),
    version: () => inlislite.version,
    folder: new PhotoFolderOnDisk(folder, clock),
    signed: { updateBy, terminal: `titian ${config.desk.id}` },
    ...{ clock, log },
  });
}

/** INLISLite's server as the user that may write photos. The password is read at each write. */
export async function photoServer({ inlislite, photo }: Config): Promise<MysqlOptions> {
  const { host, port, database, budgetMs } = inlislite;
  const own = photo.user === undefined ? inlislite : photo;
  const password = await passwordFrom(own.passwordFile);
  return { host, port, database, budgetMs, user: own.user ?? inlislite.user, password };
}
