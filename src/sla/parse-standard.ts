import { ConfigError } from "../kernel/schema.ts";
import type { StepKey } from "./case-event.ts";
import type { Duration, Standard } from "./standard.ts";
import { standardShape } from "./standard-shape.ts";
import { isTimeZone } from "./zone.ts";

/** Reports every problem at once, with its path. Rejects a document whose own parts cannot be put together. */
export function parseStandard(raw: unknown, subject: string): Standard {
  const problems: string[] = [];
  if (!standardShape(raw, "", problems)) throw new ConfigError(subject, problems);
  problems.push(...incoherence(raw));
  if (problems.length > 0) throw new ConfigError(subject, problems);
  return raw;
}

/** Not what the document contradicts (that is data, in `issues`), but what no clock could be run on. */
function incoherence({ version, promise, procedures, institution }: Standard): string[] {
  const problems: string[] = [];
  if (version < 1) problems.push("/version must be >= 1");
  if (!isTimeZone(institution.timeZone)) problems.push("/institution/timeZone must be an IANA time zone");
  if ((promise.published.unit === "business-day") !== (promise.businessDayRule !== null))
    problems.push("/promise/businessDayRule must be given for business days, and only for them");

  const { published, rangeFrom } = promise;
  if (!agrees(published)) problems.push("/promise/published/seconds must agree with value and unit");
  if (rangeFrom && !agrees(rangeFrom))
    problems.push("/promise/rangeFrom/seconds must agree with value and unit");
  if (rangeFrom && !isShorter(rangeFrom, published))
    problems.push("/promise/rangeFrom must be shorter than /promise/published");

  for (const [index, { steps }] of procedures.entries()) {
    const keys = steps.map(({ key }): StepKey => key);
    if (new Set(keys).size < keys.length) problems.push(`/procedures/${index}/steps must not repeat a key`);
  }
  return problems;
}

const agrees = ({ seconds, unit, value }: Duration): boolean =>
  seconds === (unit === "business-day" ? null : value * (unit === "minute" ? 60 : 1));

/** Days are compared with days alone. */
export const isShorter = (one: Duration, other: Duration): boolean =>
  one.seconds !== null && other.seconds !== null
    ? one.seconds < other.seconds
    : one.unit === other.unit && one.value < other.value;
