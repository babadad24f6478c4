import { createHash } from "node:crypto";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { ContentFiles } from "../../store/content-files.ts";
import type { ExchangeRow, ExchangeSeal } from "../../store/exchange-seal.ts";
import type { Store } from "../../store/store.ts";
import type { SharedDatabase } from "./shared-database.ts";

/** Events that are of no use to another desk without the document that they name. A draft stays with the desk that writes it. */
const NAMING: readonly string[] = ["standard.published", "design.saved", "design.kept"];

interface NamedFile {
  readonly sha256: string;
  readonly files: ContentFiles;
}

type Shelves = Pick<Store, "standardFiles" | "designFiles">;

/**
 * Before the events that name them: whoever reads those finds the documents. Neither one that this desk has lost holds it up nor
 * one whose place is taken by something that no desk of the library has put there.
 */
export async function pushFiles(
  shared: SharedDatabase,
  store: Shelves & Pick<Store, "exchangeSeal">,
  rows: readonly ExchangeRow[],
  log: Logger,
): Promise<void> {
  for (const { sha256, files } of namedIn(rows, store)) {
    const content = contentOf(files, sha256);
    const file = sha256.slice(0, 12);
    if (!content) {
      log.warn("a document of this desk is lost, and goes to no other", { file });
      continue;
    }
    const names = store.exchangeSeal.fileNames(sha256);
    const place = await firstFree(names, (name) => shared.putFile(name, content));
    if (place === 0) continue;
    const code = "EXCHANGE_FORGED";
    if (place === undefined)
      log.error("every place of a document is taken, and it goes to no desk", { file, code });
    else log.warn("a document lies in another place, because its own is taken", { file, place, code });
  }
}

async function firstFree(
  names: readonly string[],
  put: (name: string) => Promise<boolean>,
): Promise<number | undefined> {
  for (const [place, name] of names.entries()) if (await put(name)) return place;
  return undefined;
}

/** What sealed rows name and this desk has not got. What has not come is asked for again at the next connection. */
export async function pullFiles(
  shared: SharedDatabase,
  store: Shelves & Pick<Store, "exchangeSeal">,
  rows: readonly ExchangeRow[],
  log: Logger,
): Promise<void> {
  const sealed = rows.filter((row) => store.exchangeSeal.holds(row));
  for (const file of namedIn(sealed, store)) await fetched(shared, store.exchangeSeal, file, log);
}

/** Documents that the log names and the disk has not, because they were not there yet, or are lost. */
export async function pullMissing(
  shared: SharedDatabase,
  store: Shelves & Pick<Store, "standards" | "designs" | "exchangeSeal">,
  log: Logger,
): Promise<void> {
  const { standards, designs, standardFiles, designFiles } = store;
  const named: readonly NamedFile[] = [
    ...standards.all().flatMap(({ versions }) => versions.map((one) => ({ ...one, files: standardFiles }))),
    ...designs.all().flatMap(({ versions }) => versions.map((one) => ({ ...one, files: designFiles }))),
    ...designs.allKept().map((one) => ({ ...one, files: designFiles })),
  ];
  for (const file of named) await fetched(shared, store.exchangeSeal, file, log);
}

async function fetched(
  shared: SharedDatabase,
  seal: ExchangeSeal,
  { sha256, files }: NamedFile,
  log: Logger,
): Promise<void> {
  if (contentOf(files, sha256)) return;
  for (const name of seal.fileNames(sha256)) {
    const content = await shared.file(name);
    if (content && createHash("sha256").update(content).digest("hex") === sha256)
      return void files.put(content);
  }
  log.warn("a document of another desk has not come", { file: sha256.slice(0, 12) });
}

function namedIn(
  rows: readonly ExchangeRow[],
  { standardFiles, designFiles }: Shelves,
): readonly NamedFile[] {
  return rows
    .filter(({ type }) => NAMING.includes(type))
    .flatMap(({ type, data }) => {
      const { sha256 } = JSON.parse(data) as { readonly sha256?: unknown };
      if (typeof sha256 !== "string") return [];
      return [{ sha256, files: type.startsWith("standard.") ? standardFiles : designFiles }];
    });
}

function contentOf(files: ContentFiles, sha256: string): Uint8Array | undefined {
  try {
    return files.get(sha256);
  } catch (error) {
    const { code } = TitianError.from(error);
    if (code.endsWith("_FILE_MISSING") || code.endsWith("_FILE_DAMAGED")) return undefined;
    throw error;
  }
}
