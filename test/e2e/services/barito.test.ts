import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConsoleDesk } from "../console-desk.ts";
import { punctualityLine, registerLine } from "./books.ts";
import { type Act, Counter } from "./counter.ts";

const BARITO = "id.barito-utara.kartu-anggota";
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Published: "1 (satu) hari kerja", six steps without times, open Mon–Thu 07.00–15.30, Fri 07.30–16.00, Sat 07.30–12.00.
 * The clock starts with the initials; due is the close of the next working day; READY is judged and TAKEN reported.
 */
describe("Barito Utara, a card in one working day, played at the console from Friday to Monday", {
  timeout: 90_000,
}, () => {
  let desk: ConsoleDesk;
  let counter: Counter;
  beforeAll(async () => {
    desk = await ConsoleDesk.open({
      standsStill: true,
      // Friday 6 February 2026, 15.40 in Muara Teweh.
      start: new Date("2026-02-06T08:40:00Z"),
      config: (demo) => ({
        ...demo,
        library: { ...demo.library, standard: BARITO, timeZone: "Asia/Pontianak" },
        // The document knows no photo and no lamination.
        cards: { ...demo.cards, template: "lengkung-no-photo", route: [] },
      }),
    });
    counter = new Counter(desk);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const wait = (seconds: number): void => desk.skip(seconds);

  /** Form, copies, check and initials: ten minutes. */
  const papers: readonly Act[] = [
    { step: "form-paper", seconds: 5 * MINUTE },
    { step: "intake", seconds: MINUTE },
    { step: "verify", seconds: 3 * MINUTE },
    { step: "approve", seconds: MINUTE },
  ];
  /** Three minutes for the fifth step, which is two pieces of work. */
  const print: readonly Act[] = [
    { step: "data-entry-and-print", seconds: 2 * MINUTE },
    { step: "data-entry-and-print", seconds: MINUTE, by: "print" },
  ];
  const give: Act = { step: "handover", seconds: 5 * MINUTE, by: "giveAndSign" };
  const comesBack = async (caseId: string): Promise<void> => {
    await desk.showTime();
    await desk.goToCase(caseId);
  };

  const cases: Record<string, string> = {};
  const numbers: Record<string, string> = {};

  it("brought in on Friday at 15.50: due on Saturday at 12.00, when the library closes", async () => {
    numbers["friday"] = await counter.memberNo(0);
    cases["friday"] = await counter.begin({ memberNo: numbers["friday"] });
    await counter.serve(...papers);
    await desk.atWork("data-entry-and-print");
    expect(await counter.strip()).toMatchObject({
      of: "1 (satu) hari kerja paling lambat 7 Feb 12.00",
      verdict: "Masih sesuai standar",
    });
  });

  it("brought in on Friday at 16.20, after closing: received on Saturday, due on Monday at 15.30", async () => {
    // 15.50 → 16.10, and ten minutes until the initials.
    wait(20 * MINUTE);
    cases["late"] = await counter.begin({ memberNo: await counter.memberNo(1) });
    await counter.serve(...papers);
    await desk.atWork("data-entry-and-print");
    expect((await counter.strip()).of).toBe("1 (satu) hari kerja paling lambat 9 Feb 15.30");
  });

  it("a lost card, brought in on Saturday at 11.00, is due on Monday at 15.30 and ready three minutes later", async () => {
    // Friday 16.20 → Saturday 10.50.
    wait(18 * HOUR + 30 * MINUTE);
    numbers["lost"] = await counter.memberNo(2);
    cases["lost"] = await counter.begin({ memberNo: numbers["lost"], kind: "lost" });
    await counter.serve(...papers);
    await desk.atWork("data-entry-and-print");
    expect((await counter.strip()).of).toBe("1 (satu) hari kerja paling lambat 9 Feb 15.30");
    await counter.serve(...print, give);
    const result = await counter.result();
    expect(result).toContain("Siap 11.03, paling lambat 9 Feb 15.30");
    expect(result).toContain("Tepat waktu");
    // The telephone was validated and the book signed, as the sixth step has it.
    expect(result).toContain("Nomor telepon");
  });

  it("a student of a university outside the district, on Saturday at 11.08, is told in the document's own words", async () => {
    const served = Object.values(numbers);
    const student = (await desk.clerk.anyMembers()).find(
      ({ memberNo: number, memberType, status, isValidToday, openCase }) =>
        memberType === "Mahasiswa" &&
        status === "active" &&
        isValidToday &&
        openCase === null &&
        !served.includes(number),
    );
    await desk.showTime();
    await desk.goTo("loket");
    await desk.byId("member-search").fill(student?.memberNo ?? "");
    await desk.byId("member-result").first().click();
    await desk.byId("category").selectOption("student-university-outside-barito-utara");
    await desk.byId("refused-words").getByText("mahasiswa PT luar Barito Utara tidak dilayani").waitFor();
    await desk.press("start-button");
    await desk.byId("refused").waitFor();
    // Nothing of the work is offered; who can help is.
    await desk.page.getByText("Perpustakaan kampusnya").waitFor();
    expect(await desk.byId("main-button").count()).toBe(1);
    await desk.shot("127-barito-mahasiswa-luar");
    await desk.press("main-button");
    await desk.page.getByRole("heading", { name: "Pemohon tidak dilayani" }).waitFor();
    await desk.byId("verdict").getByText("Tidak dinilai").first().waitFor();
    await desk.shot("128-barito-tidak-dilayani");
    await desk.press("main-button");
  });

  it("Friday's card is ready on Saturday at 11.20 and in time, whenever it is fetched", async () => {
    // 11.08 → 11.17, and three minutes of data entry and print.
    wait(9 * MINUTE);
    await comesBack(cases["friday"] ?? "");
    await counter.serve(...print);
    await desk.atWork("handover");
    expect((await counter.strip()).verdict).toBe("Tepat waktu");
    // Saturday 11.20 → Monday 15.20; the hand-over takes five minutes.
    wait(52 * HOUR);
    await comesBack(cases["friday"] ?? "");
    await counter.serve(give);
    const result = await counter.result();
    expect(result).toContain("Siap 7 Feb 11.20, paling lambat 7 Feb 12.00");
    expect(result).toContain("Tepat waktu");
    await desk.shot("124-barito-siap-dan-diambil");
    // READY on Saturday is judged, TAKEN on Monday is reported.
    expect((await registerLine(desk, "2026-02-06", numbers["friday"] ?? "")).slice(1)).toEqual([
      ...["15.40", numbers["friday"], expect.any(String), "Kartu baru", "Langsung"],
      ...["7 Feb 11.20", "9 Feb 15.25", "Ya", ""],
    ]);
  });

  it("the card that was due on Monday at 15.30 and is ready at 15.31 is late", async () => {
    // 15.25 → 15.28, and three minutes of data entry and print.
    wait(3 * MINUTE);
    await comesBack(cases["late"] ?? "");
    await counter.serve(...print);
    await desk.atWork("handover");
    expect((await counter.strip()).verdict).toBe("Terlambat");
    await counter.serve(give);
    const result = await counter.result();
    expect(result).toContain("Siap 15.31, paling lambat 15.30");
    expect(result).toContain("Terlambat");
    await desk.shot("125-barito-terlambat");
  });

  it("Ketepatan has the three results, and no percentage of three", async () => {
    const [ticket, , kind, , verdict] = await punctualityLine(desk, "A-002", "6 Feb");
    expect([ticket, kind, verdict]).toEqual(["A-002", "Kartu baru", "Terlambat"]);
    expect(await desk.byId("few").textContent()).toBe("3 kasus");
    // Whoever was not served is counted apart, and in no time.
    await desk.byId("counting").getByText("1 tidak dilayani").waitFor();
    await desk.shot("126-barito-ketepatan");
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });
});
