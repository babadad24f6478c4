import { readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf, openTestStore } from "./test-store.ts";

const SOME_FILE = Buffer.from('{"a design":"of a card"}');
const HASH = "0".repeat(64);

describe("design files", () => {
  it("are the same file when the same is put twice, and are there after a restart", () => {
    const { store, folder } = openTestStore();
    const names = [store.designFiles.put(SOME_FILE), store.designFiles.put(SOME_FILE)];
    expect(new Set(names).size).toBe(1);
    expect(readdirSync(path.join(folder, "designs"))).toEqual([`${names[0]}.json`]);
    store.close();
    expect(Buffer.compare(openTestStore(folder).store.designFiles.get(names[0]!), SOME_FILE)).toBe(0);
  });

  it("are known to be gone or changed, and to be put again mends them", () => {
    const { store, folder } = openTestStore();
    const name = store.designFiles.put(SOME_FILE);
    const file = path.join(folder, "designs", `${name}.json`);
    truncateSync(file, 5);
    expect(codeOf(() => store.designFiles.get(name))).toBe("DESIGN_FILE_DAMAGED");
    rmSync(file);
    expect(codeOf(() => store.designFiles.get(name))).toBe("DESIGN_FILE_MISSING");
    store.designFiles.put(SOME_FILE);
    expect(store.designFiles.get(name)).toHaveLength(SOME_FILE.length);
  });

  it("never lie outside their folder", () => {
    const { store } = openTestStore();
    for (const name of ["../site-key", "", "titian.sqlite"])
      expect(codeOf(() => store.designFiles.get(name))).toBe("DESIGN_FILE_MISSING");
  });

  it("leave no half-written draft behind a kill", () => {
    const { store, folder } = openTestStore();
    store.close();
    writeFileSync(path.join(folder, "designs", "half.json.tmp"), "{");
    openTestStore(folder);
    expect(readdirSync(path.join(folder, "designs"))).toEqual([]);
  });
});

describe("what the log knows of designs", () => {
  it("is every version, the one approved, and the choice, after a restart too", () => {
    const { store, folder } = openTestStore();
    store.designs.saved("pelajar", { version: 1, sha256: HASH, title: "Pelajar" });
    store.designs.approved("pelajar", 1);
    store.designs.saved("pelajar", { version: 2, sha256: HASH, title: "Pelajar baru" });
    const choices = { default: "lengkung", rules: [{ memberTypes: ["Pelajar"], design: "pelajar" }] };
    store.designs.chosen(choices);
    store.close();

    const { designs } = openTestStore(folder).store;
    expect(designs.choices()).toEqual(choices);
    expect(designs.all()).toMatchObject([
      {
        name: "pelajar",
        approved: 1,
        isWithdrawn: false,
        versions: [
          { version: 1, title: "Pelajar" },
          { version: 2, title: "Pelajar baru" },
        ],
      },
    ]);
  });

  it("is nothing printable once a design is withdrawn, until it is approved again", () => {
    const { store } = openTestStore();
    store.designs.saved("pelajar", { version: 1, sha256: HASH, title: "Pelajar" });
    store.designs.approved("pelajar", 1);
    store.designs.withdrawn("pelajar");
    expect(store.designs.all()).toMatchObject([{ approved: undefined, isWithdrawn: true }]);
    store.designs.approved("pelajar", 1);
    expect(store.designs.all()).toMatchObject([{ approved: 1, isWithdrawn: false }]);
  });

  it("is not a choice that nobody has made", () => {
    expect(openTestStore().store.designs.choices()).toBeUndefined();
  });
});
