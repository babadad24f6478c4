import path from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { expect, it } from "vitest";
import { openEmbeddedInlislite } from "../../../src/inlislite/embedded/open-embedded.ts";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { temporaryFolder } from "../../store/test-store.ts";
import { byHand, COUNTED_COLUMNS, countedMembers, inWords, TWO_MONTHS } from "../counted-members.ts";

it.each(INLISLITE_VERSIONS)("the demonstration's INLISLite %s counts as a server does", async (version) => {
  const options = { file: path.join(temporaryFolder(), "demo.db"), version, clock: new ManualClock() };
  await (await openEmbeddedInlislite(options)).close();
  const sql = new DatabaseSync(options.file);
  sql.exec("DELETE FROM members");
  const marks = COUNTED_COLUMNS.map(() => "?").join(", ");
  const insert = sql.prepare(`INSERT INTO members (${COUNTED_COLUMNS.join(", ")}) VALUES (${marks})`);
  for (const row of countedMembers({ sex: 0, type: 99 })) insert.run(...(row as SQLInputValue[]));
  sql.close();

  const inlislite = await openEmbeddedInlislite(options);
  const never = new AbortController().signal;
  expect(inWords(await inlislite.counts.count(TWO_MONTHS, never))).toEqual(byHand);
  await inlislite.close();
});
