import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** Where the line breaks, or what the office says instead of yes. */
export interface MailTrouble {
  readonly refusesRecipient?: boolean;
  readonly refusesLetter?: boolean;
  /** The line is cut once the letter is in, before the office has said anything. */
  readonly dropsAfterLetter?: boolean;
  /** The line is cut at the recipient's name. */
  readonly dropsBeforeLetter?: boolean;
  /** Nothing is said to the greeting. */
  readonly isSilent?: boolean;
}

const USER = "perpustakaan";
export const PASSWORD = "kata-sandi-uji";

/** A real SMTP server on this machine: what it has taken, as it came over the line. */
export class MailOffice implements AsyncDisposable {
  readonly letters: string[] = [];
  readonly attempts = { connections: 0, logins: 0 };
  readonly #server: SMTPServer;
  readonly #sockets = new Set<Socket>();

  private constructor(server: SMTPServer) {
    this.#server = server;
  }

  static async open(
    options: SMTPServerOptions & { readonly trouble?: MailTrouble } = {},
  ): Promise<MailOffice> {
    const { trouble = {}, ...settings } = options;
    const cut = (): void => {
      for (const socket of office.#sockets) socket.destroy();
    };
    const server = new SMTPServer({
      authOptional: true,
      logger: false,
      closeTimeout: 100,
      ...settings,
      onConnect: (_session, done) => {
        office.attempts.connections += 1;
        if (!trouble.isSilent) done();
      },
      onAuth: ({ username, password }, _session, done) => {
        office.attempts.logins += 1;
        if (username === USER && password === PASSWORD) done(null, { user: USER });
        else done(new Error("wrong password"));
      },
      onRcptTo: (_address, _session, done) => {
        if (trouble.dropsBeforeLetter) cut();
        else done(trouble.refusesRecipient ? replying("no such mailbox", 550) : null);
      },
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          if (trouble.refusesLetter) return done(replying("we do not like it", 554));
          office.letters.push(Buffer.concat(parts).toString("latin1"));
          if (trouble.dropsAfterLetter) cut();
          else done(null);
        });
      },
    });
    const office = new MailOffice(server);
    server.on("error", () => undefined);
    server.server.on("connection", (socket: Socket) => office.#sockets.add(socket));
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
    return office;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

const replying = (words: string, responseCode: number): Error =>
  Object.assign(new Error(words), { responseCode });

/** The body of the first part with this content type, decoded from base64. */
export function attachmentOf(letter: string, contentType: string): Buffer {
  const part = letter.split(/\r\n--[^\r\n]+/).find((one) => one.includes(`Content-Type: ${contentType}`));
  const body = part?.slice(part.indexOf("\r\n\r\n") + 4) ?? "";
  return Buffer.from(body.replace(/\s/g, ""), "base64");
}
