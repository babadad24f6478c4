import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../src/kernel/types.ts";
import { openTestStore } from "./test-store.ts";

const hash = (digit: string): string => digit.repeat(64);
const saved = (version: number, digit: string) => ({ version, sha256: hash(digit), title: "Kartu Anggota" });
const published = (version: number, digit: string, from: string, to: string | null = null) => ({
  ...saved(version, digit),
  effectiveFrom: from as LocalDate,
  effectiveTo: to as LocalDate | null,
});

describe("what the log knows of standards", () => {
  it("is every version, the last draft of each, and from when to when it holds, after a restart too", () => {
    const { store, folder } = openTestStore();
    store.standards.saved("id.tirtamaya.kartu", saved(1, "a"));
    store.standards.saved("id.tirtamaya.kartu", saved(1, "b"));
    store.standards.published("id.tirtamaya.kartu", published(1, "c", "2026-02-01", "2026-12-31"));
    store.standards.saved("id.tirtamaya.kartu", saved(2, "d"));
    store.close();

    expect(openTestStore(folder).store.standards.all()).toMatchObject([
      {
        id: "id.tirtamaya.kartu",
        isWithdrawn: false,
        versions: [
          { version: 1, sha256: hash("c"), effectiveFrom: "2026-02-01", effectiveTo: "2026-12-31" },
          { version: 2, sha256: hash("d"), effectiveFrom: undefined },
        ],
      },
    ]);
  });

  it("is a published version as it was published, whatever is saved under its number later", () => {
    const { store } = openTestStore();
    store.standards.published("id.tirtamaya.kartu", published(1, "c", "2026-02-01"));
    store.standards.saved("id.tirtamaya.kartu", saved(1, "e"));
    store.standards.published("id.tirtamaya.kartu", published(1, "f", "2026-03-01"));
    expect(store.standards.all()).toMatchObject([
      { versions: [{ version: 1, sha256: hash("c"), effectiveFrom: "2026-02-01" }] },
    ]);
  });

  it("is a standard of Titian's own too, once it is withdrawn, until it is restored", () => {
    const { store } = openTestStore();
    store.standards.withdrawn("id.lebak.pembuatan-kta");
    expect(store.standards.all()).toEqual([
      { id: "id.lebak.pembuatan-kta", versions: [], isWithdrawn: true },
    ]);
    store.standards.restored("id.lebak.pembuatan-kta");
    expect(store.standards.all()).toEqual([]);
  });
});
