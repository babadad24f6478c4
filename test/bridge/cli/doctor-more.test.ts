import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FAILURES } from "../../../service-install/versions/pointer.ts";
import { writePointer } from "../../../service-install/versions/pointer-file.ts";
import { cardDesigns } from "../../../src/bridge/cli/checks/card-designs.ts";
import type { Check, CheckSurroundings, Finding } from "../../../src/bridge/cli/checks/check.ts";
import { erasures } from "../../../src/bridge/cli/checks/erasures.ts";
import { updateFindings, updates } from "../../../src/bridge/cli/checks/updates.ts";
import { type ToldByWindows, windowsFindings } from "../../../src/bridge/cli/checks/windows-service.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import type { Config } from "../../../src/bridge/config/schema.ts";
import { ToldFile } from "../../../src/bridge/updates/orders.ts";
import { updateView } from "../../../src/bridge/updates/update-view.ts";
import { installed, newMaker } from "../../harness/signed-version.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { openTestStore, SOME_KEY, temporaryFolder } from "../../store/test-store.ts";

const never = new AbortController().signal;
const HOUR_MS = 60 * 60_000;
const LANGUAGES = ["id", "en"] as const;

/** As English has it; whatever is not well has to say what to do, in both languages. */
function inBoth(look: (language: "id" | "en") => readonly Finding[]): readonly Finding[] {
  const [id, en] = LANGUAGES.map(look) as [readonly Finding[], readonly Finding[]];
  expect(id.map(({ check, outcome }) => [check, outcome])).toEqual(
    en.map(({ check, outcome }) => [check, outcome]),
  );
  for (const { outcome, mend, check } of [...id, ...en])
    if (outcome !== "ok") expect(mend?.length, check).toBeGreaterThan(8);
  return en;
}

const told = (findings: readonly Finding[]) =>
  findings.map(({ check, outcome, what }) => `${check} ${outcome}: ${what}`);

function desk() {
  const { store, folder, clock } = openTestStore();
  const config = demoConfig({ folder, port: 0 });
  const around = { config, drivers: [], clock, log: new SilentLog() };
  const look = async (check: Check): Promise<readonly Finding[]> => {
    const found = new Map<string, readonly Finding[]>();
    for (const language of LANGUAGES)
      found.set(language, await check.run({ ...around, language } as CheckSurroundings, never));
    return inBoth((language) => found.get(language) ?? []);
  };
  return { store, folder, clock, look };
}

describe("what doctor finds of card designs", () => {
  it("names what cards get, and a newest version that nobody has approved", async () => {
    const { store, look } = desk();
    expect(told(await look(cardDesigns))).toEqual([expect.stringMatching(/^card-designs ok: cards get /)]);
    const sha256 = store.designFiles.put(Buffer.from('{"a":1}'));
    store.designs.saved("kartu-kami", { version: 1, sha256, title: "Kartu kami" });
    expect(told(await look(cardDesigns)).slice(1)).toEqual([
      "card-designs warn: kartu-kami: the newest is not approved",
    ]);
    store.designs.approved("kartu-kami", 1);
    store.designs.chosen({ default: "kartu-kami", rules: [] });
    expect(told(await look(cardDesigns))).toEqual(["card-designs ok: cards get kartu-kami"]);
  });

  it("fails where a card would get a design that is not approved, is unknown here, or has lost its file", async () => {
    const { store, folder, look } = desk();
    const sha256 = store.designFiles.put(Buffer.from('{"a":1}'));
    store.designs.saved("kartu-kami", { version: 1, sha256, title: "Kartu kami" });
    store.designs.chosen({ default: "kartu-kami", rules: [{ minor: true, design: "dari-loket-lain" }] });
    expect(told(await look(cardDesigns))).toEqual([
      "card-designs fail: kartu-kami is not approved",
      "card-designs fail: dari-loket-lain is not approved",
    ]);
    store.designs.approved("kartu-kami", 1);
    store.designs.chosen({ default: "kartu-kami", rules: [] });
    rmSync(path.join(folder, "designs", `${sha256}.json`));
    expect(told(await look(cardDesigns))).toEqual(["card-designs fail: the file of kartu-kami is missing"]);
  });
});

describe("what doctor finds of wishes to be forgotten", () => {
  it("says nothing before the first, counts those that are obeyed, and fails for one that is not", async () => {
    const { store, clock, look } = desk();
    expect(await look(erasures)).toEqual([]);
    const wish = store.erasures.ask(SOME_KEY, undefined);
    expect(told(await look(erasures))).toEqual(["erasures ok: 1 wishes, all obeyed"]);
    await clock.advance(2 * HOUR_MS);
    expect(told(await look(erasures))).toEqual([expect.stringMatching(/^erasures fail: 1 of 1/)]);
    store.erasures.done(wish, { files: 0, copies: 0, mirrored: 0 });
    expect(told(await look(erasures))).toEqual(["erasures ok: 1 wishes, all obeyed"]);
  });
});

describe("what doctor finds of updates", () => {
  const from = (folder?: string) =>
    ({ updates: { from: folder, checkEveryHours: 6, install: "asked" } }) as unknown as Config;

  it("is content without a launcher: such a Titian is updated as it was installed", async () => {
    expect(told(await desk().look(updates))).toEqual([expect.stringMatching(/^updates ok: started without/)]);
  });

  it("wants a key where updates are to come from somewhere, and that place to be there", () => {
    const here = installed(temporaryFolder(), "1.0.0", []);
    const look = (config: Config) => told(inBoth((language) => updateFindings(here, config, language)));
    expect(look(from())).toEqual([expect.stringMatching(/^update-keys ok: no key/)]);
    expect(look(from(path.join(here.base, "none")))).toEqual([
      expect.stringMatching(/^update-keys fail: no key/),
      expect.stringMatching(/^updates warn: updates\.from .* is not there$/),
    ]);
    writeFileSync(path.join(here.keys[0] ?? "", "maker.pem"), newMaker().publicPem);
    expect(look(from(here.base))).toEqual([expect.stringMatching(/^update-keys ok: trusted: [0-9a-f]{16}$/)]);
  });

  it("tells of a version on trial, of one that was given up, and of one that waits", () => {
    const here = installed(temporaryFolder(), "1.0.0", [newMaker()]);
    const look = () =>
      told(
        inBoth((language) => updateFindings(here, from(), language)).filter(
          ({ check }) => check === "updates",
        ),
      );
    writePointer(here.versions, { current: "1.0.0", trial: { version: "1.1.0", startsLeft: 2 }, failed: [] });
    expect(look()).toEqual(["updates ok: 1.1.0 is on trial, 2 starts left; before it 1.0.0"]);
    writePointer(here.versions, { current: "1.1.0", probation: { startsLeft: 1 }, failed: [] });
    expect(look()).toEqual(["updates ok: version 1.1.0, new here and still watched; 1 starts left"]);
    for (const why of FAILURES) {
      writePointer(here.versions, {
        ...{ current: "1.0.0", failed: [{ version: "1.1.0", why, at: "2026-02-06T01:00:00.000Z" }] },
      });
      expect(look()).toEqual([expect.stringMatching(/^updates warn: 1\.1\.0 .*; 1\.0\.0 runs$/)]);
    }
    writePointer(here.versions, { current: "1.2.0", failed: [] });
    const view = updateView({ running: "1.2.0" });
    const offered = { version: "1.3.0", releasedAt: "2026-02-06T01:00:00.000Z", bytes: 1 };
    new ToldFile(
      here.versions,
      () => ({ ...view, phase: "waiting", offered, busyWith: "case" }),
      new SilentLog(),
    ).say();
    expect(look()).toEqual([
      "updates ok: version 1.2.0",
      "updates ok: 1.3.0: copied, waiting for a quiet desk; a service is under way",
    ]);
    new ToldFile(here.versions, () => ({ ...view, problem: "UPDATE_NO_ROOM" }), new SilentLog()).say();
    expect(look()).toEqual(["updates ok: version 1.2.0", "updates warn: UPDATE_NO_ROOM"]);
  });
});

describe("what doctor finds of Titian on Windows", () => {
  const RUNS = { state: "running", restarts: 0 };
  const look = (windows: Omit<ToldByWindows, "isForOneUser">, ...drivers: readonly string[]) => {
    const devices = drivers.map((driver, index) => ({ id: `device-${index}`, driver, options: {} }));
    return told(
      inBoth((language) => windowsFindings({ isForOneUser: false, ...windows }, { devices }, language)),
    );
  };

  it("is told apart: installed or not, twice, running or not", () => {
    expect(look({ hasTask: false, service: null, running: null })).toEqual([
      "service fail: nothing starts Titian on this PC",
    ]);
    expect(look({ hasTask: true, service: "running", running: RUNS })).toEqual([
      "service fail: there are a logon task and a service at once",
    ]);
    expect(look({ hasTask: false, service: "running", running: RUNS })).toEqual([
      "service ok: service, running",
    ]);
    expect(look({ hasTask: false, service: "stopped", running: null })).toEqual([
      "service fail: service, stopped",
    ]);
    expect(look({ hasTask: true, service: null, running: null })[0]).toBe(
      "service fail: session, nothing runs",
    );
  });

  it("names devices that a service may not see, and who else may read the records", () => {
    expect(
      look({ hasTask: false, service: "running", running: RUNS }, "printer-windows", "scanner-hid"),
    ).toEqual(["service ok: service, running", "service warn: as a service Titian may not see device-0"]);
    expect(look({ hasTask: true, service: null, running: RUNS }, "printer-windows")).toEqual([
      "service ok: session, running",
      "service warn: every Windows user of this PC can read Titian's records",
    ]);
    const ofOne = { hasTask: true, isForOneUser: true, service: null, running: RUNS };
    expect(look(ofOne)).toEqual(["service ok: session, running"]);
  });
});
