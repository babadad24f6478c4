import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { Params } from "../../src/bridge/protocol/commands.ts";
import { DeskClock } from "../e2e/desk-clock.ts";
import { startBridge } from "../harness/start-bridge.ts";
import { YEAR } from "./library.ts";
import { tellYear } from "./tell-year.ts";

/** Tells a whole year and makes every pack of it, to be looked at: `node test/library-year/make-packs.ts --out DIR`. */

const { values } = parseArgs({
  options: { out: { type: "string" }, "cases-per-day": { type: "string", default: "19" } },
});
const out = path.resolve(values.out ?? "test-results/library-year");
const folder = path.join(out, "desk");
mkdirSync(folder, { recursive: true });
const told = await tellYear(folder, { casesPerDay: Number(values["cases-per-day"]) });
process.stdout.write(`${told.cases} cases, ${told.events} events\n`);

const clock = new DeskClock({ start: new Date(`${YEAR + 1}-01-04T02:00:00Z`), standsStill: true });
await using desk = await startBridge({ folder, clock });

async function make(order: Omit<Params<"report.make">, "language">): Promise<void> {
  const { file, name } = await desk.client.call("report.make", { ...order, language: "id" });
  const bytes = await desk.client.frame(file);
  const marked = order.format === "pdf" ? name.replace(".pdf", `-${order.paper}.pdf`) : name;
  writeFileSync(path.join(out, marked), bytes);
  process.stdout.write(`${marked} ${bytes.length}\n`);
}

const months = Array.from({ length: 12 }, (_, month) => {
  const first = `${YEAR}-${String(month + 1).padStart(2, "0")}-01`;
  return { from: first, to: new Date(Date.UTC(YEAR, month + 1, 0)).toISOString().slice(0, 10) };
});
for (const period of months) {
  for (const report of ["punctuality", "materials"] as const) {
    for (const paper of ["A4", "F4"] as const) await make({ report, ...period, format: "pdf", paper });
    await make({ report, ...period, format: "xlsx", paper: "A4" });
  }
}
const year = { from: `${YEAR}-01-01`, to: `${YEAR}-12-31` };
for (const paper of ["A4", "F4"] as const) await make({ report: "year", ...year, format: "pdf", paper });
await make({ report: "year", ...year, format: "xlsx", paper: "A4" });
for (const day of [`${YEAR}-01-05`, `${YEAR}-05-12`, `${YEAR}-08-12`]) {
  const period = { from: day, to: day };
  await make({ report: "register", ...period, format: "pdf", paper: "F4" });
  await make({ report: "register", ...period, format: "xlsx", paper: "A4" });
}
