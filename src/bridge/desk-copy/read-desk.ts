import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Clock } from "../../kernel/clock.ts";
import { CalendarStore } from "../../store/calendar-store.ts";
import { ComplaintStore } from "../../store/complaint-store.ts";
import { ContentFiles } from "../../store/content-files.ts";
import { openDatabase, type StoreDatabase } from "../../store/database.ts";
import { DesignStore } from "../../store/design-store.ts";
import { DeviceSettingsStore } from "../../store/device-settings.ts";
import { EventLog } from "../../store/event-log.ts";
import { OperatorStore } from "../../store/operator-store.ts";
import { Projector } from "../../store/projector.ts";
import { StandardStore } from "../../store/standard-store.ts";
import { DATABASE } from "../../store/store-files.ts";
import { openSource } from "../cli/open-source.ts";
import type { Config } from "../config/schema.ts";
import { SILENT } from "../logging.ts";
import type { Contents, CopiedDevice, DeskCopy } from "./contents.ts";
import { secretSections, withoutOwn } from "./copied-settings.ts";
import { modelOf } from "./device-model.ts";
import { publishedIn } from "./take-standards.ts";

interface Wishes {
  readonly config: Config;
  /** This desk's titian.toml. */
  readonly file: string;
  readonly withPasswords: boolean;
  readonly withOperators: boolean;
  readonly titian: string;
  readonly clock: Clock;
}

type Decided = Omit<Contents, "passwords">;
type Documents = ReadonlyMap<string, Uint8Array>;

const NOTHING: Decided = {
  ...{ designs: [], choices: null, standards: [], withdrawn: [], calendar: null, judging: null },
  ...{ complaintLimit: null, devices: [], operators: [] },
};

/**
 * This desk as another can take it over, also while its daemon runs. Throws `DESIGN_FILE_…` or `STANDARD_FILE_…` where one of the
 * library's documents is lost: a copy without it would look whole.
 */
export async function readDesk(wishes: Wishes, signal: AbortSignal): Promise<DeskCopy> {
  const { config, file, withPasswords, withOperators, titian, clock } = wishes;
  const text = readFileSync(file, "utf8");
  const { decided, documents } = await decidedAt(config, clock, signal);
  const passwords = secretSections(text).map((section) => ({
    section,
    password: withPasswords ? passwordOf(config, section) : null,
  }));
  return {
    about: { titian, at: clock.now(), desk: { id: config.desk.id, title: config.desk.title } },
    settings: withoutOwn(text),
    contents: { ...decided, operators: withOperators ? decided.operators : [], passwords },
    documents,
  };
}

function passwordOf(config: Config, section: string): string | null {
  const { passwordFile } = config[section as keyof Config] as { readonly passwordFile?: string };
  try {
    return passwordFile === undefined ? null : (readFileSync(passwordFile, "utf8").split(/\r?\n/)[0] ?? "");
  } catch {
    // The desk that it is copied from has none either; the new one is told to set it.
    return null;
  }
}

/** None before the first start. Read from a copy of the database, so that nothing of the desk waits for it. */
async function decidedAt(
  config: Config,
  clock: Clock,
  signal: AbortSignal,
): Promise<{ readonly decided: Decided; readonly documents: Documents }> {
  const { folder } = config.store;
  if (!existsSync(path.join(folder, DATABASE))) return { decided: NOTHING, documents: new Map() };
  const scratch = mkdtempSync(path.join(os.tmpdir(), "titian-copy-"));
  try {
    using source = openSource(folder);
    await source.snapshot(path.join(scratch, DATABASE), signal);
    using db = openDatabase({ folder: scratch });
    const decided = decidedIn(db, config, clock);
    return { decided, documents: documentsOf(folder, decided) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function decidedIn(db: StoreDatabase, config: Config, clock: Clock): Decided {
  const { id: desk, letter } = config.desk;
  const events = new EventLog({ db, desk, clock, log: SILENT, projector: new Projector(db) });
  const designs = new DesignStore(db, events, desk);
  const standards = new StandardStore(db, events, desk).all();
  const calendar = new CalendarStore(db, events, desk);
  const limitDays = new ComplaintStore(db, events, { desk, letter }).limitDays();
  const operators = new OperatorStore(db, events, desk);
  return {
    // A draft is somebody's unfinished work; a withdrawn design is nobody's.
    designs: designs.all().flatMap(({ name, versions, approved, isWithdrawn }) => {
      const version = isWithdrawn ? undefined : versions.find((one) => one.version === approved);
      return version
        ? [{ name, version: version.version, title: version.title, sha256: version.sha256 }]
        : [];
    }),
    choices: structuredClone(designs.choices() ?? null) as Decided["choices"],
    standards: publishedIn(standards),
    withdrawn: standards.filter(({ isWithdrawn }) => isWithdrawn).map(({ id }) => id),
    ...{ calendar: calendar.calendar() ?? null, judging: calendar.judging() ?? null },
    complaintLimit: limitDays === null ? null : { limitDays },
    devices: devicesIn(new DeviceSettingsStore(db, events, desk), config),
    operators: operators.all().flatMap(({ operator, name, role, isActive }) => {
      const pinHash = isActive ? operators.pinHashOf(operator) : undefined;
      return pinHash === undefined ? [] : [{ name, role, pinHash }];
    }),
  };
}

function devicesIn(store: DeviceSettingsStore, config: Config): CopiedDevice[] {
  const settings = store.settings();
  const routes = [...store.routes()];
  const entries = [
    ...config.devices.map((entry) => ({ ...entry, isConfigured: true })),
    ...store.adopted().map((entry) => ({ ...entry, isConfigured: false })),
  ];
  return entries.map(({ id, driver, options, isConfigured }) => {
    const setting = [...settings].find(([device]) => device === id)?.[1];
    return {
      ...{ id, driver, isConfigured, model: modelOf(options ?? {}) },
      ...{ title: setting?.title ?? null, isOn: setting?.isOn ?? true },
      purposes: routes.filter(([, device]) => device === id).map(([purpose]) => purpose),
    };
  });
}

function documentsOf(folder: string, { designs, standards }: Decided): Documents {
  const designFiles = new ContentFiles(path.join(folder, "designs"), {
    ...{ missing: "DESIGN_FILE_MISSING", damaged: "DESIGN_FILE_DAMAGED" },
  });
  const standardFiles = new ContentFiles(path.join(folder, "standards"), {
    ...{ missing: "STANDARD_FILE_MISSING", damaged: "STANDARD_FILE_DAMAGED" },
  });
  return new Map([
    ...designs.map(({ sha256 }) => [sha256, designFiles.get(sha256)] as const),
    ...standards.map(({ sha256 }) => [sha256, standardFiles.get(sha256)] as const),
  ]);
}
