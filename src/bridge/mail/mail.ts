/** One letter with its enclosures. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly fileName: string;
    readonly contentType: string;
    readonly content: Uint8Array;
  }[];
}

/** Port: the office's way to send mail. One try per call; whoever calls again may send twice. */
export interface MailServer {
  /**
   * Resolves once the server has taken the letter. Rejects with `MAIL_…`: all of them mean that nothing was sent, except
   * `MAIL_OUTCOME_UNKNOWN`, after which nobody can say.
   */
  send(mail: Mail, signal: AbortSignal): Promise<void>;
  /** Connects, encrypts and logs in, and sends nothing. */
  check(signal: AbortSignal): Promise<void>;
}
