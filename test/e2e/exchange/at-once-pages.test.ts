import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LibraryBridges, WITHIN_MS } from "../../bridge/exchange/library-bridges.ts";
import { complaintsOf, launchChromium } from "../../harness/chromium.ts";
import { Clerk } from "../../harness/clerk.ts";
import type { TestBridge } from "../../harness/start-bridge.ts";
import { SMALL } from "../console-desk.ts";
import { takePicture } from "../pictures.ts";

/** What the clerk of the first desk sees, where both desks have done the same without having heard of each other. */
describe("the page of a desk that was not alone in what it did", { timeout: 90_000 }, () => {
  let library: LibraryBridges;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let one: TestBridge;
  let two: TestBridge;
  beforeAll(async () => {
    library = await LibraryBridges.start(2);
    [one, two] = library.desks as [TestBridge, TestBridge];
    browser = await launchChromium();
    page = await browser.newPage({ viewport: SMALL, locale: "id-ID", reducedMotion: "reduce" });
    page.setDefaultTimeout(WITHIN_MS);
    complaints = complaintsOf(page);
    await page.goto(`${one.origin}/`);
    await page.getByTestId("member-search").waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await library?.[Symbol.asyncDispose]();
  });
  const byId = (id: string) => page.getByTestId(id);
  const goTo = (place: string) => page.goto(`${one.origin}/#/${place}`);
  const looked = async (name: string): Promise<void> => {
    await page.mouse.move(0, 0);
    await takePicture(page, name);
  };

  it("says that a number was called to the other desk too, and takes it back where the person stands", async () => {
    const { ticket } = await one.client.call("ticket.take", { requestKey: crypto.randomUUID() });
    const isThere = async () => (await two.client.call("ticket.list", {})).waitingCount;
    await expect.poll(isThere, { timeout: WITHIN_MS }).toBe(1);
    await byId("call-next-button").waitFor();
    await library.apart(async () => {
      await page.keyboard.press("F4");
      await byId("called-number").getByText(ticket.number).waitFor();
      await two.client.call("ticket.callNext", {});
    });
    await byId("lost-call").getByText(`${ticket.number} juga dipanggil ke Loket 2.`).waitFor();
    await looked("160-dipanggil-dua-loket");
    await byId("lost-here").click();
    await byId("called-number").getByText(ticket.number).waitFor();
    await byId("lost-call").waitFor({ state: "detached" });
    await byId("missed").click();
    await byId("called-number").waitFor({ state: "detached" });
    await one.client.call("ticket.withdraw", { case: ticket.case });
    const isOver = async () => {
      const { called, lost, missed } = await two.client.call("ticket.list", {});
      return called === null && lost.length === 0 && missed.length === 0;
    };
    await expect.poll(isOver, { timeout: WITHIN_MS }).toBe(true);
  });

  it("shows the member's case at the other desk, until one of the two is ended", async () => {
    const { memberNo } = await new Clerk(one).someMember();
    const [first, second] = await library.apart(async () => [
      await new Clerk(one).open(memberNo),
      await new Clerk(two).open(memberNo),
    ]);
    await goTo(`loket/${first?.case}`);
    await byId("also-open").getByText(`Anggota ini juga dilayani di Loket 2 (${second?.ticket}).`).waitFor();
    await looked("161-anggota-di-dua-loket");
    await byId("also-open-go").click();
    await byId("also-open").getByText(`Loket 1 (${first?.ticket})`).waitFor();
    await goTo(`loket/${first?.case}`);
    await two.client.call("case.cancel", { case: second!.case, reason: "dibuka dua kali" });
    await byId("also-open").waitFor({ state: "detached" });
  });

  it("gives back what it had saved in the calendar", async () => {
    await goTo("kalender");
    await byId("save-calendar").waitFor();
    const { calendar } = await two.client.call("calendar.get", {});
    const closing = (name: string) => ({
      calendar: {
        ...calendar,
        closures: [...calendar.closures, { date: "2026-12-30", kind: "local-closure" as const, name }],
      },
      expects: 0,
    });
    await library.apart(async () => {
      await one.client.call("calendar.save", closing("Loket satu tutup"));
      await two.client.call("calendar.save", closing("Loket dua tutup"));
    });
    await byId("overruled").getByText("Yang berlaku kalender yang disimpan Loket 2.").waitFor();
    await looked("162-kalender-dua-loket");
    await byId("take-overruled").click();
    await byId("save-calendar").click();
    await byId("overruled").waitFor({ state: "detached" });
    const named = async () => (await two.client.call("calendar.get", {})).calendar.closures.at(-1)?.name;
    await expect.poll(named, { timeout: WITHIN_MS }).toBe("Loket satu tutup");
  });

  it("complains of nothing in the browser's own console", () => {
    expect(complaints).toEqual([]);
  });
});
