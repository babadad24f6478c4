import type { SQLInputValue } from "node:sqlite";
import { fieldsThatDiffer, isRenewal, isSomebodyElse } from "../../inlislite/sync/change-of.ts";
import type { Applied, MirroredMember } from "../../inlislite/sync/mirror.ts";
import type { MirrorFile } from "./mirror-file.ts";
import { dayOf } from "./mirror-waiting.ts";
import { MEMBER_COLUMNS, type MirrorRow, rowId, rowValues, toMirroredMember } from "./mirrored-row.ts";

/** Day from which a card is waited for, when the member was first seen, when a renewal was: as `members` holds them. */
type Waits = readonly [waitsFrom: SQLInputValue, seenAt: SQLInputValue, renewedAt: SQLInputValue];

const COLUMNS = [...MEMBER_COLUMNS, "waitsFrom", "seenAt", "renewedAt"] as const;
const WRITE = `INSERT OR REPLACE INTO members (${COLUMNS.join(", ")}) VALUES (${COLUMNS.map(() => "?").join(", ")})`;
/** What an index holds of every member. An update that names none of them leaves the indexes, and their pages, alone. */
const INDEXED: readonly string[] = ["id", "memberNo", "words", "waitsFrom"];
const LOOSE = COLUMNS.filter((column) => !INDEXED.includes(column));
const UPDATE = `UPDATE members SET ${LOOSE.map((column) => `${column} = ?`).join(", ")} WHERE id = ?`;
const FORGET_WORDS = "INSERT INTO names (names, rowid, words) VALUES ('delete', ?, ?)";
const ADD_WORDS = "INSERT INTO names (rowid, words) VALUES (?, ?)";

/** A member of the first load: new in the mirror, not in the library. */
export function addMember(file: MirrorFile, member: MirroredMember): void {
  write(file, member, undefined, [member.registeredOn ?? null, null, null]);
}

/** A newer reading of one row, or a row never seen. `applied` is empty where nothing differs that is told of. */
export function applyMember(
  file: MirrorFile,
  after: MirroredMember,
  at: Date,
): { readonly isNew: boolean; readonly applied: readonly Applied[] } {
  const known = memberRow(file, after.memberId);
  const before = known && toMirroredMember(known);
  if (!known || !before || isSomebodyElse(before, after)) {
    const twin = sameMember(file, after);
    const seenAt = twin ? twin["seenAt"] : at.getTime();
    write(file, after, known, [after.registeredOn ?? dayOf(at), seenAt ?? null, twin?.["renewedAt"] ?? null]);
    return { isNew: !known, applied: [{ before, after }] };
  }
  if (isSameReading(before, after)) return { isNew: false, applied: [] };
  const renewedAt = isRenewal(before, after) ? at.getTime() : known["renewedAt"];
  const waitsFrom = after.registeredOn ?? known["waitsFrom"];
  write(file, after, known, [waitsFrom ?? null, known["seenAt"] ?? null, renewedAt ?? null]);
  return { isNew: false, applied: fieldsThatDiffer(before, after).length > 0 ? [{ before, after }] : [] };
}

export function removeMember(file: MirrorFile, memberId: string): MirroredMember | undefined {
  const row = memberRow(file, memberId);
  if (!row) return undefined;
  const [id = null, words = null] = [row["id"], row["words"]];
  file.statement(FORGET_WORDS).run(id, words);
  file.statement("DELETE FROM members WHERE id = ?").run(id);
  return toMirroredMember(row);
}

export function memberRow(file: MirrorFile, memberId: string): MirrorRow | undefined {
  const id = rowId(memberId);
  return id === undefined ? undefined : file.statement("SELECT * FROM members WHERE id = ?").get(id);
}

function write(file: MirrorFile, member: MirroredMember, known: MirrorRow | undefined, waits: Waits): void {
  const values = [...rowValues(member), ...waits];
  const valueIn = (column: string): SQLInputValue => values[COLUMNS.indexOf(column as never)] ?? null;
  if (known && INDEXED.every((column) => known[column] === valueIn(column))) {
    file.statement(UPDATE).run(...LOOSE.map(valueIn), valueIn("id"));
    return;
  }
  const [id, words] = [valueIn("id"), valueIn("words")];
  const keepsWords = known?.["words"] === words;
  if (known && !keepsWords) file.statement(FORGET_WORDS).run(id, known["words"] ?? null);
  file.statement(WRITE).run(...values);
  if (!keepsWords) file.statement(ADD_WORDS).run(id, words);
}

/** The same person under an older id: what was known of the waiting goes along with a renumbering. */
function sameMember(
  file: MirrorFile,
  { memberNo, fullName, memberId }: MirroredMember,
): MirrorRow | undefined {
  if (memberNo === "") return undefined;
  return file
    .statement(
      "SELECT seenAt, renewedAt FROM members WHERE upper(memberNo) = upper(?) AND fullName = ? AND id <> ? LIMIT 1",
    )
    .get(memberNo, fullName, Number(memberId));
}

function isSameReading(before: MirroredMember, after: MirroredMember): boolean {
  return (Object.keys(after) as (keyof MirroredMember)[]).every((key) => before[key] === after[key]);
}
