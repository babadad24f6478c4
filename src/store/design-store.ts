import type { StatementSync } from "node:sqlite";
import type { DesignChoices } from "../cards/design-choices.ts";
import type { DesignRecord, DesignRecords, DesignVersion, KeptDesign } from "../cards/design-records.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventLog } from "./event-log.ts";
import { libraryDesigns, type StateRow, type VersionRow } from "./library-designs.ts";

/** The library's designs, as the log knows them: what any of its desks has saved, approved and chosen. */
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
    this.#states = db.prepare("SELECT * FROM design_states ORDER BY logical, desk");
    this.#versions = db.prepare("SELECT * FROM design_versions ORDER BY logical, desk");
    this.#choices = db.prepare("SELECT choices FROM design_choices ORDER BY logical DESC, desk LIMIT 1");
    this.#kept = db.prepare(
      // This desk's own last: it stands above another's of the same name and version.
      "SELECT name, version, sha256 FROM kept_designs ORDER BY desk = ?, desk",
    );
  }

  all(): readonly DesignRecord[] {
    const states = this.#db.coded(() => this.#states.all()) as unknown as readonly StateRow[];
    const versions = this.#db.coded(() => this.#versions.all()) as unknown as readonly VersionRow[];
    return libraryDesigns(this.#desk, states, versions);
  }

  choices(): DesignChoices | undefined {
    const row = this.#db.coded(() => this.#choices.get());
    return row && (JSON.parse(String(row["choices"])) as DesignChoices);
  }

  allKept(): readonly KeptDesign[] {
    return this.#db.coded(() => this.#kept.all(this.#desk)) as unknown as readonly KeptDesign[];
  }

  kept({ name, version, sha256 }: KeptDesign): void {
    this.#events.append({ stream: `design/${name}`, type: "design.kept", data: { version, sha256 } });
  }

  saved(name: string, data: Omit<DesignVersion, "savedAt" | "overtakenBy">): void {
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
