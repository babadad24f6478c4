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

/** Browsers of one desk that may be paired for the same origin at a time; the oldest pairing leaves first. */
const BROWSERS = 5;

/** Keeps `pairings`: two browsers of a desk share an origin, so an origin may hold several tokens. */
export class PairingProjection implements Projection {
  readonly tables = ["pairings"];
  readonly #grant: StatementSync;
  readonly #forget: StatementSync;
  readonly #revoke: StatementSync;

  constructor(db: StoreDatabase) {
    this.#grant = db.prepare(
      "INSERT OR REPLACE INTO pairings (origin, token_hash, granted_at) VALUES (?, ?, ?)",
    );
    this.#forget = db.prepare(
      `DELETE FROM pairings WHERE origin = ? AND rowid NOT IN
         (SELECT rowid FROM pairings WHERE origin = ? ORDER BY rowid DESC LIMIT ${BROWSERS})`,
    );
    this.#revoke = db.prepare("DELETE FROM pairings WHERE origin = ?");
  }

  apply(event: StoredEvent): void {
    if (event.type === "pairing.granted") {
      this.#grant.run(event.data.origin, event.data.tokenHash, event.at.getTime());
      this.#forget.run(event.data.origin, event.data.origin);
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
    this.#all = db.prepare("SELECT * FROM pairings ORDER BY origin, rowid DESC");
    this.#byOrigin = db.prepare("SELECT * FROM pairings WHERE origin = ? ORDER BY rowid DESC");
  }

  all(): readonly Pairing[] {
    return (this.#db.coded(() => this.#all.all()) as unknown as PairingRow[]).map(toPairing);
  }

  /** Newest first. */
  of(origin: string): readonly Pairing[] {
    return (this.#db.coded(() => this.#byOrigin.all(origin)) as unknown as PairingRow[]).map(toPairing);
  }

  grant(origin: string, tokenHash: string): void {
    this.#events.append({ stream: streamOf(origin), type: "pairing.granted", data: { origin, tokenHash } });
  }

  revoke(origin: string): void {
    if (this.of(origin).length === 0) return;
    this.#events.append({ stream: streamOf(origin), type: "pairing.revoked", data: { origin } });
  }
}

function streamOf(origin: string): string {
  return `pairing/${createHash("sha256").update(origin).digest("hex")}`;
}

function toPairing(row: PairingRow): Pairing {
  return { origin: row.origin, tokenHash: row.token_hash, grantedAt: new Date(row.granted_at) };
}
