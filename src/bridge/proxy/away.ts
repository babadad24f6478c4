/** Why INLISLite has not answered, for the page that says so. */
export const AWAY_REASONS = ["unreachable", "untrusted", "silent", "broken", "loop", "too-large"] as const;
export type AwayReason = (typeof AWAY_REASONS)[number];

export class UpstreamAway extends Error {
  override readonly name = "UpstreamAway";
  readonly reason: AwayReason;

  constructor(reason: AwayReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }

  /** What a socket, TLS or the parser threw. */
  static from(thrown: unknown): UpstreamAway {
    if (thrown instanceof UpstreamAway) return thrown;
    const code = (thrown as NodeJS.ErrnoException | undefined)?.code ?? "";
    return new UpstreamAway(reasonOf(code), { cause: thrown });
  }
}

const UNREACHABLE = [
  ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN", "ENETDOWN"],
  ...["ETIMEDOUT", "EADDRNOTAVAIL"],
];

function reasonOf(code: string): AwayReason {
  if (UNREACHABLE.includes(code)) return "unreachable";
  // Node has some forty codes for a certificate that it does not take.
  return /CERT|SIGNATURE|^ERR_TLS|^CRL_|^HOSTNAME_MISMATCH|^INVALID_CA/.test(code) ? "untrusted" : "broken";
}

export const STATUS_OF: Readonly<Record<AwayReason, 413 | 502 | 504>> = {
  unreachable: 502,
  untrusted: 502,
  silent: 504,
  broken: 502,
  loop: 502,
  "too-large": 413,
};
