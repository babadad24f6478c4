import { TitianError } from "../../kernel/errors.ts";
import type { ExchangeRow } from "../../store/exchange-seal.ts";
import type { Row, SharedConnection } from "./shared-connection.ts";
import { PART_BYTES, SCHEMA_VERSION } from "./shared-schema.ts";

const COLUMNS = [
  ...[
    "desk",
    "seq",
    "after_seq",
    "id",
    "stream",
    "type",
    "at",
    "monotonic_ms",
    "boot_id",
    "operator",
    "data",
  ],
  ...["logical", "seal"],
] as const;
const LISTED = COLUMNS.map((column) => `\`${column}\``).join(", ");
/** The largest event, a calendar with a thousand closed days, stays well below. */
const MOST_DATA_BYTES = 1024 * 1024;
/**
 * Whoever has the password can add rows of any size, and a hundred of them come at once. What is too large for an event is left
 * over there, and the row's seal tells that it is not whole.
 */
const READ = LISTED.replace(
  "`data`",
  `IF(OCTET_LENGTH(\`data\`) > ${MOST_DATA_BYTES}, '', \`data\`) AS \`data\``,
);
/** A design with its pictures has a few megabytes. */
const MOST_PARTS = 64;

/** Where one desk's line ends in the shared database. */
export interface Head {
  readonly desk: string;
  readonly seq: number;
}

export interface Peek {
  readonly isNewer: boolean;
  /** Undefined while no desk has come. */
  readonly keyCheck: string | undefined;
  /** Which desk's numbers have that letter; undefined for nobody's. */
  readonly letterOf: string | undefined;
}

/** What the library's desks share, as one of them sees it. */
export class SharedDatabase {
  readonly #connection: SharedConnection;
  readonly #signal: AbortSignal;

  constructor(connection: SharedConnection, signal: AbortSignal) {
    this.#connection = connection;
    this.#signal = signal;
  }

  /**
   * The first desk of all says which library this is. Rejects with `EXCHANGE_KEY_DIFFERS`, `EXCHANGE_NEWER` or
   * `EXCHANGE_NOT_PREPARED`.
   */
  async join(keyCheck: string): Promise<void> {
    const found = (await this.#rows("SELECT schema_version, key_check FROM library"))[0];
    if (!found) {
      const first = [1, SCHEMA_VERSION, keyCheck];
      const sql = "INSERT INTO library (only_row, schema_version, key_check) VALUES (?, ?, ?)";
      // Another desk may have been quicker; then it is read like any other.
      if (!(await this.#insert(sql, first))) await this.join(keyCheck);
      return;
    }
    if (Number(found["schema_version"]) > SCHEMA_VERSION) throw new TitianError("EXCHANGE_NEWER");
    if (found["key_check"] !== keyCheck) throw new TitianError("EXCHANGE_KEY_DIFFERS");
  }

  /** Queue numbers with this letter are this desk's alone. Rejects with `EXCHANGE_LETTER_TAKEN`. */
  async claim(letter: string, desk: string): Promise<void> {
    const owner = async () =>
      (await this.#rows("SELECT desk FROM letters WHERE letter = ?", [letter]))[0]?.["desk"];
    const found = await owner();
    if (found === desk) return;
    const isTaken =
      found !== undefined ||
      (!(await this.#insert("INSERT INTO letters (letter, desk) VALUES (?, ?)", [letter, desk])) &&
        (await owner()) !== desk);
    if (isTaken) throw new TitianError("EXCHANGE_LETTER_TAKEN", { details: { letter } });
  }

  /** What `join` and `claim` would find, for those who only look. */
  async peek(letter: string): Promise<Peek> {
    const [library] = await this.#rows("SELECT schema_version, key_check FROM library");
    const [claimed] = await this.#rows("SELECT desk FROM letters WHERE letter = ?", [letter]);
    return {
      isNewer: Number(library?.["schema_version"] ?? 0) > SCHEMA_VERSION,
      keyCheck: library && String(library["key_check"]),
      letterOf: claimed && String(claimed["desk"]),
    };
  }

  async heads(): Promise<readonly Head[]> {
    const rows = await this.#rows("SELECT desk, MAX(seq) AS seq FROM events GROUP BY desk");
    return rows.map((row) => ({ desk: String(row["desk"]), seq: Number(row["seq"]) }));
  }

  /** The newest row of that desk; undefined before the first. */
  async newest(desk: string): Promise<ExchangeRow | undefined> {
    const sql = `SELECT ${READ} FROM events WHERE desk = ? ORDER BY seq DESC LIMIT 1`;
    return (await this.#rows(sql, [desk])).map(toRow)[0];
  }

  async after(desk: string, seq: number, limit: number): Promise<readonly ExchangeRow[]> {
    const sql = `SELECT ${READ} FROM events WHERE desk = ? AND seq > ? ORDER BY seq LIMIT ?`;
    return (await this.#rows(sql, [desk, seq, limit])).map(toRow);
  }

  /** All or none. False: the place of one of them is taken. */
  add(rows: readonly ExchangeRow[]): Promise<boolean> {
    const values = rows.map((row) => [
      ...[
        row.desk,
        row.seq,
        row.afterSeq,
        row.id,
        row.stream,
        row.type,
        row.at,
        row.monotonic_ms,
        row.boot_id,
      ],
      ...[row.operator, row.data, row.logical, row.seal],
    ]);
    return this.#insert(`INSERT INTO events (${LISTED}) VALUES ?`, [values]);
  }

  /** A file that is there already, whole or in part, is completed: whoever brings it, it is the same. */
  async putFile(sha256: string, content: Uint8Array): Promise<void> {
    const parts = Math.max(1, Math.ceil(content.length / PART_BYTES));
    const there = await this.#rows("SELECT part FROM files WHERE sha256 = ?", [sha256]);
    const known = new Set(there.map(({ part }) => Number(part)));
    for (let part = 0; part < parts; part++) {
      if (known.has(part)) continue;
      const bytes = Buffer.from(content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
      const sql = "INSERT INTO files (sha256, part, parts, content) VALUES (?, ?, ?, ?)";
      await this.#insert(sql, [sha256, part, parts, bytes]);
    }
  }

  /** Undefined while its desk has not brought all of it. What it holds, its name has to prove. */
  async file(sha256: string): Promise<Uint8Array | undefined> {
    const parts: Buffer[] = [];
    for (let part = 0; part < MOST_PARTS; part++) {
      const sql = `SELECT parts, IF(OCTET_LENGTH(content) > ${PART_BYTES}, NULL, content) AS content
        FROM files WHERE sha256 = ? AND part = ?`;
      const row = (await this.#rows(sql, [sha256, part]))[0];
      if (!row || !Buffer.isBuffer(row["content"])) return undefined;
      parts.push(row["content"]);
      if (parts.length === Number(row["parts"])) return Buffer.concat(parts);
    }
    return undefined;
  }

  #rows(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.#connection.rows(sql, values, this.#signal);
  }

  #insert(sql: string, values: readonly unknown[]): Promise<boolean> {
    return this.#connection.insert(sql, values, this.#signal);
  }
}

/** What the row says is believed only once its seal was looked at. */
function toRow(row: Row): ExchangeRow {
  const text = (column: (typeof COLUMNS)[number]): string => String(row[column]);
  const number = (column: (typeof COLUMNS)[number]): number => Number(row[column]);
  return {
    ...{ desk: text("desk"), seq: number("seq"), afterSeq: number("after_seq"), id: text("id") },
    ...{ stream: text("stream"), type: text("type"), at: number("at"), monotonic_ms: number("monotonic_ms") },
    ...{ boot_id: text("boot_id"), operator: row["operator"] == null ? null : text("operator") },
    ...{ data: text("data"), logical: number("logical"), seal: text("seal") },
  };
}
