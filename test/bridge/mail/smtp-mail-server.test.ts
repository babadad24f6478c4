import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SmtpMailServer } from "../../../src/bridge/mail/smtp-mail-server.ts";
import { attachmentOf, MailOffice, type MailTrouble, PASSWORD } from "../../harness/mail-office.ts";
import { type Certificate, makeCertificate } from "../../stand-in/certificate.ts";

const PDF = Buffer.from("%PDF-1.7\ninvented\n%%EOF\n");
const LETTER = {
  to: "anggota@contoh.invalid",
  subject: "Kartu anggota Perpustakaan Tirtamaya",
  text: "Yth. Anggota, kartu Anda sudah jadi – silakan.",
  attachments: [{ fileName: "kartu-A-001.pdf", contentType: "application/pdf", content: PDF }],
};
const never = new AbortController().signal;
const failing = (code: string) => expect.objectContaining({ code });

describe("the office's mail server", () => {
  let folder: string;
  let trusted: Certificate;

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "titian-mail-"));
    writeFileSync(path.join(folder, "right"), `${PASSWORD}\n`);
    writeFileSync(path.join(folder, "wrong"), "salah\n");
    trusted = makeCertificate("127.0.0.1");
    writeFileSync(path.join(folder, "ca.pem"), trusted.cert);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const plain = { security: "none", host: "127.0.0.1", from: "perpustakaan@contoh.invalid" } as const;
  const to = (office: MailOffice, extra: Partial<ConstructorParameters<typeof SmtpMailServer>[0]> = {}) =>
    new SmtpMailServer({ ...plain, port: office.port, caFile: path.join(folder, "ca.pem"), ...extra });
  const officeWith = (trouble: MailTrouble) => MailOffice.open({ trouble, disabledCommands: ["STARTTLS"] });

  it("takes the letter with its card as an attachment, byte for byte", async () => {
    await using office = await officeWith({});
    await to(office).send(LETTER, never);
    const [letter = ""] = office.letters;
    expect(office.letters).toHaveLength(1);
    expect(letter).toContain("To: anggota@contoh.invalid");
    expect(letter).toContain("Content-Disposition: attachment; filename=kartu-A-001.pdf");
    expect(attachmentOf(letter, "application/pdf")).toEqual(PDF);
    expect(letter).not.toContain("data:");
  });

  it("is spoken to over a line that it proves, with the password from its file", async () => {
    await using office = await MailOffice.open({ ...trusted, authOptional: false });
    const login = { user: "perpustakaan", passwordFile: path.join(folder, "right") };
    await to(office, { security: "starttls", ...login }).send(LETTER, never);
    expect(office.letters).toHaveLength(1);
    expect(office.attempts.logins).toBe(1);
    await to(office, { security: "starttls", ...login }).check(never);
    expect(office.letters).toHaveLength(1);
  });

  it("is spoken to with TLS from the first byte, too", async () => {
    await using office = await MailOffice.open({ ...trusted, secure: true });
    await to(office, { security: "tls" }).send(LETTER, never);
    expect(office.letters).toHaveLength(1);
  });

  it("gets nothing when its certificate is nobody's, or another name's, or when it offers no encryption", async () => {
    await using own = await MailOffice.open({ ...makeCertificate("127.0.0.1"), secure: true });
    await expect(to(own, { security: "tls" }).send(LETTER, never)).rejects.toEqual(failing("MAIL_UNTRUSTED"));
    const elsewhere = makeCertificate("mail.lain.invalid");
    await using other = await MailOffice.open(elsewhere);
    const caFile = path.join(folder, "elsewhere.pem");
    writeFileSync(caFile, elsewhere.cert);
    await expect(to(other, { security: "starttls", caFile }).send(LETTER, never)).rejects.toEqual(
      failing("MAIL_UNTRUSTED"),
    );
    await using open = await officeWith({});
    await expect(to(open, { security: "starttls" }).send(LETTER, never)).rejects.toEqual(
      failing("MAIL_UNTRUSTED"),
    );
    expect([own, other, open].flatMap(({ letters }) => letters)).toEqual([]);
  });

  it("refuses a wrong password", async () => {
    await using office = await MailOffice.open({ ...trusted, authOptional: false });
    const login = { user: "perpustakaan", passwordFile: path.join(folder, "wrong") };
    await expect(to(office, { security: "starttls", ...login }).send(LETTER, never)).rejects.toEqual(
      failing("MAIL_LOGIN_REFUSED"),
    );
    expect(office.letters).toEqual([]);
  });

  it.each([
    ["refuses the recipient", { refusesRecipient: true }, "MAIL_RECIPIENT_REFUSED"],
    ["refuses the letter", { refusesLetter: true }, "MAIL_REFUSED"],
    ["drops the line before the letter", { dropsBeforeLetter: true }, "MAIL_UNREACHABLE"],
  ] as const)("has certainly nothing when it %s", async (_, trouble, code) => {
    await using office = await officeWith(trouble);
    await expect(to(office).send(LETTER, never)).rejects.toEqual(failing(code));
    expect(office.letters).toEqual([]);
    expect(office.attempts.connections).toBe(1);
  });

  it("may have the letter when the line breaks before it has said so, and nobody tries again", async () => {
    await using office = await officeWith({ dropsAfterLetter: true });
    await expect(to(office).send(LETTER, never)).rejects.toEqual(failing("MAIL_OUTCOME_UNKNOWN"));
    expect(office.letters).toHaveLength(1);
    expect(office.attempts.connections).toBe(1);
  });

  it("is given up on when it says nothing for as long as the caller waits", async () => {
    await using office = await officeWith({ isSilent: true });
    await expect(to(office).send(LETTER, AbortSignal.timeout(300))).rejects.toEqual(
      failing("MAIL_UNREACHABLE"),
    );
    expect(office.letters).toEqual([]);
  });

  it("is out of reach when nobody listens", async () => {
    const office = await officeWith({});
    const server = to(office);
    await office[Symbol.asyncDispose]();
    await expect(server.check(never)).rejects.toEqual(failing("MAIL_UNREACHABLE"));
  });
});
