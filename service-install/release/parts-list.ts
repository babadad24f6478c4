import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { LockedPackages } from "./locked-packages.ts";

/** CycloneDX 1.6, without what differs between two builds (serial number, time). */
export function bomOf(version: string, names: readonly string[], packages: LockedPackages): object {
  const components = names.map((name) => {
    const { version: theirs, license } = packages.manifest(name);
    return {
      type: "library",
      name,
      version: theirs,
      purl: `pkg:npm/${name.replace("@", "%40")}@${theirs}`,
      ...(license && { licenses: [{ expression: license }] }),
    };
  });
  const application = { type: "application", name: "titian", version, licenses: [{ expression: "MIT" }] };
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: application },
    components,
  };
}

/** What each part asks to be passed on with it, one after the other. Throws for one that says nothing of its licence. */
export function licencesOf(names: readonly string[], packages: LockedPackages): string {
  const sections = names.map((name) => {
    const { version, license } = packages.manifest(name);
    const texts = licenceFiles(packages.at(name)).map((file) => readFileSync(file, "utf8").trim());
    if (texts.length === 0 && !license) throw new Error(`${name} says nothing of its licence`);
    return [`${name} ${version} (${license ?? "see below"})`, ...texts].join("\n\n");
  });
  return `${sections.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

const licenceFiles = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name))
        .toSorted()
        .map((name) => path.join(folder, name))
    : [];
