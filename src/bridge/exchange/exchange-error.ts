import { toTitianError } from "../../inlislite/mysql/mysql-errors.ts";
import { type ErrorCode, TitianError } from "../../kernel/errors.ts";

const DUPLICATE = 1062;
/** Deadlock, lock wait, and what a Galera cluster says of a transaction that another node was quicker with. */
const COLLISIONS: readonly number[] = [1205, 1213];

/** The two drivers' words are the same; only the server is another. */
const CODES: Partial<Readonly<Record<ErrorCode, ErrorCode>>> = {
  INLISLITE_UNREACHABLE: "EXCHANGE_UNREACHABLE",
  INLISLITE_REFUSED: "EXCHANGE_REFUSED",
  INLISLITE_UNKNOWN_VERSION: "EXCHANGE_NOT_PREPARED",
};

/** A driver's error as one of the exchange's: without SQL, values, user or host. */
export function exchangeError(thrown: unknown): TitianError {
  const error = toTitianError(thrown);
  const code = CODES[error.code];
  return code ? new TitianError(code, { details: error.details }) : error;
}

export const isDuplicate = ({ details }: TitianError): boolean => details["errno"] === DUPLICATE;

/** Nothing was written, and the same statement may well succeed in a moment. */
export const isCollision = ({ details }: TitianError): boolean =>
  COLLISIONS.some((errno) => errno === details["errno"]);
