import { createHash } from "node:crypto";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { ContentFiles } from "../../store/content-files.ts";
import type { ExchangeRow } from "../../store/exchange-seal.ts";
import type { Store } from "../../store/store.ts";
import type { SharedDatabase } from "./shared-database.ts";

/** Events that are of no use to another desk without the document that they name. A draft stays with the desk that writes it. */
const NAMING: readonly string[] = ["standard.published", "design.saved", "design.kept"];

interface NamedFile {
  readonly sha256: string;
  readonly files: ContentFiles;
}

type Shelves = Pick<Store, "standardFiles" | "designFiles">;

/** Before the events that name them: whoever reads those finds the documents. One that this desk has lost does not hold it up. */
export async function pushFiles(
  shared: SharedDatabase,
  store: Shelves,
  rows: readonly ExchangeRow[],
  log: Logger,
): Promise<void> {
  for (const { sha256, files } of namedIn(rows, store)) {
    const content = contentOf(files, sha256);
    if (content) await shared.putFile(sha256, content);
    else log.warn("a document of this desk is lost, and goes to no other", { file: sha256.slice(0, 12) });
  }
}

/** What sealed rows name and this desk has not got. What has not come is asked for again at the next connection. */
export async function pullFiles(
  shared: SharedDatabase,
  store: Shelves & Pick<Store, "exchangeSeal">,
  rows: readonly ExchangeRow[],
  log: Logger,
): Promise<void> {
  const sealed = rows.filter((row) => store.exchangeSeal.holds(row));
  for (const file of namedIn(sealed, store)) await fetched(shared, file, log);
}

/** Documents that the log names and the disk has not, because they were not there yet, or are lost. */
export async function pullMissing(
  shared: SharedDatabase,
  store: Shelves & Pick<Store, "standards" | "designs">,
  log: Logger,
): Promise<void> {
  const { standards, designs, standardFiles, designFiles } = store;
  const named: readonly NamedFile[] = [
    ...standards.all().flatMap(({ versions }) => versions.map((one) => ({ ...one, files: standardFiles }))),
    ...designs.all().flatMap(({ versions }) => versions.map((one) => ({ ...one, files: designFiles }))),
    ...designs.allKept().map((one) => ({ ...one, files: designFiles })),
  ];
  for (const file of named) await fetched(shared, file, log);
}

async function fetched(shared: SharedDatabase, { sha256, files }: NamedFile, log: Logger): Promise<void> {
  if (contentOf(files, sha256)) return;
  const content = await shared.file(sha256);
  if (content && createHash("sha256").update(content).digest("hex") === sha256) files.put(content);
  else log.warn("a document of another desk has not come", { file: sha256.slice(0, 12) });
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
