import { mkdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";

/** They load machine code or files of their own from beside themselves. */
export const STAY_OUTSIDE = ["@napi-rs/canvas", "serialport", "node-hid", "usb", "koffi"] as const;
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

export interface BundleWishes {
  /** File name without its ending → module, from the folder of the sources. */
  readonly entries: Readonly<Record<string, string>>;
  /** Where `<entry>.mjs` and their shared parts are written. */
  readonly folder: string;
  /** The folder that holds src/, seen from there: what a module reads from beside itself is looked for below it. */
  readonly root: string;
}

/**
 * The same sources in a few files: stripping types from six hundred files, and finding them and as many of knex and lodash, is
 * most of a start, and a quarter of the memory of a daemon at rest.
 */
export async function bundle({ entries, folder, root }: BundleWishes): Promise<Metafile> {
  const options = {
    entryPoints: { ...entries },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    external: [...STAY_OUTSIDE, ...ABSENT],
    plugins: [knowingWhereTheyAre],
    // Packages in CommonJS ask for Node's own modules by `require`.
    banner: {
      js: [
        'import { createRequire as requireOfBundle } from "node:module";',
        "const require = requireOfBundle(import.meta.url);",
        `const rootOfSources = new URL(${JSON.stringify(`${root}/`)}, import.meta.url);`,
      ].join("\n"),
    },
    logLevel: "warning",
    metafile: true,
  } satisfies BuildOptions;
  return (await build(options)).metafile;
}

/** For a daemon of this clone: `folder` has to lie below its node_modules, where the packages that stay outside are found. */
export async function bundleOfClone(entries: BundleWishes["entries"], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // As Node sees it from within, where node_modules is a link to another clone's.
  await bundle({ entries, folder, root: path.relative(realpathSync(folder), process.cwd()) });
}

/** A module finds what lies beside its source as if it still lay there. */
const knowingWhereTheyAre: Plugin = {
  name: "sources-know-where-they-are",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      if (file.includes("node_modules")) return undefined;
      const place = path.relative(process.cwd(), file).replaceAll(path.sep, "/");
      const contents = readFileSync(file, "utf8").replaceAll(
        "import.meta.url",
        `new URL(${JSON.stringify(place)}, rootOfSources).href`,
      );
      return { contents, loader: "ts" };
    });
  },
};
