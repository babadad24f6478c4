import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { changeMember } from "../../harness/demo-members.ts";
import type { ConsoleDesk } from "../console-desk.ts";
import { punctualityLine, registerLine } from "./books.ts";
import { type Act, Counter } from "./counter.ts";
import { deskOfStandard } from "./standard-desk.ts";

const MOJOKERTO = "id.mojokerto-kota.perpanjangan-kartu";
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Published: "15 Menit" = 900 s for a renewal, four steps without times, the photo sent by the member, in person and
 * online; online the card may come by e-mail or WhatsApp. The library lets only its opening hours count.
 */
describe("Mojokerto, renewals played at the console", { timeout: 90_000 }, () => {
  let desk: ConsoleDesk;
  let counter: Counter;
  let expired: readonly MemberView[];
  beforeAll(async () => {
    desk = await deskOfStandard(MOJOKERTO);
    counter = new Counter(desk);
    const members = await desk.clerk.anyMembers();
    expired = members.filter(({ status, isValidToday }) => status === "active" && !isValidToday);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  /** The first step, as it is done in INLISLite: a year more. */
  const renewed = ({ memberId }: MemberView): void =>
    changeMember(desk.bridge, memberId, "EndDate", "2027-02-05 00:00:00");
  const renewal = (dataEntry: number, photo: number): readonly Act[] => [
    { step: "data-entry", seconds: dataEntry },
    { step: "photo-upload", seconds: photo, by: "file" },
  ];

  it("in person: proposed by the end of the membership, 6:50 of 15 minutes until READY", async () => {
    const [member] = expired;
    if (!member) throw new Error("no member whose membership is over");
    await counter.begin({ memberNo: member.memberNo });
    renewed(member);
    await counter.serve(...renewal(200, 60), { step: "verify", seconds: 60 });
    await counter.serve({ step: "print", seconds: 90, by: "print" });
    // 200 + 60 + 60 + 90 = 410 s.
    await desk.atWork("handover");
    expect(await counter.strip()).toEqual({
      ...{ time: "6:50", of: "dari 15:00 sisa 8:10", verdict: "Tepat waktu" },
    });
    await counter.serve({ step: "handover", seconds: 120, by: "giveAndSign" });
    expect(await counter.result()).toContain("6:50 dari 15:00");
    expect(await punctualityLine(desk, "A-001")).toEqual([
      ...["A-001", "5 Feb", "Perpanjangan", "6:50 / 15:00", "Tepat waktu", ""],
    ]);
    // 09.12.00 + 410 s = 09.18.50, and two minutes more until it was taken.
    expect((await registerLine(desk, "2026-02-05", member.memberNo)).slice(1)).toEqual([
      ...["09.12", member.memberNo, expect.any(String), "Perpanjangan", "Langsung", "09.18", "09.20", "Ya"],
      "",
    ]);
  });

  it("the library says its hours, and that only they count", async () => {
    await desk.goTo("kalender");
    for (const day of ["mon", "tue", "wed", "thu"]) await desk.byId(`hours-${day}`).fill("07.00–15.30");
    await desk.byId("hours-fri").fill("07.30–16.00");
    await desk.press("save-calendar");
    await desk.byId("calendar-basis").getByText("versi 1").waitFor();
    await desk.press("open-only");
    await desk.press("save-judging");
    await desk.page.locator('[data-testid="save-judging"]:disabled').waitFor();
  });

  it("online: asked on Thursday at 15.20 and sent by WhatsApp on Friday at 07.34 is 14 minutes, in time", async () => {
    const [, member] = expired;
    if (!member) throw new Error("no second member whose membership is over");
    // 09.20.50 → 15.20.00.
    desk.skip(5 * HOUR + 59 * MINUTE + 10);
    await counter.begin({ memberNo: member.memberNo, channel: "online" });
    renewed(member);
    await counter.serve(...renewal(5 * MINUTE, 4 * MINUTE));
    await desk.atWork("verify");
    // 15.29 → Friday 07.32: one minute until closing, two since opening.
    desk.skip(16 * HOUR + 3 * MINUTE);
    await counter.serve({ step: "verify", seconds: MINUTE });
    await desk.atWork("print");
    desk.skip(MINUTE);

    const opened = await openedAddresses(desk);
    await desk.press("digital-open");
    await desk.page.locator('[data-testid="digital-preview"][width]').waitFor();
    await desk.press("digital-whatsapp");
    await desk.byId("digital-told").waitFor();
    expect(await opened()).toEqual([expect.stringMatching(/^https:\/\/wa\.me\/62899\d+\?text=/)]);
    await desk.shot("127-mojokerto-kartu-digital");
    await desk.press("digital-told");

    // 10 minutes on Thursday and 4 on Friday of 15; the night between is not the library's.
    const result = await counter.result();
    expect(result).toContain("14:00 dari 15:00");
    expect((await counter.strip()).verdict).toBe("Tepat waktu");
    expect(await desk.byId("deliveries").textContent()).toContain("WhatsApp");
    await desk.shot("128-mojokerto-daring");
    expect((await punctualityLine(desk, "A-002")).slice(2)).toEqual([
      ...["Perpanjangan", "14:00 / 15:00", "Tepat waktu", ""],
    ]);
    expect((await registerLine(desk, "2026-02-05", member.memberNo)).slice(4)).toEqual([
      ...["Perpanjangan", "Daring", "6 Feb 07.34", "6 Feb 07.34", "", ""],
    ]);
  });

  it("online: two minutes too many, sent by the office's mail program, are late by two minutes", async () => {
    const [, , member] = expired;
    if (!member) throw new Error("no third member whose membership is over");
    await counter.begin({ memberNo: member.memberNo, channel: "online" });
    renewed(member);
    await counter.serve(...renewal(8 * MINUTE, 5 * MINUTE), { step: "verify", seconds: 3 * MINUTE });
    await desk.atWork("print");
    desk.skip(MINUTE);
    const opened = await openedAddresses(desk);
    await desk.press("digital-open");
    await desk.page.locator('[data-testid="digital-preview"][width]').waitFor();
    await desk.byId("digital-email").fill("ratna@contoh.invalid");
    await desk.press("digital-mailto");
    await desk.byId("digital-told").waitFor();
    expect(await opened()).toEqual([expect.stringMatching(/^mailto:ratna%40contoh\.invalid\?subject=/)]);
    await desk.press("digital-told");
    // 8 + 5 + 3 + 1 = 17 minutes.
    const result = await counter.result();
    expect(result).toContain("17:00 dari 15:00");
    expect(result).toContain("Terlambat 2:00");
    expect(await desk.byId("deliveries").textContent()).toContain("r•••@c•••.invalid");
    expect((await punctualityLine(desk, "A-001", "6 Feb")).slice(3, 5)).toEqual([
      "17:00 / 15:00",
      "Terlambat 2:00",
    ]);
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });
});

/** What the page opens from now on goes to no WhatsApp and no mail program, but is written down. */
async function openedAddresses({ page }: ConsoleDesk): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const addresses: string[] = [];
    Object.assign(window, {
      addresses,
      open: (address: string) => {
        addresses.push(address);
        return null;
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { addresses: string[] }).addresses);
}
