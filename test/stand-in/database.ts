import mysql, { type ResultSetHeader, type RowDataPacket, type SqlValue } from "mysql2/promise";
import type { MariaDb } from "../harness/mariadb.ts";

/** The site's own connections: strict modes off, as the product sets them for itself. */
export class SiteDatabase {
  readonly #pool: mysql.Pool;

  constructor({ host, port, root }: Pick<MariaDb, "host" | "port" | "root">, database: string) {
    this.#pool = mysql.createPool({
      ...{ host, port, database, ...root },
      ...{ charset: "utf8mb4", dateStrings: true, connectionLimit: 12 },
    });
    this.#pool.pool.on("connection", (connection) => {
      connection.query("SET SESSION sql_mode = ''");
    });
  }

  async rows<Row>(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    const [rows] = await this.#pool.query<RowDataPacket[]>(sql, [...values]);
    return rows as unknown as readonly Row[];
  }

  async row<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(sql, values))[0];
  }

  /** Answers with the id that was given, or the number of rows that changed. */
  async write(sql: string, values: readonly SqlValue[] = []): Promise<ResultSetHeader> {
    const [result] = await this.#pool.query<ResultSetHeader>(sql, [...values]);
    return result;
  }

  async insert(table: string, row: Readonly<Record<string, SqlValue>>): Promise<number> {
    const { insertId } = await this.write(`INSERT INTO \`${table}\` (??) VALUES (?)`, [
      Object.keys(row),
      Object.values(row),
    ]);
    return insertId;
  }

  async setting(name: string): Promise<string | undefined> {
    const found = await this.row<{ readonly Value: string }>(
      "SELECT Value FROM settingparameters WHERE Name = ?",
      [name],
    );
    return found?.Value;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** A row of `members` as the pages use it. 3.2 keys it by a DOUBLE. */
export interface MemberRow {
  readonly ID: number;
  readonly MemberNo: string;
  readonly Fullname: string;
  readonly PlaceOfBirth: string | null;
  readonly DateOfBirth: string | null;
  readonly Address: string | null;
  readonly Phone: string | null;
  readonly NoHp: string | null;
  readonly Email: string | null;
  readonly IdentityType_id: number | null;
  readonly IdentityNo: string | null;
  readonly MotherMaidenName: string | null;
  readonly Sex_id: number | null;
  readonly RegisterDate: string | null;
  readonly EndDate: string | null;
  readonly JenisAnggota_id: number | null;
  readonly StatusAnggota_id: number | null;
  readonly PhotoUrl: string | null;
}

export async function findMember(db: SiteDatabase, id: string): Promise<MemberRow | undefined> {
  return db.row<MemberRow>("SELECT * FROM members WHERE ID = ?", [id]);
}

export type Choice = readonly [id: number, name: string];

/** The reference tables that both versions show as drop-downs. */
export async function choices(db: SiteDatabase): Promise<Choices> {
  const list = async (sql: string): Promise<readonly Choice[]> =>
    (await db.rows<{ readonly id: number; readonly name: string }>(sql)).map(({ id, name }) => [id, name]);
  const [types, statuses, sexes, identities] = await Promise.all([
    list("SELECT id, jenisanggota AS name FROM jenis_anggota ORDER BY id"),
    list("SELECT id, Nama AS name FROM status_anggota ORDER BY id"),
    list("SELECT ID AS id, Name AS name FROM jenis_kelamin ORDER BY ID"),
    list("SELECT id, Nama AS name FROM master_jenis_identitas ORDER BY id"),
  ]);
  return { types, statuses, sexes, identities };
}

export interface Choices {
  readonly types: readonly Choice[];
  readonly statuses: readonly Choice[];
  readonly sexes: readonly Choice[];
  readonly identities: readonly Choice[];
}
