import { doubts } from "../../src/bridge/messages/en-doubts.ts";
import { batchTexts } from "./en-batch.ts";
import { board, stock } from "./en-board.ts";
import { calendar } from "./en-calendar.ts";
import { cardPlace } from "./en-card-place.ts";
import { cards } from "./en-cards.ts";
import { care } from "./en-care.ts";
import { caseTexts } from "./en-case.ts";
import { complaints } from "./en-complaints.ts";
import { deliveryTexts } from "./en-delivery.ts";
import { designer } from "./en-designer.ts";
import { devices } from "./en-devices.ts";
import { face } from "./en-face.ts";
import { handoverTexts } from "./en-handover.ts";
import { hints } from "./en-hints.ts";
import { categories, intake, passing } from "./en-intake.ts";
import { leave } from "./en-leave.ts";
import { operators } from "./en-operators.ts";
import { pace } from "./en-pace.ts";
import { privacy } from "./en-privacy.ts";
import { lateReason, punctuality } from "./en-punctuality.ts";
import { printQueue } from "./en-queue.ts";
import { quickCard } from "./en-quick-card.ts";
import { reports } from "./en-reports.ts";
import { standards } from "./en-standards.ts";
import { start as setup } from "./en-start.ts";
import { steps } from "./en-steps.ts";
import { stored } from "./en-stored.ts";
import { survey } from "./en-survey.ts";
import { tickets } from "./en-tickets.ts";
import { updates } from "./en-updates.ts";
import { waiting } from "./en-waiting.ts";
import { workTexts } from "./en-work.ts";
import type { Messages } from "./id.ts";

export const en: Messages = {
  ...batchTexts,
  ...caseTexts,
  ...workTexts,
  ...handoverTexts,
  ...deliveryTexts,
  ...devices,
  ...waiting,
  updates,
  board,
  categories,
  calendar,
  cardPlace,
  cards,
  care,
  complaints,
  designer,
  doubts,
  face,
  hints,
  intake,
  leave,
  pace,
  passing,
  lateReason,
  printQueue,
  standards,
  privacy,
  punctuality,
  quickCard,
  reports,
  steps,
  stock,
  stored,
  tickets,
  operators,
  setup,
  survey,
  app: {
    pages: "Pages",
    desk: "Desk",
    print: "Print",
    standards: "Standards",
    calendar: "Calendar",
    complaints: "Complaints",
    privacy: "Privacy",
    slaPages: "Punctuality, standards, calendar, survey, complaints, privacy",
    board: "Lamination",
    cards: "Cards",
    punctuality: "Punctuality",
    survey: "Survey",
    devices: "Devices",
    inlisOk: "INLISLite connected",
    inlisAway: "INLISLite out of reach",
    linkAway: "Titian does not answer",
    connecting: "Connecting",
    simulated: "Simulation",
    simulatedHint: "The devices here are simulated. No real card is printed.",
    language: "Language",
    toDark: "Dark theme",
    toLight: "Light theme",
    close: "Close",
    back: "Back",
  },
  link: {
    away: "Titian on this computer does not answer.",
    awayMend: (at) => `What you see is from ${at}. The connection is retried by itself.`,
    awayFirst: "The connection is retried by itself.",
    waitsFor: "Waiting until Titian is connected again",
    starting: "A new version of Titian is being checked.",
    startingMend: "Wait a few seconds. This page goes on by itself, and all records are there.",
    refused: "This page is no longer allowed.",
    refusedMend: "Reload the page to sign in again.",
    reload: "Reload",
    loading: "Preparing the desk",
    inlisAway: "INLISLite is out of reach.",
    inlisAwayAge: (at) => `Member data from ${at} can still be used.`,
    lost: "The connection broke before an answer came. Try once more when it is back.",
  },
  busy: { working: "Working", usually: (seconds) => `usually ${seconds} seconds`, cancel: "Cancel" },
  keys: {
    next: "go on",
    back: "back",
    find: "find member",
    help: "help",
    space: "Space",
    help_title: "Keys and scanner",
    help_rows: [
      ["Enter", "Presses the main button"],
      ["Space", "Takes the photo on the photo step"],
      ["Esc", "Goes back, or closes the dialog"],
      ["F2", "Finds a member"],
      ["F4", "Calls the next queue number, or calls it again"],
      ["F1", "Opens this help"],
      ["Arrows, + and −", "Move and enlarge the photo's frame"],
      ["Scan a card", "Opens the member's case, or proves the fresh card"],
    ],
  },
  scan: {
    ready: "Scanner ready. Scan a card at any time to open its case.",
    readyCase: "Scanner ready.",
    last: (effect, at) => `Last scan ${at}: ${effect}`,
    effects: {
      confirmed: "the card matches and reads",
      "case-opened": "case opened",
      "member-found": "member found",
      "not-this-card": "another member's card",
      unknown: "number not known",
    },
    unknown: "This number is not known.",
    unknownMend: "Check the card, or search by name.",
    other: "This card belongs to another member.",
    otherMend: "Scan the right one, or open its case.",
    otherCase: "Another member's card was scanned.",
    otherCaseMend: "The case on the screen did not change.",
    openCase: "Open case",
  },
};
