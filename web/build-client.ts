import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Style sheets become text with their imports in it: a constructed sheet, as a shadow tree adopts it, may not import. */
const cssAsText: Plugin = {
  name: "css-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, write: false });
      return { contents: outputFiles[0]?.text ?? "", loader: "text" };
    });
  },
};

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
  /** The bar and its panels inside INLISLite's pages. Starts by itself and leaves no name in the page. */
  "titian-companion.js": {
    entryPoints: [here("companion/main.ts")],
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [cssAsText],
  },
} as const satisfies Record<string, BuildOptions>;

export type ScriptName = keyof typeof SCRIPTS;

/** `entry`: another beginning for the same script, for tests. */
export async function buildScript(
  name: ScriptName,
  outFile: string = here(`dist/${name}`),
  entry?: string,
): Promise<void> {
  const options: BuildOptions = SCRIPTS[name];
  await build({
    ...options,
    ...(entry && { entryPoints: [entry] }),
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
