import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fetching } from "../../setup/fetching.ts";

const sayNothing = (): void => undefined;

/** Runs a program to its end. Throws what it said when it did not succeed. */
export function run(command: string, args: readonly string[], input?: Uint8Array): Buffer {
  const ran = spawnSync(command, args, { maxBuffer: 512 * 1024 * 1024, ...(input && { input }) });
  if (ran.status === 0) return ran.stdout;
  const said = ran.error?.message ?? ran.stderr.toString().trim().slice(-600);
  throw new Error(`${command} ${args.slice(0, 3).join(" ")}: ${said}`);
}

/** Downloads a package of the configured archive and unpacks it into `folder`. Installs nothing and needs no root. */
export function unpackPackage(name: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const downloads = mkdtempSync(path.join(folder, "..", "download-"));
  try {
    const here = process.cwd();
    process.chdir(downloads);
    try {
      // apt's own user may not write here.
      fetching(sayNothing, () => run("apt-get", ["-q", "-o", "APT::Sandbox::User=root", "download", name]));
    } finally {
      process.chdir(here);
    }
    const file = readdirSync(downloads).find((one) => one.endsWith(".deb"));
    if (!file) throw new Error(`apt-get download ${name} brought nothing`);
    run("dpkg-deb", ["-x", path.join(downloads, file), folder]);
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}

/** The packages that `name` depends on. */
export function dependenciesOf(name: string): readonly string[] {
  const lines = run("apt-cache", ["depends", name]).toString().split("\n");
  return lines.flatMap((line) => /^ {2}Depends: ([a-z0-9][a-z0-9.+-]+)$/.exec(line)?.[1] ?? []);
}

/** Makes `folder` once: `fill` works beside it, and what is half done is never taken for done. */
export function madeOnce(folder: string, fill: (draft: string) => void): string {
  const draft = `${folder}.draft`;
  try {
    readdirSync(folder);
    return folder;
  } catch {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    fill(draft);
    renameSync(draft, folder);
    return folder;
  }
}
