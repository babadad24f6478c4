import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import type { Platform } from "./platforms.ts";

const INSTALL_WITHIN_MS = 600_000;

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The packages of package-lock.json that a desk of this kind needs, whatever this machine is. */
export class LockedPackages {
  /** Holds node_modules. */
  readonly folder: string;

  /** Of a folder whose node_modules is there already. */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** From the registry, each checked against the lockfile's hash; no script of a package runs. Throws with npm's own words. */
  static install({ os, cpu }: Platform, folder: string): LockedPackages {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of ["package.json", "package-lock.json"]) cpSync(file, path.join(folder, file));
    const npm = process.env["npm_execpath"];
    if (!npm) throw new Error("start this with: npm run release");
    const wishes = [
      "--omit=dev",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      `--os=${os}`,
      `--cpu=${cpu}`,
    ];
    const ran = spawnSync(process.execPath, [npm, "ci", ...wishes], {
      ...{ cwd: folder, encoding: "utf8", timeout: INSTALL_WITHIN_MS },
    });
    if (ran.status !== 0) throw new Error(`npm ci ended with ${ran.status}: ${ran.stderr}`);
    return new LockedPackages(folder);
  }

  at(name: string): string {
    return path.join(this.folder, "node_modules", name);
  }

  /** These and all that they need, each once: names as in `node_modules`. */
  closure(names: readonly string[]): readonly string[] {
    const found = new Set<string>();
    const open = [...names];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (found.has(name) || !existsSync(this.at(name))) continue;
      found.add(name);
      const { dependencies, optionalDependencies } = this.manifest(name);
      open.push(...Object.keys({ ...dependencies, ...optionalDependencies }));
    }
    return [...found].toSorted();
  }

  manifest(name: string): Manifest & { readonly version: string; readonly license?: string } {
    return JSON.parse(readFileSync(path.join(this.at(name), "package.json"), "utf8"));
  }
}

/** Machine code for other kinds of machine; `linux-x64-musl` is one, `darwin-x64+arm64` too. */
export function dropOtherMachines(packageFolder: string, { os, cpu }: Platform): void {
  const prebuilds = path.join(packageFolder, "prebuilds");
  if (!existsSync(prebuilds)) return;
  const own = new RegExp(`(^|-)${os}-${cpu}$`);
  for (const name of readdirSync(prebuilds))
    if (!own.test(name)) rmSync(path.join(prebuilds, name), { recursive: true });
}
