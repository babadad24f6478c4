import { execFileSync } from "node:child_process";
import { networkInterfaces } from "node:os";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPrivateAddress } from "../../src/bridge/survey/private-address.ts";
import { readBarcode } from "../../src/cards/rendering/verify.ts";
import { SURVEY_ELEMENTS, type SurveyScore } from "../../src/sla/survey/questionnaire.ts";
import { handedOver } from "../harness/handed-over.ts";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";
import { takePicture } from "./pictures.ts";

/** As other machines reach this one; a machine without any network is its own neighbour. */
const ADDRESS =
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ address }) => isPrivateAddress(address) && !address.startsWith("127."))?.address ?? "127.0.0.1";

const ON_THE_WIRE: readonly SurveyScore[][] = [
  [4, 3, 2, 4, 3, 3, 4, 2, 3],
  [4, 3, 3, 4, 3, 4, 4, 3, 3],
  [3, 3, 3, 4, 4, 4, 4, 3, 3],
];
const ON_THE_SCREEN = [4, 4, 2, 4, 3, 3, 3, 3, 2];
const ON_THE_PHONE = [3, 2, 1, 4, 4, 3, 4, 1, 3];

describe("the survey, from the hand-over to the figures", () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await ConsoleDesk.open({
      config: (demo) => ({
        ...demo,
        survey: { ...demo.survey, kiosk: true, address: ADDRESS, port: 0 },
      }),
    });
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const says = async (id: string): Promise<string> => (await desk.byId(id).first().textContent()) ?? "";

  it("is offered beside the finished case, with a code that a phone reads, and holds nobody up", async () => {
    const { client } = desk.clerk;
    for (const [index, scores] of ON_THE_WIRE.entries()) {
      const { case: id } = await handedOver(desk.clerk, index);
      const { ballot } = await client.call("survey.offer", { case: id });
      await client.call("survey.answer", { ballot: ballot ?? "", scores, bands: { sex: "female" } });
    }
    await expect
      .poll(
        async () => (await client.call("survey.get", { from: "2026-01-01", to: "2026-01-01" })).kiosk.state,
      )
      .toBe("open");

    const { memberNo } = await desk.clerk.someMember(3);
    let view = await desk.clerk.open(memberNo);
    while (view.work !== "handover" && view.now)
      view = await client.call("case.completeStep", {
        case: view.case,
        step: view.now,
        result: "not-needed",
      });
    await desk.goToCase(view.case);
    await desk.atWork("handover");
    expect(await desk.byId("survey-offer").count()).toBe(0);
    await desk.press("identity-ktp");
    await desk.byId("phone-confirmed").waitFor({ state: "attached" });
    await desk.byId("phone-confirmed").check({ force: true });
    await desk.press("main-button");
    await desk.atWork("receipt");
    await desk.press("signature-paper");
    await desk.press("main-button");
    await desk.byId("survey-offer").waitFor();
    await desk.shot("120-survei-ditawarkan");
    // The next visitor may come at once.
    expect(await desk.byId("main-button").isEnabled()).toBe(true);
    const code = await desk.page.locator(".survey-qr").screenshot();
    const address = await desk.byId("survey-address").getAttribute("data-address");
    expect((await readBarcode(code))?.text).toBe(address);
    expect(address).toMatch(new RegExp(`^http://${ADDRESS.replaceAll(".", "\\.")}:\\d+/`));
  });

  it("is answered on the screen, once every question has an answer", async () => {
    await desk.press("survey-open");
    await desk.byId("survey-requirements-1").waitFor();
    for (const [index, element] of SURVEY_ELEMENTS.entries()) {
      expect(await desk.byId("survey-send").isDisabled()).toBe(true);
      await desk.press(`survey-${element}-${ON_THE_SCREEN[index]}`);
      if (index === 4) await desk.shot("121-survei-di-layar");
    }
    await desk.byId("survey-sex").selectOption("male");
    await desk.press("survey-send");
    await desk.byId("survey-thanks").waitFor();
    await desk.shot("122-survei-terima-kasih");
    await desk.press("survey-close");
    await desk.byId("survey-done").waitFor();
  });

  it("says nothing about four answers", async () => {
    await desk.goTo("survei");
    await desk.byId("survey-none").waitFor();
    expect(await says("survey-waiting")).toContain("4 jawaban menunggu");
    expect(await says("survey-kiosk")).toContain(ADDRESS);
    await desk.shot("123-survei-belum-ada");
  });

  it("is answered on a visitor's phone, over the library's network", async () => {
    const view = await handedOver(desk.clerk, 4);
    await desk.goToCase(view.case);
    const address = await desk.byId("survey-address").getAttribute("data-address");
    const context = await desk.page
      .context()
      .browser()
      ?.newContext({
        ...{ viewport: { width: 390, height: 844 }, locale: "id-ID", hasTouch: true, isMobile: true },
      });
    const phone = (await context?.newPage()) as Page;
    const complaints: string[] = [];
    phone.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    await phone.goto(address ?? "");
    await takePicture(phone, "124-survei-di-ponsel");
    for (const [index, element] of SURVEY_ELEMENTS.entries())
      if (element !== "time")
        await phone.locator(`[name=${element}][value="${ON_THE_PHONE[index]}"]`).check();
    await phone.getByRole("button").click();
    await phone.getByRole("alert").getByText("Pertanyaan 3 belum dijawab.").waitFor();
    await takePicture(phone, "125-survei-di-ponsel-kurang");
    // 422 is what the browser itself logs; nothing else.
    expect(complaints.filter((line) => !line.includes("422"))).toEqual([]);
    await phone.locator(`[name=time][value="${ON_THE_PHONE[2]}"]`).check();
    await phone.locator("[name=age]").selectOption("17-25");
    await phone.getByRole("button").click();
    await phone.getByText("Jawaban Anda sudah diterima.").waitFor();
    await phone.goto(address ?? "");
    await phone.getByText("Jawaban Anda sudah diterima.").waitFor();
    await context?.close();
  });

  it("comes to the index that a hand comes to, beside the measured times", async () => {
    await desk.goTo("survei");
    await desk.byId("survey-headline").waitFor();
    // The columns come to 18, 15, 11, 20, 17, 17, 19, 12 and 14 of five answers each: 143 / 5 / 9 × 25.
    expect(await says("survey-index")).toBe("79,44");
    expect(await says("survey-grade")).toBe("B");
    expect(await says("survey-time")).toBe("2,20");
    expect(await says("survey-row-time")).toMatch(/U3 Waktu penyelesaian1220\s*2,20\s*55,00\s*D/);
    expect(await says("survey-row-cost")).toMatch(/0005\s*4,00\s*100,00\s*A/);
    expect(await says("survey-beside")).toContain("2,20 dari 4, mutu D");
    expect(await says("survey-people")).toContain("Perempuan 3 · Laki-laki 1 · Tidak diisi 1");
    expect(await desk.byId("survey-waiting").count()).toBe(0);
    const overflow = await desk.byId("survey").evaluate((page) => page.scrollWidth - page.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await desk.shot("126-survei");
  });

  it("goes on paper with the same figures", async () => {
    await desk.press("open-reports");
    await desk.byId("report-dialog").waitFor();
    const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.press("report-as-pdf")]);
    const file = `test-results/pictures/${download.suggestedFilename()}`;
    await download.saveAs(file);
    expect(file).toMatch(/skm-.*\.pdf$/);
    const words = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    expect(words).toContain("79,44");
    expect(words).toMatch(/U3\s+Waktu penyelesaian\s+1\s+2\s+2\s+0\s+2,20\s+0,24\s+55,00\s+D/);
    expect(words).toContain("Mengetahui,");
    await desk.byId("report-members").click();
    const [members] = await Promise.all([desk.page.waitForEvent("download"), desk.press("report-as-pdf")]);
    await members.saveAs(`test-results/pictures/${members.suggestedFilename()}`);
    expect(members.suggestedFilename()).toMatch(/^anggota-/);
    await desk.page.keyboard.press("Escape");
    await desk.byId("report-dialog").waitFor({ state: "detached" });
  });

  it("can be left for later, and does not come again by itself", async () => {
    const view = await handedOver(desk.clerk, 5);
    await desk.goToCase(view.case);
    await desk.press("survey-later");
    await desk.byId("survey-offer").waitFor({ state: "detached" });
    expect(await desk.byId("main-button").isEnabled()).toBe(true);
  });

  it("speaks English, is dark on request, and fits a large screen", async () => {
    await desk.goTo("survei");
    await desk.press("language-en");
    await desk.page.getByText("Result by element").waitFor();
    expect(await says("survey-index")).toBe("79.44");
    await desk.press("theme-switch");
    await desk.page.setViewportSize(LARGE);
    await desk.shot("127-survei-1920-en-gelap");
    const view = await handedOver(desk.clerk, 6);
    await desk.goToCase(view.case);
    await desk.byId("survey-offer").waitFor();
    await desk.press("survey-open");
    await desk.byId("survey-requirements-1").waitFor();
    await desk.shot("128-survei-di-layar-1920-en-gelap");
    await desk.page.keyboard.press("Escape");
    await desk.press("theme-switch");
    await desk.press("language-id");
    await desk.page.setViewportSize(SMALL);
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });
});
