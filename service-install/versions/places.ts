import path from "node:path";
import process from "node:process";

/** Where a desk keeps its versions. */
export interface Places {
  /** The package's own folder, which no update ever changes. */
  readonly base: string;
  /** Holds the pointer, and one folder for each version that came by update. */
  readonly versions: string;
  /** Whose public keys are trusted: those that came with the package, and those an administrator put beside titian.toml. */
  readonly keys: readonly string[];
}

/** What the launcher tells the version that it starts; the last, that it goes on in the place of root. */
export const TELLS = {
  versions: "TITIAN_VERSIONS",
  base: "TITIAN_BASE",
  insteadOfRoot: "TITIAN_INSTEAD_OF_ROOT",
} as const;
/** Beside titian.toml and in the package's folder; files `*.pem`. */
export const KEYS_FOLDER = "update-keys";

type Environment = Readonly<Record<string, string | undefined>>;

/** The service's; `TITIAN_VERSIONS` names another folder, for one who tries something out. */
export function placesOf(base: string, environment: Environment, platform = process.platform): Places {
  const isWindows = platform === "win32";
  const programData = path.win32.join(environment["ProgramData"] ?? "C:\\ProgramData", "Titian");
  const usual = isWindows ? path.win32.join(programData, "versions") : "/var/lib/titian/versions";
  const settings = isWindows ? programData : "/etc/titian";
  return {
    base,
    versions: environment[TELLS.versions] ?? usual,
    keys: [path.join(base, KEYS_FOLDER), path.join(settings, KEYS_FOLDER)],
  };
}
