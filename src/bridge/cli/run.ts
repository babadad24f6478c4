import { drivers } from "../../../drivers/index.ts";
import { ConfigError } from "../../kernel/schema.ts";
import { openLog } from "../logging.ts";
import { SignsOfLife } from "../notify.ts";
import { VERSION } from "../release.ts";
import { SystemClock } from "../system-clock.ts";
import { type Launched, placesToldBy } from "../updates/launched.ts";
import { giveStartBack, hasToProveItself } from "../updates/probation.ts";
import { settleSwitch } from "../updates/settle.ts";
import { isOnTrial } from "../updates/trial.ts";
import type { ConfigWishes } from "./argv-words.ts";
import { staysClosed } from "./closed-desk.ts";
import { startDaemon, untilAskedToStop } from "./daemon.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { firstRun, isConfigured } from "./first-run.ts";
import { configFileOf, openConfig } from "./open-config.ts";

const START_WITHIN_MS = 60_000;
/** A large store that has to be brought back is copied and checked. */
const SETTLE_WITHIN_MS = 10 * 60_000;

/** Serves this desk until it is told to stop, or until another version is to begin. */
export async function run(wishes: ConfigWishes): Promise<ExitCode> {
  let code: ExitCode | "again" = "again";
  while (code === "again")
    code = isConfigured(wishes) ? await serveOrFallBack(wishes) : await firstRun(wishes);
  return code;
}

async function serveOrFallBack(wishes: ConfigWishes): Promise<ExitCode | "again"> {
  try {
    return await serve(wishes);
  } catch (error) {
    const places = placesToldBy(process.env);
    if (!(error instanceof ConfigError && places)) throw error;
    // Exit code 64 would tell the service manager to give up; the version before takes this configuration.
    if (isOnTrial(places.versions, VERSION))
      throw new Error(`this version does not take the desk's configuration: ${error.message}`);
    // Whoever writes settings may need more than one try.
    giveStartBack(places.versions, VERSION);
    throw error;
  }
}

async function serve(wishes: ConfigWishes): Promise<ExitCode | "again"> {
  const config = openConfig(wishes, drivers);
  const clock = new SystemClock();
  const opened = openLog(config.log, { alsoToStdout: true });
  const { log } = opened;
  const places = placesToldBy(process.env);
  const signs = new SignsOfLife({ environment: process.env, clock, log });
  try {
    const settled =
      places &&
      (await settleSwitch(
        {
          ...{ versions: places.versions, running: VERSION, at: clock.now(), log },
          ...{ store: config.store.folder, desk: config.desk.id },
          takesLonger: () => signs.takesLonger(SETTLE_WITHIN_MS),
        },
        AbortSignal.timeout(SETTLE_WITHIN_MS),
      ));
    if (settled === "forward") return EXIT.restart;
    const other = anotherVersion();
    const launched: Launched | undefined = places && { places, leftBehind: settled, restart: other.begin };
    const again = Promise.withResolvers<"again">();
    const setup = {
      ...{ file: configFileOf(wishes.config), isFirstRun: false },
      // A service manager sees one start for each READY, so under one the process begins anew too.
      restart: () => (places ? other.begin() : again.resolve("again")),
    };
    const start = { config, clock, log, checksResults: false, launched, setup };
    const daemon = await startDaemon(start, AbortSignal.timeout(START_WITHIN_MS));
    const code = await Promise.race([
      untilAskedToStop().then(() => EXIT.stopped),
      other.begun,
      again.promise,
    ]);
    await daemon.stop();
    if (places) giveStartBack(places.versions, VERSION);
    return code;
  } catch (error) {
    // The version before takes the desk sooner than anybody could restore a backup.
    if (places && hasToProveItself(places.versions, VERSION)) throw error;
    const asked = new AbortController();
    void untilAskedToStop().then(() => asked.abort());
    const complain = (line: string): void => void process.stderr.write(`${line}\n`);
    return await staysClosed(error, { config, clock, log, complain, asked: asked.signal });
  } finally {
    await opened.close();
  }
}

/** Resolves to how the process ends when the daemon makes room for another version. */
function anotherVersion(): { readonly begin: () => void; readonly begun: Promise<ExitCode> } {
  let begin = (): void => undefined;
  const begun = new Promise<ExitCode>((resolve) => {
    begin = () => resolve(EXIT.restart);
  });
  return { begin, begun };
}
