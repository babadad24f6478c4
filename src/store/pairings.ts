import { createHash } from "node:crypto";
import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import type { Projection } from "./projection.ts";

/** A page's right to use this desk. The token itself is known to the page alone. */
export interface Pairing {
  readonly origin: string;
  /** SHA-256 of the token, 64 hex digits. */
  readonly tokenHash: string;
  readonly grantedAt: Date;
}

interface PairingRow {
  readonly origin: string;
  readonly token_hash: string;
  readonly granted_at: number;
}

/** Keeps `pairings`: one token per origin, the newest. */
export class PairingProjection implements Projection {
  readonly tables = ["pairings"];
  readonly #grant: StatementSync;
  readonly #revoke: StatementSync;

  constructor(db: StoreDatabase) {
    this.#grant = db.prepare(
      `INSERT INTO pairings (origin, token_hash, granted_at) VALUES (?, ?, ?)
       ON CONFLICT (origin) DO UPDATE SET token_hash = excluded.token_hash, granted_at = excluded.granted_at`,
    );
    this.#revoke = db.prepare("DELETE FROM pairings WHERE origin = ?");
  }

  apply(event: StoredEvent): void {
    if (event.type === "pairing.granted") {
      this.#grant.run(event.data.origin, event.data.tokenHash, event.at.getTime());
    } else if (event.type === "pairing.revoked") {
      this.#revoke.run(event.data.origin);
    }
  }
}

export class PairingStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #all: StatementSync;
  readonly #byOrigin: StatementSync;

  constructor(db: StoreDatabase, events: EventLog) {
    this.#db = db;
    this.#events = events;
    this.#all = db.prepare("SELECT * FROM pairings ORDER BY origin");
    this.#byOrigin = db.prepare("SELECT * FROM pairings WHERE origin = ?");
  }

  all(): readonly Pairing[] {
    return (this.#db.coded(() => this.#all.all()) as unknown as PairingRow[]).map(toPairing);
  }

  get(origin: string): Pairing | undefined {
    const row = this.#db.coded(() => this.#byOrigin.get(origin)) as PairingRow | undefined;
    return row && toPairing(row);
  }

  /** A token granted before to the same origin no longer counts. */
  grant(origin: string, tokenHash: string): void {
    this.#events.append({ stream: streamOf(origin), type: "pairing.granted", data: { origin, tokenHash } });
  }

  revoke(origin: string): void {
    if (!this.get(origin)) return;
    this.#events.append({ stream: streamOf(origin), type: "pairing.revoked", data: { origin } });
  }
}

function streamOf(origin: string): string {
  return `pairing/${createHash("sha256").update(origin).digest("hex")}`;
}

function toPairing(row: PairingRow): Pairing {
  return { origin: row.origin, tokenHash: row.token_hash, grantedAt: new Date(row.granted_at) };
}
