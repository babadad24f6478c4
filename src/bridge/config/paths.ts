import path from "node:path";

/** What decides where files go. A parameter, so that Windows can be tested on Linux. */
export interface PathSurroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** True for root and for the service's own user, who have /etc and /var. */
  readonly isSystem: boolean;
  readonly home: string;
}

export interface DefaultPaths {
  readonly configFile: string;
  readonly storeFolder: string;
}

/** The usual places: /etc and /var/lib for the service, XDG for a person, %ProgramData% on Windows. */
export function defaultPaths({ platform, environment, isSystem, home }: PathSurroundings): DefaultPaths {
  if (platform === "win32") {
    const base = path.win32.join(environment["ProgramData"] ?? "C:\\ProgramData", "Titian");
    return { configFile: path.win32.join(base, "titian.toml"), storeFolder: path.win32.join(base, "store") };
  }
  if (isSystem) return { configFile: "/etc/titian/titian.toml", storeFolder: "/var/lib/titian" };

  const folder = (variable: string, ...usual: string[]): string => {
    const set = environment[variable];
    // The XDG specification: a relative path is invalid and ignored.
    return path.posix.join(
      set && path.posix.isAbsolute(set) ? set : path.posix.join(home, ...usual),
      "titian",
    );
  };
  return {
    configFile: path.posix.join(folder("XDG_CONFIG_HOME", ".config"), "titian.toml"),
    storeFolder: folder("XDG_STATE_HOME", ".local", "state"),
  };
}
