import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll } from "vitest";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { openEmbeddedInlislite } from "../../src/inlislite/embedded/open-embedded.ts";
import { INLISLITE_VERSIONS } from "../../src/inlislite/member.ts";
import { openMysqlInlislite } from "../../src/inlislite/mysql/open-mysql.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { describeMemberFeed } from "./member-feed.contract.ts";

const folder = mkdtempSync(path.join(tmpdir(), "titian-feed-"));
let server: MariaDb;

beforeAll(async () => {
  server = await startMariaDb();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

for (const version of INLISLITE_VERSIONS) {
  describeMemberFeed(`embedded ${version}`, version, async () => {
    const file = path.join(folder, `${version}.db`);
    const opened = await openEmbeddedInlislite({ file, version, clock: new SystemClock() });
    const other = new DatabaseSync(file);
    return {
      feed: opened.feed,
      write: async (sql) => other.exec(sql),
      close: async () => {
        other.close();
        await opened.close();
      },
    };
  });
  describeMemberFeed(`MariaDB ${version}`, version, async () => {
    const made = await server.createInlislite(version);
    const opened = await openMysqlInlislite(
      made,
      { clock: new SystemClock(), log: new SilentLog() },
      new AbortController().signal,
    );
    // A member of staff, whom 3.2's foreign key asks for.
    if (version === "3.2")
      await server.run(
        "SET FOREIGN_KEY_CHECKS = 0; INSERT IGNORE INTO users (ID, username) VALUES (1, 'petugas')",
        {
          database: made.database,
        },
      );
    return {
      feed: opened.feed,
      write: (sql) => server.run(`SET FOREIGN_KEY_CHECKS = 0; ${sql}`, { database: made.database }),
      close: () => opened.close(),
    };
  });
}
