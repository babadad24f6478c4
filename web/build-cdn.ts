import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FAMILIES, type Family, LIBRARIES, type Library } from "./cdn/libraries.ts";

const PACKAGES = fileURLToPath(new URL("../node_modules", import.meta.url));
const OUT = fileURLToPath(new URL("dist/cdn", import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

interface Copied {
  readonly path: string;
  readonly type: string;
  readonly addresses: readonly string[];
  /** As `integrity` names them. */
  readonly hashes: readonly string[];
  readonly sha256: string;
  readonly licence: string;
}

/** Copies of what INLISLite's pages load from CDNs, and a manifest from address to file, for the daemon's proxy. */
export async function buildCdn(out: string = OUT): Promise<void> {
  await rm(out, { recursive: true, force: true });
  const files: Copied[] = [];
  for (const library of LIBRARIES) files.push(...(await copyLibrary(library, out)));
  const fonts: Record<string, string> = {};
  for (const family of FAMILIES) {
    const { sheet, copied } = await copyFamily(family, out);
    fonts[family.name] = sheet;
    files.push(...copied);
  }
  const build = createHash("sha256")
    .update(files.map(({ sha256 }) => sha256).join())
    .digest("hex")
    .slice(0, 12);
  await writeFile(path.join(out, "manifest.json"), `${JSON.stringify({ build, files, fonts }, null, 1)}\n`);
}

async function copyLibrary(library: Library, out: string): Promise<readonly Copied[]> {
  const copied: Copied[] = [];
  for (const { path: file, addresses = [], integrity } of library.files) {
    const one = await copy(library.package, file, `${library.folder}/${file}`, library.licence, out);
    if (integrity !== undefined && !one.hashes.includes(integrity))
      throw new Error(`${library.package}/${file} is not the file that ${addresses[0]} is`);
    copied.push({ ...one, addresses });
  }
  await copyLicence(library.package, path.join(out, library.folder));
  return copied;
}

/** Fontsource calls a family "Inter Variable"; pages know it as Google does. Latin letters are all that INLISLite writes. */
async function copyFamily(family: Family, out: string) {
  const copied: Copied[] = [];
  const faces: string[] = [];
  for (const name of family.sheets) {
    const sheet = await readFile(path.join(PACKAGES, family.package, name), "utf8");
    for (const [face] of sheet.matchAll(/@font-face \{[^}]*\}/g)) {
      const file = /url\(\.\/(files\/[\w-]+-latin(?:-ext)?-[\w-]+\.woff2)\)/.exec(face)?.[1];
      if (file === undefined) continue;
      const place = `${family.folder}/${file}`;
      copied.push(await copy(family.package, file, place, family.licence, out));
      faces.push(
        face
          .replace(`'${family.name} Variable'`, `'${family.name}'`)
          .replace(`./${file}`, `/.titian/cdn/${place}`),
      );
    }
  }
  if (faces.length === 0) throw new Error(`${family.package} has no Latin letters`);
  await copyLicence(family.package, path.join(out, family.folder));
  return { sheet: faces.join("\n"), copied };
}

async function copy(
  from: string,
  file: string,
  place: string,
  licence: string,
  out: string,
): Promise<Copied> {
  const source = path.join(PACKAGES, from, file);
  const bytes = await readFile(source);
  const type = TYPES[path.extname(file)];
  if (type === undefined) throw new Error(`${file} has no type`);
  await mkdir(path.dirname(path.join(out, place)), { recursive: true });
  await cp(source, path.join(out, place));
  const hashes = ["sha256", "sha384", "sha512"].map(
    (name) => `${name}-${createHash(name).update(bytes).digest("base64")}`,
  );
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path: place, type, addresses: [], hashes, sha256, licence };
}

/** Their licences ask for it. A package whose licence stands in its files only has no such file. */
async function copyLicence(from: string, folder: string): Promise<void> {
  for (const name of ["LICENSE", "LICENSE.txt", "LICENSE.md"]) {
    const source = path.join(PACKAGES, from, name);
    const text = await readFile(source).catch(() => undefined);
    if (text) return await writeFile(path.join(folder, "LICENSE.txt"), text);
  }
}

if (import.meta.main) await buildCdn();
