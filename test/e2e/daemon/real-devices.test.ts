import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { readBarcode } from "../../../src/cards/rendering/verify.ts";
import { CAMERA, Clerk, PRINTER, SCANNER } from "../../harness/clerk.ts";
import type { DaemonProcess, DeskFolder } from "../../harness/daemon-process.ts";
import { IppEvePrinter, PAPER_FOR_CARDS } from "../../harness/ippeveprinter.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { Pty } from "../../harness/pty.ts";
import { deskOn } from "./on-mariadb.ts";

/** The printer's silence that counts as its end. */
const LOST_AFTER_MS = 500;
/** Less than a printer is waited for where nobody has said how long, which is 10 s. */
const TOLD_WITHIN_MS = 9_000;

let server: MariaDb;
let printer: IppEvePrinter;
let cable: Pty;
let desk: DeskFolder;
let daemon: DaemonProcess;
let clerk: Clerk;
let members = 0;

beforeAll(async () => {
  server = await startMariaDb();
});
afterAll(() => server.stop());

beforeEach(async () => {
  printer = await IppEvePrinter.start();
  cable = await Pty.start();
  const made = await server.createInlislite("3.3");
  const ipp = { uri: printer.uri, ...PAPER_FOR_CARDS, pollMs: 50, watchMs: 100, lostAfterMs: LOST_AFTER_MS };
  desk = deskOn(made, (config) => ({
    ...config,
    devices: [
      { id: CAMERA, driver: "simulator-camera", options: {} },
      { id: PRINTER, driver: "printer-ipp", options: ipp },
      { id: SCANNER, driver: "scanner-serial", options: { path: cable.path } },
    ],
  }));
  await start();
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
  await cable[Symbol.asyncDispose]();
  await printer[Symbol.asyncDispose]();
  expect(daemon.errors).toEqual([]);
});

async function start(): Promise<void> {
  daemon = await desk.start();
  clerk = new Clerk(daemon);
  await expect.poll(reasons).toEqual([]);
}

async function reasons(): Promise<readonly string[]> {
  const { devices } = await clerk.client.call("device.list", {});
  return devices.flatMap(({ health }) => health.reasons);
}

const atPrinter = async (): Promise<CaseView> =>
  clerk.upToPrint((await clerk.someMember(members++)).memberNo);

/** A printed case whose card is in the printer and stays there. */
async function cardUnderTheHead(): Promise<{ view: CaseView; job: string; requestKey: string }> {
  const view = await atPrinter();
  printer.behave("hang");
  const requestKey = crypto.randomUUID();
  const { job } = await clerk.print(view, { requestKey });
  await clerk.untilJob(view.case, job.job, "spooled");
  return { view, job: job.job, requestKey };
}

/** The last card that came out of the printer, as a scanner sees it. */
async function barcodeOfPaper(): Promise<string | undefined> {
  const pdf = path.join(desk.folder, "card.pdf");
  const document = printer.tray.at(-1);
  if (!document) return undefined;
  writeFileSync(pdf, document);
  const page = path.join(desk.folder, "card");
  expect(spawnSync("pdftoppm", ["-png", "-singlefile", "-r", "300", pdf, page]).status).toBe(0);
  return (await readBarcode(readFileSync(`${page}.png`)))?.text;
}

describe("a desk with a real IPP printer, a serial scanner and MariaDB", () => {
  it("serves a whole case, and proves the print by the barcode on the paper", async () => {
    const member = await clerk.someMember(members++);
    let view = await clerk.printed(await clerk.upToPrint(member.memberNo));
    expect(printer.tray).toHaveLength(1);
    const onPaper = await barcodeOfPaper();
    expect(onPaper).toBe(member.memberNo);

    const scanned = new Promise((resolve) => void clerk.client.on("scanner.scanned", resolve));
    cable.send(`${onPaper}\r`);
    expect(await scanned).toMatchObject({ device: SCANNER, effect: "confirmed", case: view.case });
    view = await clerk.until(view.case, ({ work }) => work === "cut");
    expect(view.jobs).toEqual([expect.objectContaining({ state: "confirmed", confirmedBy: "scan" })]);
    while (view.work !== "handover") view = await clerk.done(view);
    view = await clerk.handOver(view);
    expect(view).toMatchObject({ status: "handed-over", promise: { published: "met" } });
    const health = await fetch(`http://127.0.0.1:${daemon.port}/health`);
    expect(await health.json()).toMatchObject({ status: "ok" });
  });

  it("gives a card up whose printer is switched off, in time and with a reason, and prints it never again", async () => {
    const { view, job, requestKey } = await cardUnderTheHead();
    const startMs = performance.now();
    await printer.switchOff();
    const after = await clerk.untilJob(view.case, job, "failed");
    expect(performance.now() - startMs).toBeLessThan(TOLD_WITHIN_MS);
    expect(after).toMatchObject({
      work: "print",
      jobs: [{ failure: "DEVICE_NOT_CONNECTED", mayHaveInk: true }],
    });

    printer.behave("ok");
    await printer.switchOn();
    await expect.poll(reasons).toEqual([]);
    expect(await clerk.print(view, { requestKey })).toMatchObject({ isNew: false, job: { state: "failed" } });
    await expect(clerk.print(view)).rejects.toMatchObject({ code: "CARD_ALREADY_PRINTED" });
    expect(printer.tray).toHaveLength(0);

    const again = await clerk.print(view, { reprintReason: "spoiled" });
    await clerk.untilJob(view.case, again.job.job, "reported");
    expect(printer.tray).toHaveLength(1);
    expect(await barcodeOfPaper()).toBe(view.member?.memberNo);
  });

  it("asks the printer, after SIGKILL, what became of the card", async () => {
    const { view, job } = await cardUnderTheHead();
    await daemon.kill();
    await start();
    expect((await clerk.client.call("case.get", { case: view.case })).jobs[0]?.state).toBe("spooled");
    printer.behave("ok");
    await clerk.untilJob(view.case, job, "reported");
    expect(printer.tray).toHaveLength(1);
  });

  it("calls a card vanished that neither daemon nor printer remembers", async () => {
    const { view, job } = await cardUnderTheHead();
    await daemon.kill();
    await printer.switchOff();
    printer.behave("ok");
    await printer.switchOn();
    await start();
    const after = await clerk.untilJob(view.case, job, "vanished");
    expect(after.jobs[0]).toMatchObject({ failure: "PRINTER_JOB_VANISHED", mayHaveInk: true });
    expect(printer.tray).toHaveLength(0);
  });

  it("tells of a scanner whose cable came out, and listens again when it is back", async () => {
    await cable.unplug();
    await expect.poll(reasons).toEqual(["not-connected"]);
    await cable.plug();
    await expect.poll(reasons).toEqual([]);
    const scanned = new Promise((resolve) => void clerk.client.on("scanner.scanned", resolve));
    const { memberNo } = await clerk.someMember();
    cable.send(`${memberNo}\r`);
    expect(await scanned).toMatchObject({ effect: "member-found", members: [{ memberNo }] });
  });
});
