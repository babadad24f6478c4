import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/** They load machine code or files of their own from beside themselves. */
const STAY_OUTSIDE = ["@napi-rs/canvas", "serialport", "node-hid", "usb", "koffi"];
/** Databases that knex could speak to, and that nobody here has. */
const ABSENT = [
  "better-sqlite3",
  "sqlite3",
  "pg",
  "pg-query-stream",
  "oracledb",
  "tedious",
  "mysql",
  "mariadb/callback",
];

/** A module still finds what lies beside its source, wherever the bundle lies. */
const SOURCES_KNOW_WHERE_THEY_ARE: Plugin = {
  name: "sources-know-where-they-are",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      if (file.includes("node_modules")) return undefined;
      const contents = readFileSync(file, "utf8").replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(file).href),
      );
      return { contents, loader: "ts" };
    });
  },
};

/**
 * The same sources in a few files, `<entry>.mjs` of each in the folder: stripping types from four hundred files, and finding them
 * and as many of knex and lodash, is most of a start; over the file system of an emulated guest it takes a minute.
 */
export async function bundle(entries: Readonly<Record<string, string>>, folder: string): Promise<void> {
  await build({
    entryPoints: { ...entries },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    external: [...STAY_OUTSIDE, ...ABSENT],
    plugins: [SOURCES_KNOW_WHERE_THEY_ARE],
    // Packages in CommonJS ask for Node's own modules by `require`.
    banner: {
      js: `import { createRequire as bundledRequire } from "node:module"; const require = bundledRequire(${JSON.stringify(pathToFileURL(path.resolve("package.json")).href)});`,
    },
    logLevel: "warning",
  });
}
