import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ENTRY = fileURLToPath(new URL("../src/bridge/client/client.ts", import.meta.url));
const OUT = fileURLToPath(new URL("dist/titian-client.js", import.meta.url));

/**
 * The client as one classic script: `new titian.TitianClient({ url, tokens, language })`. Classic, because a module from
 * another origin would need CORS, and the daemon opens that to nobody.
 */
export async function buildClient(outFile: string = OUT): Promise<void> {
  await build({
    entryPoints: [ENTRY],
    outfile: outFile,
    bundle: true,
    format: "iife",
    globalName: "titian",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "error",
  });
}

if (import.meta.main) await buildClient();
