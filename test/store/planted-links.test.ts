import { execFileSync } from "node:child_process";
import {
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { backupStore } from "../../src/store/backup.ts";
import { openBackupSource } from "../../src/store/backup-source.ts";
import { writeDurably } from "../../src/store/durable-file.ts";
import { giveToOwnerOf } from "../../src/store/ownership.ts";
import { verifyBackup } from "../../src/store/verify-backup.ts";
import { newCaseId, opened, openTestStore, temporaryFolder } from "./test-store.ts";

const never = new AbortController().signal;
const about = { desk: "desk-1", titian: "0.1.0", at: new Date("2026-11-27T03:00:00Z") };

function deskWithPhoto() {
  const { store, clock, folder } = openTestStore();
  store.events.append([opened(newCaseId(clock))]);
  const photo = path.join(folder, "vault", store.vault.put(Buffer.from("potret")));
  return { store, folder, photo };
}

/** A file that only whoever runs the command may read. */
function secretFile(): string {
  const secret = path.join(temporaryFolder(), "shadow");
  writeFileSync(secret, "root:rahasia\n");
  return secret;
}

/** Where somebody has put something else in the place of a file, whoever runs Titian's commands. */
describe("links that somebody else has put into a folder", () => {
  it("do not bring what they lead to into a backup", async () => {
    const { folder, photo } = deskWithPhoto();
    rmSync(photo);
    symlinkSync(secretFile(), photo);
    using source = openBackupSource(folder);
    const into = temporaryFolder();
    await expect(backupStore(source, into, never, about)).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
    expect(readdirSync(into)).toEqual([]);
  });

  it("keep nobody who reads a backup: neither a link to what never ends, nor a pipe", async () => {
    const { store, photo } = deskWithPhoto();
    const { folder } = await store.backup(temporaryFolder(), "0.1.0", never);
    const file = path.join(folder, "vault", path.basename(photo));
    const manifest = path.join(folder, "manifest.json");
    const endless = AbortSignal.timeout(20_000);
    for (const planted of [file, manifest]) {
      renameSync(planted, `${planted}.kept`);
      symlinkSync("/dev/zero", planted);
      await expect(verifyBackup(folder, endless)).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
      rmSync(planted);
      execFileSync("mkfifo", [planted]);
      await expect(verifyBackup(folder, endless)).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
      rmSync(planted);
      renameSync(`${planted}.kept`, planted);
    }
    await verifyBackup(folder, endless);
  });

  it("are not written through", () => {
    const folder = temporaryFolder();
    const secret = secretFile();
    const file = path.join(folder, "order.json");
    symlinkSync(secret, `${file}.tmp`);
    expect(() => writeDurably(file, Buffer.from("{}"))).toThrow();
    expect(readFileSync(secret, "utf8")).toBe("root:rahasia\n");
    // The link is gone, and the next who writes is not kept from it.
    writeDurably(file, Buffer.from("{}"));
    expect(lstatSync(file).isFile()).toBe(true);
  });

  it.skipIf(process.getuid?.() !== 0)("give nobody a file that is not theirs", () => {
    const folder = path.join(temporaryFolder(), "store");
    mkdirSync(folder);
    chownSync(folder, 12_345, 12_345);
    const secret = secretFile();
    symlinkSync(secret, path.join(folder, "site-key"));
    giveToOwnerOf(folder, ["site-key"]);
    expect(statSync(secret).uid).toBe(0);
    expect(lstatSync(path.join(folder, "site-key")).uid).toBe(12_345);
  });
});
