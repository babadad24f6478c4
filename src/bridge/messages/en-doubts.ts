import type { doubts as DoubtTexts } from "./id-doubts.ts";

/** What a page of a standard leaves open: what was found, and what to decide. By the codes of the daemon. */
export const doubts: typeof DoubtTexts = {
  SECTION_MISSING: ["One section was not found.", "Check that the whole page was pasted."],
  HEADING_UNCLEAR: ["This heading was hard to read.", "Check that what follows is in the right section."],
  LINE_UNKNOWN: ["Nothing was made of this line.", "Put it where it belongs, if it is part of the standard."],
  STEPS_MISSING: ["No numbered steps were found.", "Add the steps from the document itself."],
  STEP_LEFT_OUT: [
    "This numbered line became no step.",
    "Add it as a step if the document's numbers begin again.",
  ],
  STEP_APPROXIMATE: [
    "This step's time is written as about, at most, or from and to.",
    "It is judged by the longer one.",
  ],
  STEP_UNKNOWN: ["This step is not known.", "Choose what work it is, or remove it if it is no step."],
  PERFORMER_INFERRED: [
    "Who does this step was inferred.",
    "Make sure whether it is the officer or the applicant.",
  ],
  TITLE_MISSING: ["The service has no name.", "Write what it is called."],
  PROVINCE_UNKNOWN: ["No province is named.", "Choose the library's time zone."],
  ZONE_ASSUMED: ["No time zone is written.", "Make sure the time zone is right."],
  PROMISE_MISSING: ["No time of completion was found.", "Fill it in, or leave this as a draft."],
  PROMISE_APPROXIMATE: [
    "The time is written as about, or at most.",
    "It is judged by the number as written.",
  ],
  PROMISE_RANGE: ["The time is written as a range.", "It is judged by the longer end."],
  PROMISE_WITHOUT_QUEUE: [
    "Waiting in the queue is left out.",
    "The clock starts when the applicant is called.",
  ],
  PROMISE_SEVERAL: [
    "More than one time of completion is written.",
    "Choose one; make a standard of its own for another.",
  ],
  TIME_UNCLEAR: ["The time in this line cannot be read for certain.", "Fill it in from the document itself."],
  HOURS_UNCLEAR: ["The opening hours in this line were not read whole.", "Complete the hours of each day."],
  HOURS_BACKWARDS: ["Closes before it opens.", "Mend the hours of that day."],
  FEE_UNKNOWN: ["The fee cannot be read as an amount.", "Check the fee."],
  UNTIMED_STEPS: ["The steps have no times.", "Their times are recorded and not judged."],
  TOTAL_BELOW_STEP_SUM: [
    "The steps take longer than what is promised.",
    "Say which steps the promise means. Until then two results are shown.",
  ],
  TOTAL_ABOVE_STEP_SUM: [
    "More time is promised than the steps take.",
    "It is judged by the promise, unless steps are chosen.",
  ],
  ROUNDED_TOTAL: ["The time is rounded to the minute.", "It is judged as written."],
  START_AND_END_ROWS: [
    "The rows of start and end are no steps.",
    "They mark where the time begins and ends.",
  ],
  CONDITIONAL_STEP: ["One step happens only sometimes.", "When it does not, its time is not in the sum."],
  AT_SIGN_PER_APPLICANT: ["@ means for each applicant.", "Each card is judged on its own."],
  PRINT_TARGET_TOO_SHORT: [
    "The time for printing is shorter than any printer takes.",
    "The machine's time is recorded apart; think about a fairer time.",
  ],
  COMBINED_PRINT_HANDOVER: [
    "One time for several pieces of work.",
    "The parts are measured, the sum is judged.",
  ],
  AS_NEEDED_STEP: ["One step takes what it needs.", "It is neither judged nor summed."],
  APPLICANT_TIME_IN_SLA: [
    "Some of the steps are the applicant's own.",
    "Reports show the library's time and the applicant's.",
  ],
  NINTH_STEP_UNTIMED: ["A step outside the table has no time.", "It is recorded and not judged."],
  ONLINE_VARIANT_UNTIMED: [
    "The online service has no times of its own.",
    "Say whether the promise holds for it too.",
  ],
  BUSINESS_DAY_SEMANTICS: [
    "What a working day means is not written.",
    "Choose until when one working day lasts.",
  ],
  CLOCK_UNDEFINED_ONLINE: [
    "When the time of an online request begins is not written.",
    "It begins when an officer opens the complete file.",
  ],
  STRAY_HEADING: ["There is a heading of another service.", "It is not printed."],
  REQUIREMENT_CATEGORY_MISSING: ["One requirement does not say for whom.", "Say which applicants it is for."],
  PROCEDURE_NARROWER_THAN_REQUIREMENTS: [
    "The procedure names fewer documents.",
    "The checklist at the desk follows the requirements.",
  ],
  KTM_VS_STUDENT_CARD: [
    "The procedure names another document.",
    "The checklist at the desk follows the requirements.",
  ],
  IDENTITY_NOT_IN_ONLINE_CHANNEL: [
    "No identity card is asked for online.",
    "Say whether it is needed all the same.",
  ],
  PRODUCT_FORM_AMBIGUOUS: [
    "Whether the card is printed or digital is not clear.",
    "Both can be given, each with its own time.",
  ],
  NO_PHOTO_STEP: ["No photo is named anywhere.", "Choose a card design without a photo, or add the step."],
  DOUBLE_FORM: [
    "There is a form on paper and one on the screen.",
    "Either can be marked as not needed while serving.",
  ],
  DOUBLE_ENTRY: ["The same data are entered twice.", "Either can be marked as not needed while serving."],
  HANDOVER_NOT_IN_LIBRARY_CONTROL: [
    "Collecting the card depends on the applicant.",
    "The card being ready is judged; collecting it is reported apart.",
  ],
  SENSITIVE_FORM_FIELDS: [
    "The form asks for NIK and the mother's name.",
    "Titian never copies either of them.",
  ],
  MISSING_SK_AND_PERFORMERS: [
    "The decree or the performers are empty.",
    "Fill them in once they are decided.",
  ],
  DUMMY_PHONE: ["The telephone number looks like a filler.", "Check the number."],
  ADDRESS_VARIANTS: ["The address is spelt in two ways.", "Choose the one in use."],
  POSTCODE_AND_NAME_VARIANTS: ["The postal code or a name differs.", "Choose the right one."],
  SHARED_INBOX_PERSONAL_DATA: [
    "Members' photos arrive where complaints do.",
    "Part the addresses, and delete photos once they are used.",
  ],
  NO_COMPLAINT_CONTACTS: ["Ways to complain are named without an address.", "Add the address or number."],
};
