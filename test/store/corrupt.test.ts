import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredEvent } from "../../src/store/event-catalog.ts";
import { codeOf, newCaseId, opened, openTestStore } from "./test-store.ts";

interface Filled {
  readonly folder: string;
  readonly file: string;
  readonly written: readonly StoredEvent[];
}

/** What a few changed bytes may look like: the header also says which version wrote the file, and whether it is read only. */
const REFUSALS = ["STORE_CORRUPT", "STORE_NEWER", "STORE_KEY_WRONG", "STORE_UNUSABLE"];

function filledStore(): Filled {
  const { store, folder, clock } = openTestStore();
  store.events.append(Array.from({ length: 400 }, () => opened(newCaseId(clock))));
  const written = [...store.events.readAll()];
  store.close();
  return { folder, file: path.join(folder, "titian.sqlite"), written };
}

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, "r+");
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

describe("a damaged store", () => {
  it("is refused at the start when pages in its middle were overwritten", () => {
    const { folder, file } = filledStore();
    const middle = Math.floor(statSync(file).size / 2 / 4096) * 4096;
    overwrite(file, middle, Buffer.alloc(8_192, 0x5a));
    expect(codeOf(() => openTestStore(folder))).toBe("STORE_CORRUPT");
    expect(codeOf(() => openTestStore(folder))).toBe("STORE_CORRUPT");
  });

  it("is refused when it is no database, or was cut off", () => {
    const { folder, file } = filledStore();
    const sound = readFileSync(file);
    overwrite(file, 0, Buffer.from("this is no database"));
    expect(codeOf(() => openTestStore(folder))).toBe("STORE_CORRUPT");
    writeFileSync(file, sound);
    truncateSync(file, Math.floor(sound.length / 2));
    expect(codeOf(() => openTestStore(folder))).toBe("STORE_CORRUPT");
  });

  it("is noticed on reading where every page still looks sound", () => {
    const { folder, file, written } = filledStore();
    // Every copy: the halves of a split page leave stale bytes behind.
    const damaged = readFileSync(file)
      .toString("latin1")
      .replaceAll('"standardId":"lebak', '"standardId":"lebaK');
    writeFileSync(file, damaged, "latin1");
    const { store } = openTestStore(folder);
    expect(codeOf(() => [...store.events.readAll()])).toBe("STORE_CORRUPT");
    expect(written).toHaveLength(400);
  });

  it("never reads back anything but what was written, wherever a few bytes were changed", () => {
    const { folder, file, written } = filledStore();
    const sound = readFileSync(file);
    const damage = fc.record({
      // The first page, with the header and the tables' definitions, is as likely as all others together.
      at: fc.oneof(fc.nat(4_095), fc.nat(sound.length - 8)),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    });
    let refused = 0;
    const check = fc.property(damage, ({ at, bytes }) => {
      writeFileSync(file, sound);
      overwrite(file, at, bytes);
      const code = codeOf(() => {
        const { store } = openTestStore(folder);
        try {
          expect([...store.events.readAll()]).toEqual(written);
        } finally {
          store.close();
        }
      });
      if (code) refused++;
      expect([undefined, ...REFUSALS]).toContain(code);
    });
    fc.assert(check, { numRuns: 150 });
    expect(refused).toBeGreaterThan(20);
  });
});
