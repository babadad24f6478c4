import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { Copies } from "../../../src/bridge/privacy/copies.ts";
import { Erasures } from "../../../src/bridge/privacy/erasures.ts";
import type { CaseId, ComplaintId, MemberNo, VaultId } from "../../../src/kernel/types.ts";
import { SqliteMirrorStore } from "../../../src/store/mirror/mirror-store.ts";
import { readSiteKey } from "../../../src/store/site-key.ts";
import { Vault } from "../../../src/store/vault.ts";
import { newCaseId, opened, type TestStore } from "../../store/test-store.ts";

/** Invented. */
export const WARIH = {
  memberNo: "AG-2026-004417" as MemberNo,
  name: "Warih Panjalu",
  collector: "Sekarwangi",
};
export const LASTRI = {
  memberNo: "AG-2026-000001" as MemberNo,
  name: "Lastri Kembang",
  collector: "Wiratma",
};
export type Planted = typeof WARIH;

/** What a desk is made of as far as forgetting goes. */
export function forgetting(desk: TestStore, id = "desk-1", mirror?: SqliteMirrorStore, versions?: string) {
  const { store, folder, clock, log } = desk;
  const demo = demoConfig({ folder, port: 0 });
  const config = { ...demo, desk: { ...demo.desk, id } };
  const copies = new Copies(config, versions);
  const erasures = new Erasures({ store, desk: id, copies, mirror, clock, log });
  return { config, erasures };
}

export interface Served {
  readonly id: CaseId;
  readonly photo: VaultId;
  readonly original: VaultId;
}

const put = ({ store }: TestStore, text: string): VaultId => store.vault.put(Buffer.from(text));

export function begin(desk: TestStore, { memberNo, name }: Planted): Served {
  const { store, clock } = desk;
  const id = newCaseId(clock);
  const [photo, original] = [put(desk, `photo of ${name}`), put(desk, `original of ${name}`)];
  store.events.append([
    opened(id, { memberKey: store.memberKeyOf(memberNo) }),
    { stream: `case/${id}`, type: "case.photoTaken", data: { photo, source: "camera", original } },
  ]);
  return { id, photo, original };
}

export function handOver(desk: TestStore, id: CaseId, { name, collector }: Planted): void {
  const [file, who] = [put(desk, `signature of ${name}`), put(desk, collector)];
  desk.store.events.append({
    stream: `case/${id}`,
    type: "case.handedOver",
    data: {
      ...{ phoneConfirmed: true, signature: "drawn", file },
      collector: { relation: "other", file: who },
    },
  });
}

/** A service of this member, with a photo, a drawn signature and somebody who fetched the card. */
export function serve(desk: TestStore, who: Planted): Served {
  const served = begin(desk, who);
  handOver(desk, served.id, who);
  return served;
}

export function complain(desk: TestStore, about: CaseId, { name }: Planted): () => void {
  const complaint = crypto.randomUUID() as ComplaintId;
  const stream = `complaint/${complaint}`;
  desk.store.events.append({
    stream,
    type: "complaint.received",
    data: {
      ...{
        number: "P-2026-001",
        day: "2026-02-06",
        channel: "box",
        subject: "waiting-time",
        limitDays: null,
      },
      ...{ standardId: "id.lebak.pembuatan-kta", standardVersion: 1, case: about },
      file: put(desk, `${name} says`),
    },
  });
  return () =>
    void desk.store.events.append({ stream, type: "complaint.closed", data: { outcome: "explained" } });
}

/** The copy of members, with everybody who is named. */
export function mirrorOf({ folder, clock }: TestStore, ...people: readonly Planted[]): SqliteMirrorStore {
  const mirror = new SqliteMirrorStore({ file: path.join(folder, "mirror.sqlite"), clock });
  const rows = people.map(({ memberNo, name }, index) => ({
    ...{ memberId: String(index + 1), memberNo, fullName: name, memberType: undefined, checksum: 1 },
    ...{ status: "active" as const, registeredOn: undefined, validUntil: undefined, photoName: undefined },
    ...{ updatedAt: undefined, isOnline: false, isInBasket: false },
  }));
  mirror.load([]);
  mirror.finishLoad(clock.now());
  // As they come while the desk works: through the journal.
  mirror.apply(rows, clock.now());
  return mirror;
}

/** Every file below, as its bytes are, and every file of a vault as who holds the key reads it: here, in backups, put aside. */
export function allBytes({ folder, clock }: Pick<TestStore, "folder" | "clock">): string {
  const sql = new DatabaseSync(path.join(folder, "titian.sqlite"));
  sql.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  sql.close();
  const siteKey = readSiteKey(folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files
    .flatMap(({ parentPath, name }) => {
      const vault =
        path.basename(parentPath) === "vault" && new Vault({ folder: parentPath, siteKey, clock });
      const inside = vault ? vault.get(name as VaultId) : new Uint8Array();
      return [name, readFileSync(path.join(parentPath, name)), Buffer.from(inside)];
    })
    .map((part) => part.toString("latin1"))
    .join("\n")
    .toLowerCase();
}

/** Words of a person that nothing else is called by. */
export const wordsOf = ({ memberNo, name, collector }: Planted): readonly string[] =>
  [memberNo, ...name.split(" "), collector].map((word) => word.toLowerCase());
