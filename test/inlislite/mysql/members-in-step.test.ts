import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { INLISLITE_VERSIONS, type InlisliteVersion } from "../../../src/inlislite/member.ts";
import { openMysqlInlislite } from "../../../src/inlislite/mysql/open-mysql.ts";
import { ReconnectingInlislite } from "../../../src/inlislite/reconnecting.ts";
import { MembersInStep } from "../../../src/inlislite/sync/members-in-step.ts";
import { SqliteMirrorStore } from "../../../src/store/mirror/mirror-store.ts";
import { DeskClock } from "../../e2e/desk-clock.ts";
import type { TestInlislite } from "../../harness/inlislite-database.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const POLL_MS = 100;
/** Longer than the rest between two passes. */
const PASS_MS = 31_000;
const PATIENCE = { timeout: 20_000, interval: 50 };

/** The engine on a real server; others write as INLISLite does. */
class Following implements AsyncDisposable {
  readonly clock = new DeskClock();
  readonly mirror = new SqliteMirrorStore({ file: undefined, clock: this.clock });
  readonly inlislite: ReconnectingInlislite;
  readonly engine: MembersInStep;
  readonly #changes: string[] = [];

  constructor(made: TestInlislite, connections = 4) {
    const [clock, log] = [this.clock, new SilentLog()];
    this.inlislite = new ReconnectingInlislite({
      open: (signal) => openMysqlInlislite({ ...made, budgetMs: 2_000, connections }, { clock, log }, signal),
      ...{ clock, log },
    });
    this.engine = new MembersInStep({
      ...{ inlislite: this.inlislite, mirror: this.mirror, clock, log },
      options: {
        isOn: true,
        pollEveryMs: POLL_MS,
        comparedRowsPerSecond: 50_000,
        keepDays: 30,
        source: "test",
      },
    });
    this.engine.events.on("changed", ({ kind, member, fields }) =>
      this.#changes.push([kind, member.memberId, ...fields].join(" ")),
    );
  }

  async start(): Promise<this> {
    await this.engine.start(new AbortController().signal);
    await expect.poll(() => this.engine.status.phase, PATIENCE).toBe("following");
    return this;
  }

  /** Exactly these are told by the next polls, and nothing else. */
  async tells(...expected: readonly string[]): Promise<void> {
    await expect.poll(() => this.#changes.toSorted(), PATIENCE).toEqual(expected.toSorted());
    this.#changes.length = 0;
  }

  /** Exactly these are told by polls and passes, and nothing else. */
  async tellsInAPass(...expected: readonly string[]): Promise<void> {
    const told = (): readonly string[] => {
      this.clock.skip(PASS_MS);
      return this.#changes.toSorted();
    };
    await expect.poll(told, PATIENCE).toEqual(expected.toSorted());
    this.#changes.length = 0;
  }

  get heard(): readonly string[] {
    return this.#changes;
  }

  /** A whole pass later the mirror holds what the table holds. */
  async isSame(): Promise<void> {
    const before = this.engine.status.comparedAt;
    this.clock.skip(PASS_MS);
    await expect.poll(() => this.engine.status.comparedAt !== before, PATIENCE).toBe(true);
    const never = new AbortController().signal;
    const theirs = await this.inlislite.feed.page(undefined, 5_000, never);
    expect(this.mirror.size).toBe(theirs.length);
    for (const row of theirs) expect(this.mirror.byId(row.memberId)).toEqual(row);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.engine.stop();
    await this.inlislite.stop();
    this.mirror.close();
  }
}

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
});
afterAll(() => server.stop());

const stampOf = (version: InlisliteVersion): string =>
  version === "3.2" ? "NOW()" : "UTC_TIMESTAMP() + INTERVAL 7 HOUR";

for (const version of INLISLITE_VERSIONS) {
  describe(`members of a real ${version} server`, () => {
    const stamp = stampOf(version);
    const made = async () => {
      const place = await server.createInlislite(version);
      const write = (sql: string) =>
        server.run(`SET FOREIGN_KEY_CHECKS = 0; ${sql}`, { database: place.database });
      return { place, write };
    };
    const insert = (id: number, no: string): string =>
      `INSERT INTO members (ID, MemberNo, Fullname, JenisAnggota_id, StatusAnggota_id, RegisterDate, EndDate, CreateBy, CreateDate, UpdateDate) ` +
      `VALUES (${id}, '${no}', 'Orang Rekaan', 2, 3, ${stamp}, ${stamp} + INTERVAL 365 DAY, 1, ${stamp}, ${stamp})`;

    it("are followed through creation, edits, activation, renewal and photos, within seconds", async () => {
      const { place, write } = await made();
      await using desk = await new Following(place).start();
      await write(insert(401, "BARU-401"));
      await desk.tells("appeared 401");
      await write(`UPDATE members SET Fullname = 'Nama Lain', UpdateDate = ${stamp} WHERE ID = 2`);
      await write(`UPDATE members SET PhotoUrl = 'baru.jpg', UpdateDate = ${stamp} WHERE ID = 4`);
      await write(`UPDATE members SET StatusAnggota_id = 1 WHERE ID = 5`);
      await write(
        `INSERT INTO member_perpanjangan (Member_id, Tanggal) VALUES (7, '2031-01-01');
         UPDATE members SET EndDate = '2031-01-01', UpdateDate = ${stamp} WHERE ID = 7`,
      );
      await desk.tells("changed 2 fullName", "photo-changed 4 photoName", "renewed 7 validUntil");
      await desk.tellsInAPass("changed 5 status");
      await write(`UPDATE members SET StatusAnggota_id = 3, UpdateDate = ${stamp} WHERE ID = 5`);
      await desk.tells("activated 5 status");
      expect(desk.engine.status).toMatchObject({ version, members: 201 });
      await desk.isSame();
      expect(desk.heard).toEqual([]);
    });

    it("are followed through a bulk renewal in raw SQL, physical deletions and a NULL validity", async () => {
      const { place, write } = await made();
      await using desk = await new Following(place).start();
      // v3.2 PerpanjanganExpiredController: no renewal row, no audit columns.
      await write(
        `UPDATE members m JOIN jenis_anggota j ON j.id = m.JenisAnggota_id
         SET m.EndDate = DATE_ADD(m.EndDate, INTERVAL j.MasaBerlakuAnggota DAY) WHERE m.ID BETWEEN 1 AND 20`,
      );
      await write("DELETE FROM members WHERE ID IN (21, 22)");
      await write("UPDATE members SET EndDate = NULL WHERE ID = 24");
      await desk.tellsInAPass(
        ...Array.from({ length: 20 }, (_, index) => `renewed ${index + 1} validUntil`),
        ...["vanished 21", "vanished 22", "changed 24 validUntil"],
      );
      await desk.isSame();
    });

    it("are followed through the renumbering of 3.2's own synchronisation", async () => {
      const { place, write } = await made();
      await using desk = await new Following(place).start();
      await write("UPDATE members SET ID = 5001, PhotoUrl = '5001.jpg' WHERE ID = 1");
      await write("UPDATE members SET ID = 5002, PhotoUrl = '5002.jpg' WHERE ID = 2");
      // In 3.2 one of the invented members has an id beyond all others, behind which no new one comes.
      await desk.tellsInAPass("renumbered 5001 memberId photoName", "renumbered 5002 memberId photoName");
      await write("UPDATE members SET ID = 1 WHERE ID = 4");
      await desk.tellsInAPass("renumbered 1 memberId");
      await desk.isSame();
    });

    it("are followed through a backup that is put back under them", async () => {
      const { place, write } = await made();
      await write("CREATE TABLE cadangan LIKE members; INSERT INTO cadangan SELECT * FROM members");
      await using desk = await new Following(place).start();
      await write(insert(401, "BARU-401"));
      await write(`UPDATE members SET StatusAnggota_id = 5, UpdateDate = ${stamp} WHERE ID = 3`);
      await desk.tells("appeared 401", "changed 3 status");
      await write("RENAME TABLE members TO rusak, cadangan TO members");
      await write(insert(401, "LAIN-401").replace("Orang Rekaan", "Orang Lain"));
      await desk.tellsInAPass("activated 3 status", "appeared 401", "vanished 401");
      await desk.isSame();
      await write("DELETE FROM members");
      await expect.poll(() => [desk.mirror.isComplete, desk.mirror.size], PATIENCE).toEqual([true, 0]);
      expect(desk.heard).toEqual([]);
    });

    it("wait while the server restarts, grants are taken away or every connection is in use", async () => {
      const { place, write } = await made();
      await using desk = await new Following(place, 1).start();
      const user = `'${place.user}'@'${place.host}'`;
      const phase = () => desk.engine.status.phase;

      await server.kill();
      await expect.poll(phase, PATIENCE).toBe("away");
      expect(desk.mirror.search({ text: "santoso", limit: 5 }).length).toBeGreaterThan(0);
      await server.restart();
      await expect.poll(phase, PATIENCE).toBe("following");

      await server.run(`REVOKE SELECT (MemberNo) ON \`${place.database}\`.members FROM ${user}`);
      desk.clock.skip(PASS_MS);
      await expect.poll(() => desk.engine.status.code, PATIENCE).toBe("INLISLITE_REFUSED");
      await write(`UPDATE members SET Fullname = 'Nama Lain', UpdateDate = ${stamp} WHERE ID = 2`);
      await server.run(`GRANT SELECT (MemberNo) ON \`${place.database}\`.members TO ${user}`);
      await expect.poll(phase, PATIENCE).toBe("following");
      await desk.tells("changed 2 fullName");

      // One connection, and many who ask: everybody is served in the end.
      const never = new AbortController().signal;
      const asked = Array.from({ length: 40 }, () =>
        desk.inlislite.members.search({ text: "a", limit: 5 }, never).catch(() => undefined),
      );
      await write(`UPDATE members SET Fullname = 'Nama Ketiga', UpdateDate = ${stamp} WHERE ID = 2`);
      await Promise.all(asked);
      await desk.tells("changed 2 fullName");
      await desk.isSame();
    });

    it("are read without the columns that an older grant leaves out: only the pass then tells of edits", async () => {
      const { place, write } = await made();
      const user = `'${place.user}'@'${place.host}'`;
      await server.run(`REVOKE SELECT (UpdateDate, CreateBy) ON \`${place.database}\`.members FROM ${user}`);
      await using desk = await new Following(place).start();
      await write(insert(401, "BARU-401"));
      await desk.tellsInAPass("appeared 401");
      await write(`UPDATE members SET Fullname = 'Nama Lain', UpdateDate = ${stamp} WHERE ID = 2`);
      await desk.tellsInAPass("changed 2 fullName");
      await desk.isSame();
    });
  });
}
