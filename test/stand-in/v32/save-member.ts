import type { SqlValue } from "mysql2/promise";
import { jakarta } from "../php.ts";
import type { SiteParts, Visit } from "../site.ts";

type Columns = Readonly<Record<string, SqlValue>>;

const UPDATED = 1;
const INSERTED = 0;

/** What a model's `save` does: changed columns only, the audit columns by the server's clock, a history row for each change. */
export async function saveMember(
  parts: SiteParts,
  visit: Visit,
  id: string,
  columns: Columns,
): Promise<void> {
  const { db } = parts;
  const before = await db.row<Readonly<Record<string, SqlValue>>>("SELECT * FROM members WHERE ID = ?", [id]);
  if (!before) throw new Error("Call to a member function save() on null");
  const changed = Object.entries(columns).filter(([name, value]) => !isSame(before[name], value));
  const assignments = changed.map(([name]) => `\`${name}\` = ?, `).join("");
  await db.write(
    `UPDATE members SET ${assignments}UpdateBy = ?, UpdateTerminal = ?, UpdateDate = NOW() WHERE ID = ?`,
    [...changed.map(([, value]) => value), visit.session.officer?.id ?? null, visit.remoteAddress, id],
  );
  for (const [name, value] of changed) await remember(parts, visit, id, name, before[name], value, UPDATED);
}

export async function insertMember(parts: SiteParts, visit: Visit, columns: Columns): Promise<number> {
  const officer = visit.session.officer?.id ?? null;
  const row = {
    ...columns,
    ...{ CreateBy: officer, CreateTerminal: visit.remoteAddress },
    ...{ UpdateBy: officer, UpdateTerminal: visit.remoteAddress },
  };
  const { insertId } = await parts.db.write(
    "INSERT INTO members (??, CreateDate, UpdateDate) VALUES (?, NOW(), NOW())",
    [Object.keys(row), Object.values(row)],
  );
  for (const [name, value] of Object.entries(columns)) {
    await remember(parts, visit, String(insertId), name, null, value, INSERTED);
  }
  return insertId;
}

async function remember(
  { db }: SiteParts,
  visit: Visit,
  id: string,
  field: string,
  before: SqlValue,
  after: SqlValue,
  type: number,
): Promise<void> {
  await db.insert("modelhistory", {
    ...{ date: jakarta(), table: "members", field_name: field, field_id: id },
    ...{ old_value: text(before), new_value: text(after), type },
    user_id: String(visit.session.officer?.id ?? ""),
  });
}

const text = (value: SqlValue): string | null =>
  value === null || value === undefined ? null : String(value);

/** A day that was posted equals the midnight that is stored. */
function isSame(stored: SqlValue, given: SqlValue): boolean {
  const [left, right] = [text(stored) ?? "", text(given) ?? ""];
  return left === right || left === `${right} 00:00:00`;
}
