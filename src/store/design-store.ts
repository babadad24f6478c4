import type { StatementSync } from "node:sqlite";
import type { DesignChoices } from "../cards/design-choices.ts";
import type { DesignRecord, DesignRecords, DesignVersion, KeptDesign } from "../cards/design-records.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventLog } from "./event-log.ts";

interface StateRow {
  readonly name: string;
  readonly approved: number | null;
  readonly is_withdrawn: number;
  readonly updated_at: number;
}

interface VersionRow {
  readonly name: string;
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly saved_at: number;
}

/** This desk's designs, as the log knows them. */
export class DesignStore implements DesignRecords {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  readonly #states: StatementSync;
  readonly #versions: StatementSync;
  readonly #choices: StatementSync;
  readonly #kept: StatementSync;

  constructor(db: StoreDatabase, events: EventLog, desk: string) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#states = db.prepare("SELECT * FROM design_states WHERE desk = ? ORDER BY name");
    this.#versions = db.prepare("SELECT * FROM design_versions WHERE desk = ? ORDER BY name, version");
    this.#choices = db.prepare("SELECT choices FROM design_choices WHERE desk = ?");
    this.#kept = db.prepare("SELECT name, version, sha256 FROM kept_designs WHERE desk = ?");
  }

  all(): readonly DesignRecord[] {
    const states = this.#db.coded(() => this.#states.all(this.#desk)) as unknown as readonly StateRow[];
    const rows = this.#db.coded(() => this.#versions.all(this.#desk)) as unknown as readonly VersionRow[];
    return states.map(({ name, approved, is_withdrawn, updated_at }) => ({
      name,
      versions: rows.filter((row) => row.name === name).map(toVersion),
      approved: approved ?? undefined,
      isWithdrawn: is_withdrawn === 1,
      updatedAt: new Date(updated_at),
    }));
  }

  choices(): DesignChoices | undefined {
    const row = this.#db.coded(() => this.#choices.get(this.#desk));
    return row && (JSON.parse(String(row["choices"])) as DesignChoices);
  }

  allKept(): readonly KeptDesign[] {
    return this.#db.coded(() => this.#kept.all(this.#desk)) as unknown as readonly KeptDesign[];
  }

  kept({ name, version, sha256 }: KeptDesign): void {
    this.#events.append({ stream: `design/${name}`, type: "design.kept", data: { version, sha256 } });
  }

  saved(name: string, data: Omit<DesignVersion, "savedAt">): void {
    this.#events.append({ stream: `design/${name}`, type: "design.saved", data });
  }

  approved(name: string, version: number): void {
    this.#events.append({ stream: `design/${name}`, type: "design.approved", data: { version } });
  }

  withdrawn(name: string): void {
    this.#events.append({ stream: `design/${name}`, type: "design.withdrawn", data: {} });
  }

  chosen({ default: otherwise, rules }: DesignChoices): void {
    const data = {
      default: otherwise,
      rules: rules.map(({ memberTypes, ...rule }) => ({
        ...rule,
        ...(memberTypes ? { memberTypes: [...memberTypes] } : {}),
      })),
    };
    this.#events.append({ stream: `design/${otherwise}`, type: "design.chosen", data });
  }
}

const toVersion = ({ version, sha256, title, saved_at }: VersionRow): DesignVersion => ({
  ...{ version, sha256, title },
  savedAt: new Date(saved_at),
});
