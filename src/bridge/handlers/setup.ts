import type { DriverManifest } from "../../devices/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Store } from "../../store/store.ts";
import type { Finding } from "../cli/checks/check.ts";
import { doctorUrl } from "../cli/doctor-url.ts";
import type { Config } from "../config/schema.ts";
import type { Handlers } from "../dispatch.ts";
import type { FindingView, SETUP_COMMANDS, SetupView } from "../protocol/setup-commands.ts";
import { assertMayUseKept } from "../setup/kept-password.ts";
import { isWritable, type SetupPlace } from "../setup/setup-place.ts";
import { tryDatabase } from "../setup/try-database.ts";
import { writeSetup } from "../setup/write-setup.ts";

interface Dependencies {
  readonly config: Config;
  readonly place: SetupPlace;
  readonly store: Pick<Store, "jobs">;
  readonly drivers: readonly DriverManifest[];
  readonly clock: Clock;
  readonly log: Logger;
}

export function setupHandlers(dependencies: Dependencies): Pick<Handlers, keyof typeof SETUP_COMMANDS> {
  const { config, place, store, drivers, log } = dependencies;
  return {
    async "setup.get"() {
      return setupView(config, place);
    },
    async "setup.tryDatabase"(typed, { session, signal }) {
      const { findings, grants } = await tryDatabase(dependencies, typed, session.language, signal);
      return { findings: findings.map(viewOf), grants: [...grants] };
    },
    async "setup.lookAtSite"({ url }, { session, signal }) {
      const { findings, site, ways } = await doctorUrl(
        new URL(url),
        { config, language: session.language },
        signal,
      );
      const isSeen = !("notSeen" in site);
      return { findings: findings.map(viewOf), isSeen, recommended: ways.recommended };
    },
    async "setup.write"(answers, context) {
      if (place.file === undefined) throw new TitianError("SETUP_NOT_WRITABLE");
      if (store.jobs.unfinished().some(({ state }) => state === "spooling"))
        throw new TitianError("SETUP_BUSY");
      assertMayUseKept(config.inlislite, answers.inlislite);
      // First, so that the desk never begins under a standard that it does not have.
      place.keep?.(answers.desk.id);
      writeSetup(place.file, answers, drivers);
      log.info("configuration written at the console; beginning anew");
      context.afterReply(() => place.restart());
      return {};
    },
  };
}

function setupView({ desk, library, inlislite, proxy }: Config, { file, isFirstRun }: SetupPlace): SetupView {
  const { host, port, database, user, passwordFile } = inlislite;
  return {
    isFirstRun,
    canWrite: file !== undefined && isWritable(file),
    hasPassword: passwordFile !== undefined,
    desk: { id: desk.id, title: desk.title },
    library: { timeZone: library.timeZone, standard: library.standard },
    inlislite: { host, port, database, user },
    proxy: { enabled: proxy.enabled, url: proxy.url ?? null },
  };
}

const viewOf = ({ check, outcome, what, mend }: Finding): FindingView => ({
  ...{ check, outcome, what: what.slice(0, 1000) },
  mend: mend?.slice(0, 1000) ?? null,
});
