import { describe, expect, it } from "vitest";
import type { CaseNews } from "../../../../src/bridge/flows/case-news.ts";
import { LateReasons } from "../../../../src/bridge/flows/sla/late-reasons.ts";
import type { Member } from "../../../../src/inlislite/member.ts";
import type { NewEvent } from "../../../../src/store/event-catalog.ts";
import { codeOf } from "../../../store/test-store.ts";
import { ToldDesk } from "./told-desk.ts";

const QUICK = [60, 300, 300, 120, 60, 60, 30];
const SLOW = [70, 400, 400, 300, 300, 120, 60];

async function withReasons(fullName = "RATNA SITI AL WIDYANINGRUM") {
  const desk = await ToldDesk.open();
  const reasons = new LateReasons({
    timings: desk.timings,
    members: { known: () => ({ member: { fullName } as Member, ageMs: 0 }) },
    judgingFor: desk.judgingFor,
    cases: {
      append: (id: string, news: CaseNews) => {
        desk.store.events.append({ stream: `case/${id}`, ...news } as NewEvent);
      },
    },
  });
  return { desk, reasons };
}

describe("the reason of a late case", () => {
  it("is taken of a case that came late, and the newest word counts", async () => {
    const { desk, reasons } = await withReasons();
    const id = await desk.lebak(SLOW);
    reasons.give(id, "long-queue", undefined);
    reasons.give(id, "other", "  genset belum menyala ");
    const said = desk.store.events.read(`case/${id}`).at(-1);
    expect(said?.data).toEqual({ reason: "other", note: "genset belum menyala" });
    desk.results.bringUpToDate();
    expect(desk.store.results.of(id)).toMatchObject({ lateReason: "other", overall: "late" });
  });

  it("is refused of a case that was in time", async () => {
    const { desk, reasons } = await withReasons();
    const id = await desk.lebak(QUICK);
    expect(codeOf(() => reasons.give(id, "long-queue", undefined))).toBe("CASE_NOT_LATE");
  });

  it.each([
    "menunggu ratna mengambil KTP",
    "Siti pulang dulu",
    "anggota 0125000001234 lupa berkas",
    "telepon 0812-3456-789 tidak aktif",
    "kirim ke orang@contoh.test",
    "NIK 33 74 05 tidak cocok",
  ])("has no place for a person: %s", async (note) => {
    const { desk, reasons } = await withReasons();
    const id = await desk.lebak(SLOW);
    expect(codeOf(() => reasons.give(id, "other", note))).toBe("LATE_NOTE_PERSONAL");
    expect(desk.store.events.read(`case/${id}`).at(-1)?.type).toBe("case.handedOver");
  });

  it.each(["al paket kartu habis", "printer 2 macet 15 menit", "listrik padam 09.30-10.15", "berkas kurang"])(
    "may say what happened: %s",
    async (note) => {
      const { desk, reasons } = await withReasons();
      const id = await desk.lebak(SLOW);
      expect(codeOf(() => reasons.give(id, "other", note))).toBeUndefined();
    },
  );
});
