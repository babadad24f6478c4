import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SqlValue } from "mysql2/promise";
import { inventMembers } from "../../src/inlislite/embedded/invented-members.ts";
import {
  librarySettingRows,
  MEMBER_STATUS_NAMES,
  MEMBER_TYPES,
} from "../../src/inlislite/embedded/tables.ts";
import type { InlisliteVersion } from "../../src/inlislite/member.ts";
import { grantStatements } from "../../src/inlislite/mysql/grants.ts";
import { localDate } from "../../src/kernel/types.ts";
import type { RunOptions } from "./mariadb.ts";

export interface TestInlislite {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Has what `grantStatements` gives, and nothing else. */
  readonly user: string;
  readonly password: string;
}

type Run = (sql: string, options?: RunOptions) => Promise<unknown>;

let count = 0;

/** True tables from the fixtures, filled with the same invented members as the embedded database. */
export async function createInlislite(
  run: Run,
  server: { readonly host: string; readonly port: number },
  version: InlisliteVersion,
): Promise<TestInlislite> {
  count += 1;
  const suffix = `${version.replace(".", "")}_${count}`;
  const made = {
    ...server,
    database: `inlislite_${suffix}`,
    user: `titian_${suffix}`,
    password: randomBytes(12).toString("hex"),
  };
  const { database, user, password } = made;
  await run(`CREATE DATABASE \`${database}\` CHARACTER SET latin1`);
  await run(readFileSync(new URL(`../fixtures/inlislite/${version}.sql`, import.meta.url), "utf8"), {
    database,
  });
  await fill(run, database, version);
  await run("CREATE USER ?@? IDENTIFIED BY ?", { values: [user, server.host, password] });
  await run(grantStatements({ version, database, user, host: server.host }).join("\n"));
  return made;
}

async function fill(run: Run, database: string, version: InlisliteVersion): Promise<void> {
  const insert = (into: string, rows: readonly (readonly SqlValue[])[]): Promise<unknown> =>
    run(`INSERT INTO ${into} VALUES ?`, { database, values: [rows.map((row) => [...row])] });

  await insert("jenis_anggota (id, jenisanggota)", MEMBER_TYPES);
  await insert("status_anggota (id, Nama)", MEMBER_STATUS_NAMES);
  await insert("jenis_kelamin (ID, Name)", [
    [1, "Laki-laki"],
    [2, "Perempuan"],
  ]);
  await run("INSERT INTO master_jenis_identitas (id, Nama, IsNIK) VALUES (1, 'KTP', b'1')", { database });
  await insert("settingparameters (Name, Value)", librarySettingRows(version));
  const members = inventMembers(version, localDate(new Date(), "Asia/Jakarta")).map(
    ({ IsKeranjang, ...common }) => (version === "3.3" ? { ...common, IsKeranjang } : common),
  );
  await insert(
    `members (${Object.keys(members[0] ?? {}).join(", ")})`,
    members.map((member) => Object.values(member)),
  );
}
