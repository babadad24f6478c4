import { cardPlace } from "./en-card-place.ts";
import { caseTexts } from "./en-case.ts";
import { pageTexts } from "./en-companion-pages.ts";
import { devices } from "./en-devices.ts";
import { face } from "./en-face.ts";
import { hints } from "./en-hints.ts";
import { pace } from "./en-pace.ts";
import { steps } from "./en-steps.ts";
import { workTexts } from "./en-work.ts";
import type { CompanionMessages } from "./id-companion.ts";

export const enCompanion: CompanionMessages = {
  ...pageTexts,
  cardPlace,
  steps,
  photo: workTexts.photo,
  anyway: workTexts.print.anyway,
  face,
  hints,
  statuses: caseTexts.member.statuses,
  devices: devices.devices,
  reasons: devices.reasons,
  unknownReason: devices.unknownReason,
  pauseReasons: caseTexts.case.pauseReasons,
  kinds: caseTexts.start.kinds,
  pace,
  verdict: caseTexts.verdict,
  link: {
    connecting: "Connecting to Titian",
    connectingMend: "This usually takes a few seconds.",
    away: "Titian is not running on this computer.",
    awayMend:
      "INLISLite still works. Start Titian, or call a technician; the connection is retried by itself.",
    blocked: "This page has not reached Titian yet.",
    blockedMend: "If Titian is running, the browser holds it back. Connect through Titian's window.",
    popup: "Open Titian's window",
    popupRefused: "The browser held the window back. Allow pop-ups for this address, then press once more.",
    lost: "The connection broke before an answer came. Try once more when it is back.",
    pairing: "Waiting for approval on Titian's page.",
    pairingMend: "Open Titian, choose Devices, and approve the same code:",
    code: (code) => `Code ${code.split("").join(" ")}`,
    waitsFor: "Waiting until Titian is connected again",
    openTitian: "Open Titian",
    refused: "This page may not use Titian yet.",
    refusedMend: "Ask for approval, then approve its code on Titian's page.",
    askAgain: "Ask for approval",
    outdated: "This page does not match the version of Titian on this computer.",
    outdatedMend: "Save the form, then reload the page.",
    reload: "Reload",
  },
  bar: {
    label: "Titian companion",
    desk: "Open desk",
    photo: "Member photo",
    photoHere: "Photo by Titian",
    photoShort: "Photo",
    details: "About Titian here",
    running: (count) => (count === 1 ? "1 case running" : `${count} cases running`),
    noCase: "No case for this page yet",
    noCaseMember: "This member is not being served",
    step: (number, count, name) => `Step ${number} of ${count}: ${name}`,
    stepTook: (took) => `step ${took}`,
    stepOf: (took, target) => `step ${took} of ${target}`,
    of: (time) => `of ${time}`,
    due: (at) => `by ${at}`,
    total: (took, limit) => `Service time ${took} ${limit}`,
    paused: (reason) => `Paused: ${reason.toLowerCase()}`,
    ready: "Ready to hand over",
    applicant: "New applicant",
    start: "Start service",
    startKind: "Which service?",
    see: "See",
    close: "Close",
    inlisliteAway: "INLISLite's data is out of reach.",
    awayMend: "Running cases are safe. Check the network to INLISLite's server.",
    partOff: "Some functions are off on this page",
  },
  details: {
    title: "Titian on this page",
    connected: (desk) => `Connected to ${desk}`,
    page: (version) => `INLISLite ${version} page recognised`,
    unknownPage: "This is not a member page that Titian knows. The bar still works.",
    missing: "Parts of the page that were not found",
    missingMend:
      "The functions that need them are off on this page. INLISLite still works. Send these lines to a technician.",
    allFound: "Every part of the page was found.",
    warnings: "Before saving",
    keys: "Keys",
    keyPhoto: "Member photo",
    keyDesk: "Open desk",
    language: "Language",
  },
};
