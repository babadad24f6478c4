import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import type { CaseId } from "../../src/kernel/types.ts";
import { Clerk } from "../harness/clerk.ts";
import { attachmentOf, MailOffice, type MailTrouble } from "../harness/mail-office.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const MOJOKERTO = "id.mojokerto-kota.perpanjangan-kartu";
const EMAIL = "ratna@contoh.invalid";
const refusal = (code: string) => expect.objectContaining({ code });

/** A desk with a mail server, and an online request that has come to the printer. */
async function online(office: MailOffice | undefined, extra: { folder?: string } = {}) {
  const desk = await startBridge({
    config: (demo) => ({
      ...demo,
      library: { ...demo.library, standard: MOJOKERTO },
      delivery: { ...demo.delivery, ...extra },
      mail: office
        ? {
            ...{ ...demo.mail, host: "127.0.0.1", port: office.port, security: "none" },
            from: "perpus@contoh.invalid",
          }
        : demo.mail,
    }),
  });
  const clerk = new Clerk(desk);
  await desk.bridge.supervisor.firstAttempts();
  const { memberId, memberNo } = await clerk.someMember();
  let view = await clerk.client.call("case.open", {
    ...{ member: { memberId, memberNo }, kind: "renewal", channel: "online", standard: MOJOKERTO },
  });
  while (view.work !== "print")
    view = view.work === "photo-upload" ? await clerk.photograph(view) : await clerk.done(view);
  return { desk, clerk, view, memberNo };
}

const eventsOf = ({ bridge }: TestBridge, view: CaseView) => bridge.store.cases.events(view.case as CaseId);
const opening = (trouble: MailTrouble = {}) => MailOffice.open({ trouble, disabledCommands: ["STARTTLS"] });

describe("the digital card of an online request", () => {
  it("goes by mail as an attachment, ends the standard's last step, and leaves only a masked address behind", async () => {
    await using office = await opening();
    const { desk, clerk, view, memberNo } = await online(office);
    await using _desk = desk;
    const prepared = await clerk.client.call("digitalCard.prepare", { case: view.case });
    expect(prepared).toMatchObject({ canMail: true, canSave: false, fileName: `kartu-${view.ticket}` });

    const letter = { case: view.case, requestKey: crypto.randomUUID(), email: EMAIL, endsCase: true };
    const sent = await clerk.client.call("digitalCard.send", letter);
    expect(sent).toMatchObject({
      status: "handed-over",
      deliveries: [{ how: "smtp", recipient: "r•••@c•••.invalid", outcome: "sent" }],
    });
    expect(sent.steps.find(({ key }) => key === "print")?.state).toBe("done");
    const [received = ""] = office.letters;
    expect(attachmentOf(received, "application/pdf").subarray(0, 5).toString()).toBe("%PDF-");
    expect(received).toContain(`To: ${EMAIL}`);

    const log = JSON.stringify(eventsOf(desk, view));
    expect(log).not.toContain("ratna");
    expect(log).not.toContain(memberNo);
    await expect(clerk.client.call("digitalCard.send", letter)).rejects.toEqual(refusal("CASE_CLOSED"));
    expect(office.letters).toHaveLength(1);
  });

  it("is never sent twice for one press, not even when nobody knows what became of it", async () => {
    await using office = await opening({ dropsAfterLetter: true });
    const { desk, clerk, view } = await online(office);
    await using _desk = desk;
    const letter = { case: view.case, requestKey: crypto.randomUUID(), email: EMAIL, endsCase: true };
    await expect(clerk.client.call("digitalCard.send", letter)).rejects.toEqual(
      refusal("MAIL_OUTCOME_UNKNOWN"),
    );
    await expect(clerk.client.call("digitalCard.send", letter)).rejects.toEqual(refusal("MAIL_SENT_ALREADY"));
    const after = await clerk.client.call("case.get", { case: view.case });
    expect(after).toMatchObject({ status: "open", deliveries: [{ outcome: "unknown" }] });
    expect(office.letters).toHaveLength(1);
  });

  it("that was on its way when Titian stopped is of unknown fate afterwards, and is not sent again", async () => {
    await using office = await opening();
    const { desk, view } = await online(office);
    const recipient = "r•••@c•••.invalid";
    desk.bridge.store.events.append({
      ...{ stream: `case/${view.case}`, type: "case.cardSending" },
      data: { requestKey: crypto.randomUUID(), recipient },
    });
    await desk.stop();
    await using again = await startBridge({ folder: desk.folder });
    const after = await new Clerk(again).client.call("case.get", { case: view.case });
    expect(after.deliveries).toEqual([
      expect.objectContaining({ outcome: "unknown", code: "MAIL_OUTCOME_UNKNOWN", recipient }),
    ]);
    expect(office.letters).toEqual([]);
  });

  it("is opened for the operator in WhatsApp and the mail program, saved into the folder, and told by hand", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "titian-digital-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { desk, clerk, view } = await online(undefined, { folder });
    await using _desk = desk;
    const links = await clerk.client.call("digitalCard.links", {
      ...{ case: view.case, phone: "0812 0000 0001", email: EMAIL },
    });
    expect(links.whatsapp).toMatch(/^https:\/\/wa\.me\/6281200000001\?text=Yth\.%20/);
    expect(links.mailto).toMatch(/^mailto:ratna%40contoh\.invalid\?subject=Kartu%20anggota/);
    await clerk.client.call("digitalCard.save", { case: view.case });
    expect(readdirSync(folder).sort()).toEqual([`kartu-${view.ticket}.pdf`, `kartu-${view.ticket}.png`]);

    const email = { case: view.case, requestKey: crypto.randomUUID(), email: EMAIL, endsCase: true };
    await expect(clerk.client.call("digitalCard.send", email)).rejects.toEqual(refusal("MAIL_OFF"));
    const told = await clerk.client.call("digitalCard.told", {
      ...{ case: view.case, how: "whatsapp", phone: "0812 0000 0001", endsCase: true },
    });
    expect(told).toMatchObject({
      status: "handed-over",
      deliveries: [{ how: "whatsapp", recipient: "+62 812-••••-0001", outcome: "told" }],
    });
  });
});
