import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";

const HEAD = { name: "Ibu Kartika Dewi", pin: "482913" };
const CLERK = { name: "Ratna Wulandari Kusumaningtyas", pin: "190763" };

describe("PINs in Chromium, on the real daemon", { timeout: 120_000 }, () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await ConsoleDesk.open();
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const fillNewPin = async (pin: string): Promise<void> => {
    await desk.byId("new-pin").fill(pin);
    await desk.byId("new-pin-again").fill(pin);
  };
  const add = async ({ name, pin }: typeof HEAD, role?: string): Promise<void> => {
    await desk.press("operator-add");
    await desk.byId("operator-name").fill(name);
    if (role) await desk.press(`role-${role}`);
    await fillNewPin(pin);
    await desk.press("operator-save");
    await desk.byId("operator-row").filter({ hasText: name }).waitFor();
  };
  const typePin = async (pin: string): Promise<void> => {
    await desk.byId("pin").fill(pin);
    await desk.page.keyboard.press("Enter");
  };
  const choose = (name: string): Promise<void> => desk.byId("sign-in-name").filter({ hasText: name }).click();

  it("begins on Perangkat with the head, and refuses a PIN that everybody tries first", async () => {
    await desk.goTo("perangkat");
    await desk.page.getByRole("link", { name: "Petugas" }).click();
    await desk.page.getByRole("heading", { name: "Belum ada petugas dengan PIN" }).waitFor();
    await desk.shot("140-petugas-kosong");
    await desk.press("operator-add");
    await desk.byId("operator-name").fill(HEAD.name);
    await fillNewPin("123456");
    await desk.press("operator-save");
    await desk.byId("fault").filter({ hasText: "mudah ditebak" }).waitFor();
    await desk.shot("141-petugas-kepala");
    await fillNewPin(HEAD.pin);
    await desk.press("operator-save");
    await desk.byId("operator-row").filter({ hasText: HEAD.name }).waitFor();
    expect(await desk.byId("operator-chip").getAttribute("aria-label")).toContain(HEAD.name);
  });

  it("adds a clerk, whose name stays whole at 1366 and 1920 pixels", async () => {
    await add(CLERK, "clerk");
    await desk.shot("142-petugas-daftar");
    for (const size of [SMALL, LARGE]) {
      await desk.page.setViewportSize(size);
      const bar = await desk.page.locator(".ti-top").evaluate((top) => top.scrollWidth <= top.clientWidth);
      expect(bar).toBe(true);
    }
    await desk.shot("142-petugas-daftar-lebar");
    await desk.page.setViewportSize(SMALL);
  });

  it("shows nothing but names once somebody has signed out, and the work again after a PIN", async () => {
    await desk.goTo("loket");
    await desk.byId("member-search").waitFor();
    await desk.press("operator-chip");
    await desk.byId("switch-dialog").waitFor();
    await desk.shot("143-ganti-petugas");
    await desk.press("sign-out");
    await desk.byId("sign-in-page").waitFor();
    expect(await desk.byId("member-search").count()).toBe(0);
    await desk.shot("144-masuk");
    await choose(CLERK.name);
    await typePin("555123");
    await desk.byId("fault").filter({ hasText: "PIN tidak cocok" }).waitFor();
    await typePin(CLERK.pin);
    await desk.byId("member-search").waitFor();
  });

  it("says beside the button what a clerk may not do", async () => {
    await desk.goTo("petugas");
    await desk.byId("why-role").filter({ hasText: "Hanya kepala yang dapat mengubahnya." }).waitFor();
    expect(await desk.byId("operator-add").count()).toBe(0);
  });

  it("lets the next one take over with a PIN, without anybody leaving first", async () => {
    await desk.press("operator-chip");
    await typePin(HEAD.pin);
    await desk
      .byId("operator-chip")
      .and(desk.page.locator(`[aria-label^="${HEAD.name}"]`))
      .waitFor();
    await desk.byId("operator-add").waitFor();
  });

  it("locks a name after five wrong PINs, says until when, and the head opens it again", async () => {
    await desk.press("operator-chip");
    for (let time = 1; time <= 5; time++) {
      await typePin("555123");
      const says = time < 5 ? "PIN tidak cocok" : "dikunci";
      await desk.byId("fault").filter({ hasText: says }).waitFor();
    }
    await desk.shot("145-petugas-dikunci");
    await desk.page.keyboard.press("Escape");
    await desk.press("operator-unlock");
    await desk.byId("operator-unlock").waitFor({ state: "detached" });
  });

  it("follows an idle desk: nobody there, and the screen asks for a PIN", async () => {
    desk.skip(16 * 60);
    await desk.byId("sign-in-page").waitFor({ timeout: 30_000 });
    expect(desk.complaints).toEqual([]);
  });
});
