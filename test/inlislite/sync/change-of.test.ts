import { describe, expect, it } from "vitest";
import { SeededRandom } from "../../../src/inlislite/embedded/random.ts";
import { changesOf } from "../../../src/inlislite/sync/change-of.ts";
import type { MemberChange } from "../../../src/inlislite/sync/member-change.ts";
import type { MirroredMember } from "../../../src/inlislite/sync/mirror.ts";
import type { LocalDate, MemberNo } from "../../../src/kernel/types.ts";
import { inventMember } from "../../harness/fake-member-feed.ts";

const told = (changes: readonly MemberChange[]): string[] =>
  changes.map(({ kind, member, fields }) => [kind, member.memberId, ...fields].join(" "));
const changed = (before: MirroredMember, after: MirroredMember): string[] =>
  told(changesOf([{ before, after }], []));
const no = (text: string): MemberNo => text as MemberNo;
const day = (text: string): LocalDate => text as LocalDate;

describe("what happened to a member", () => {
  it("is the most telling thing, with every field that differs", () => {
    const before = inventMember(1, { status: "new", validUntil: day("2026-01-05"), photoName: undefined });
    expect(
      changed(
        before,
        inventMember(1, { validUntil: day("2027-01-05"), photoName: "1.jpg", status: "active" }),
      ),
    ).toEqual(["activated 1 status validUntil photoName"]);
    expect(
      changed(inventMember(1), inventMember(1, { validUntil: day("2028-01-05"), photoName: "a.jpg" })),
    ).toEqual(["renewed 1 validUntil photoName"]);
    expect(changed(inventMember(1), inventMember(1, { fullName: "Lain", photoName: "a.jpg" }))).toEqual([
      "photo-changed 1 fullName photoName",
    ]);
    expect(changed(inventMember(1), inventMember(1, { memberType: "Pelajar" }))).toEqual([
      "changed 1 memberType",
    ]);
  });

  it("is no renewal when the end moves back, appears, or comes with the first activation", () => {
    const ends = (validUntil: string | undefined) =>
      inventMember(1, { validUntil: validUntil as LocalDate | undefined });
    expect(changed(ends("2027-01-05"), ends("2026-01-05"))).toEqual(["changed 1 validUntil"]);
    expect(changed(ends(undefined), ends("2027-01-05"))).toEqual(["changed 1 validUntil"]);
    expect(changed(ends("2027-01-05"), ends(undefined))).toEqual(["changed 1 validUntil"]);
    const applicant = inventMember(1, { status: "new", validUntil: day("2026-01-05") });
    expect(changed(applicant, inventMember(1, { status: "new" }))).toEqual(["changed 1 validUntil"]);
  });

  it("is nothing when only the reading differs", () => {
    expect(
      changed(inventMember(1), inventMember(1, { updatedAt: "2026-11-11 11:11:11", isOnline: true })),
    ).toEqual([]);
  });

  it("is a renumbering when a number leaves one id and comes under another", () => {
    const before = inventMember(7, { memberNo: no("A-7") });
    const after = inventMember(91, { memberNo: no("a-7 "), photoName: "91.jpg" });
    expect(told(changesOf([{ before: undefined, after }], [before]))).toEqual([
      "renumbered 91 memberId memberNo fullName photoName",
    ]);
  });

  it("is a departure and an arrival when an id has passed to somebody else", () => {
    const before = inventMember(7, { memberNo: no("A-7"), fullName: "Satu" });
    const after = inventMember(7, { memberNo: no("B-1"), fullName: "Dua" });
    expect(changed(before, after)).toEqual(["appeared 7", "vanished 7"]);
    expect(changed(before, inventMember(7, { memberNo: no("A-7"), fullName: "Satu Baru" }))).toEqual([
      "changed 7 fullName",
    ]);
    expect(changed(before, inventMember(7, { memberNo: no("A-8"), fullName: "Satu" }))).toEqual([
      "changed 7 memberNo",
    ]);
  });

  it("follows two who change places, and ids that all move up by one", () => {
    const people = [1, 2, 3].map((id) => inventMember(id));
    const [one, two, three] = people as [MirroredMember, MirroredMember, MirroredMember];
    const at = (member: MirroredMember, id: string): MirroredMember => ({ ...member, memberId: id });
    const swap = [
      { before: one, after: at(two, "1") },
      { before: two, after: at(one, "2") },
    ];
    expect(told(changesOf(swap, []))).toEqual(["renumbered 1 memberId", "renumbered 2 memberId"]);
    const shift = [
      { before: two, after: at(one, "2") },
      { before: three, after: at(two, "3") },
      { before: undefined, after: at(three, "4") },
    ];
    expect(told(changesOf(shift, [one]))).toEqual([
      "renumbered 2 memberId",
      "renumbered 3 memberId",
      "renumbered 4 memberId",
    ]);
  });

  it("takes nobody for another where a number is shared, empty, or the name does not decide", () => {
    const twin = (id: number, fullName: string) => inventMember(id, { memberNo: no("T"), fullName });
    const gone = [twin(1, "Kembar"), twin(2, "Kembar")];
    const come = [twin(3, "Kembar"), twin(4, "Kembar")].map((after) => ({ before: undefined, after }));
    expect(told(changesOf(come, gone)).sort()).toEqual([
      "appeared 3",
      "appeared 4",
      "vanished 1",
      "vanished 2",
    ]);
    const named = [twin(1, "Ayu"), twin(2, "Budi")];
    const moved = [twin(3, "Budi"), twin(4, "Ayu")].map((after) => ({ before: undefined, after }));
    expect(told(changesOf(moved, named)).sort()).toEqual([
      "renumbered 3 memberId photoName",
      "renumbered 4 memberId photoName",
    ]);
    const nameless = inventMember(1, { memberNo: no("") });
    expect(
      told(
        changesOf([{ before: undefined, after: inventMember(2, { memberNo: no("") }) }], [nameless]),
      ).sort(),
    ).toEqual(["appeared 2", "vanished 1"]);
  });
});

/** Any two states of a small table, with shared and empty numbers among them. */
function anyTable(random: SeededRandom): Map<string, MirroredMember> {
  const rows = Array.from({ length: random.between(0, 8) }, () =>
    inventMember(random.between(1, 10), {
      memberNo: no(random.pick(["", "A", "a ", "B", "C", "D", "E", "F", "G"])),
      fullName: random.pick(["Ayu", "Budi", "Citra", "Dewi"]),
      status: random.pick(["new", "active", "suspended"] as const),
      validUntil: random.pick([undefined, day("2026-01-01"), day("2027-01-01")]),
      photoName: random.pick([undefined, "x.jpg"]),
    }),
  );
  return new Map(rows.map((row) => [row.memberId, row]));
}

describe("changes between any two states of a table", () => {
  it("lead from the one to the other, whatever they are", () => {
    const random = new SeededRandom(7);
    for (let turn = 0; turn < 3_000; turn++) {
      const before = anyTable(random);
      const after = anyTable(random);
      const applied = [...after.values()].map((row) => ({ before: before.get(row.memberId), after: row }));
      const removed = [...before.values()].filter(({ memberId }) => !after.has(memberId));
      const changes = changesOf(applied, removed);

      const replayed = new Map(before);
      const isDeparture = ({ kind }: MemberChange): boolean => kind === "vanished" || kind === "renumbered";
      for (const change of changes) if (isDeparture(change)) replayed.delete(change.before?.memberId ?? "");
      for (const { kind, member } of changes) if (kind !== "vanished") replayed.set(member.memberId, member);
      const essence = (table: ReadonlyMap<string, MirroredMember>) =>
        [...table.values()]
          .map(({ checksum: _, ...row }) => row)
          .sort((a, b) => Number(a.memberId) - Number(b.memberId));
      expect(essence(replayed), `turn ${turn}`).toEqual(essence(after));

      for (const { kind, before: was, member, fields } of changes) {
        expect(was === undefined).toBe(kind === "appeared");
        expect(fields.length === 0).toBe(kind === "appeared" || kind === "vanished");
        if (kind === "renumbered") {
          expect(was?.memberId).not.toBe(member.memberId);
          expect(was?.memberNo.trimEnd().toUpperCase()).toBe(member.memberNo.trimEnd().toUpperCase());
          expect(member.memberNo).not.toBe("");
        }
      }
      const touched = changes.map(({ member, kind }) => `${member.memberId} ${kind === "vanished"}`);
      expect(new Set(touched).size).toBe(touched.length);
    }
  });
});
