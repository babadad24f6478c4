import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConsoleDesk } from "./console-desk.ts";

const BARITO = "id.barito-utara.kartu-anggota";
const LEBAK = "id.lebak.pembuatan-kta";
const OUTSIDE = "student-university-outside-barito-utara";

/** Under a standard that tells applicants apart, or measures in minutes. */
const underStandard = (standard: string) => ({
  config: (demo: import("../../src/bridge/config/schema.ts").Config) => ({
    ...demo,
    library: { ...demo.library, standard },
  }),
});

describe("categories and papers at the desk, under Barito Utara's standard", () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await ConsoleDesk.open(underStandard(BARITO));
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const ticks = () => desk.byId("requirement");
  const isTicked = async (): Promise<readonly boolean[]> =>
    Promise.all((await ticks().all()).map((box) => box.isChecked()));

  it("suggests the category from INLISLite's member type where only one can be meant", async () => {
    const found = await desk.clerk.anyMembers();
    const general = found.find(
      ({ memberType, isValidToday, status }) => memberType === "Umum" && isValidToday && status === "active",
    );
    await desk.byId("member-search").fill(general?.memberNo ?? "");
    await desk.byId("member-result").first().click();
    await desk.byId("category").waitFor();
    expect(await desk.byId("category").inputValue()).toBe("general-public");
    await desk.page.getByText("Disarankan dari jenis anggota: Umum").waitFor();
    await desk.shot("110-golongan-pemohon");
    await desk.press("start-button");
    await desk.atWork("form-paper");
    await desk.press("main-button");
    await desk.atWork("intake");
  });

  it("shows exactly the papers of that category, which of them will do, and that they may be copies", async () => {
    expect(await ticks().count()).toBe(2);
    const list = desk.page.getByRole("list", { name: "Syarat yang ditunjukkan" });
    await list.getByText("Fc KTP / SIM untuk Umum").waitFor();
    await list.getByText("Fotokopi · Salah satu: KTP / SIM").waitFor();
    await desk.byId("category").selectOption("employee");
    await list.getByText("Fc KTP / SIM / Kartu Pegawai").waitFor();
    await list.getByText("Tersirat").waitFor();
    await desk.byId("category").selectOption("general-public");
    await list.getByText("Fc KTP / SIM untuk Umum").waitFor();
  });

  it("waits for a paper with that reason, and loses nothing meanwhile", async () => {
    await ticks().nth(1).check({ force: true });
    await desk.shot("111-berkas-kurang");
    await desk.press("wait-for-papers");
    await desk.page.getByRole("heading", { name: "Layanan dijeda" }).waitFor();
    await desk.page.getByText("Menunggu berkas").first().waitFor();
    await desk.press("main-button");
    await desk.atWork("intake");
    await ticks().first().waitFor({ state: "attached" });
    expect(await isTicked()).toEqual([false, true]);
    await ticks().first().check({ force: true });
    await desk.press("main-button");
    await desk.atWork("verify");
    await desk.byId("papers").getByText("Umum · 2 dari 2 dicentang").waitFor();
  });

  it("takes a paper that follows later, at any step", async () => {
    await desk.press("papers-edit");
    await desk.byId("papers-dialog").waitFor();
    await desk.byId("papers-dialog").getByTestId("requirement").first().uncheck({ force: true });
    await desk.press("papers-save");
    await desk.byId("papers").getByText("1 dari 2 dicentang").waitFor();
    await desk.atWork("verify");
  });

  it("says in the document's own words whom it does not serve, and who can help", async () => {
    await desk.goTo("loket");
    await desk.press("start-without-member");
    await desk.byId("category").selectOption(OUTSIDE);
    await desk
      .byId("refused-words")
      .getByText("untuk mahasiswa PT luar Barito Utara tidak dilayani")
      .waitFor();
    await desk.press("start-button");
    await desk.byId("refused").waitFor();
    await desk.page.getByText("Perpustakaan kampusnya").waitFor();
    await desk.shot("112-tidak-dilayani");
    await desk.press("main-button");
    await desk.page.getByRole("heading", { name: "Pemohon tidak dilayani" }).waitFor();
    await desk.press("main-button");
  });

  it("lets an applicant without papers go, after one more look at what is missing", async () => {
    await desk.goTo("loket");
    await desk.press("start-without-member");
    await desk.byId("category").selectOption("paud-tk");
    await desk.press("start-button");
    await desk.atWork("form-paper");
    await desk.press("main-button");
    await desk.atWork("intake");
    await desk.press("refuse-for-papers");
    await desk.byId("refuse-dialog").getByText("Fc KK untuk siswa PAUD / TK").waitFor();
    await desk.press("refuse-go");
    await desk.page.getByRole("heading", { name: "Pemohon tidak dilayani" }).waitFor();
  });

  it("counts them apart on Ketepatan, and finds them by category", async () => {
    await desk.goTo("ketepatan");
    await desk.byId("counting").getByText("0 dibatalkan, 2 tidak dilayani").waitFor();
    await desk.byId("filter-category").selectOption(OUTSIDE);
    await desk.byId("counting").getByText("1 tidak dilayani").waitFor();
    await desk.byId("case-row").first().getByText("tidak dilayani").waitFor();
    expect(desk.complaints).toEqual([]);
  });
});

describe("several members, two desks and the clock, under Lebak's standard", () => {
  let desk: ConsoleDesk;
  let first: string;
  let second: string;

  beforeAll(async () => {
    desk = await ConsoleDesk.open({ ...underStandard(LEBAK), standsStill: true });
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const begin = async (): Promise<string> => {
    await desk.goTo("loket");
    await desk.press("start-without-member");
    await desk.press("start-button");
    await desk.atWork("intake");
    return (await desk.byId("case-page").getAttribute("data-case")) ?? "";
  };
  const shows = (id: string) =>
    desk
      .byId("case-page")
      .and(desk.page.locator(`[data-case="${id}"]`))
      .waitFor();
  const stepTime = (step: string) => desk.byId(`rail-${step}`).locator("strong").textContent();

  it("serves two at once, each with a clock of its own", async () => {
    first = await begin();
    desk.skip(30);
    second = await begin();
    desk.skip(10);
    await desk.byId("queue").getByTestId("queue-item").click();
    await shows(first);
    await desk.press("main-button");
    await desk.atWork("form-electronic");
    expect(await stepTime("intake")).toBe("0:40");
    await desk.byId("queue").getByTestId("queue-item").click();
    await shows(second);
    await desk.atWork("intake");
    await desk.press("main-button");
    await desk.atWork("form-electronic");
    expect(await stepTime("intake")).toBe("0:10");
  });

  it("warns gently before a step's target is over, and says so once it is", async () => {
    const plank = desk.byId("rail-form-electronic");
    const pass = (seconds: number) => {
      desk.skip(seconds);
      return desk.bridge.client.call("case.notePapers", { case: second, documents: [] });
    };
    await pass(250);
    await plank.and(desk.page.locator(".ti-plank-near")).waitFor();
    await desk.page.getByText("Target langkah hampir habis").first().waitFor({ state: "attached" });
    await desk.shot("113-langkah-hampir-lewat");
    await pass(60);
    await plank.and(desk.page.locator(".ti-plank-late")).waitFor();
    expect(await plank.getAttribute("class")).not.toContain("ti-plank-near");
  });

  it("hands a running case to another desk, and takes it back", async () => {
    await desk.goToCase(second);
    await desk.press("case-menu");
    await desk.press("pass-on");
    await desk.byId("pass-on-dialog").waitFor();
    expect(await desk.byId("pass-on-desk").inputValue()).toBe("desk-2");
    await desk.byId("pass-on-officer").fill("Rina");
    await desk.byId("operator").fill("Seno");
    await desk.shot("114-serahkan-ke-loket-lain");
    await desk.press("pass-on-go");
    await desk.byId("elsewhere").waitFor();
    await desk.page.getByRole("heading", { name: "Layanan ini di Rina, Loket 2" }).waitFor();
    await desk.shot("115-di-loket-lain");
    await desk.goToCase(first);
    await desk.byId("queue").getByText("Loket 2").waitFor();
    await desk.goToCase(second);
    await desk.byId("elsewhere").waitFor();
    await desk.press("main-button");
    await desk.byId("elsewhere").waitFor({ state: "detached" });
    await desk.atWork("form-electronic");
    await desk.byId("case-page").getByText("Di Seno, Loket 1 sejak").waitFor();
  });

  it("corrects a step by somebody, with a reason", async () => {
    await desk.press("case-menu");
    await desk.press("correct-step");
    const dialog = desk.byId("correct-dialog");
    await dialog.waitFor();
    expect(await dialog.getByTestId("operator").inputValue()).toBe("Seno");
    await dialog.getByLabel("Alasan koreksi").fill("lupa menekan selesai");
    await dialog.getByRole("button", { name: "Simpan koreksi" }).click();
    await dialog.waitFor({ state: "detached" });
    await desk.byId("rail-intake").getByLabel("dikoreksi").waitFor();
    const told = desk.bridge.bridge.store.cases.events(second as never);
    expect(told.at(-1)).toMatchObject({ type: "case.stepCorrected", operator: "Seno" });
    expect(desk.complaints).toEqual([]);
  });
});
