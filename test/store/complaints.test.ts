import { describe, expect, it } from "vitest";
import type { ComplaintId, LocalDate } from "../../src/kernel/types.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import { received } from "./complaint-acts.ts";
import { codeOf, openTestStore } from "./test-store.ts";

const day = (text: string): LocalDate => text as LocalDate;

describe("complaints in the store", () => {
  it("are numbered through the year, and from one again in the next", () => {
    const { store, clock } = openTestStore();
    const write = (on: string): string => {
      const number = store.complaints.nextNumber(day(on));
      store.events.append(received(uuidV7(clock), uuidV7(clock), { number, day: on }));
      return number;
    };
    expect([write("2026-12-30"), write("2026-12-31"), write("2027-01-01"), write("2026-12-31")]).toEqual([
      "P-2026-001",
      "P-2026-002",
      "P-2027-001",
      "P-2026-003",
    ]);
  });

  it("count past a thousand in numbers and not in letters", () => {
    const { store, clock } = openTestStore();
    for (const number of ["P-2026-999", "P-2026-1000"])
      store.events.append(received(uuidV7(clock), uuidV7(clock), { number }));
    expect(store.complaints.nextNumber(day("2026-12-31"))).toBe("P-2026-1001");
  });

  it("are under way until they are closed or withdrawn, and again once they are opened again", () => {
    const { store, clock } = openTestStore();
    const id = uuidV7(clock) as ComplaintId;
    const stream = `complaint/${id}`;
    store.events.append(received(id, uuidV7(clock)));
    expect(store.complaints.underWay().map(({ status }) => status)).toEqual(["open"]);
    store.events.append({ stream, type: "complaint.answered", data: { by: "phone", file: null } });
    expect(store.complaints.underWay().map(({ status }) => status)).toEqual(["answered"]);
    store.events.append({ stream, type: "complaint.closed", data: { outcome: "explained" } });
    expect([store.complaints.underWay(), store.complaints.howManyOver()]).toEqual([[], 1]);
    store.events.append({ stream, type: "complaint.reopened", data: {} });
    expect(store.complaints.get(id)?.status).toBe("open");
    expect(store.complaints.over(10, 0)).toEqual([]);
  });

  it("offer their texts for erasing only while they are over", () => {
    const { store, clock } = openTestStore();
    const [id, file, answer] = [uuidV7(clock) as ComplaintId, uuidV7(clock), uuidV7(clock)];
    const stream = `complaint/${id}`;
    store.events.append(received(id, file));
    expect(store.complaints.toErase()).toEqual([]);
    store.events.append([
      { stream, type: "complaint.answered", data: { by: "email", file: answer } },
      { stream, type: "complaint.closed", data: { outcome: "remedied" } },
    ]);
    expect(store.complaints.toErase()).toEqual([file, answer]);
    store.events.append({ stream, type: "complaint.reopened", data: {} });
    expect(store.complaints.toErase()).toEqual([]);
    store.events.append({ stream, type: "complaint.withdrawn", data: {} });
    store.events.append({ stream: `vault/${file}`, type: "vault.erased", data: { file, why: "test" } });
    expect(store.complaints.toErase()).toEqual([answer]);
    expect(store.complaints.filesOf(id)).toEqual([answer]);
  });

  it.each([
    ["a text", { text: "antrean panjang" }],
    ["a name", { name: "Rekaan" }],
  ])("take no %s into the log", (_, more) => {
    const { store, clock } = openTestStore();
    const event = received(uuidV7(clock), uuidV7(clock), more as object);
    expect(codeOf(() => store.events.append(event))).toBe("STORE_EVENT_INVALID");
  });
});
