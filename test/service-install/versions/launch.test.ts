import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Places } from "../../../service-install/versions/places.ts";
import { confirmed, onTrial, pointerOf } from "../../../service-install/versions/pointer.ts";
import { readPointer, writePointer } from "../../../service-install/versions/pointer-file.ts";
import { installed, newMaker, putVersion } from "../../harness/signed-version.ts";

const maker = newMaker();
let folder: string;
let places: Places;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-launch-"));
  places = installed(folder, "0.1.0", [maker]);
  const own = "service-install/versions";
  cpSync(path.resolve(own), path.join(places.base, own), { recursive: true });
  mkdirSync(path.join(places.base, "lib"));
  writeFileSync(path.join(places.base, "lib/titian.mjs"), TELL);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Says what it was started with. */
const TELL = "process.stdout.write(JSON.stringify([process.pid, ...process.argv.slice(2)]));";
/** Of a version that came by update; it never reads the script that it is given. */
const NODE = '#!/bin/sh\necho "[$$, \\"update\\", \\"$4\\", \\"$5\\"]"\n';

/** As the service manager starts it. */
function launch(...words: string[]) {
  const script = path.join(places.base, "service-install/versions/launch.ts");
  const argv = ["--disable-warning=ExperimentalWarning", script, ...words];
  const env = { PATH: process.env["PATH"], TITIAN_VERSIONS: places.versions };
  const { pid, stdout, stderr, status } = spawnSync(process.execPath, argv, { env, encoding: "utf8" });
  return { pid, said: JSON.parse(stdout) as unknown[], stderr, status };
}

describe("the launcher, as a process", () => {
  it("becomes the package's version: the same process, with every word", () => {
    const { pid, said, status } = launch("run", "--config", "titian.toml");
    expect(said).toEqual([pid, "run", "--config", "titian.toml"]);
    expect(status).toBe(0);
  });

  it("becomes a version that came by update, and counts a trial before", () => {
    putVersion(places, "0.2.0", maker, { node: NODE, "lib/titian.mjs": "", "package.json": "{}" });
    writePointer(places.versions, onTrial(pointerOf("0.1.0"), "0.2.0"));
    const { pid, said, stderr } = launch("run", "--port");
    expect(said).toEqual([pid, "update", "run", "--port"]);
    expect(stderr).toBe("starting Titian 0.2.0 on trial\n");
    expect(readPointer(places.versions)?.trial?.startsLeft).toBe(2);
  });

  it("goes back by itself from a version that ends again and again, without a word from it", () => {
    const node = "#!/bin/sh\nexit 70\n";
    putVersion(places, "0.2.0", maker, { node, "lib/titian.mjs": "", "package.json": "{}" });
    writePointer(places.versions, onTrial(pointerOf("0.1.0"), "0.2.0"));
    const script = path.join(places.base, "service-install/versions/launch.ts");
    const ends = Array.from({ length: 4 }, () =>
      spawnSync(process.execPath, [script, "run"], {
        env: { TITIAN_VERSIONS: places.versions },
      }),
    ).map(({ status }) => status);
    expect(ends).toEqual([70, 70, 70, 0]);
    expect(JSON.parse(readFileSync(path.join(places.versions, "pointer.json"), "utf8"))).toMatchObject({
      current: "0.1.0",
      failed: [{ version: "0.2.0", why: "never-healthy" }],
    });
  });

  it("goes back too from one that said it is well and then ends again and again, and says why", () => {
    const node = "#!/bin/sh\nexit 70\n";
    putVersion(places, "0.2.0", maker, { node, "lib/titian.mjs": "", "package.json": "{}" });
    writePointer(places.versions, confirmed(onTrial(pointerOf("0.1.0"), "0.2.0"), "0.1.0"));
    const script = path.join(places.base, "service-install/versions/launch.ts");
    const flag = "--disable-warning=ExperimentalWarning";
    const ends = Array.from({ length: 3 }, () =>
      spawnSync(process.execPath, [flag, script, "run"], {
        ...{ env: { TITIAN_VERSIONS: places.versions }, encoding: "utf8" },
      }),
    );
    expect(ends.map(({ status }) => status)).toEqual([70, 70, 0]);
    expect(ends.at(-1)?.stderr).toBe("Titian 0.2.0 is left behind: not-steady\nstarting Titian 0.1.0\n");
    expect(readPointer(places.versions)).toMatchObject({
      ...{ current: "0.1.0", failed: [{ version: "0.2.0", why: "not-steady" }] },
    });
    expect(readPointer(places.versions)?.probation).toBeUndefined();
  });
});
