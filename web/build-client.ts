import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Scripts for pages elsewhere. Classic, because a module from another origin would need CORS, and the daemon opens that to nobody. */
const SCRIPTS = {
  /** `new titian.TitianClient({ url, tokens, language })`. */
  "titian-client.js": {
    entryPoints: [here("../src/bridge/client/client.ts")],
    globalName: "titian",
  },
  /** The face detector with its model inside: a page of another origin could not fetch it. */
  "titian-face.js": {
    entryPoints: [here("photo/face/face-script.ts")],
    loader: { ".bin": "binary" },
  },
} as const satisfies Record<string, BuildOptions>;

export type ScriptName = keyof typeof SCRIPTS;

export async function buildScript(name: ScriptName, outFile: string = here(`dist/${name}`)): Promise<void> {
  const options: BuildOptions = SCRIPTS[name];
  await build({
    ...options,
    outfile: outFile,
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "error",
  });
}

if (import.meta.main) await Promise.all(Object.keys(SCRIPTS).map((name) => buildScript(name as ScriptName)));
