import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BoardCardView } from "../../src/bridge/protocol/finishing-shapes.ts";
import { scanByKeys } from "../harness/scanner-keys.ts";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";

/** The lamination desk as its clerk walks it: with a scanner, an inspecting eye, and nothing that measures. */
describe("the lamination board", { timeout: 120_000 }, () => {
  let desk: ConsoleDesk;
  let members = 0;

  beforeAll(async () => {
    // Two reads of one gesture are told by the time between them.
    desk = await ConsoleDesk.open({ standsStill: true });
    // On the desk's page the scan that proves a card opens its case, and takes the board away again.
    await desk.goTo("laminasi");
    await desk.byId("column-to-cut").waitFor();
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  /** A card whose print somebody has proved by its scan, and the number on it. */
  async function provedCard(): Promise<{ caseId: string; memberNo: string; job: string }> {
    const { memberNo } = await desk.clerk.someMember(members++);
    const view = await desk.clerk.printed(await desk.clerk.upToPrint(memberNo));
    await desk.clerk.scan(await desk.clerk.cardInTray());
    const card = (await cards()).find((one) => one.case === view.case);
    if (!card) throw new Error("the card is not on the board");
    return { caseId: view.case, memberNo, job: card.job };
  }

  const cards = async (): Promise<BoardCardView[]> => (await desk.clerk.client.call("board.get", {})).cards;
  const placeOf = async (job: string) => (await cards()).find((card) => card.job === job)?.place;
  const shown = (job: string, column: string) =>
    desk.byId(`column-${column}`).locator(`[data-job="${job}"]`).waitFor();

  /** As a scanner types it into the page; long after the last read of the same card. */
  async function scan(memberNo: string): Promise<void> {
    desk.skip(3);
    await scanByKeys(desk.page, memberNo);
  }

  it("takes a card from its print to the shelf by scans alone", async () => {
    const { memberNo, job, caseId } = await provedCard();
    await desk.goTo("laminasi");
    await shown(job, "to-cut");
    await scan(memberNo);
    await shown(job, "to-laminate");
    await desk.byId("operator").fill("Rina P.");
    await desk.byId("operator").blur();
    await scan(memberNo);
    await desk.byId("run").getByText("Rina P.").waitFor();
    expect((await desk.clerk.client.call("case.get", { case: caseId })).cardPlace).toBe("in-machine");
    expect(await desk.byId("run").getAttribute("data-phase")).toBe("laminating");
    await scan(memberNo);
    await desk.page.locator('[data-testid="run"][data-phase="cooling"]').waitFor();
    await desk.page.getByText("Jangan ditumpuk dulu.").first().waitFor();

    await scan(memberNo);
    await desk.page.getByText(/masih mendingin/).waitFor();
    expect(await placeOf(job)).toBe("in-machine");

    desk.skip(90);
    await shown(job, "inspect");
    expect((await desk.clerk.client.call("case.get", { case: caseId })).work).toBe("laminate");
    await scan(memberNo);
    await shown(job, "ready");
    expect((await desk.clerk.client.call("case.get", { case: caseId })).status).toBe("ready");

    await scan(memberNo);
    await desk.byId("phone-confirmed").waitFor({ state: "attached" });
    await desk.page.getByText("Kartu di: rak siap diserahkan").waitFor();
    await desk.goTo("laminasi");
  });

  it("takes two reads of one gesture for one, and gives a mistaken scan back", async () => {
    const { memberNo, job, caseId } = await provedCard();
    await shown(job, "to-cut");
    await scan(memberNo);
    await scanByKeys(desk.page, memberNo);
    await shown(job, "to-laminate");
    expect(await placeOf(job)).toBe("to-laminate");
    await desk.press("undo");
    await shown(job, "to-cut");
    expect((await desk.clerk.client.call("case.get", { case: caseId })).work).toBe("cut");
    await desk.byId("undo-toast").waitFor({ state: "detached" });
  });

  it("says where a card belongs that is scanned at the wrong station, and what a scan there does", async () => {
    const { memberNo, job } = await provedCard();
    await shown(job, "to-cut");
    await desk.press("station-inspect");
    await desk.page.getByText("Pindaian hanya memindahkan kartu dari Periksa hasil").waitFor();
    await scan(memberNo);
    await desk.page.getByText(/ada di Perlu dipotong\./).waitFor();
    await desk.page.getByText("Pindaian mencatat kartu sudah dipotong.").waitFor();
    expect(await placeOf(job)).toBe("to-cut");
    await desk.shot("35-papan-salah-tempat");
    await desk.press("move-anyway");
    await shown(job, "to-laminate");
    await desk.press("station-inspect");
  });

  it("puts three cards into one run, and the pouches that it took are gone from the stock", async () => {
    await desk.press("stock-open");
    await record("pouch-60x90", "receive", 20);
    await record("blank-card", "receive", 50);
    await desk.shot("36-persediaan");
    await record("pouch-60x90", "consume", 21);
    await desk
      .byId("stock-dialog")
      .getByText(/Catatan persediaan tidak sebanyak itu/)
      .waitFor();
    await desk.page.keyboard.press("Escape");
    await desk.byId("stock-pouch-60x90").getByText("cukup ± 20 kartu").waitFor();

    const waiting = (await cards()).filter(({ place }) => place === "to-cut" || place === "to-laminate");
    for (const { job, memberNo } of waiting.filter(({ place }) => place === "to-cut")) {
      await scan(memberNo ?? "");
      await shown(job, "to-laminate");
    }
    const third = await provedCard();
    await desk.byId("stock-blank-card").getByText("cukup ± 49 kartu").waitFor();
    await scan(third.memberNo);
    await shown(third.job, "to-laminate");
    await desk.page.getByText("Mulai laminasi 3 kartu").waitFor();
    await desk.press("start-run");
    await desk.byId("run").getByText("3 kartu").waitFor();
    await desk.shot("37-papan-di-mesin");
    await desk.press("run-next");
    await desk.byId("stock-pouch-60x90").getByText("cukup ± 17 kartu").waitFor();
    desk.skip(90);
    for (const { job } of [...waiting, third]) await shown(job, "inspect");
  });

  async function record(item: string, kind: string, count: number): Promise<void> {
    await desk.byId("stock-item").selectOption(item);
    await desk.byId("stock-kind").selectOption(kind);
    await desk.byId("stock-count").fill(String(count));
    await desk.press("stock-save");
    if (kind === "receive")
      await desk
        .byId(`line-${item}`)
        .getByText(new RegExp(`sisa ${count}`))
        .waitFor();
  }

  it("calls a card spoiled with its reason, and prints it again at once with the clock running", async () => {
    const spoiled = (await cards()).find(({ place }) => place === "inspect");
    const { job = "", case: caseId } = spoiled ?? {};
    await desk.page.locator(`[data-job="${job}"]`).getByTestId("card-bad").click();
    await desk.byId("spoil-dialog").waitFor();
    await desk.shot("38-sebab-rusak");
    await desk.press("spoil-bubble");
    await desk.press("reprint-now");
    await desk.page.getByText(/sedang dicetak ulang/).waitFor();
    const view = await desk.clerk.until(caseId ?? "", ({ jobs }) =>
      jobs.some((one) => one.reprintOf === job),
    );
    expect(view.jobs.find((one) => one.job === job)?.state).toBe("spoiled");
    expect(view.status).toBe("open");
    const again = view.jobs.find((one) => one.reprintOf === job);
    await desk.clerk.untilJob(view.case, again?.job ?? "", "reported");
    await desk.clerk.scan(await desk.clerk.cardInTray());
    await shown(again?.job ?? "", "to-cut");
    expect(await placeOf(job)).toBeUndefined();
  });

  it("finds a card by name with F2, and holds one until somebody lets it go", async () => {
    const [card] = (await cards()).filter(({ place }) => place === "inspect");
    await desk.page.keyboard.press("F2");
    await desk.page.keyboard.type(card?.fullName ?? "", { delay: 90 });
    await desk.page.locator('[data-testid="board-card"]').nth(1).waitFor({ state: "detached" });
    await desk.page.locator(`[data-job="${card?.job}"] .kc-name`).click();
    await desk.press("put-held");
    await desk.page.locator(`[data-job="${card?.job}"][data-place="held"]`).waitFor();
    await desk.page.locator(`[data-job="${card?.job}"] .kc-name`).click();
    await desk.press("put-inspect");
    await desk.page.locator(`[data-job="${card?.job}"][data-place="inspect"]`).waitFor();
    await desk.byId("board-find").fill("");
  });

  it("reminds of the laminator while cards are on their way to it, and counts its warm-up", async () => {
    const machine = desk.byId("machine");
    await machine.getByText(/Nyalakan sekarang/).waitFor();
    await desk.press("machine-switch");
    await machine.getByText(/memanas, sisa/).waitFor();
    desk.skip(300);
    await desk.page.reload();
    await machine.getByText(/siap sejak/).waitFor();
  });

  it("looks its part in both languages, in the dark, and on a large screen", async () => {
    desk.skip(31 * 60);
    await desk.page.reload();
    await desk.byId("stuck").first().waitFor();
    await desk.shot("39-papan");
    await desk.press("language-en");
    await desk.shot("39-papan-en");
    await desk.press("language-id");
    await desk.press("theme-switch");
    await desk.shot("39-papan-gelap");
    await desk.page.setViewportSize(LARGE);
    await desk.shot("39-papan-lebar");
    await desk.page.setViewportSize(SMALL);
    await desk.press("theme-switch");
    expect(desk.complaints).toEqual([]);
  });
});
