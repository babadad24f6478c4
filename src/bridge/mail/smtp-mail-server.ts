import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { TitianError } from "../../kernel/errors.ts";
import type { Config } from "../config/schema.ts";
import { passwordFrom } from "../inlislite-source.ts";
import type { Mail, MailServer } from "./mail.ts";
import { smtpFailure } from "./smtp-failure.ts";

/** For the connection, for the server's greeting, and between two words of a conversation, ms. */
const CONNECT_WITHIN_MS = 10_000;
const SILENCE_MS = 20_000;

type Settings = Config["mail"] & { readonly host: string; readonly from: string };

/** The office's SMTP server. A connection per letter: a desk sends a few a day, and a held line only goes stale. */
export class SmtpMailServer implements MailServer {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async send(mail: Mail, signal: AbortSignal): Promise<void> {
    const letter = await written(mail, this.#settings.from);
    const handedOver = { isUnderWay: false };
    await this.#conversation(signal, handedOver, (connection, done) => {
      connection.send({ from: this.#settings.from, to: [mail.to] }, watched(letter, handedOver), done);
    });
  }

  async check(signal: AbortSignal): Promise<void> {
    await this.#conversation(signal, { isUnderWay: false }, (_, done) => done(null));
  }

  /**
   * Connects, logs in, and does one thing. The letter's first byte leaves only after the server's 354: a failure before
   * that has certainly sent nothing; after it, only the server's own refusal says so.
   */
  async #conversation(
    signal: AbortSignal,
    letter: { readonly isUnderWay: boolean },
    act: (connection: SMTPConnection, done: (error?: Error | null) => void) => void,
  ): Promise<void> {
    signal.throwIfAborted();
    const { user, passwordFile, caFile } = this.#settings;
    const password = await passwordFrom(passwordFile);
    const ca = caFile === undefined ? undefined : await readFile(caFile, "utf8");
    const connection = new (await smtp())(this.#options(ca));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const aborted = (): void => reject(signal.reason);
    signal.addEventListener("abort", aborted, { once: true });
    connection.once("error", reject);
    connection.once("end", () => reject(new TitianError("MAIL_UNREACHABLE")));
    const finish = (error?: Error | null): void => (error ? reject(error) : resolve());
    const next = (error?: Error | null): void => (error ? reject(error) : act(connection, finish));
    try {
      connection.connect((error) => {
        if (error) reject(error);
        else if (user === undefined) next();
        else connection.login({ user, credentials: { user, pass: password } }, next);
      });
      await promise;
      connection.quit();
    } catch (thrown) {
      connection.close();
      throw this.#failure(thrown, letter.isUnderWay, signal);
    } finally {
      signal.removeEventListener("abort", aborted);
      // What the line still says after its end is nobody's business, and must not end the process.
      connection.on("error", () => undefined);
    }
  }

  #failure(thrown: unknown, isUnderWay: boolean, signal: AbortSignal): TitianError {
    const wasRefused = ((thrown as { responseCode?: number }).responseCode ?? 0) >= 400;
    if (isUnderWay && !wasRefused) return new TitianError("MAIL_OUTCOME_UNKNOWN", { cause: thrown });
    return signal.aborted ? new TitianError("MAIL_UNREACHABLE", { cause: thrown }) : smtpFailure(thrown);
  }

  #options(ca: string | undefined) {
    const { host, port, security } = this.#settings;
    return {
      ...{ host, port },
      secure: security === "tls",
      requireTLS: security === "starttls",
      ignoreTLS: security === "none",
      connectionTimeout: CONNECT_WITHIN_MS,
      greetingTimeout: CONNECT_WITHIN_MS,
      socketTimeout: SILENCE_MS,
      tls: { rejectUnauthorized: true, ...(ca !== undefined && { ca }) },
    };
  }
}

/** Loaded with the first letter: most libraries have no mail server, and every desk would pay for it at its start. */
const smtp = async () => (await import("nodemailer/lib/smtp-connection")).default;

async function written({ to, subject, text, attachments }: Mail, from: string): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    ...{ from, to, subject, text },
    // Nothing of a letter may name a file of this PC or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: attachments.map(({ fileName, contentType, content }) => ({
      ...{ filename: fileName, contentType, content: Buffer.from(content) },
      contentDisposition: "attachment" as const,
    })),
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => (error ? reject(error) : resolve(message as Buffer)));
  });
}

/** The letter as the connection reads it: that somebody has begun to read is the sign that it is on its way. */
function watched(letter: Buffer, handedOver: { isUnderWay: boolean }): Readable {
  return new Readable({
    read() {
      handedOver.isUnderWay = true;
      this.push(letter);
      this.push(null);
    },
  });
}
