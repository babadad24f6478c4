import { readFileSync } from "node:fs";
import { parse, stringify } from "smol-toml";
import type { TSchema } from "typebox";
import type { DriverManifest } from "../../devices/index.ts";
import { redact } from "../config/redact.ts";
import { ConfigSchema } from "../config/schema.ts";
import { isTree, type Tree } from "../config/tree.ts";

/** On a line that the next desk must change. */
export const OWN = "# this desk";
/** Settings that name this desk or its own folders. */
const OF_ONE_DESK = [
  ...["desk.id", "desk.title", "desk.letter", "desk.others"],
  ...["store.folder", "log.folder", "photo.folder"],
];

interface Described {
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly "x-secret"?: boolean;
}

/**
 * What one desk's file says, for the next desk: without secrets, and with its own lines marked. What lies in the store (designs,
 * standards, the calendar, operators) is not in the file and not in here.
 */
export function configExport(file: string, drivers: readonly DriverManifest[]): string {
  const tree = parse(readFileSync(file, "utf8")) as Tree;
  const secrets: string[] = [];
  const { devices, ...sections } = withoutSecrets(ConfigSchema, tree, [], secrets) as Tree;
  const entries = (Array.isArray(devices) ? devices : [])
    .filter(isTree)
    .map((entry) => shown(entry, drivers));
  return [
    `# titian config export. Lines marked "${OWN}" belong to the desk they came from: change them for each desk.`,
    ...secrets.map((name) => `# secret, to be set on each desk: ${name}`),
    "",
    marked(stringify(sections)),
    ...(entries.length > 0
      ? [stringify({ devices: entries }).replaceAll(/^\[\[devices\]\]$/gm, `$& ${OWN}`)]
      : []),
  ].join("\n");
}

function withoutSecrets(
  schema: TSchema,
  value: unknown,
  path: readonly string[],
  secrets: string[],
): unknown {
  const { properties } = schema as Described;
  if (!properties || !isTree(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const described = properties[name];
      if (described && (described as Described)["x-secret"]) {
        secrets.push([...path, name].join("."));
        return [];
      }
      return [[name, described ? withoutSecrets(described, inner, [...path, name], secrets) : inner]];
    }),
  );
}

/** A driver's own options may hold secrets too. */
function shown(entry: Tree, drivers: readonly DriverManifest[]): Tree {
  const driver = drivers.find(({ name }) => name === entry["driver"]);
  const { options } = entry;
  return options === undefined || !driver ? entry : { ...entry, options: redact(driver.options, options) };
}

function marked(text: string): string {
  let section = "";
  return text
    .split("\n")
    .map((line) => {
      section = /^\[+([^\]]+)\]+$/.exec(line)?.[1] ?? section;
      const key = /^([A-Za-z0-9_-]+) = /.exec(line)?.[1];
      const isOwn =
        key !== undefined && OF_ONE_DESK.some((own) => own === `${section}.${key}` || own === section);
      return isOwn ? `${line} ${OWN}` : line;
    })
    .join("\n");
}
