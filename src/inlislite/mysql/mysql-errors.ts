import { type ErrorCode, TitianError } from "../../kernel/errors.ts";

/** MySQL and MariaDB error numbers whose meaning is not "the server is in trouble". */
const BY_ERRNO: Readonly<Record<number, ErrorCode>> = {
  // User, password, host or grant: 1044/1045/1698 login, 1142/1143/1227 grants, 1129/1130 host, 1820/1862 expired password.
  ...sameFor("INLISLITE_REFUSED", [1044, 1045, 1129, 1130, 1142, 1143, 1227, 1251, 1275, 1698, 1820, 1862]),
  // The named database does not exist, as told to a user who may know.
  1049: "INLISLITE_REFUSED",
  // A server that takes no writes: --read-only, or a replica.
  ...sameFor("INLISLITE_REFUSED", [1290, 1836]),
  // 3.2's foreign key on UpdateBy; only a photo's update can meet it.
  1452: "INLISLITE_USER_UNKNOWN",
  // A column or table that was there at the probe is gone: the site was upgraded underneath us.
  ...sameFor("INLISLITE_UNKNOWN_VERSION", [1054, 1146]),
  // 1792: the session is read-only by our own choice, so a write is a fault of ours; 1064, 1267, 1271: so is bad SQL.
  ...sameFor("INTERNAL", [1064, 1267, 1271, 1792]),
};

/**
 * A driver's error as one of ours. The original is not kept as `cause`: its text carries the SQL, the values bound to it,
 * the user and the host.
 */
export function toTitianError(thrown: unknown): TitianError {
  if (thrown instanceof TitianError) return thrown;
  const errno = numberAt(thrown, "errno");
  const reason = textAt(thrown, "code");
  const isFromServer = errno !== undefined || reason !== undefined || isLostWithoutCode(thrown);
  const code = isFromServer ? (BY_ERRNO[errno ?? 0] ?? "INLISLITE_UNREACHABLE") : "INTERNAL";
  return new TitianError(code, {
    details: { ...(errno === undefined ? {} : { errno }), ...(reason === undefined ? {} : { reason }) },
  });
}

/** The connection went away under the query: on a fresh one the same read may succeed. */
export function isConnectionLost(thrown: unknown): boolean {
  const code = textAt(thrown, "code") ?? "";
  return ["PROTOCOL_CONNECTION_LOST", "ECONNRESET", "EPIPE"].includes(code) || isLostWithoutCode(thrown);
}

/** mysql2 marks a closed connection only as `fatal`; knex names its waiting queue's timeout. */
function isLostWithoutCode(thrown: unknown): boolean {
  const isClosed = propertyOf(thrown, "fatal") === true && propertyOf(thrown, "code") === undefined;
  return isClosed || propertyOf(thrown, "name") === "KnexTimeoutError";
}

function sameFor(code: ErrorCode, errnos: readonly number[]): Record<number, ErrorCode> {
  return Object.fromEntries(errnos.map((errno) => [errno, code]));
}

function numberAt(thrown: unknown, key: string): number | undefined {
  const value = propertyOf(thrown, key);
  return typeof value === "number" ? value : undefined;
}

/** Codes are words like ER_ACCESS_DENIED_ERROR or ECONNREFUSED; anything else might carry a host or a path. */
function textAt(thrown: unknown, key: string): string | undefined {
  const value = propertyOf(thrown, key);
  return typeof value === "string" && /^[A-Z0-9_]{1,60}$/u.test(value) ? value : undefined;
}

function propertyOf(thrown: unknown, key: string): unknown {
  return typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, key) : undefined;
}
