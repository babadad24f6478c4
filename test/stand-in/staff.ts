import { createHash } from "node:crypto";
import type { InlisliteVersion } from "../../src/inlislite/member.ts";
import type { SiteDatabase } from "./database.ts";

/** Invented officers: two desks, and the administrator. All have the same password. */
export const STAFF = ["admin", "petugas1", "petugas2"] as const;
export type Staff = (typeof STAFF)[number];
export const STAFF_PASSWORD = "rahasia-tirtamaya";

/** Neither product hashes like this; the stand-in only keeps strangers out of its own tables. */
const hash = (password: string): string => createHash("sha256").update(`tirtamaya:${password}`).digest("hex");

export async function seedStaff(db: SiteDatabase, version: InlisliteVersion): Promise<void> {
  for (const username of STAFF) {
    const common = { username, password_hash: hash(STAFF_PASSWORD) };
    await db.insert(
      "users",
      version === "3.2"
        ? { ...common, password: "", Fullname: username, Role_id: 1 }
        : { ...common, email: `${username}@contoh.invalid`, active: 1, branch_id: 1 },
    );
  }
}

export interface Officer {
  readonly id: number;
  readonly username: string;
}

export async function findOfficer(
  db: SiteDatabase,
  username: string | undefined,
  password: string | undefined,
): Promise<Officer | undefined> {
  return db.row<Officer>("SELECT id, username FROM users WHERE username = ? AND password_hash = ?", [
    username ?? "",
    hash(password ?? ""),
  ]);
}
