import type { LocalDate } from "../kernel/types.ts";
import { CASE_KINDS, CHANNELS, STEP_KEYS } from "./case-event.ts";
import type { DraftProcedure, DraftStandard, DraftStep } from "./import/imported.ts";
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

const stepFields = {
  seq: count,
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
} as const;
const step = record<StepTarget>({ ...stepFields, key: stepKey });
const draftStep = record<DraftStep>({ ...stepFields, key: nullable(stepKey) });

const procedureFields = {
  ...{
    id: text,
    channels,
    kinds,
    isTimed: flag,
    isAuthoritative: flag,
    section: text,
    strayHeading: textOrNull,
  },
  ...{ startRow: row, endRow: row, texts, note: textOrNull, cites },
} as const;
const procedure = record<Procedure>({ ...procedureFields, steps: listOf(step) });
const draftProcedure = record<DraftProcedure>({ ...procedureFields, steps: listOf(draftStep) });

const coveredSteps = listOf(stepKey);
const covers: Check<Promised["covers"]> = (value, path, problems): value is Promised["covers"] =>
  value === "all" || value === "unresolved" || coveredSteps(value, path, problems);

const rule = oneOf(BUSINESS_DAY_RULES);
const promise = record<Promised>({
  published: duration,
  cites,
  ...{ isApproximate: flag, rangeFrom: nullable(duration), excludesQueue: flag },
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

const standardFields = {
  ...{ version: count, effectiveFrom: day, effectiveTo: day },
  ...{ source, institution, service, channels: listOf(channel), requirements: listOf(requirement) },
  ...{ handover, complaints, issues: listOf(issue) },
  hours: nullable(record<PublishedHours>({ weekly, texts, cites })),
  fees: record<Standard["fees"]>({ amountIdr: count, text, cites }),
} as const;

/** The shape alone: whether its parts can be put together is asked elsewhere. */
export const standardShape = record<Standard>({
  ...standardFields,
  ...{ id: matching(/^[a-z0-9.-]{1,100}$/, "id.town.service"), procedures: listOf(procedure), promise },
  products: texts,
});

/** As far as it was read: without an id, a promise or some of its steps' keys. */
export const draftShape = record<DraftStandard>({
  ...standardFields,
  id: matching(/^[a-z0-9.-]{0,100}$/, "id.town.service"),
  ...{ procedures: listOf(draftProcedure), promise: nullable(promise), products: texts },
});
