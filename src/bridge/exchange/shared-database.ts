import { createHash } from "node:crypto";
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
/** Another desk may bring the same document at the same moment; then each completes what the other has begun. */
const FILE_TRIES = 3;
/** Others may add rows to `library`, and only this one says whose database it is. */
const LIBRARY = "SELECT schema_version, key_check FROM library WHERE only_row = 1";

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
    const found = (await this.#rows(LIBRARY))[0];
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

  /**
   * Writes this desk down for the letter where nobody is. Returns who stands there: a desk of the library, or what somebody has
   * written who has the password only, which that desk's own events tell.
   */
  async claim(letter: string, desk: string): Promise<string> {
    const owner = async () =>
      (await this.#rows("SELECT desk FROM letters WHERE letter = ?", [letter]))[0]?.["desk"];
    const found = await owner();
    if (found !== undefined) return String(found);
    const isOwn = await this.#insert("INSERT INTO letters (letter, desk) VALUES (?, ?)", [letter, desk]);
    return isOwn ? desk : String(await owner());
  }

  /** What `join` and `claim` would find, for those who only look. */
  async peek(letter: string): Promise<Peek> {
    const [library] = await this.#rows(LIBRARY);
    const [claimed] = await this.#rows("SELECT desk FROM letters WHERE letter = ?", [letter]);
    return {
      isNewer: Number(library?.["schema_version"] ?? 0) > SCHEMA_VERSION,
      keyCheck: library && String(library["key_check"]),
      letterOf: claimed && String(claimed["desk"]),
    };
  }

  /** Of those desks; without those that have written nothing. */
  async headsOf(desks: readonly string[]): Promise<readonly Head[]> {
    if (desks.length === 0) return [];
    const sql = "SELECT desk, MAX(seq) AS seq FROM events WHERE desk IN (?) GROUP BY desk";
    return (await this.#rows(sql, [desks])).map(toHead);
  }

  /** Of up to `limit` desks besides those, in the order of their names from `after` on. */
  async headsBesides(desks: readonly string[], after: string, limit: number): Promise<readonly Head[]> {
    const sql = `SELECT desk, MAX(seq) AS seq FROM events WHERE desk > ? AND desk NOT IN (?)
      GROUP BY desk ORDER BY desk LIMIT ?`;
    return (await this.#rows(sql, [after, desks.length > 0 ? desks : [""], limit])).map(toHead);
  }

  /** The newest row of that desk; undefined before the first. */
  async newest(desk: string): Promise<ExchangeRow | undefined> {
    const sql = `SELECT ${READ} FROM events WHERE desk = ? ORDER BY seq DESC LIMIT 1`;
    return (await this.#rows(sql, [desk])).map(toRow)[0];
  }

  /** The row that names that event as the one before it: there is one place for it. 0: the desk's first. */
  async follower(desk: string, afterSeq: number): Promise<ExchangeRow | undefined> {
    const sql = `SELECT ${READ} FROM events WHERE desk = ? AND after_seq = ?`;
    return (await this.#rows(sql, [desk, afterSeq])).map(toRow)[0];
  }

  async at(desk: string, seq: number): Promise<ExchangeRow | undefined> {
    const sql = `SELECT ${READ} FROM events WHERE desk = ? AND seq = ?`;
    return (await this.#rows(sql, [desk, seq])).map(toRow)[0];
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

  /**
   * Under that name, and what is there already is looked at: a part that another desk has brought is the same, and the file is
   * completed. False where something else lies in its place, which no desk can take away.
   */
  async putFile(name: string, content: Uint8Array): Promise<boolean> {
    const parts = partsOf(content);
    for (let tries = 0; tries < FILE_TRIES; tries++) {
      const there = await this.#partsAt(name, parts.length);
      if (parts.some((bytes, part) => there.has(part) && there.get(part) !== hashOf(bytes))) return false;
      let isWhole = true;
      for (const [part, bytes] of parts.entries()) {
        if (there.has(part)) continue;
        const sql = "INSERT INTO files (sha256, part, parts, content) VALUES (?, ?, ?, ?)";
        if (!(await this.#insert(sql, [name, part, parts.length, bytes]))) isWhole = false;
      }
      if (isWhole) return true;
    }
    return false;
  }

  /** The SHA-256 of each of those parts that is there; empty for one that says of itself that it is of another number. */
  async #partsAt(name: string, parts: number): Promise<ReadonlyMap<number, string>> {
    const sql =
      "SELECT part, parts, SHA2(content, 256) AS hash FROM files WHERE sha256 = ? AND part BETWEEN 0 AND ?";
    const rows = await this.#rows(sql, [name, parts - 1]);
    return new Map(
      rows.map((row) => [Number(row["part"]), Number(row["parts"]) === parts ? String(row["hash"]) : ""]),
    );
  }

  /** Undefined while its desk has not brought all of it. What it holds, its SHA-256 has to prove. */
  async file(name: string): Promise<Uint8Array | undefined> {
    const parts: Buffer[] = [];
    for (let part = 0; part < MOST_PARTS; part++) {
      const sql = `SELECT parts, IF(OCTET_LENGTH(content) > ${PART_BYTES}, NULL, content) AS content
        FROM files WHERE sha256 = ? AND part = ?`;
      const row = (await this.#rows(sql, [name, part]))[0];
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

const toHead = (row: Row): Head => ({ desk: String(row["desk"]), seq: Number(row["seq"]) });

const partsOf = (content: Uint8Array): readonly Buffer[] =>
  Array.from({ length: Math.max(1, Math.ceil(content.length / PART_BYTES)) }, (_, part) =>
    Buffer.from(content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)),
  );

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

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
