import { type ErrorCode, TitianError } from "../../kernel/errors.ts";

interface SmtpError {
  readonly code?: string;
  /** Node's own, where nodemailer has put another over it. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

const BY_CODE: Readonly<Record<string, ErrorCode>> = {
  EAUTH: "MAIL_LOGIN_REFUSED",
  ENOAUTH: "MAIL_LOGIN_REFUSED",
  ETLS: "MAIL_UNTRUSTED",
  EREQUIRETLS: "MAIL_UNTRUSTED",
  EDNS: "MAIL_UNREACHABLE",
  ECONNECTION: "MAIL_UNREACHABLE",
  ETIMEDOUT: "MAIL_UNREACHABLE",
  ESOCKET: "MAIL_UNREACHABLE",
};

/** Node's own words for a certificate that does not hold. */
const CERTIFICATE = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/;

/** What went wrong before the letter was handed over, in Titian's words. The server's own text stays in the cause. */
export function smtpFailure(thrown: unknown): TitianError {
  if (thrown instanceof TitianError) return thrown;
  const { code = "", originalCode = code, responseCode = 0, command = "" } = thrown as SmtpError;
  if (CERTIFICATE.test(originalCode)) return new TitianError("MAIL_UNTRUSTED", { cause: thrown });
  const details = responseCode > 0 ? { details: { reply: responseCode } } : {};
  if (code === "EENVELOPE")
    return new TitianError(command.startsWith("RCPT") ? "MAIL_RECIPIENT_REFUSED" : "MAIL_REFUSED", {
      ...details,
      cause: thrown,
    });
  return new TitianError(BY_CODE[code] ?? "MAIL_REFUSED", { ...details, cause: thrown });
}
