import { ConfigError } from "../kernel/schema.ts";
import type { LocalDate } from "../kernel/types.ts";
import { CASE_KINDS, CHANNELS, STEP_KEYS, type StepKey } from "./case-event.ts";
import { type Check, count, flag, listOf, matching, nullable, oneOf, record, text } from "./shape.ts";
import {
  BUSINESS_DAY_RULES,
  CHANNEL_MODES,
  type Cite,
  type ComplaintStep,
  type Complaints,
  DURATION_UNITS,
  type Duration,
  type HandoverRule,
  type Institution,
  ISSUE_SEVERITIES,
  type Issue,
  type OpenInterval,
  type Performer,
  PROMISE_STOPS,
  type Procedure,
  type Promised,
  type PublishedHours,
  type Requirement,
  type Resolution,
  SERVICE_KINDS,
  type ServiceChannel,
  type ServiceTitle,
  type Source,
  type Standard,
  type StepTarget,
  TARGET_KINDS,
  type TableRow,
  type WeeklyHours,
} from "./standard.ts";

const texts = listOf(text);
const textOrNull = nullable(text);
const day = nullable(matching<LocalDate>(/^\d{4}-\d{2}-\d{2}$/, "2026-11-24"));
const stepKey = oneOf(STEP_KEYS);
const kinds = listOf(oneOf(CASE_KINDS));
const channels = listOf(oneOf(CHANNELS));
const clockTime = matching<string>(/^([01]\d|2[0-3]):[0-5]\d$/, "07:30");

const cites = listOf(record<Cite>({ line: count, quote: textOrNull }));
const row = nullable(record<TableRow>({ seq: count, text }));
const performer = record<Performer>({ role: text, basis: text });
const duration = record<Duration>({
  value: count,
  unit: oneOf(DURATION_UNITS),
  seconds: nullable(count),
  text,
});

const source = record<Source>({ file: text, kind: text, duplicatedBlocks: texts });

const institution = record<Institution>({
  ...{ name: text, parent: text, level: text, province: text, address: text, postalCode: text },
  ...{ phoneRaw: text, website: text, timeZone: text, tzAbbrev: text, tzBasis: text },
});

const service = record<ServiceTitle>({
  title: text,
  chartTitle: textOrNull,
  kind: oneOf(SERVICE_KINDS),
  alsoCovers: kinds,
  variants: texts,
  decreeNumber: textOrNull,
  decreeDate: day,
  performerColumns: texts,
  signatoryOffice: textOrNull,
});

const channel = record<ServiceChannel>({
  id: oneOf(CHANNELS),
  title: textOrNull,
  mode: oneOf(CHANNEL_MODES),
  applicantActions: texts,
  formFields: texts,
  photoSource: text,
  needsIdentityDocument: nullable(flag),
  delivery: texts,
  deliveryText: textOrNull,
});

const requirement = record<Requirement>({
  ...{ id: text, text, document: textOrNull, categories: texts, kinds, channels, excludes: texts },
  ...{
    appliesToBasis: textOrNull,
    anyOf: texts,
    list: texts,
    combination: textOrNull,
    form: textOrNull,
    cites,
  },
});

const step = record<StepTarget>({
  seq: count,
  key: stepKey,
  text,
  performer,
  target: nullable(duration),
  targetKind: oneOf(TARGET_KINDS),
  isConditional: flag,
  condition: textOrNull,
  isOptional: flag,
  splitInto: listOf(stepKey),
  order: textOrNull,
  inputs: texts,
  output: textOrNull,
  flow: textOrNull,
  checks: texts,
  note: textOrNull,
  cites,
});

const procedure = record<Procedure>({
  ...{
    id: text,
    channels,
    kinds,
    isTimed: flag,
    isAuthoritative: flag,
    section: text,
    strayHeading: textOrNull,
  },
  ...{ startRow: row, endRow: row, steps: listOf(step), texts, note: textOrNull, cites },
});

const coveredSteps = listOf(stepKey);
const covers: Check<Promised["covers"]> = (value, path, problems): value is Promised["covers"] =>
  value === "all" || value === "unresolved" || coveredSteps(value, path, problems);

const rule = oneOf(BUSINESS_DAY_RULES);
const promise = record<Promised>({
  published: duration,
  cites,
  covers,
  startsAfter: nullable(stepKey),
  stop: oneOf(PROMISE_STOPS),
  businessDayRule: nullable(rule),
  clockNotes: record<Promised["clockNotes"]>({
    start: texts,
    stop: text,
    pauses: texts,
    afterHours: textOrNull,
    readings: listOf(record<Promised["clockNotes"]["readings"][number]>({ rule, text })),
  }),
  sumNote: textOrNull,
  hypotheses: listOf(
    record<Promised["hypotheses"][number]>({ id: text, steps: listOf(count), sumSeconds: count, note: text }),
  ),
  hypothesesNote: textOrNull,
});

const interval: Check<OpenInterval> = (value, path, problems): value is OpenInterval => {
  const isPair = Array.isArray(value) && value.length === 2;
  if (!isPair) problems.push(`${path} must be a pair of times`);
  return isPair && value.every((time: unknown) => clockTime(time, path, problems));
};
const open = listOf(interval);
const weekly = record<WeeklyHours>({
  ...{ mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
});

const handover = record<HandoverRule>({
  ...{ isStated: flag, checks: texts, receipt: textOrNull, signature: textOrNull },
  ...{ by: textOrNull, after: textOrNull, note: textOrNull, cites },
});

const complaintStep = record<ComplaintStep>({
  ...{ seq: count, text, performer: nullable(performer), target: nullable(duration) },
  ...{ targetKind: oneOf(TARGET_KINDS), targetText: textOrNull, cites },
});

const complaints = record<Complaints>({
  channels: listOf(record<Complaints["channels"][number]>({ type: text, value: textOrNull })),
  areContactsGiven: flag,
  procedure: nullable(
    record<NonNullable<Complaints["procedure"]>>({ isTimed: flag, steps: listOf(complaintStep) }),
  ),
});

const issue = record<Issue>({
  code: text,
  severity: oneOf(ISSUE_SEVERITIES),
  text,
  evidence: cites,
  handling: text,
  resolution: nullable(
    record<Resolution>({
      by: text,
      on: matching<LocalDate>(/^\d{4}-\d{2}-\d{2}$/, "2026-11-24"),
      text,
      covers: nullable(coveredSteps),
    }),
  ),
});

const standard = record<Standard>({
  ...{
    id: matching(/^[a-z0-9.-]{1,100}$/, "id.town.service"),
    version: count,
    effectiveFrom: day,
    effectiveTo: day,
  },
  ...{ source, institution, service, channels: listOf(channel), requirements: listOf(requirement) },
  ...{ procedures: listOf(procedure), promise, products: texts, handover, complaints, issues: listOf(issue) },
  hours: nullable(record<PublishedHours>({ weekly, texts, cites })),
  fees: record<Standard["fees"]>({ amountIdr: count, text, cites }),
});

/** Reports every problem at once, with its path. Rejects a document whose own parts cannot be put together. */
export function parseStandard(raw: unknown, subject: string): Standard {
  const problems: string[] = [];
  if (!standard(raw, "", problems)) throw new ConfigError(subject, problems);
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

  const { seconds, unit, value } = promise.published;
  const expected = unit === "business-day" ? null : value * (unit === "minute" ? 60 : 1);
  if (seconds !== expected) problems.push("/promise/published/seconds must agree with value and unit");

  for (const [index, { steps }] of procedures.entries()) {
    const keys = steps.map(({ key }): StepKey => key);
    if (new Set(keys).size < keys.length) problems.push(`/procedures/${index}/steps must not repeat a key`);
  }
  return problems;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
