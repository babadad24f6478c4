import { randomBytes } from "node:crypto";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { eraseMemberHere } from "../../../src/bridge/cli/erase-member.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { eraseMember } from "../../../src/bridge/privacy/erase-member.ts";
import type { MemberNo } from "../../../src/kernel/types.ts";
import { SqliteMirrorStore } from "../../../src/store/mirror/mirror-store.ts";
import { verifyBackup } from "../../../src/store/verify-backup.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { newCaseId, opened, openTestStore, type TestStore } from "../../store/test-store.ts";

const never = new AbortController().signal;
/** Invented. */
const WARIH = "AG-2026-004417" as MemberNo;
const OTHER = "AG-2026-000001" as MemberNo;

/** A service of this member, with a photo, a drawn signature and somebody who fetched the card. */
function serve({ store, clock }: TestStore, memberNo: MemberNo, isOver = true) {
  const id = newCaseId(clock);
  const [photo, original, file, collector] = [0, 1, 2, 3].map(() => store.vault.put(randomBytes(500)));
  const stream = `case/${id}` as const;
  store.events.append([
    opened(id, { memberKey: store.memberKeyOf(memberNo) }),
    { stream, type: "case.photoTaken", data: { photo: photo!, source: "camera", original: original! } },
  ]);
  if (!isOver) return;
  store.events.append({
    stream,
    type: "case.handedOver",
    data: {
      ...{ phoneConfirmed: true, signature: "drawn", file: file! },
      collector: { relation: "other", file: collector! },
    },
  });
}

function desk() {
  const test = openTestStore();
  return { ...test, config: demoConfig({ folder: test.folder, port: 0 }) };
}

const vaultOf = (folder: string): number => readdirSync(path.join(folder, "vault")).length;

describe("erasing a member", () => {
  it("takes their photos, signatures and collectors out of the vault, the backups and replaced stores, and nobody else's", async () => {
    const test = desk();
    const { store, config, folder } = test;
    serve(test, WARIH);
    serve(test, OTHER);
    const { folder: backup } = await store.backup(config.backup.folder, "0.1.0", never);
    const aside = path.join(folder, "replaced-20260206-010000");
    cpSync(path.join(folder, "vault"), path.join(aside, "vault"), { recursive: true });

    expect(eraseMember(" ag-2026-004417 " as MemberNo, { config, store })).toEqual({
      ...{ files: 4, copies: 8, mirrored: 0, kept: 1 },
    });
    expect([vaultOf(folder), vaultOf(backup), vaultOf(aside)]).toEqual([4, 4, 4]);
    expect((await verifyBackup(backup, never)).lastSeq).toBe(6);
    expect(store.memberFiles.of(store.memberKeyOf(OTHER))).toHaveLength(4);
  });

  it("is written into the log by pseudonym, and may be done again", () => {
    const test = desk();
    serve(test, WARIH);
    const { store, config } = test;
    eraseMember(WARIH, { config, store });
    expect(eraseMember(WARIH, { config, store })).toMatchObject({ files: 0, copies: 0, kept: 1 });
    const events = [...store.events.readAll()];
    const memberKey = store.memberKeyOf(WARIH);
    expect(events.filter(({ type }) => type === "vault.erased")).toHaveLength(4);
    expect(events.at(-4)).toMatchObject({ type: "vault.erased" });
    expect(events.find(({ type }) => type === "desk.memberErased")?.data).toEqual({
      ...{ memberKey, files: 4, copies: 0, mirrored: 0 },
    });
    expect(JSON.stringify(events)).not.toContain(WARIH);
  });

  it("takes them out of the copy of members, down to its bytes", () => {
    const { store, config, folder, clock } = desk();
    const file = path.join(folder, "mirror.sqlite");
    const mirror = new SqliteMirrorStore({ file, clock });
    const member = (memberId: string, memberNo: MemberNo, fullName: string) => ({
      ...{ memberId, memberNo, fullName, memberType: undefined, status: "active" as const },
      ...{ registeredOn: undefined, validUntil: undefined, photoName: undefined, checksum: 1 },
      ...{ updatedAt: undefined, isOnline: false, isInBasket: false },
    });
    mirror.load([member("1", WARIH, "Warih Panjalu"), member("2", OTHER, "Lastri Kembang")]);
    mirror.finishLoad(clock.now());
    mirror.close();

    expect(eraseMember(WARIH, { config, store })).toMatchObject({ mirrored: 1 });
    const left = new SqliteMirrorStore({ file, clock });
    expect(left.size).toBe(1);
    expect(left.byNo(WARIH)).toEqual([]);
    left.close();
    expect(readFileSync(file, "latin1")).not.toContain("Warih Panjalu");
  });

  it("waits for a service that is under way", () => {
    const test = desk();
    serve(test, WARIH, false);
    expect(() => eraseMember(WARIH, test)).toThrow("under way");
    expect(vaultOf(test.folder)).toBe(4);
  });

  it("says exactly what went, what stays and why, and changes nothing without a yes", async () => {
    const test = desk();
    serve(test, WARIH);
    const { store, config, clock } = test;
    store.close();
    const wishes = { config, member: WARIH, json: false, clock, log: new SilentLog() } as const;
    const no = { confirm: async () => false, language: "id" } as const;
    expect(await eraseMemberHere({ ...wishes, ...no })).toBe("Tidak ada yang diubah.");
    const said = await eraseMemberHere({ ...wishes, confirm: async () => true, language: "en" });
    expect(said).toContain("4 encrypted files");
    expect(said).toContain("1 services and prints in the event log");
    expect(said).toContain("INLISLite");
    expect(said).not.toContain(WARIH);
  });
});
