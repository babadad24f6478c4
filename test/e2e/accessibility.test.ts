import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { obstaclesOn } from "../harness/obstacles.ts";
import { ConsoleDesk } from "./console-desk.ts";

/** A page of the console, and what is on it once it is whole. */
const PAGES = {
  loket: '[data-testid="member-search"]',
  cetak: "h1",
  laminasi: "h1",
  kartu: "h1",
  standar: "h1",
  kalender: "h1",
  ketepatan: "h1",
  survei: "h1",
  pengaduan: "h1",
  privasi: '[data-testid="erase-number"]',
  perangkat: "h1",
  petugas: "h1",
} as const;
const SCREENS = {
  "ruang-tunggu": '[data-testid="room-now"]',
  "ambil-nomor": '[data-testid="take-new"]',
  "quick-card.html": "h1",
} as const;
const HEAD = { name: "Ibu Kartika Dewi", role: "head", pin: "482913" } as const;

/** What axe-core finds on pages of the real daemon, at the colours of both themes. What only a person can judge it does not say. */
describe("pages for everybody, as far as a program can tell", { timeout: 120_000 }, () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await ConsoleDesk.open();
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  /** By day and by night. */
  const expectNoObstacle = async (): Promise<void> => {
    expect(await obstaclesOn(desk.page)).toEqual([]);
    await desk.press("theme-switch");
    expect(await obstaclesOn(desk.page)).toEqual([]);
    await desk.press("theme-switch");
  };

  const proved = async (view: CaseView): Promise<CaseView> => {
    await desk.clerk.printed(view);
    await desk.clerk.scan(await desk.clerk.cardInTray());
    return desk.clerk.until(view.case, ({ work }) => work !== "print");
  };
  const next = (view: CaseView): Promise<CaseView> => {
    if (view.work === "photo") return desk.clerk.photograph(view);
    if (view.work === "print") return proved(view);
    return view.work === "receipt" ? desk.clerk.handOver(view) : desk.clerk.done(view);
  };

  it("sees an obstacle where there is one", async () => {
    await desk.page.evaluate(() => document.body.append(document.createElement("button")));
    expect(await obstaclesOn(desk.page)).toEqual([{ rule: "button-name", at: ["body > button"] }]);
    await desk.page.evaluate(() => document.querySelector("body > button")?.remove());
  });

  it.each(Object.entries(PAGES))("has none on the page %s", async (place, whole) => {
    await desk.goTo(place);
    await desk.page.locator(`main:not([aria-busy="true"]) ${whole}`).first().waitFor();
    await expectNoObstacle();
  });

  it.each(Object.entries(SCREENS))(
    "has none on the page %s, which nobody attends",
    async (address, whole) => {
      await desk.page.goto(`${desk.bridge.origin}/${address}`);
      await desk.page.locator(whole).first().waitFor();
      expect(await obstaclesOn(desk.page)).toEqual([]);
    },
  );

  it("has none in the help, a dialog", async () => {
    await desk.goTo("loket");
    await desk.byId("member-search").waitFor();
    await desk.page.keyboard.press("F1");
    await desk.page.getByRole("dialog").waitFor();
    expect(await obstaclesOn(desk.page)).toEqual([]);
    await desk.page.keyboard.press("Escape");
    await desk.page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("has none at any step of a service, from the first question to the result", async () => {
    let view = await desk.clerk.open((await desk.clerk.someMember()).memberNo);
    await desk.goToCase(view.case);
    while (view.now) {
      await desk.atWork(view.now);
      await expectNoObstacle();
      view = await next(view);
    }
    await desk.byId("result").waitFor();
    await expectNoObstacle();
  });

  it("has none where somebody signs in", async () => {
    await desk.bridge.client.call("operator.create", HEAD);
    await desk.bridge.client.call("operator.signOut", {});
    await desk.byId("sign-in-page").waitFor();
    await expectNoObstacle();
  });
});
