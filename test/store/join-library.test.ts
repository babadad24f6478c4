import { describe, expect, it } from "vitest";
import type { MemberNo } from "../../src/kernel/types.ts";
import { joinLibrary } from "../../src/store/join-library.ts";
import { keyOfCode, libraryCode } from "../../src/store/library-code.ts";
import { readSiteKey } from "../../src/store/site-key.ts";
import { codeOf, newCaseId, opened, openTestStore } from "./test-store.ts";

const MEMBER = "A-0042" as MemberNo;

describe("the library's code", () => {
  it("is the key in fourteen groups of four, and is read as people type it", () => {
    const key = readSiteKey(openTestStore().folder);
    const code = libraryCode(key);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
    for (const text of [code, typed, code.replaceAll("-", "")])
      expect(Buffer.compare(keyOfCode(text), key)).toBe(0);
  });

  it("is refused with a digit wrong, missing or too many", () => {
    const code = libraryCode(readSiteKey(openTestStore().folder));
    const other = code.startsWith("2") ? "3" : "2";
    for (const wrong of [
      "",
      "TITIAN",
      code.slice(1),
      `${code}0`,
      `${other}${code.slice(1)}`,
      code.replace(/.$/, "?"),
    ])
      expect(codeOf(() => keyOfCode(wrong))).toBe("EXCHANGE_CODE_WRONG");
  });
});

describe("a new desk that joins", () => {
  it("knows members by the same keys as the desk whose code it has, before or after its first start", () => {
    const one = openTestStore();
    const code = libraryCode(readSiteKey(one.folder));
    const two = openTestStore(undefined, undefined, "desk-2");
    two.store.counters.name("Loket 2");
    expect(two.store.memberKeyOf(MEMBER)).not.toBe(one.store.memberKeyOf(MEMBER));
    two.store.close();
    joinLibrary(two.folder, code);
    joinLibrary(two.folder, code);
    const again = openTestStore(two.folder, undefined, "desk-2");
    expect(again.store.memberKeyOf(MEMBER)).toBe(one.store.memberKeyOf(MEMBER));
  });

  it("is refused once it has kept a member or a file under a key of its own", () => {
    const code = libraryCode(readSiteKey(openTestStore().folder));
    const withCase = openTestStore();
    withCase.store.events.append(opened(newCaseId(withCase.clock)));
    const withFile = openTestStore();
    withFile.store.vault.put(Buffer.from("photo"));
    for (const { store, folder } of [withCase, withFile]) {
      const before = store.memberKeyOf(MEMBER);
      store.close();
      expect(codeOf(() => joinLibrary(folder, code))).toBe("EXCHANGE_KEY_IN_USE");
      expect(openTestStore(folder).store.memberKeyOf(MEMBER)).toBe(before);
    }
  });

  it("is refused while its daemon runs", () => {
    const { folder } = openTestStore();
    const code = libraryCode(readSiteKey(openTestStore().folder));
    expect(codeOf(() => joinLibrary(folder, code))).toBe("STORE_LOCKED");
  });
});
