import { parse } from "smol-toml";
import type { DriverManifest } from "../../devices/index.ts";
import { ConfigSchema } from "../config/schema.ts";
import { treeIn } from "../config/tree.ts";

/** How a schema marks what leads out of Titian, in settings and in drivers' options alike. */
const MARKS = { server: "x-server", folder: "x-folder", program: "x-program" } as const;

/** One line of titian.toml that makes the desk talk to somebody, write somewhere, or run something. */
export interface Reached {
  readonly what: keyof typeof MARKS;
  /** As in titian.toml, for example `inlislite.host`. */
  readonly setting: string;
  readonly value: string;
}

/** Where a desk with these settings would send what it knows, and what it would run: nobody has signed them, so a person looks first. */
export function reachOf(text: string, drivers: readonly DriverManifest[]): readonly Reached[] {
  const { devices, ...sections } = treeIn(parse(text));
  const ofSections = Object.entries(sections).flatMap(([section, values]) =>
    reachedBy(section, treeIn(ConfigSchema.properties)[section], values),
  );
  const ofDevices = (Array.isArray(devices) ? devices : []).map(treeIn).flatMap(({ id, driver, options }) => {
    const schema = drivers.find(({ name }) => name === driver)?.options;
    return reachedBy(String(id), schema, options);
  });
  return [...ofSections, ...ofDevices];
}

function reachedBy(of: string, schema: unknown, values: unknown): readonly Reached[] {
  const described = Object.entries(treeIn(treeIn(schema)["properties"]));
  return described.flatMap(([name, property]) => {
    const what = WHATS.find((one) => treeIn(property)[MARKS[one]] === true);
    const value = treeIn(values)[name];
    return what && typeof value === "string" && value !== ""
      ? [{ what, setting: `${of}.${name}`, value }]
      : [];
  });
}

const WHATS = Object.keys(MARKS) as (keyof typeof MARKS)[];
