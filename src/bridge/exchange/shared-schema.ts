/** What this Titian reads and writes; `library.schema_version` says what the database was prepared for. */
export const SCHEMA_VERSION = 1;

export interface Preparation {
  readonly database: string;
  readonly user: string;
  /** The desks as the server sees them: an address, a name, or a pattern like `192.168.1.%`. */
  readonly host: string;
}

/** Bytes of one row of `files`: below every server's usual `max_allowed_packet`. */
export const PART_BYTES = 512 * 1024;

const ASCII = "CHARACTER SET ascii COLLATE ascii_bin";

/**
 * How an administrator prepares the shared database, once; running it again changes nothing. Plain InnoDB tables with their
 * own keys: no trigger, no counter of the server's, no JSON type, so that MariaDB, MySQL, a Galera cluster and TiDB all do.
 * A desk may read and add. It may neither change nor delete, so what one desk has written no other can undo.
 */
export function preparation({ database, user, host }: Preparation): readonly string[] {
  const at = (table: string): string => `\`${database}\`.\`${table}\``;
  const table = (name: string, lines: readonly string[]): string =>
    [
      `CREATE TABLE IF NOT EXISTS ${at(name)} (`,
      `${lines.map((line) => `  ${line}`).join(",\n")}`,
      ") ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;",
    ].join("\n");
  const account = `${literal(user)}@${literal(host)}`;
  const tables = {
    library: [
      "`only_row` TINYINT NOT NULL PRIMARY KEY",
      "`schema_version` INT NOT NULL",
      `\`key_check\` CHAR(64) ${ASCII} NOT NULL`,
    ],
    letters: [`\`letter\` CHAR(1) ${ASCII} NOT NULL PRIMARY KEY`, `\`desk\` VARCHAR(40) ${ASCII} NOT NULL`],
    events: [
      `\`desk\` VARCHAR(40) ${ASCII} NOT NULL`,
      "`seq` BIGINT NOT NULL",
      "`after_seq` BIGINT NOT NULL",
      `\`id\` CHAR(36) ${ASCII} NOT NULL`,
      `\`stream\` VARCHAR(160) ${ASCII} NOT NULL`,
      `\`type\` VARCHAR(60) ${ASCII} NOT NULL`,
      "`at` BIGINT NOT NULL",
      "`monotonic_ms` DOUBLE NOT NULL",
      `\`boot_id\` VARCHAR(100) ${ASCII} NOT NULL`,
      "`operator` VARCHAR(100) NULL",
      "`data` LONGTEXT NOT NULL",
      "`logical` BIGINT NOT NULL",
      `\`seal\` CHAR(64) ${ASCII} NOT NULL`,
      "PRIMARY KEY (`desk`, `seq`)",
      "UNIQUE KEY `events_id` (`id`)",
      "UNIQUE KEY `events_line` (`desk`, `after_seq`)",
    ],
    files: [
      `\`sha256\` CHAR(64) ${ASCII} NOT NULL`,
      "`part` INT NOT NULL",
      "`parts` INT NOT NULL",
      "`content` MEDIUMBLOB NOT NULL",
      "PRIMARY KEY (`sha256`, `part`)",
    ],
  } satisfies Record<string, readonly string[]>;
  return [
    `CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;`,
    ...Object.entries(tables).map(([name, lines]) => table(name, lines)),
    `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY 'a-password-of-your-own';`,
    ...Object.keys(tables).map((name) => `GRANT SELECT, INSERT ON ${at(name)} TO ${account};`),
  ];
}

const literal = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
