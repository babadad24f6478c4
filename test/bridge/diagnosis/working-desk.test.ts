import { expect, it } from "vitest";
import { programFolders } from "../../../src/bridge/cli/diagnose.ts";
import { runDoctor } from "../../../src/bridge/cli/doctor.ts";
import { diagnosisBundle } from "../../../src/bridge/diagnosis/bundle.ts";
import type { HealthReport } from "../../../src/bridge/flows/health-report.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { DeviceId, MemberNo } from "../../../src/kernel/types.ts";
import { scopeOf } from "../../../src/store/exchange-scope.ts";
import { uuidV7 } from "../../../src/store/uuid-v7.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";
import { joined, pass } from "../../store/library.ts";
import { newCaseId, opened } from "../../store/test-store.ts";
import { expectNobodyIn, PLANTED, unzipped } from "./planted.ts";

const never = new AbortController().signal;
const { name, lower, nik, memberNo, phone, address, email } = PLANTED;

/** People in every place that a working desk has for them: each of these is kept somewhere in its folder. */
async function workedAt(desk: TestBridge): Promise<void> {
  const { client } = desk;
  const { store } = desk.bridge;
  await client.call("operator.create", { name: "Warih Panjalu", role: "head", pin: "482913" });
  await client.call("device.rename", { device: "desk-1-camera", title: `Kamera ${name}` });

  const clock = new SystemClock();
  const put = (text: string): string => store.vault.put(Buffer.from(text));
  const [id, complaint] = [uuidV7(clock), crypto.randomUUID()];
  const stream = `case/${id}`;
  const spoken = put(JSON.stringify({ text: `${name} ${nik}`, name, contact: phone }));
  const closure = { date: "2026-12-01", kind: "local-closure", name: `Acara ${name}` } as const;
  const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  store.events.append([
    { stream, type: "case.queued", data: { ticket: "A-001", day: "2026-11-27", from: "desk" } },
    { stream, type: "case.called", data: { counter: `Loket ${name}` } },
    opened(id as never, { memberKey: store.memberKeyOf(memberNo as MemberNo), ticket: "A-001" }),
    {
      stream,
      type: "case.handedOver",
      data: {
        ...{ phoneConfirmed: true, signature: "drawn", file: put(`tanda tangan ${name}`) },
        collector: { relation: "family", file: put(name) },
      },
      operator: lower,
    },
    {
      ...{ stream, type: "case.cardDelivered" },
      data: { how: "smtp", recipient: "w•••@c•••.example", outcome: "sent", endsCase: false },
    },
    {
      stream: `complaint/${complaint}`,
      type: "complaint.received",
      data: {
        ...{ number: "P-2026-001", day: "2026-11-27", channel: "box", subject: "waiting-time", file: spoken },
        ...{ standardId: "id.lebak.pembuatan-kta", standardVersion: 1, case: id, limitDays: null },
      },
    },
    {
      stream: "calendar/site",
      type: "calendar.changed",
      data: {
        ...{ version: 1, weekly: week, special: [], closures: [closure] },
        ...{ observesCollectiveLeave: true, countsSaturday: false },
      },
    },
    {
      ...{ stream: "design/kartu", type: "design.saved" },
      data: { version: 1, sha256: "a".repeat(64), title: `Kartu ${name}` },
    },
    {
      ...{ stream: "standard/own", type: "standard.saved" },
      data: { version: 1, sha256: "b".repeat(64), title: `Standar ${name}` },
    },
    {
      ...{ stream: `erasure/${store.memberKeyOf(memberNo as MemberNo)}`, type: "erasure.asked" },
      data: { memberKey: store.memberKeyOf(memberNo as MemberNo), memberId: "4711" },
    },
  ] as Parameters<typeof store.events.append>[0]);
  store.deviceHealth.record("desk-1-camera" as DeviceId, ["no-picture"]);
}

/** Another desk of the library, called after somebody, whose events lie here too. */
function heardOfAnother({ bridge, folder }: TestBridge): void {
  const other = joined({ folder, clock: { now: () => new Date() } } as never, "desk-2");
  other.store.counters.name(`Loket ${name}`);
  const id = newCaseId(other.clock);
  other.store.events.append([
    opened(id),
    { stream: `case/${id}`, type: "case.cancelled", data: { reason: `${name} ${nik} ${address}` } },
  ]);
  expect(pass(other, { store: bridge.store } as never, "desk-2")).toBe(3);
  expect(scopeOf(`counter/desk-2`)).toBe("library");
}

it("holds nothing of anybody at a desk that has worked: operators, queue, complaints, collectors, calendar, other desks", async () => {
  await using desk = await startBridge({
    config: (demo) => ({
      ...demo,
      desk: { ...demo.desk, title: `Loket ${name}`, others: [{ id: "desk-2", title: `Loket ${lower}` }] },
      library: { ...demo.library, institution: name, address, phone, website: email, openingHours: name },
      exchange: { ...demo.exchange, host: "127.0.0.1", port: 1, user: lower, database: "titian" },
      mail: { ...demo.mail, from: email, user: email },
      reports: { ...demo.reports, folder: `/nonexistent/${lower}` },
    }),
  });
  await workedAt(desk);
  heardOfAnother(desk);

  const ask = async (place: string): Promise<Response> => fetch(`${desk.origin}${place}`);
  const health = (await (await ask("/health")).json()) as HealthReport;
  const metrics = await (await ask("/metrics")).text();
  // What is about to be left out was there.
  expect(JSON.stringify(health)).toContain(name);
  const around = { config: desk.config, drivers: [], clock: new SystemClock(), log: new SilentLog() };
  const findings = await runDoctor({ ...around, language: "id" }, never);
  const bytes = diagnosisBundle({
    ...{
      config: desk.config,
      version: "0.1.0",
      program: programFolders("src/bridge/main.ts"),
      now: new Date(),
    },
    ...{ health, metrics, findings },
  });

  expectNobodyIn(bytes);
  const store = JSON.parse(unzipped(bytes).get("store.json") ?? "");
  expect(store.events).toMatchObject({ "complaint.received": 1, "operator.signedIn": 1, "counter.named": 2 });
  expect(JSON.parse(unzipped(bytes).get("health.json") ?? "").devices.length).toBeGreaterThan(2);
});
