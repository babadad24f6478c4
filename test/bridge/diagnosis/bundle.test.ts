import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { programFolders } from "../../../src/bridge/cli/diagnose.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import type { Config } from "../../../src/bridge/config/schema.ts";
import { diagnosisBundle } from "../../../src/bridge/diagnosis/bundle.ts";
import { ownFields, ownLiterals } from "../../../src/bridge/diagnosis/own-words.ts";
import { openLog } from "../../../src/bridge/logging.ts";
import type { DeviceId, MemberNo } from "../../../src/kernel/types.ts";
import { newCaseId, opened, openTestStore } from "../../store/test-store.ts";
import { disguises, expectNobodyIn, PLANTED, unzipped } from "./planted.ts";

const program = programFolders("src/bridge/main.ts");

async function deskFullOfPeople(): Promise<Config> {
  const { store, folder, clock } = openTestStore();
  const { name, lower, nik, memberNo, phone, address, email, secret } = PLANTED;
  const demo = demoConfig({ folder, port: 0 });
  const config = {
    ...demo,
    desk: { ...demo.desk, title: `Loket ${name}` },
    library: { ...demo.library, institution: name, address, phone, website: email },
    inlislite: { ...demo.inlislite, user: lower, host: email, passwordFile: `/home/${lower}/${secret}` },
    delivery: { ...demo.delivery, readyText: `Yth. ${name}, ${phone}` },
    devices: [
      { id: "printer", driver: "printer-ipp", options: { uri: `ipp://${secret}@${email}/`, name, [nik]: 1 } },
    ],
  };
  const id = newCaseId(clock);
  store.events.append([
    opened(id, { memberKey: store.memberKeyOf(memberNo as MemberNo) }),
    {
      stream: `case/${id}`,
      type: "case.cancelled",
      data: { reason: `${name} ${nik} pulang` },
      operator: lower,
    },
  ]);
  store.deviceHealth.record("printer" as DeviceId, ["cards-low"]);
  store.vault.put(Buffer.from(JSON.stringify(PLANTED)));
  writeFileSync(path.join(folder, "mirror.sqlite"), JSON.stringify(PLANTED));

  const { log, close } = openLog(config.log);
  log.info("store opened", { events: 3, tookMs: 12, ...PLANTED });
  log.warn("a device did not close", { device: "printer", error: new Error(`${name} ${nik}`), note: lower });
  await close();
  const file = path.join(config.log.folder, "titian.log");
  for (const text of Object.values(PLANTED).flatMap(disguises)) {
    const line = {
      level: "info",
      time: "2026-11-27T00:00:00Z",
      msg: `member ${text} found`,
      code: text,
      device: text,
    };
    appendFileSync(file, `${JSON.stringify({ ...line, [text]: text, deep: { job: text, name: [text] } })}\n`);
    appendFileSync(
      file,
      `${JSON.stringify({ msg: text, count: Number(nik), phone: Number(phone) })}\n${text}\n`,
    );
  }
  mkdirSync(config.backup.folder, { recursive: true });
  writeFileSync(path.join(config.backup.folder, name), randomBytes(3));
  return config;
}

const bundleOf = (config: Config): Uint8Array =>
  diagnosisBundle({
    ...{
      config,
      version: "0.1.0",
      program,
      now: new Date("2026-11-27T03:00:00Z"),
      health: undefined,
      metrics: undefined,
    },
    findings: [
      {
        check: "store",
        outcome: "fail",
        what: `/home/${PLANTED.lower}: ${PLANTED.name}`,
        mend: PLANTED.phone,
      },
    ],
  });

describe("the diagnosis bundle", () => {
  it("holds nothing of anybody, wherever it was planted and however it was encoded", async () => {
    expectNobodyIn(bundleOf(await deskFullOfPeople()));
  });

  it("holds what helps: versions, settings, how checks came out, past health, counts and the log's own words", async () => {
    const files = unzipped(bundleOf(await deskFullOfPeople()));
    const json = (name: string) => JSON.parse(files.get(name) ?? "");
    expect(json("versions.json")).toMatchObject({ titian: "0.1.0", node: process.versions.node });
    expect(json("config.json")).toMatchObject({
      desk: { id: "desk-1", title: "(set)" },
      inlislite: { mode: "embedded", host: "(set)", port: 3306 },
      devices: [{ id: "printer", driver: "printer-ipp", options: "(set)" }],
    });
    expect(json("doctor.json")).toEqual([{ check: "store", outcome: "fail" }]);
    expect(json("health-history.json")).toMatchObject([{ device: "printer", reasons: ["cards-low"] }]);
    expect(json("store.json").events).toMatchObject({ "case.opened": 1, "case.cancelled": 1 });
    const log = files.get("log.jsonl")?.split("\n") ?? [];
    expect(JSON.parse(log[0] ?? "")).toMatchObject({
      msg: "store opened",
      events: 3,
      tookMs: 12,
      level: "info",
    });
    expect(JSON.parse(log[1] ?? "")).toMatchObject({ msg: "(left out)", error: { name: "Error" } });
  });

  it("knows its own sentences and fields from others", () => {
    const [isLiteral, isField] = [ownLiterals(program), ownFields(program)];
    expect([isLiteral("store opened"), isLiteral("member Warih Panjalu found")]).toEqual([true, false]);
    expect([isField("tookMs"), isField("sekarwangi")]).toEqual([true, false]);
  });
});
