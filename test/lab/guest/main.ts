import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { Cupsd } from "../../harness/cupsd.ts";
import { GUESTS } from "../checks/all.ts";
import { QUEUE_URI } from "../checks/cards.ts";
import { type Chapter, isChosen } from "./chapter.ts";
import { CAMERAS, CARD_PRINTER, deskDevices } from "./desk-devices.ts";
import { Lab, type Places } from "./lab.ts";
import { loadDrivers, openWayTo, startUdevd } from "./machine.ts";
import { Report } from "./report.ts";

/** Runs in the guest, as root: plugs devices in and out, and looks at the daemon as a page does. */
const [out = "/out", name, ...only] = process.argv.slice(2);
const guest = GUESTS.find((one) => one.name === name);
if (!guest) throw new Error(`no guest is called ${name}`);
// Written by run.ts.
const places = JSON.parse(readFileSync(path.join(out, "places.json"), "utf8")) as Places;
const upMs = (): number => Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]) * 1_000;
const say = (what: string): void =>
  void process.stdout.write(`LAB ${(upMs() / 1_000).toFixed(1)} s: ${what}\n`);

async function runLane(lane: readonly Chapter[]): Promise<void> {
  for (const chapter of lane) if (isChosen(chapter.name, only)) await chapter.run(lab, report);
}

say("node runs");
openWayTo(places.main);
loadDrivers(places);
say("kernel drivers are loaded");
const report = new Report(path.join(out, "rows.jsonl"));
const cups = guest.devices.includes(CARD_PRINTER) ? await Cupsd.start() : undefined;
const queue = cups?.addQueue(CARD_PRINTER, QUEUE_URI) ?? "";
if (cups) say("cupsd runs");
const lab = await Lab.open(places, deskDevices(guest.devices, queue));
say("the daemon listens, and a page is connected");
for (const camera of CAMERAS) if (guest.devices.includes(camera)) await lab.switch(camera, false);
await runLane(guest.withoutUdevd);
startUdevd();
for (const stage of guest.stages) await Promise.all(stage.map(runLane));
// The host may have stood still while a check waited. What is run again says so in the table.
const again = guest.stages.flat(2).filter(({ name: failed }) => report.hasFailed(failed));
for (const chapter of again) {
  say(`again, alone: ${chapter.name}`);
  await chapter.run(lab, report);
}
await lab.daemon[Symbol.asyncDispose]();
await cups?.[Symbol.asyncDispose]();
say("the daemon has stopped");
process.exit(0);
