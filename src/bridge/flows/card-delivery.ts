import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { DeliveryOutcome, DeliveryWay } from "../../cards/hand-over.ts";
import type { CardContent } from "../../cards/print-job.ts";
import type { DigitalCard } from "../../cards/rendering/digital-card.ts";
import type { MemberRepository } from "../../inlislite/member.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { CaseId } from "../../kernel/types.ts";
import { writeDurably } from "../../store/durable-file.ts";
import type { Store } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import { filled } from "../contact/letter.ts";
import { maskedAddress } from "../contact/masked-address.ts";
import { type Phone, readPhone, whatsappLink } from "../contact/phone-number.ts";
import type { MailServer } from "../mail/mail.ts";
import type { CaseService } from "./cases.ts";
import type { LibraryName } from "./library-name.ts";
import type { MemberDirectory } from "./member-directory.ts";
import { stationOf } from "./stations.ts";

export interface Recipient {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

interface Dependencies {
  readonly cases: CaseService;
  readonly store: Pick<Store, "cases">;
  readonly members: MemberDirectory;
  readonly inlislite: Pick<MemberRepository, "phoneOf">;
  readonly library: LibraryName;
  readonly contentOf: (caseId: CaseId, signal: AbortSignal) => Promise<CardContent>;
  readonly draw: (content: CardContent, signal: AbortSignal) => Promise<DigitalCard>;
  /** Undefined where no mail server is configured. */
  readonly mail: MailServer | undefined;
  readonly delivery: Config["delivery"];
  readonly desk: string;
  readonly log: Logger;
}

/** Work at which a digital card may be given: everything before the printer is done. */
const STATIONS = ["print", "cut", "laminate", "handover"];

/** The digital card of a case, on its way to the member. What is sent by Titian itself is written down before it leaves. */
export class CardDelivery implements Service {
  readonly name = "card delivery";
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** A letter of this desk that was under way when Titian stopped may have arrived: nobody sends it again by itself. */
  async start(): Promise<void> {
    const { store, cases, log } = this.#deps;
    for (const { case: id } of store.cases.open()) {
      for (const { requestKey, recipient } of this.#unfinished(id)) {
        const data = { how: "smtp", recipient, outcome: "unknown", endsCase: false, requestKey } as const;
        cases.append(id, { type: "case.cardDelivered", data: { ...data, code: "MAIL_OUTCOME_UNKNOWN" } });
        log.warn("a digital card was being sent when Titian stopped", { case: id });
      }
    }
  }

  async stop(): Promise<void> {}

  get canMail(): boolean {
    return this.#deps.mail !== undefined;
  }

  async draw(caseId: CaseId, signal: AbortSignal): Promise<DigitalCard> {
    const { contentOf, draw } = this.#deps;
    return draw(await contentOf(caseId, signal), signal);
  }

  /** The number in INLISLite, or undefined; read now and kept nowhere. */
  async phoneOf(caseId: CaseId, signal: AbortSignal): Promise<Phone | undefined> {
    const { cases, inlislite } = this.#deps;
    const text = await inlislite.phoneOf(cases.memberOf(caseId).memberId, signal);
    return text === undefined ? undefined : readPhone(text);
  }

  /** Into delivery.folder, under names that say nothing about anybody. Rejects with `DELIVERY_FOLDER_UNUSABLE`. */
  async save(caseId: CaseId, signal: AbortSignal): Promise<readonly string[]> {
    const { folder } = this.#deps.delivery;
    if (folder === undefined) throw new TitianError("DELIVERY_FOLDER_UNUSABLE");
    const { png, pdf } = await this.draw(caseId, signal);
    const name = this.fileNameOf(caseId);
    try {
      await mkdir(folder, { recursive: true });
      writeDurably(path.join(folder, `${name}.png`), png);
      writeDurably(path.join(folder, `${name}.pdf`), pdf);
    } catch (cause) {
      throw new TitianError("DELIVERY_FOLDER_UNUSABLE", { cause });
    }
    return [`${name}.png`, `${name}.pdf`];
  }

  /** `kartu-A-012`. */
  fileNameOf(caseId: CaseId): string {
    return `kartu-${this.#deps.store.cases.get(caseId)?.ticket ?? caseId.slice(0, 8)}`;
  }

  async links(
    caseId: CaseId,
    { phone, email }: Recipient,
    signal: AbortSignal,
  ): Promise<{ readonly whatsapp: string | undefined; readonly mailto: string | undefined }> {
    const { subject, text } = await this.#letter(caseId, signal);
    const number = phone === undefined ? await this.phoneOf(caseId, signal) : readPhone(phone);
    const query = new URLSearchParams({ subject, body: text }).toString().replaceAll("+", "%20");
    return {
      whatsapp: number && whatsappLink(number, text),
      mailto: email === undefined ? undefined : `mailto:${encodeURIComponent(email)}?${query}`,
    };
  }

  /** Rejects with `MAIL_…`, after having written down what became of it. The same key is tried once. */
  async send(
    caseId: CaseId,
    { requestKey, email, endsCase }: { requestKey: string; email: string; endsCase: boolean },
    signal: AbortSignal,
  ): Promise<void> {
    const { mail, cases } = this.#deps;
    if (!mail) throw new TitianError("MAIL_OFF");
    this.#assertMayGo(caseId);
    if (this.#wasTried(caseId, requestKey)) throw new TitianError("MAIL_SENT_ALREADY");
    const [{ subject, text }, { pdf }] = await Promise.all([
      this.#letter(caseId, signal),
      this.draw(caseId, signal),
    ]);
    if (this.#wasTried(caseId, requestKey)) throw new TitianError("MAIL_SENT_ALREADY");
    const recipient = maskedAddress(email);
    cases.append(caseId, { type: "case.cardSending", data: { requestKey, recipient } });
    const told = (outcome: DeliveryOutcome, code?: string): void =>
      this.#tell(caseId, { how: "smtp", recipient, outcome, endsCase: endsCase && !code, requestKey, code });
    try {
      const fileName = `${this.fileNameOf(caseId)}.pdf`;
      const attachments = [{ fileName, contentType: "application/pdf", content: pdf }];
      await mail.send({ to: email, subject, text, attachments }, signal);
    } catch (thrown) {
      const { code } = TitianError.from(thrown);
      told(code === "MAIL_OUTCOME_UNKNOWN" ? "unknown" : "refused", code);
      throw thrown;
    }
    told("sent");
  }

  /** The operator has opened WhatsApp or the mail program, or has handed the file over. */
  async told(
    caseId: CaseId,
    how: Exclude<DeliveryWay, "smtp">,
    { phone, email, endsCase }: Recipient & { readonly endsCase: boolean },
    signal: AbortSignal,
  ): Promise<void> {
    this.#assertMayGo(caseId);
    const recipient = await this.#masked(caseId, how, { phone, email }, signal);
    this.#assertMayGo(caseId);
    this.#tell(caseId, { how, recipient, outcome: "told", endsCase });
  }

  #tell(
    caseId: CaseId,
    {
      code,
      requestKey,
      ...data
    }: {
      readonly how: DeliveryWay;
      readonly recipient: string | null;
      readonly outcome: DeliveryOutcome;
      readonly endsCase: boolean;
      readonly requestKey?: string;
      readonly code?: string | undefined;
    },
  ): void {
    const also = { ...(code && { code }), ...(requestKey && { requestKey }) };
    this.#deps.cases.append(caseId, { type: "case.cardDelivered", data: { ...data, ...also } });
  }

  async #masked(
    caseId: CaseId,
    how: DeliveryWay,
    { phone, email }: Recipient,
    signal: AbortSignal,
  ): Promise<string | null> {
    if (how === "mailto") return email === undefined ? null : maskedAddress(email);
    if (how !== "whatsapp") return null;
    if (phone !== undefined) return readPhone(phone).masked;
    return (await this.phoneOf(caseId, signal).catch(() => undefined))?.masked ?? null;
  }

  async #letter(caseId: CaseId, signal: AbortSignal): Promise<{ subject: string; text: string }> {
    const { cases, members, library, delivery } = this.#deps;
    const member = await members.read(cases.memberOf(caseId), signal);
    const to = { name: member.fullName, library: library.last };
    return { subject: filled(delivery.cardSubject, to), text: filled(delivery.cardText, to) };
  }

  #assertMayGo(caseId: CaseId): void {
    const work = this.#deps.cases.workOf(caseId);
    if (!work || !STATIONS.includes(stationOf(work)))
      throw new TitianError("CASE_STEP_NOT_NOW", { details: { step: work ?? "none" } });
  }

  #wasTried(caseId: CaseId, requestKey: string): boolean {
    return this.#deps.store.cases
      .events(caseId)
      .some((event) => event.type === "case.cardSending" && event.data.requestKey === requestKey);
  }

  #unfinished(caseId: CaseId) {
    const events = this.#deps.store.cases.events(caseId);
    const ended = new Set(
      events.flatMap((event) => (event.type === "case.cardDelivered" ? (event.data.requestKey ?? []) : [])),
    );
    return events.flatMap((event) =>
      event.type === "case.cardSending" && event.desk === this.#deps.desk && !ended.has(event.data.requestKey)
        ? [event.data]
        : [],
    );
  }
}
