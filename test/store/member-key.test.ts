import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { MemberNo } from "../../src/kernel/types.ts";
import { codeOf, openTestStore, temporaryFolder } from "./test-store.ts";

describe("a member key", () => {
  it("is the same for every spelling that INLISLite takes for the same number", () => {
    const { store } = openTestStore();
    const key = store.memberKeyOf("PD-2026a 01" as MemberNo);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    for (const spelling of ["pd-2026A 01", "PD-2026A 01   ", " PD-2026a 01"]) {
      expect(store.memberKeyOf(spelling as MemberNo)).toBe(key);
    }
    for (const other of ["PD-2026A01", "PD-2026A 1", "0PD-2026A 01"]) {
      expect(store.memberKeyOf(other as MemberNo)).not.toBe(key);
    }
  });

  it("stays the same over restarts and differs from site to site", () => {
    const { store, folder } = openTestStore();
    const key = store.memberKeyOf("00017" as MemberNo);
    store.close();
    expect(openTestStore(folder).store.memberKeyOf("00017" as MemberNo)).toBe(key);
    expect(openTestStore().store.memberKeyOf("00017" as MemberNo)).not.toBe(key);
  });
});

describe("the site key", () => {
  const started = (): { readonly folder: string; readonly file: string } => {
    const { store, folder } = openTestStore();
    store.close();
    return { folder, file: path.join(folder, "site-key") };
  };

  it("is 32 bytes that only the owner may read", () => {
    const { file } = started();
    expect(readFileSync(file)).toHaveLength(32);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("is refused when others may read it", () => {
    if (process.platform === "win32") return;
    const { folder, file } = started();
    for (const mode of [0o640, 0o604]) {
      chmodSync(file, mode);
      expect(codeOf(() => openTestStore(folder))).toBe("STORE_KEY_EXPOSED");
    }
    chmodSync(file, 0o600);
    expect(codeOf(() => openTestStore(folder))).toBeUndefined();
  });

  it("is never made anew for a store that was written with one", () => {
    const { folder, file } = started();
    const key = readFileSync(file);
    rmSync(file);
    expect(codeOf(() => openTestStore(folder))).toBe("STORE_KEY_WRONG");
    expect(existsSync(file)).toBe(false);

    for (const wrong of [Buffer.alloc(32), key.subarray(0, 31), Buffer.alloc(0)]) {
      writeFileSync(file, wrong, { mode: 0o600 });
      expect(codeOf(() => openTestStore(folder))).toBe("STORE_KEY_WRONG");
    }
    writeFileSync(file, key, { mode: 0o600 });
    expect(codeOf(() => openTestStore(folder))).toBeUndefined();
  });

  it("may be brought from another desk of the same library before the first start", () => {
    const { file } = started();
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "site-key"), readFileSync(file), { mode: 0o600 });
    const { store } = openTestStore(folder);
    const first = openTestStore(path.dirname(file)).store;
    expect(store.memberKeyOf("00017" as MemberNo)).toBe(first.memberKeyOf("00017" as MemberNo));
  });
});
