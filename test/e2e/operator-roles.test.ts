import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf } from "../harness/chromium.ts";
import { consoleClient } from "../harness/start-bridge.ts";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";
import { takePicture } from "./pictures.ts";

const PEOPLE = {
  head: { name: "Ibu Kartika Dewi", role: "head", pin: "482913" },
  technician: { name: "Bagus Tri Atmojo", role: "technician", pin: "271828" },
  clerk: { name: "Ratna Wulandari", role: "clerk", pin: "190763" },
} as const;
type Role = keyof typeof PEOPLE;
const SECOND_HEAD = "Pak Darma";

/** What each page has for those who may set the desk up, and what for the head alone. */
const FOR_TECHNICIANS = {
  perangkat: ["open-setup"],
  kartu: ["edit-design", "design-choices", "import-design"],
  standar: ["import-new"],
  "cetak/kelompok": ["open-calibration"],
  kalender: ["save-calendar"],
} as const;
const FOR_THE_HEAD = { pengaduan: ["change-limit"], petugas: ["operator-add"] } as const;
/** Pages of which nothing is for a clerk, by their address. */
const CLOSED_TO_CLERKS = ["mulai", "cetak/kalibrasi", "kartu/lengkung", "standar/baru"];

describe("roles on the console in Chromium", { timeout: 180_000 }, () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await ConsoleDesk.open();
    for (const role of ["head", "technician", "clerk"] as const)
      await desk.bridge.client.call("operator.create", PEOPLE[role]);
    await desk.bridge.client.call("operator.create", { ...PEOPLE.head, name: SECOND_HEAD });
  }, 60_000);
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const enter = async (role: Role): Promise<void> => {
    const { operators } = await desk.bridge.client.call("operators.list", {});
    const id = operators.find(({ name }) => name === PEOPLE[role].name)?.operator ?? "";
    await desk.bridge.client.call("operator.signIn", { id, pin: PEOPLE[role].pin });
    await desk
      .byId("operator-chip")
      .and(desk.page.locator(`[aria-label^="${PEOPLE[role].name}"]`))
      .waitFor();
  };
  const refusals = (): number =>
    desk.bridge.log.lines.filter((line) => JSON.stringify(line).includes("OPERATOR_ROLE")).length;
  const reason = (text: string) => desk.byId("why-role").filter({ hasText: text }).first();

  it("offers a clerk nothing that ends in a refusal, and says whose it is where it would be looked for", async () => {
    await enter("clerk");
    for (const [place, buttons] of Object.entries({ ...FOR_TECHNICIANS, ...FOR_THE_HEAD })) {
      await desk.goTo(place);
      await desk.page.locator("main h1").first().waitFor({ state: "attached" });
      if (place !== "perangkat" && place !== "standar" && place !== "cetak/kelompok")
        await reason("dapat mengubahnya").waitFor();
      for (const button of buttons) expect(await desk.byId(button).count(), button).toBe(0);
      await desk.shot(`148-peran-petugas-${place.replace("/", "-")}`);
    }
    await desk.goTo("kalender");
    await desk.byId("counts-saturday").waitFor({ state: "attached" });
    expect(await desk.byId("counts-saturday").isDisabled()).toBe(true);
    expect(await desk.byId("calendar-year").isDisabled()).toBe(false);
    await desk.shot("148-peran-kalender-petugas");
    await desk.goTo("perangkat");
    await desk.press("details-desk-1-camera");
    await reason("Hanya untuk teknisi dan kepala.").waitFor();
    expect(await desk.byId("device-name").isDisabled()).toBe(true);
    expect(await desk.byId("device-switch").isDisabled()).toBe(true);
    await desk.shot("148-peran-rincian-petugas");
    await desk.page.keyboard.press("Escape");
    expect(refusals()).toBe(0);
  });

  it("says of a whole page whose it is, with the way to change places", async () => {
    for (const place of CLOSED_TO_CLERKS) {
      await desk.goTo(place);
      await desk.byId("closed-page").waitFor();
      expect(await desk.byId("closed-page").textContent(), place).toContain(
        "Hanya untuk teknisi dan kepala.",
      );
    }
    await desk.shot("148-peran-halaman-tertutup");
    expect(refusals()).toBe(0);

    await desk.press("closed-page-switch");
    await desk.byId("sign-in-name").filter({ hasText: PEOPLE.technician.name }).click();
    await desk.byId("pin").fill(PEOPLE.technician.pin);
    await desk.page.keyboard.press("Enter");
    await desk.byId("import-page").waitFor();
  });

  it("gives a technician the setting up, and leaves to the head what the library answers for", async () => {
    for (const [place, buttons] of Object.entries(FOR_TECHNICIANS)) {
      await desk.goTo(place);
      for (const button of buttons) await desk.byId(button).first().waitFor({ state: "attached" });
    }
    for (const [place, buttons] of Object.entries(FOR_THE_HEAD)) {
      await desk.goTo(place);
      await reason("Hanya kepala yang dapat mengubahnya.").waitFor();
      for (const button of buttons) expect(await desk.byId(button).count(), button).toBe(0);
    }
    await desk.goTo("kalender");
    await reason("Hanya untuk kepala.").waitFor();
    expect(await desk.byId("counts-saturday").isDisabled()).toBe(false);
    expect(await desk.byId("open-only").isDisabled()).toBe(true);
    await desk.shot("148-peran-kalender-teknisi");
  });

  it("leaves the lock of a head to a head", async () => {
    const { operators } = await desk.bridge.client.call("operators.list", {});
    const id = operators.find(({ name }) => name === SECOND_HEAD)?.operator ?? "";
    for (let time = 0; time < 5; time++)
      await expect(desk.bridge.client.call("operator.signIn", { id, pin: "555123" })).rejects.toBeDefined();
    await desk.goTo("petugas");
    const row = desk.byId("operator-row").filter({ hasText: SECOND_HEAD });
    await row.getByText("dikunci sampai").waitFor();
    expect(await desk.byId("operator-unlock").count()).toBe(0);
    await enter("head");
    await row.getByTestId("operator-unlock").click();
    await row.getByText("dikunci sampai").waitFor({ state: "detached" });
  });

  it("lets a clerk read a standard, a technician draft its next version, and the head alone publish it", async () => {
    const { standard } = desk.bridge.config.library;
    await enter("clerk");
    await desk.goTo(`standar/${standard}`);
    await desk.byId("print-standard").waitFor();
    for (const button of ["new-version", "withdraw"]) expect(await desk.byId(button).count(), button).toBe(0);
    await desk.shot("148-peran-standar-petugas");
    await enter("technician");
    expect(await desk.byId("withdraw").count()).toBe(0);
    await desk.press("new-version");
    await desk.byId("publish").waitFor();
    expect(await desk.byId("publish").isDisabled()).toBe(true);
    expect(await desk.byId("why-role").textContent()).toBe("Hanya untuk kepala.");
    await desk.shot("148-peran-konsep-teknisi");
    await enter("head");
    await desk.byId("publish").and(desk.page.locator(":enabled")).waitFor();
    await enter("clerk");
    await desk.byId("closed-page").waitFor();
    expect(refusals()).toBe(0);
  });

  it("gives the head everything, at once when the next one takes over", async () => {
    await enter("technician");
    await desk.goTo("kalender");
    await desk.byId("save-calendar").waitFor();
    await enter("head");
    await desk.byId("open-only").and(desk.page.locator(":enabled")).waitFor({ state: "attached" });
    expect(await desk.byId("why-role").count()).toBe(0);
    await desk.shot("148-peran-kalender-kepala");
    for (const [place, buttons] of Object.entries({ ...FOR_TECHNICIANS, ...FOR_THE_HEAD })) {
      await desk.goTo(place);
      for (const button of buttons) await desk.byId(button).first().waitFor({ state: "attached" });
    }
    expect(refusals()).toBe(0);
  });

  it("leaves nothing of a member on any tab once somebody signs out, and tells no tab anything until the next PIN", async () => {
    await enter("clerk");
    const member = await desk.clerk.someMember();
    const view = await desk.clerk.open(member.memberNo);
    await desk.goToCase(view.case);
    await desk.page.getByText(member.fullName).first().waitFor();
    const other = await openTab();
    await other.page.getByText(member.fullName).first().waitFor();
    const heard = other.heard();

    await desk.press("operator-chip");
    await desk.press("sign-out");
    for (const page of [desk.page, other.page]) {
      await page.getByTestId("sign-in-page").waitFor();
      const shown = await page.evaluate(() => document.documentElement.outerHTML);
      expect(shown).not.toContain(member.fullName);
      expect(shown).not.toContain(member.memberNo);
      expect(await page.locator("dialog[open]").count()).toBe(0);
    }
    await takePicture(other.page, "149-tab-lain-sesudah-keluar");

    const visitor = consoleClient(desk.bridge.bridge, desk.bridge.bridge.server.screenTokens["ticket-kiosk"]);
    await visitor.call("ticket.take", { requestKey: crypto.randomUUID() });
    visitor.close();
    await other.page.reload();
    await other.page.getByTestId("sign-in-page").waitFor();
    const names = heard.map(eventOf);
    const afterwards = names.slice(names.indexOf("operator.changed"));
    expect(names).toContain("operator.changed");
    expect(afterwards.filter((name) => !/^operators?\.changed$/.test(name ?? ""))).toEqual([]);

    await other.page.getByTestId("sign-in-name").filter({ hasText: PEOPLE.clerk.name }).click();
    await other.page.getByTestId("pin").fill(PEOPLE.clerk.pin);
    await other.page.keyboard.press("Enter");
    for (const page of [desk.page, other.page]) await page.getByText(member.fullName).first().waitFor();
    expect([...desk.complaints, ...other.complaints]).toEqual([]);

    async function openTab() {
      const browser = desk.page.context().browser();
      if (!browser) throw new Error("no browser");
      const page: Page = await browser.newPage({ viewport: SMALL, locale: "id-ID", reducedMotion: "reduce" });
      const complaints = complaintsOf(page);
      const events: string[] = [];
      page.on("websocket", (socket) =>
        socket.on("framereceived", ({ payload }) => {
          if (typeof payload === "string" && eventOf(payload) !== undefined) events.push(payload);
        }),
      );
      await page.goto(`${desk.bridge.origin}/#/loket/${view.case}`);
      return {
        ...{ page, complaints },
        /** Events from now on. */
        heard(): string[] {
          events.length = 0;
          return events;
        },
      };
    }
  });

  it("keeps its bars whole at both sizes, in the dark too", async () => {
    await desk.press("theme-switch");
    await desk.goTo("mulai");
    await desk.byId("closed-page").waitFor();
    for (const size of [SMALL, LARGE]) {
      await desk.page.setViewportSize(size);
      expect(await desk.page.evaluate(() => document.body.scrollWidth <= window.innerWidth)).toBe(true);
    }
    await desk.shot("148-peran-halaman-tertutup-gelap");
  });
});

function eventOf(frame: string): string | undefined {
  return (JSON.parse(frame) as { event?: string }).event;
}
