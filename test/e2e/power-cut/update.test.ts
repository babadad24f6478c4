import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { damageOf } from "../../../service-install/versions/files-check.ts";
import { readPointer } from "../../../service-install/versions/pointer-file.ts";
import { keysIn } from "../../../service-install/versions/signature.ts";
import { installed, newMaker } from "../../harness/signed-version.ts";
import { smallRelease } from "../../harness/small-release.ts";
import { newCaseId, opened, openTestStore, temporaryFolder } from "../../store/test-store.ts";
import { changesOf, pullThePlug } from "./cut.ts";
import { NEVER_WELL, placesIn, type Started, startService, storeIn } from "./updating-desk.ts";

const maker = newMaker();
const PROGRAM = "updating-desk.ts";
const WITHIN_MS = 1_200_000;

/** A desk with the package of 0.1.0 and three cases; that version lies in a folder. */
function deskWith(version: string): string {
  const folder = path.join(temporaryFolder(), "desk");
  mkdirSync(folder, { recursive: true });
  installed(folder, "0.1.0", [maker]);
  smallRelease(folder, version, maker);
  const { store, clock } = openTestStore(storeIn(folder));
  store.events.append(Array.from({ length: 3 }, () => opened(newCaseId(clock))));
  store.close();
  return folder;
}

function copyOf(folder: string): string {
  const copy = path.join(temporaryFolder(), "desk");
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** As systemd does it: again and again, until a start does not make room for another version. */
async function startedUntilQuiet(folder: string): Promise<Started> {
  for (let starts = 0; starts < 8; starts++) {
    const started = await startService(folder, true);
    if (started && started.view.phase !== "switching") return started;
  }
  throw new Error("the desk never came to rest");
}

/** What must hold whenever the power comes back: one whole version, and a store that opens. Returns what the log tells. */
async function whole(folder: string, { running }: Pick<Started, "running">): Promise<readonly string[]> {
  const { versions, keys } = placesIn(folder);
  const damage =
    running === "0.1.0" ? undefined : await damageOf(path.join(versions, running), running, keysIn(keys));
  expect(damage).toBeUndefined();
  expect(readPointer(versions)?.trial).toBeUndefined();
  expect(readdirSync(versions).filter((name) => name.startsWith("."))).toEqual([]);
  const { store } = openTestStore(storeIn(folder));
  expect(store.cases.open()).toHaveLength(3);
  const told = Array.from(store.events.readAll(), ({ type }) => type);
  store.close();
  return told;
}

/** Each takes a second or two; EVERY_CHANGE=1 leaves none of them out. */
const EVERY = process.env["EVERY_CHANGE"] ? 1 : 3;

/** The same desk again and again, each time with the power cut at another change. Returns how many there are. */
async function atEachChange(
  template: string,
  words: readonly string[],
  look: (desk: string, when: string) => Promise<void>,
): Promise<number> {
  const changes = changesOf(PROGRAM, copyOf(template), ...words);
  for (let pullAt = 1; pullAt <= changes; pullAt += EVERY) {
    const desk = copyOf(template);
    pullThePlug(pullAt, PROGRAM, desk, ...words);
    await look(desk, `change ${pullAt} of ${changes}`);
    rmSync(desk, { recursive: true });
  }
  return changes;
}

describe("a power cut at any change to the disk", () => {
  it(
    "while a version is fetched, unpacked, backed up for and switched to, leaves a desk that goes on to it",
    async () => {
      const changes = await atEachChange(deskWith("0.2.0"), ["wants"], async (desk, when) => {
        const first = await startService(desk, false);
        expect(first?.running, when).toMatch(/^0\.[12]\.0$/);
        if (first && first.view.phase !== "switching") await whole(desk, first);
        const last = await startedUntilQuiet(desk);
        expect(last.running, when).toBe("0.2.0");
        const told = await whole(desk, last);
        expect(told, when).toContain("update.switched");
        expect(told, when).toContain("update.confirmed");
      });
      expect(changes).toBeGreaterThan(60);
    },
    WITHIN_MS,
  );

  it(
    "while a version is on trial, leaves a desk that tries it again and keeps it",
    async () => {
      const switched = deskWith("0.2.0");
      await startService(switched, true);
      expect(readPointer(placesIn(switched).versions)?.trial?.version).toBe("0.2.0");
      const changes = await atEachChange(switched, [], async (desk, when) => {
        const next = await startedUntilQuiet(desk);
        expect(next, when).toMatchObject({ running: "0.2.0", view: { previous: "0.1.0" } });
        expect(await whole(desk, next), when).toContain("update.confirmed");
      });
      expect(changes).toBeGreaterThan(8);
    },
    WITHIN_MS,
  );

  it(
    "while a version that was never well is left behind, leaves the version before with the store of before",
    async () => {
      const failed = deskWith(NEVER_WELL);
      await startService(failed, true);
      for (let starts = 0; starts < 3; starts++) expect(await startService(failed, false)).toBeUndefined();
      const changes = await atEachChange(failed, [], async (desk, when) => {
        const next = await startedUntilQuiet(desk);
        expect(next, when).toMatchObject({
          running: "0.1.0",
          view: { leftBehind: { version: NEVER_WELL, why: "never-healthy" } },
        });
        const told = await whole(desk, next);
        expect(told, when).toContain("desk.restored");
        expect(told, when).toContain("update.leftBehind");
      });
      expect(changes).toBeGreaterThan(40);
    },
    WITHIN_MS,
  );
});
