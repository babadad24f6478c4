import { randomBytes } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { VaultId } from "../../src/kernel/types.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import { codeOf, openTestStore } from "./test-store.ts";

describe("the vault", () => {
  it("gives back what was put in, after a restart too, an empty file as well", () => {
    const { store, folder } = openTestStore();
    const photo = randomBytes(200_000);
    const [one, two] = [store.vault.put(photo), store.vault.put(new Uint8Array())];
    store.close();

    const { vault } = openTestStore(folder).store;
    expect(Buffer.from(vault.get(one)).equals(photo)).toBe(true);
    expect(vault.get(two)).toHaveLength(0);
  });

  it("holds nothing readable, for its owner alone, and never the same bytes twice", () => {
    const { store, folder } = openTestStore();
    const text = Buffer.from("not a secret to be found on the disk");
    const files = [store.vault.put(text), store.vault.put(text)].map((id) => path.join(folder, "vault", id));
    const [first, second] = files.map((file) => readFileSync(file)) as [Buffer, Buffer];
    expect(first.includes(text.subarray(0, 8))).toBe(false);
    expect(first.equals(second)).toBe(false);
    if (process.platform !== "win32") expect(statSync(files[0]!).mode & 0o777).toBe(0o600);
  });

  it("erases, and may be asked to twice", () => {
    const { store, folder } = openTestStore();
    const id = store.vault.put(Uint8Array.of(1, 2, 3));
    store.vault.erase(id);
    store.vault.erase(id);
    expect(codeOf(() => store.vault.get(id))).toBe("VAULT_MISSING");
    expect(readdirSync(path.join(folder, "vault"))).toEqual([]);
  });

  it("knows no other names than its own", () => {
    const { store, clock } = openTestStore();
    for (const id of [uuidV7(clock), "../site-key", "", "vault/../../titian.sqlite"]) {
      expect(codeOf(() => store.vault.get(id as VaultId))).toBe("VAULT_MISSING");
    }
    expect(codeOf(() => store.vault.erase("../site-key" as VaultId))).toBe("VAULT_MISSING");
  });

  it("notices every changed, missing or exchanged byte", () => {
    const { store, folder } = openTestStore();
    const [one, two] = [store.vault.put(randomBytes(40)), store.vault.put(randomBytes(40))];
    const file = path.join(folder, "vault", one);
    const sound = readFileSync(file);
    for (let at = 0; at < sound.length; at++) {
      const damaged = Buffer.from(sound);
      damaged[at] = damaged[at]! ^ 1;
      writeFileSync(file, damaged);
      expect(codeOf(() => store.vault.get(one))).toBe("STORE_CORRUPT");
    }
    for (const length of [0, 1, 12, 13, 28, sound.length - 1]) {
      writeFileSync(file, sound);
      truncateSync(file, length);
      expect(codeOf(() => store.vault.get(one))).toBe("STORE_CORRUPT");
    }
    copyFileSync(path.join(folder, "vault", two), file);
    expect(codeOf(() => store.vault.get(one))).toBe("STORE_CORRUPT");
  });

  it("sweeps away what a killed process left half written", () => {
    const { store, folder } = openTestStore();
    const id = store.vault.put(Uint8Array.of(7));
    store.close();
    writeFileSync(path.join(folder, "vault", `${id}.tmp`), "half");
    expect([...openTestStore(folder).store.vault.get(id)]).toEqual([7]);
    expect(readdirSync(path.join(folder, "vault"))).toEqual([id]);
  });
});
