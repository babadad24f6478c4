import { parse, stringify } from "smol-toml";
import { PRESETS } from "../../sla/presets.ts";
import { ConfigSchema } from "../config/schema.ts";
import { type Tree, treeIn } from "../config/tree.ts";
import type { DeskCopy } from "./contents.ts";
import { kindOf } from "./device-model.ts";

export interface NewDesk {
  readonly id: string;
  readonly title: string;
  /** Queue numbers begin with it; undefined: A. */
  readonly letter: string | undefined;
}

const SECRET = "passwordFile";
export const passwordNameOf = (section: string): string => `${section}-password`;

/** Sections whose password lies in a file of its own, which the copy does not name: every desk has its own. */
export const secretSections = (text: string): readonly string[] =>
  Object.entries(parse(text)).flatMap(([section, values]) =>
    typeof treeIn(values)[SECRET] === "string" && isSecret(section) ? [section] : [],
  );

function isSecret(section: string): boolean {
  const { properties } = treeIn(treeIn(ConfigSchema.properties)[section]);
  return treeIn(treeIn(properties)[SECRET])["x-secret"] === true;
}

/** titian.toml for others: without the names of password files, and devices by their model. */
export function withoutOwn(text: string): string {
  const tree = parse(text) as Tree;
  for (const section of secretSections(text)) delete treeIn(tree[section])[SECRET];
  const devices = Array.isArray(tree["devices"]) ? tree["devices"].map(ofAnyPiece) : undefined;
  return stringify({ ...tree, ...(devices && { devices }) });
}

function ofAnyPiece(entry: unknown): Tree {
  const { options, ...rest } = treeIn(entry);
  if (options === undefined) return rest;
  const kinds = Object.entries(treeIn(options)).map(([name, value]) => [
    name,
    typeof value === "string" ? kindOf(value) : value,
  ]);
  return { ...rest, options: Object.fromEntries(kinds) };
}

/** Desks that exchange their logs get the library's documents from each other. */
export const isExchanging = (text: string): boolean =>
  typeof treeIn((parse(text) as Tree)["exchange"])["host"] === "string";

/** titian.toml of the new desk. `waitsFor`: a standard that only comes with the exchange; until then the desk has another. */
export function settingsFor(
  { about, settings, contents }: Pick<DeskCopy, "about" | "settings" | "contents">,
  desk: NewDesk,
): { readonly text: string; readonly waitsFor: string | undefined } {
  const tree = parse(settings) as Tree;
  // Whoever wrote the file may not say which file of this PC is a password.
  for (const section of secretSections(settings)) delete treeIn(tree[section])[SECRET];
  const { letter: _anothers, ...known } = treeIn(tree["desk"]);
  const others = (Array.isArray(known["others"]) ? known["others"] : []).map(treeIn);
  const all = [...others.filter(({ id }) => id !== about.desk.id), about.desk];
  tree["desk"] = {
    ...{ ...known, id: desk.id, title: desk.title },
    ...(desk.letter === undefined ? {} : { letter: desk.letter }),
    others: all.filter(({ id }) => id !== desk.id),
  };
  for (const { section } of contents.passwords)
    tree[section] = { ...treeIn(tree[section]), [SECRET]: passwordNameOf(section) };
  const library = treeIn(tree["library"]);
  const standard = String(library["standard"]);
  const isShipped = PRESETS.some(({ id }) => id === standard);
  const waitsFor = isExchanging(settings) && !isShipped ? standard : undefined;
  if (waitsFor !== undefined) tree["library"] = { ...library, standard: PRESETS[0]?.id ?? standard };
  const head = `# titian config import: ${about.desk.id}, ${about.at.toISOString()}`;
  return { text: `${head}\n${stringify(tree)}`, waitsFor };
}
