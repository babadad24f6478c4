import { type OperatorRole, reaches } from "../../kernel/operator-role.ts";
import { COMMAND_NAMES, type CommandName } from "../protocol/commands.ts";
import type { DeskOperatorView } from "../protocol/operator-shapes.ts";

/** The lowest role that may ask for something; `anyone`: also while nobody is signed in. */
export type Needs = OperatorRole | "anyone";

const all = <const N extends readonly CommandName[], R extends Needs>(needs: R, names: N) =>
  Object.fromEntries(names.map((name) => [name, needs])) as Record<N[number], R>;

/** The wire itself, unattended screens, signing in, and a page's camera that goes on while somebody changes places. */
const ANYONE = all("anyone", [
  ...(["system.ping", "events.resume", "kiosk.get", "waitingRoom.get"] as const),
  ...([
    "operator.current",
    "operator.active",
    "operators.list",
    "operator.signIn",
    "operator.signOut",
  ] as const),
  ...(["camera.lend", "camera.withdraw", "camera.deliver", "camera.deliverFailed"] as const),
  // A page that gives its place to the sign-in lets go of the camera it showed.
  ...(["camera.previewFrame", "camera.unwatch"] as const),
]);

/** What changes how the desk is set up, and not what it does. */
const TECHNICIAN = all("technician", [
  ...(["device.rename", "device.switch", "device.route", "device.adopt", "device.forget"] as const),
  ...(["design.save", "design.background", "design.approve", "design.withdraw", "design.choose"] as const),
  "design.import",
  ...([
    "calibration.print",
    "calibration.measure",
    "calibration.readTray",
    "calibration.measureBack",
  ] as const),
  "calibration.forget",
  ...(["update.check", "update.apply", "update.takeBack"] as const),
  ...(["setup.get", "setup.tryDatabase", "setup.lookAtSite", "setup.write"] as const),
  ...(["standard.import", "standard.save", "standard.resolve", "calendar.save", "operator.unlock"] as const),
]);

/** What the library answers for: its word to the public, and who works here. */
const HEAD = all("head", [
  ...(["standard.publish", "standard.withdraw", "standard.restore", "judging.save"] as const),
  ...(["complaints.setLimit", "complaint.erase"] as const),
  ...(["privacy.get", "member.foreseeErasure", "member.erase"] as const),
  ...(["operator.create", "operator.change", "operator.resetPin", "operator.remove"] as const),
]);

/** The work at the desk. */
const CLERK = all("clerk", [
  ...(["desk.get", "member.find", "member.search", "member.get", "member.newest", "member.findNew"] as const),
  ...(["update.get", "members.waiting", "sync.get", "standard.list", "operator.changePin"] as const),
  ...(["pairing.list", "pairing.approve", "pairing.revoke"] as const),
  ...([
    "case.open",
    "case.get",
    "case.linkMember",
    "case.completeStep",
    "case.formSaved",
    "case.pause",
  ] as const),
  ...(["case.resume", "case.cancel", "case.correctStep", "case.printReceipt", "case.categorize"] as const),
  ...(["case.notePapers", "case.refuse", "case.passOn", "case.takeOver", "case.handOver"] as const),
  ...(["case.collector", "case.cardFound", "case.lateReason", "intake.categories"] as const),
  ...([
    "ticket.take",
    "ticket.print",
    "ticket.list",
    "ticket.callNext",
    "ticket.call",
    "ticket.callAgain",
  ] as const),
  ...(["ticket.missed", "ticket.withdraw"] as const),
  ...([
    "photo.keep",
    "photo.get",
    "photo.original",
    "photo.edit",
    "photo.prepare",
    "photo.delivered",
  ] as const),
  ...(["photo.write", "inbox.list", "inbox.thumbnail", "inbox.take"] as const),
  ...(["card.preview", "card.print", "card.queue", "card.move", "card.undo", "card.spoil"] as const),
  ...(["job.confirm", "job.reject", "job.cancel", "job.move", "scan.submit"] as const),
  ...(["list.read", "batch.choices", "batch.plan", "batch.report", "batch.open", "batches.list"] as const),
  ...([
    "batch.get",
    "batch.preview",
    "batch.start",
    "batch.pause",
    "batch.cancel",
    "batch.settleItem",
  ] as const),
  ...(["batch.settleSheet", "batch.sheetFile", "queue.get", "queue.pause", "queue.resume"] as const),
  ...(["designs.list", "design.get", "design.picture", "design.memberTypes", "design.preview"] as const),
  ...(["design.check", "design.export", "design.printTest"] as const),
  ...(["board.get", "sheet.cut", "lamination.start", "lamination.cool", "lamination.end"] as const),
  ...(["machine.switch", "stock.get", "stock.record"] as const),
  ...([
    "handover.facts",
    "handover.waiting",
    "handover.contact",
    "handover.setAside",
    "handover.many",
  ] as const),
  ...(["digitalCard.prepare", "digitalCard.save", "digitalCard.links", "digitalCard.send"] as const),
  ...(["digitalCard.told", "punctuality.get", "punctuality.cases"] as const),
  // The day's register is signed at the desk, and a head signs what a clerk has printed.
  "report.make",
  ...(["survey.questionnaire", "survey.offer", "survey.answer", "survey.get"] as const),
  ...(["camera.watch", "camera.capture"] as const),
  ...(["device.list", "device.reopen", "device.details", "device.discover"] as const),
  ...(["device.testCard", "device.printTest"] as const),
  ...(["device.simulate", "device.scan", "printer.raw", "printer.answer"] as const),
  ...(["standards.list", "standard.get", "standard.diff"] as const),
  ...(["calendar.get", "calendar.readList", "calendar.ofInlislite"] as const),
  ...(["complaints.list", "complaints.offer", "complaints.figures", "complaint.receive"] as const),
  ...(["complaint.get", "complaint.startStep", "complaint.endStep", "complaint.passStep"] as const),
  ...(["complaint.correctStep", "complaint.pause", "complaint.resume", "complaint.answer"] as const),
  ...(["complaint.close", "complaint.reopen", "complaint.withdraw", "complaint.lateReason"] as const),
]);

/** Every command and who may ask for it, where a library has operators: one that is missing here does not compile. */
export const COMMAND_ROLES: Readonly<Record<CommandName, Needs>> = {
  ...ANYONE,
  ...CLERK,
  ...TECHNICIAN,
  ...HEAD,
};

/** What somebody with this role is refused, each with the lowest role that is not: so that a page offers nothing that ends there. */
export function refusedTo(role: OperatorRole): DeskOperatorView["refuses"] {
  return COMMAND_NAMES.flatMap((command) => {
    const needs = COMMAND_ROLES[command];
    const isOpen = needs === "anyone" || needs === "clerk" || reaches(role, needs);
    return isOpen ? [] : [{ command, needs }];
  });
}
