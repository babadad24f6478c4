import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import { openEmbeddedInlislite } from "../../src/inlislite/embedded/open-embedded.ts";
import { INLISLITE_VERSIONS } from "../../src/inlislite/member.ts";
import { grantStatements } from "../../src/inlislite/mysql/grants.ts";
import { AGE_NEED } from "../../src/inlislite/mysql/needs.ts";
import { openMysqlInlislite } from "../../src/inlislite/mysql/open-mysql.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { SilentLog } from "../harness/silent-log.ts";

import { describeMemberRepository } from "./member-repository.contract.ts";

const folder = mkdtempSync(path.join(tmpdir(), "titian-members-"));
let server: MariaDb;

beforeAll(async () => {
  server = await startMariaDb();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

for (const version of INLISLITE_VERSIONS) {
  describeMemberRepository(`embedded ${version}`, version, () =>
    openEmbeddedInlislite({ file: path.join(folder, `${version}.db`), version, clock: new SystemClock() }),
  );
  describeMemberRepository(`MariaDB ${version}`, version, async () => {
    const made = await server.createInlislite(version);
    // Age is the one question that a library must allow on top.
    await server.run(grantStatements({ ...made, version, needs: [AGE_NEED] }).join("\n"));
    return openMysqlInlislite(
      made,
      { clock: new SystemClock(), log: new SilentLog() },
      new AbortController().signal,
    );
  });
}
