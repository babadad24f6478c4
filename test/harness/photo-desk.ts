import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Config } from "../../src/bridge/config/schema.ts";
import { PhotoFolderOnDisk } from "../../src/bridge/photo-folder.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import type { InlisliteVersion } from "../../src/inlislite/member.ts";
import { grantStatements } from "../../src/inlislite/mysql/grants.ts";
import { photoNeeds, readingNeeds } from "../../src/inlislite/mysql/needs.ts";
import { MysqlPhotoWriter } from "../../src/inlislite/mysql/photo-writer.ts";
import type { PhotoDraft, PhotoFolder } from "../../src/inlislite/photo-writing.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import type { MemberNo } from "../../src/kernel/types.ts";
import type { TestInlislite } from "./inlislite-database.ts";
import type { MariaDb } from "./mariadb.ts";
import { SilentLog } from "./silent-log.ts";

export const STAFF = 7;
export const TERMINAL = "titian desk-1";
const NUMBER = "ODD-APOSTROPHE";

/** What a JPEG looks like from outside: the writer never opens it. */
export const someJpeg = (): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(40_000), Buffer.from([0xff, 0xd9])]);

/** A folder in which something else happens just before a step of ours. */
export const interrupted =
  (step: "draft" | "place" | "readBack", happening: () => Promise<unknown>) =>
  (folder: PhotoFolder): PhotoFolder => ({
    async draft(name, bytes): Promise<PhotoDraft> {
      if (step === "draft") await happening();
      const draft = await folder.draft(name, bytes);
      return {
        place: async () => {
          if (step === "place") await happening();
          await draft.place();
        },
        readBack: async () => {
          if (step === "readBack") await happening();
          return draft.readBack();
        },
        keep: () => draft.keep(),
        undo: () => draft.undo(),
      };
    },
  });

export type Whole = Awaited<ReturnType<PhotoDesk["whole"]>>;

interface PhotoDeskOptions {
  /** Where the writer reaches the server; the server itself by default. */
  readonly port?: () => number;
  /** Something between the writer and the disk. */
  readonly around?: (folder: PhotoFolder) => PhotoFolder;
  readonly folder?: string;
  readonly updateBy?: number;
  readonly clock?: Clock;
}

/** A library that lets Titian write photos: true tables, a photo folder, and a user with exactly the printed grants. */
export class PhotoDesk implements Disposable {
  readonly version: InlisliteVersion;
  readonly server: MariaDb;
  readonly database: string;
  readonly user: { readonly user: string; readonly password: string };
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "titian-foto-"));
  readonly log = new SilentLog();
  readonly #secrets = mkdtempSync(path.join(os.tmpdir(), "titian-sandi-"));

  private constructor(server: MariaDb, version: InlisliteVersion, made: TestInlislite) {
    this.server = server;
    this.version = version;
    this.database = made.database;
    this.user = { user: `foto_${made.database}`.slice(0, 30), password: randomBytes(12).toString("hex") };
  }

  static async open(server: MariaDb, version: InlisliteVersion): Promise<PhotoDesk> {
    const desk = new PhotoDesk(server, version, await server.createInlislite(version));
    await desk.run(
      version === "3.2"
        ? "INSERT INTO users (ID, username, password, Fullname, Role_id) VALUES (?, 'petugas', '-', 'Petugas Rekaan', 1)"
        : "INSERT INTO users (id, username, password_hash, email) VALUES (?, 'petugas', '-', 'petugas@rekaan.test')",
      [STAFF],
    );
    await server.run("CREATE USER ?@? IDENTIFIED BY ?", {
      values: [desk.user.user, server.host, desk.user.password],
    });
    await desk.grant();
    return desk;
  }

  async grant(): Promise<void> {
    const { version, database, user, server } = this;
    const request = { version, database, user: user.user, host: server.host, needs: photoNeeds(version) };
    await server.run(grantStatements(request).join("\n"));
  }

  async revoke(): Promise<void> {
    const { user, server } = this;
    await server.run("REVOKE ALL PRIVILEGES, GRANT OPTION FROM ?@?", { values: [user.user, server.host] });
  }

  run(sql: string, values: readonly (string | number | null)[] = []): Promise<unknown> {
    return this.server.run(sql, { database: this.database, values });
  }

  async rows(
    sql: string,
    values: readonly (string | number | null)[] = [],
  ): Promise<Record<string, unknown>[]> {
    return (await this.run(sql, values)) as Record<string, unknown>[];
  }

  /** The member whose photo it is, with every column. */
  async member(number = NUMBER): Promise<Record<string, unknown>> {
    const [row] = await this.rows("SELECT * FROM members WHERE MemberNo = ? ORDER BY ID", [number]);
    return row ?? {};
  }

  async history(): Promise<Record<string, unknown>[]> {
    return this.version === "3.3" ? [] : this.rows("SELECT * FROM modelhistory ORDER BY id");
  }

  /** A daemon's configuration: one user who reads and writes, the simplest way to set it up. */
  async configure(): Promise<(demo: Config) => Config> {
    const { version, database, user, server, folder } = this;
    const needs = readingNeeds(version);
    await server.run(
      grantStatements({ version, database, user: user.user, host: server.host, needs }).join("\n"),
    );
    const passwordFile = path.join(this.#secrets, "sandi");
    writeFileSync(passwordFile, user.password, { mode: 0o600 });
    const reach = { host: server.host, port: server.port, database, user: user.user, passwordFile };
    return (demo) => ({
      ...demo,
      inlislite: { ...demo.inlislite, mode: "mysql", ...reach },
      photo: { ...demo.photo, direct: true, folder, updateBy: STAFF },
    });
  }

  writer({
    port,
    around = (folder) => folder,
    folder,
    updateBy = STAFF,
    clock = new SystemClock(),
  }: PhotoDeskOptions = {}): MysqlPhotoWriter {
    const { server, database, user, version } = this;
    return new MysqlPhotoWriter({
      server: async () => ({ host: server.host, port: port?.() ?? server.port, database, ...user }),
      version: () => version,
      folder: around(new PhotoFolderOnDisk(folder ?? this.folder, new SystemClock())),
      signed: { updateBy, terminal: TERMINAL },
      clock,
      log: this.log,
    });
  }

  async photoOf(number = NUMBER) {
    const { ID } = await this.member(number);
    return { memberId: String(ID), memberNo: number as MemberNo, jpeg: someJpeg() };
  }

  /** Everything that a failed write must leave as it was. */
  async whole() {
    const members = await this.rows("SELECT * FROM members ORDER BY ID");
    const files = this.files.map((name) => [name, this.read(name).toString("base64")]);
    return { members, history: await this.history(), files };
  }

  get files(): readonly string[] {
    return readdirSync(this.folder).toSorted();
  }

  read(name: string): Buffer {
    return readFileSync(path.join(this.folder, name));
  }

  [Symbol.dispose](): void {
    for (const folder of [this.folder, this.#secrets]) rmSync(folder, { recursive: true, force: true });
  }
}
