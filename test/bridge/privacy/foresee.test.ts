import { describe, expect, it } from "vitest";
import { privacyView } from "../../../src/bridge/privacy/privacy-view.ts";
import type { MemberNo } from "../../../src/kernel/types.ts";
import { openLibrary, passAll } from "../../store/library.ts";
import { openTestStore, type TestStore } from "../../store/test-store.ts";
import { begin, complain, forgetting, LASTRI, mirrorOf, serve, WARIH, wordsOf } from "./planted.ts";

const never = new AbortController().signal;
const DESKS = ["desk-1", "desk-2"];

describe("what the console says before a member is forgotten", () => {
  it("is what goes then, and nothing has changed by asking", async () => {
    const desk = openTestStore();
    const { store } = desk;
    const mirror = mirrorOf(desk, WARIH, LASTRI);
    const { config, erasures } = forgetting(desk, "desk-1", mirror);
    const { id } = serve(desk, WARIH);
    complain(desk, id, WARIH)();
    serve(desk, LASTRI);
    await store.backup(config.backup.folder, "0.1.0", never);
    const before = [...store.events.readAll()].length;

    const foreseen = erasures.foresee(` ${WARIH.memberNo.toLowerCase()} ` as MemberNo);
    expect(foreseen).toEqual({
      ...{ isUnderWay: false, files: 5, places: 1, mirrored: 1, kept: 1, desks: [] },
    });
    expect([...store.events.readAll()]).toHaveLength(before);
    expect(mirror.size).toBe(2);

    const { files, mirrored, kept } = erasures.ask(WARIH.memberNo);
    expect({ files, mirrored, kept }).toEqual({ files: 5, mirrored: 1, kept: 1 });
    expect(erasures.foresee(WARIH.memberNo)).toMatchObject({ files: 0, mirrored: 0, kept: 1 });
    mirror.close();
  });

  it("tells of a service under way, and of nothing where nobody has that number", () => {
    const desk = openTestStore();
    const { erasures } = forgetting(desk);
    begin(desk, WARIH);
    expect(erasures.foresee(WARIH.memberNo)).toMatchObject({ isUnderWay: true, files: 0 });
    expect(erasures.foresee(LASTRI.memberNo)).toEqual({
      ...{ isUnderWay: false, files: 0, places: 0, mirrored: 0, kept: 0, desks: [] },
    });
  });
});

describe("the page of personal data", () => {
  it("lists every rule of this desk, and wishes newest first with every desk's state, by pseudonym", async () => {
    const [one, two] = openLibrary(DESKS) as [TestStore, TestStore];
    const of = [one, two].map((desk, index) => forgetting(desk, DESKS[index]));
    for (const [index, { store }] of [one, two].entries()) store.counters.name(`Loket ${index + 1}`);
    serve(one, WARIH);
    passAll([one, two], DESKS);
    of[0]?.erasures.ask(WARIH.memberNo);
    await one.clock.advance(60_000);
    of[0]?.erasures.ask(LASTRI.memberNo);
    passAll([one, two], DESKS);

    const config = of[0]!.config;
    const titled = { ...config, desk: { ...config.desk, title: "Loket 1" } };
    const shown = () => privacyView({ config: titled, store: one.store }, "id");
    const keyOf = (memberNo: MemberNo): string => one.store.memberKeyOf(memberNo).slice(0, 12);
    const desk = (title: string, doneAt: unknown) => ({ title, doneAt });
    const waiting = [desk("Loket 1", expect.any(String)), desk("Loket 2", null)];
    expect(shown().erasures).toMatchObject([
      { key: keyOf(LASTRI.memberNo), desk: "Loket 1", by: null, desks: waiting },
      { key: keyOf(WARIH.memberNo), desk: "Loket 1", by: null, desks: waiting },
    ]);

    of[1]?.erasures.obey();
    passAll([one, two], DESKS);
    for (const { desks } of shown().erasures)
      expect(desks).toEqual([desk("Loket 1", expect.any(String)), desk("Loket 2", expect.any(String))]);
    const { record, isAlone } = shown();
    expect(isAlone).toBe(true);
    expect(record.map(({ erasedBy }) => erasedBy).join()).toContain("halaman Privasi");
    for (const word of wordsOf(WARIH)) expect(JSON.stringify(shown()).toLowerCase()).not.toContain(word);
  });
});
