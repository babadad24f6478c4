import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LAUNCHER } from "../unit.ts";
import { bytesIn } from "./bytes-in.ts";
import { addPapers, checksumsOf, linkPapers } from "./debian-papers.ts";
import { evenOut } from "./even-out.ts";
import { runTool } from "./run-tool.ts";

/** Where the package puts it; nothing of it is changed on the desk. */
export const APP = "/usr/lib/titian";
const SCRIPTS = new URL("../debian/", import.meta.url);

export interface DebianWishes {
  /** As made by `makeApp`. */
  readonly app: string;
  readonly version: string;
  /** `amd64`. */
  readonly architecture: string;
  /** An empty folder. */
  readonly tree: string;
  readonly file: string;
  /** Since 1970, of every file in it. */
  readonly seconds: number;
}

/** One package that needs no other: installed with `dpkg -i` on a desk without a network. */
export function makeDebian({ app, version, architecture, tree, file, seconds }: DebianWishes): void {
  const home = path.join(tree, APP);
  mkdirSync(path.dirname(home), { recursive: true });
  cpSync(app, home, { recursive: true });
  mkdirSync(path.join(tree, "usr/bin"), { recursive: true });
  writeFileSync(path.join(home, "titian"), COMMAND, { mode: 0o755 });
  addPapers({ tree, home: APP, version });
  const kib = Math.ceil(bytesIn(tree) / 1024);
  const control = path.join(tree, "DEBIAN");
  mkdirSync(control);
  for (const name of readdirSync(SCRIPTS)) {
    const text = readFileSync(new URL(name, SCRIPTS), "utf8");
    const filled = text.replaceAll("@VERSION@", version).replaceAll("@ARCHITECTURE@", architecture);
    writeFileSync(path.join(control, name), filled.replace("@SIZE@", String(kib)));
    chmodSync(path.join(control, name), name === "control" ? 0o644 : 0o755);
  }
  writeFileSync(path.join(control, "md5sums"), checksumsOf(tree));
  evenOut(tree, seconds);
  linkPapers({ tree, home: APP });
  symlinkSync(path.join(APP, "titian"), path.join(tree, "usr/bin/titian"));
  // Read by every dpkg, and written in seconds.
  runTool("dpkg-deb", ["--root-owner-group", "-Zgzip", "--build", tree, file], { seconds });
}

const COMMAND = `#!/bin/sh
exec ${APP}/node --disable-warning=ExperimentalWarning ${APP}/${LAUNCHER} "$@"
`;
