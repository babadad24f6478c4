import { Type } from "typebox";
import { Instant, nullable, Uuid } from "./basic-shapes.ts";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import {
  AnswerChannelShape,
  ComplaintChannelShape,
  ComplaintCounts,
  ComplaintFigures,
  ComplaintLateReasonShape,
  ComplaintOffer,
  ComplaintOutcomeShape,
  ComplaintPauseShape,
  ComplaintSubjectShape,
  ComplaintSummary,
  ComplaintView,
  CorrectionReasonShape,
  LimitDays,
  StepNumber,
  StepPassShape,
} from "./complaint-shapes.ts";
import { LONGEST_COMPLAINT, LONGEST_NAME } from "./limits.ts";
import { Day } from "./punctuality-shapes.ts";

const OneComplaint = { complaint: Uuid };
const Person = Type.String({ maxLength: LONGEST_NAME });

const act = <const P extends Parameters<typeof Type.Object>[0]>(summary: string, more: P) =>
  command({
    ...{ since: 1, summary, params: params({ ...OneComplaint, ...more }), result: ComplaintView },
    ...{ deadlineMs: QUICK, consoleOnly: true },
  });

/** What people complain of, and what becomes of it. All of it is the console's. */
export const COMPLAINT_COMMANDS = {
  "complaints.list": command({
    since: 1,
    summary:
      "Complaints under way, oldest first, or those that are over, newest first; with the counts of all.",
    params: params({
      show: Type.Enum(["open", "due-today", "overdue", "closed"]),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
      offset: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 }),
    }),
    result: Type.Object({
      complaints: Type.Array(ComplaintSummary, { maxItems: 200 }),
      total: Type.Integer({ minimum: 0 }),
      counts: ComplaintCounts,
    }),
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "complaints.offer": command({
    since: 1,
    summary: "What an intake starts from: the standards with their own contacts, and the library's limit.",
    params: Empty,
    result: ComplaintOffer,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "complaints.setLimit": command({
    since: 1,
    summary: "Working days until complaints are to be answered, for those that come from now on.",
    params: params({ limitDays: LimitDays }),
    result: ComplaintOffer,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "complaints.figures": command({
    since: 1,
    summary: "Complaints of some days, counted and measured.",
    params: params({ from: Day, to: Day }),
    result: ComplaintFigures,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "complaint.receive": act(
    "Write a complaint down. The page chooses its id, so that asking again writes nothing twice.",
    {
      channel: ComplaintChannelShape,
      subject: ComplaintSubjectShape,
      standard: Type.String({ minLength: 1, maxLength: 100 }),
      text: Type.String({ minLength: 1, maxLength: LONGEST_COMPLAINT }),
      name: Type.Optional(Person),
      contact: Type.Optional(Person),
      case: Type.Optional(Uuid),
      receivedAt: Type.Optional(Instant),
    },
  ),
  "complaint.get": act("One complaint, with what it says.", {}),
  "complaint.startStep": act("Somebody begins this step of the procedure.", { step: StepNumber }),
  "complaint.endStep": act("The step that runs is done.", { step: StepNumber }),
  "complaint.passStep": act("The step has no time: nobody saw it, or it was not needed.", {
    step: StepNumber,
    why: StepPassShape,
  }),
  "complaint.correctStep": act("Set a step's times by hand.", {
    step: StepNumber,
    startedAt: Instant,
    endedAt: Instant,
    reason: CorrectionReasonShape,
  }),
  "complaint.pause": act("The library can do nothing for the moment.", { reason: ComplaintPauseShape }),
  "complaint.resume": act("It goes on.", {}),
  "complaint.answer": act("The complainant has an answer. Without a text none is kept.", {
    by: AnswerChannelShape,
    text: Type.Optional(Type.String({ maxLength: LONGEST_COMPLAINT })),
  }),
  "complaint.close": act("It is over, after an answer.", { outcome: ComplaintOutcomeShape }),
  "complaint.reopen": act("It is not over after all: an answer is owed again, from now.", {}),
  "complaint.withdraw": act("The complainant has taken it back. It is not judged.", {}),
  "complaint.lateReason": act("Why the answer came late.", { reason: ComplaintLateReasonShape }),
  "complaint.erase": act("Erase what it says and who said it, now. Its times stay.", {}),
} as const;

/** Told to every console. */
export const ComplaintNews = Type.Object({
  complaint: nullable(Uuid),
  counts: ComplaintCounts,
});
