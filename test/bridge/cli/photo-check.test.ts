import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Finding } from "../../../src/bridge/cli/checks/check.ts";
import { inlislite } from "../../../src/bridge/cli/checks/inlislite.ts";
import { photo } from "../../../src/bridge/cli/checks/photo.ts";
import { grantLines } from "../../../src/bridge/cli/grants.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import type { Config } from "../../../src/bridge/config/schema.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import type { TestInlislite } from "../../harness/inlislite-database.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const never = new AbortController().signal;

describe.each(INLISLITE_VERSIONS)(
  "titian doctor and photos written directly into INLISLite %s",
  (version) => {
    let server: MariaDb;
    let made: TestInlislite;
    let folder: string;
    let config: Config;

    beforeAll(async () => {
      server = await startMariaDb();
    });
    afterAll(() => server.stop());
    beforeEach(async () => {
      made = await server.createInlislite(version);
      folder = mkdtempSync(path.join(tmpdir(), "titian-foto-"));
      const { host, port, database, user, password } = made;
      const passwordFile = path.join(folder, "sandi");
      writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
      const demo = demoConfig({ folder, port: 0 });
      config = {
        ...demo,
        inlislite: {
          ...demo.inlislite,
          ...{ mode: "mysql", host, port, database, user, passwordFile, version },
        },
        photo: { ...demo.photo, direct: true, folder, updateBy: 7 },
      };
      return () => rmSync(folder, { recursive: true, force: true });
    });

    const addStaff = (): Promise<unknown> =>
      server.run(
        version === "3.2"
          ? "INSERT INTO users (ID, username, password, Fullname, Role_id) VALUES (7, 'petugas', '-', 'Petugas Rekaan', 1)"
          : "INSERT INTO users (id, username, password_hash, email) VALUES (7, 'petugas', '-', 'petugas@rekaan.test')",
        { database: made.database },
      );
    /** What the command prints, run as an administrator would. */
    const grant = (): Promise<unknown> =>
      server.run(
        grantLines(config, {
          ...{ host: made.host, withPhotos: true, withAge: false, withCalendar: false },
          withStatistics: false,
        }).join("\n"),
      );
    const look = async (
      check: typeof photo,
      change: Partial<Config["photo"]> = {},
    ): Promise<readonly Finding[]> =>
      check.run(
        {
          config: { ...config, photo: { ...config.photo, ...change } },
          ...{ drivers: [], clock: new SystemClock(), log: new SilentLog(), language: "en" },
        },
        never,
      );
    const outcomes = (findings: readonly Finding[]) => findings.map(({ check, outcome }) => [check, outcome]);

    it("says nothing while it is off, and then calls a right to write too much", async () => {
      expect(await look(photo, { direct: false })).toEqual([]);
      await grant();
      const reading = await look(inlislite, { direct: false });
      expect(reading.find(({ check }) => check === "inlislite-grants")).toMatchObject({
        ...{ outcome: "warn", what: expect.stringContaining("UPDATE on members.PhotoUrl") },
      });
    });

    it("names every right that is missing, and the command that prints them", async () => {
      await addStaff();
      const grants = (await look(photo)).find(({ check }) => check === "photo-grants");
      expect(grants).toMatchObject({
        outcome: "fail",
        mend: expect.stringContaining("titian inlislite grants --photo"),
      });
      expect(grants?.what).toContain("UPDATE on members.UpdateTerminal");
      expect(grants?.what).toContain("SELECT on users.ID");
      expect(grants?.what.includes("INSERT on modelhistory.type")).toBe(version === "3.2");
    });

    it("is content with exactly what the command prints, for one user", async () => {
      await addStaff();
      await grant();
      expect(outcomes(await look(photo))).toEqual([
        ["photo-folder", "ok"],
        ["photo-grants", "ok"],
      ]);
      // The same user's grants are judged once, together.
      expect(outcomes(await look(inlislite))).not.toContainEqual(["inlislite-grants", expect.anything()]);
      await server.run("GRANT UPDATE (EndDate) ON ??.members TO ?@?", {
        values: [made.database, made.user, made.host],
      });
      expect(await look(photo)).toContainEqual(
        expect.objectContaining({
          check: "photo-grants",
          outcome: "warn",
          what: expect.stringContaining("EndDate"),
        }),
      );
    });

    it("is content with exactly what the command prints, for a user of its own", async () => {
      await addStaff();
      const user = `foto_${made.user}`;
      await server.run("CREATE USER ?@? IDENTIFIED BY ?", { values: [user, made.host, made.password] });
      config = {
        ...config,
        photo: { ...config.photo, user, passwordFile: config.inlislite.passwordFile ?? "" },
      };
      await grant();
      expect(outcomes(await look(photo))).toEqual([
        ["photo-folder", "ok"],
        ["photo-grants", "ok"],
      ]);
      expect(outcomes(await look(inlislite))).toContainEqual(["inlislite-grants", "ok"]);
    });

    it("looks for the staff user and the folder", async () => {
      await grant();
      const findings = await look(photo, { folder: path.join(folder, "hilang") });
      expect(outcomes(findings)).toEqual([
        ["photo-folder", "fail"],
        ["photo-grants", "ok"],
        ["photo-user", "fail"],
      ]);
      expect(findings.at(-1)?.what).toBe("INLISLite has no user with the id 7");
    });
  },
);
