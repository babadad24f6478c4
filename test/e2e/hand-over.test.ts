import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView, MemberView } from "../../src/bridge/protocol/shapes.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { BatchDesk, quickPrinters } from "../bridge/batch/batch-desk.ts";
import { SCANNER } from "../harness/clerk.ts";
import { changeMember } from "../harness/demo-members.ts";
import { attachmentOf, MailOffice } from "../harness/mail-office.ts";
import { ConsoleDesk } from "./console-desk.ts";

const MOJOKERTO = "id.mojokerto-kota.perpanjangan-kartu";
const DAY_S = 24 * 60 * 60;
/** As people type; faster would be a scanner. */
const SLOWLY = { delay: 80 };

/** Ready at the desk without a printer: somebody said that each step was not needed. */
async function ready(
  desk: ConsoleDesk,
  member: MemberView,
  kind: CaseView["kind"] = "new",
): Promise<CaseView> {
  const { client } = desk.clerk;
  const { memberId, memberNo } = member;
  const { standard } = desk.bridge.config.library;
  let view = await client.call("case.open", {
    ...{ member: { memberId, memberNo }, kind, channel: "in-person", standard },
  });
  while (view.work !== "handover" && view.now)
    view = await client.call("case.completeStep", { case: view.case, step: view.now, result: "not-needed" });
  return view;
}

/** As the simulated scanner on the desk reads it. */
const scan = (desk: ConsoleDesk, text: string) =>
  desk.clerk.client.call("device.scan", { device: SCANNER as DeviceId, text });

/** Tab until the focus is on it, then the key: no pointer anywhere. */
async function reach(desk: ConsoleDesk, id: string): Promise<void> {
  await desk.byId(id).first().waitFor({ state: "attached" });
  const focused = desk.page.locator(`[data-testid="${id}"]:focus, [data-testid="${id}"]:focus-within`);
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused.count()) > 0) return;
    await desk.page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${id}`);
}

async function key(desk: ConsoleDesk, id: string, name = "Space"): Promise<void> {
  await reach(desk, id);
  await desk.page.keyboard.press(name);
}

describe("a card on its way into somebody's hand, by keyboard and scanner", () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await ConsoleDesk.open({ config: quickPrinters });
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  it("finds the case by the number on the ticket, and hands over with every tick and the book", async () => {
    const view = await ready(desk, await desk.clerk.someMember(0));
    await desk.goTo("loket");
    await desk.page.keyboard.press("F2");
    await desk.page.keyboard.type(view.ticket ?? "", SLOWLY);
    await desk.byId("case-result").waitFor();
    await desk.page.keyboard.press("Enter");
    await desk.atWork("handover");
    await desk.byId("phone-confirmed").waitFor({ state: "attached" });
    expect(await desk.byId("main-button").isDisabled()).toBe(true);
    await desk.shot("90-serah-terima");
    await key(desk, "identity-ktp");
    await key(desk, "phone-confirmed");
    await key(desk, "main-button", "Enter");
    await desk.atWork("receipt");
    await key(desk, "signature-paper");
    await desk.shot("91-tanda-tangan-di-buku");
    await key(desk, "main-button", "Enter");
    await desk.byId("given").waitFor();
    expect(await desk.byId("given").textContent()).toContain("KTP");
    await desk.shot("92-hasil-serah-terima");
  });

  it("gives the card to somebody else: found by scan, named, and shown only when asked", async () => {
    const member = await desk.clerk.someMember(1);
    const view = await ready(desk, member);
    await desk.goTo("loket");
    await desk.byId("member-search").waitFor();
    await scan(desk, member.memberNo);
    await desk.atWork("handover");
    await key(desk, "collector-other");
    await key(desk, "identity-ktp", "ArrowRight");
    await reach(desk, "collector-name");
    await desk.page.keyboard.type("Ibu Invented Sulastri", SLOWLY);
    await desk.shot("93-diambil-orang-lain");
    await key(desk, "main-button", "Enter");
    await desk.atWork("receipt");
    await key(desk, "signature-paper");
    await key(desk, "main-button", "Enter");
    await desk.byId("given").waitFor();
    expect(await desk.byId("given").textContent()).not.toContain("Sulastri");
    await key(desk, "given-show-name");
    await desk.byId("given-name").waitFor();
    expect(await desk.byId("given-name").textContent()).toContain("Ibu Invented Sulastri");
    expect((await desk.clerk.client.call("case.get", { case: view.case })).handover?.relation).toBe(
      "guardian",
    );
    await desk.shot("94-hasil-diambil-orang-lain");
  });

  it("says at once, on any page, that a scanned card was reported lost; found again, it is good again", async () => {
    const member = await desk.clerk.someMember(2);
    const { memberId, memberNo } = member;
    const view = await desk.clerk.client.call("case.open", {
      ...{ member: { memberId, memberNo }, kind: "lost", channel: "in-person" },
      standard: desk.bridge.config.library.standard,
    });
    await desk.goTo("perangkat");
    await desk.page.reload();
    await desk.page.getByRole("heading", { name: "Semua perangkat siap" }).waitFor();
    await scan(desk, memberNo);
    await desk.byId("card-voided").waitFor();
    await desk.shot("95-kartu-hilang-dipindai");
    await desk.goToCase(view.case);
    await desk.byId("old-card").waitFor();
    await desk.shot("96-kasus-kartu-hilang");
    await key(desk, "card-found");
    await key(desk, "card-found-go", "Enter");
    await desk.page.locator('[data-testid="case-page"][data-status="cancelled"]').waitFor();
    await scan(desk, memberNo);
    await desk.byId("card-voided").waitFor({ state: "detached" });
  });

  it("lists who has not come, reaches them, and sends a card back", async () => {
    const view = await ready(desk, await desk.clerk.someMember(3));
    desk.skip(15 * DAY_S);
    await desk.goTo("loket");
    await desk.page.reload();
    await key(desk, "uncollected-show", "Enter");
    await desk.page.locator(`[data-testid="uncollected-card"][data-case="${view.case}"]`).waitFor();
    await key(desk, "uncollected-reach", "Enter");
    await desk.byId("uncollected-phone").waitFor();
    expect(await desk.byId("uncollected-whatsapp").getAttribute("href")).toMatch(/^https:\/\/wa\.me\/62/);
    await desk.shot("97-belum-diambil");
    await key(desk, "uncollected-returned", "Enter");
    await key(desk, "uncollected-returned-sure", "Enter");
    await desk.page.getByText("Semua kartu sudah diambil.").waitFor();
    expect((await desk.clerk.client.call("case.get", { case: view.case })).status).toBe("cancelled");
  });

  it("asks for a guardian's word under 17, and gives no card away before it is ticked", async () => {
    const member = await desk.clerk.someMember(4);
    const tenYearsAgo = new Date(Date.now() - 10 * 365 * DAY_S * 1000).toISOString().slice(0, 10);
    changeMember(desk.bridge, member.memberId, "DateOfBirth", tenYearsAgo);
    const view = await ready(desk, member);
    await desk.goToCase(view.case);
    await desk.atWork("handover");
    await key(desk, "identity-ktp");
    await desk.byId("phone-confirmed").waitFor({ state: "attached" });
    await key(desk, "phone-confirmed");
    await desk.byId("consent").waitFor({ state: "attached" });
    expect(await desk.byId("main-button").isDisabled()).toBe(true);
    await desk.shot("93-izin-wali");
    await key(desk, "consent");
    await key(desk, "main-button", "Enter");
    await desk.atWork("receipt");
    await key(desk, "signature-paper");
    await key(desk, "main-button", "Enter");
    await desk.byId("given").waitFor();
    expect((await desk.clerk.client.call("case.get", { case: view.case })).handover?.hasConsent).toBe(true);
  });

  it("gives a batch's cards to their teacher in one go, all but one that is left unticked", async () => {
    const at = new BatchDesk(desk.bridge);
    const numbers = (await at.ordinary(12)).slice(8, 11);
    const { batch } = await at.open(numbers, { layout: "a4-10" });
    await at.printSheet(batch);
    await at.settle(batch, 1, []);
    const { client } = desk.clerk;
    const ofBatch = async () =>
      (await client.call("board.get", {})).cards.filter(({ sheet }) => sheet?.batch === batch);
    for (const { job } of await ofBatch()) await client.call("card.move", { job, to: "ready" });
    await desk.goTo("loket");
    await key(desk, "bulk-show", "Enter");
    await desk.byId("bulk-card").nth(2).waitFor({ state: "attached" });
    expect(await desk.byId("bulk-go").isDisabled()).toBe(true);
    await reach(desk, "collector-name");
    await desk.page.keyboard.type("Bapak Guru Invented", SLOWLY);
    await key(desk, "bulk-card");
    await desk.shot("93-serahkan-kelompok");
    await key(desk, "bulk-go", "Enter");
    await desk.byId("bulk-dialog").waitFor({ state: "detached" });
    expect(await ofBatch()).toHaveLength(1);
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });
});

describe("an online request at Mojokerto", () => {
  it("is answered with a digital card by the office's mail server, and ends with it", async () => {
    await using office = await MailOffice.open({ disabledCommands: ["STARTTLS"] });
    await using desk = await ConsoleDesk.open({
      config: (demo) => ({
        ...demo,
        library: { ...demo.library, standard: MOJOKERTO },
        mail: {
          ...{ ...demo.mail, host: "127.0.0.1", port: office.port, security: "none" },
          from: "perpustakaan@contoh.invalid",
        },
      }),
    });
    const { client } = desk.clerk;
    const { memberId, memberNo } = await desk.clerk.someMember(0);
    let view = await client.call("case.open", {
      ...{ member: { memberId, memberNo }, kind: "renewal", channel: "online", standard: MOJOKERTO },
    });
    while (view.work !== "print")
      view = view.work === "photo-upload" ? await desk.clerk.photograph(view) : await desk.clerk.done(view);
    await desk.goToCase(view.case);
    await key(desk, "digital-open", "Enter");
    await desk.byId("digital-preview").waitFor();
    await desk.page.locator('[data-testid="digital-preview"][width]').waitFor();
    await reach(desk, "digital-email");
    await desk.page.keyboard.type("ratna@contoh.invalid", SLOWLY);
    await desk.shot("98-kartu-digital");
    await key(desk, "digital-send", "Enter");
    await desk.byId("result").waitFor();
    expect(await desk.byId("deliveries").textContent()).toContain("r•••@c•••.invalid");
    await desk.shot("99-kartu-digital-terkirim");
    const [letter = ""] = office.letters;
    expect(office.letters).toHaveLength(1);
    expect(attachmentOf(letter, "application/pdf").subarray(0, 5).toString()).toBe("%PDF-");
    expect(desk.complaints).toEqual([]);
  });
});
