import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseArgv } from "../../../src/bridge/cli/argv.ts";
import { backup, backupList } from "../../../src/bridge/cli/backup.ts";
import { restore } from "../../../src/bridge/cli/restore.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { backupsIn } from "../../../src/store/backup-folder.ts";
import { newCaseId, opened, openTestStore, temporaryFolder } from "../../store/test-store.ts";

const never = new AbortController().signal;

function desk() {
  const { store, folder, clock } = openTestStore();
  store.events.append([opened(newCaseId(clock)), opened(newCaseId(clock))]);
  const config = demoConfig({ folder, port: 0 });
  return { store, clock, config, wishes: { config, to: undefined, json: false, language: "en" } as const };
}

describe("titian backup", () => {
  it("works beside a running daemon and without one, into any folder, and lists what there is", async () => {
    const { store, wishes, config } = desk();
    expect(await backup(wishes, never)).toMatch(/^Backed up and verified: 2 events, 1 MiB\./);
    store.close();
    const to = path.join(temporaryFolder(), "stick", "titian");
    await backup({ ...wishes, to }, never);

    expect(await backupList({ ...wishes, to }, never)).toMatch(/^✓ .* 2 events {2}.*titian-desk-1-/);
    const [kept] = backupsIn(config.backup.folder, "desk-1");
    writeFileSync(path.join(kept?.folder ?? "", "site-key"), "");
    expect(await backupList(wishes, never)).toMatch(/^✗ .* BACKUP_DAMAGED/);
    expect(await backupList({ ...wishes, to: temporaryFolder() }, never)).toContain("no backups");
  });

  it("says that there is nothing to back up yet", async () => {
    const config = demoConfig({ folder: path.join(temporaryFolder(), "none"), port: 0 });
    await expect(backup({ config, to: undefined, json: false, language: "en" }, never)).rejects.toThrow(
      "no records",
    );
  });
});

describe("titian restore", () => {
  const asking = (answer: boolean, said: string[]) => ({
    mayChangeKey: false,
    confirm: async () => answer,
    print: (line: string) => void said.push(line),
    language: "en" as const,
  });

  it("says what would be lost before it asks, and changes nothing without a yes", async () => {
    const { store, clock, wishes, config } = desk();
    await backup(wishes, never);
    store.events.append(opened(newCaseId(clock)));
    store.close();
    const said: string[] = [];
    await restore({ config, backup: undefined, ...asking(false, said) }, never);
    expect(said[1]).toBe("Records now: 3 events. The newest 1 are not in that backup and will be put aside.");
    expect(openTestStore(config.store.folder).store.events.lastSeq).toBe(3);
  });

  it("is refused in words while the daemon runs, and where there is no backup", async () => {
    const { wishes, config } = desk();
    await expect(restore({ config, backup: undefined, ...asking(true, []) }, never)).rejects.toMatchObject({
      code: "BACKUP_MISSING",
    });
    await backup(wishes, never);
    await expect(restore({ config, backup: undefined, ...asking(true, []) }, never)).rejects.toThrow(
      "Titian runs on this PC",
    );
    const empty = temporaryFolder();
    mkdirSync(path.join(empty, "x"));
    await expect(
      restore({ config, backup: path.join(empty, "x"), ...asking(true, []) }, never),
    ).rejects.toMatchObject({ code: "BACKUP_MISSING" });
  });

  it("wants one backup by name or the newest, not both and not neither", () => {
    expect(parseArgv(["restore", "--newest"])).toMatchObject({ command: "restore", backup: undefined });
    expect(parseArgv(["restore", "/media/x", "--yes"])).toMatchObject({
      backup: "/media/x",
      isAnswered: true,
    });
    for (const words of [["restore"], ["restore", "/media/x", "--newest"], ["restore", "a", "b"]])
      expect(() => parseArgv(words)).toThrow();
  });
});
