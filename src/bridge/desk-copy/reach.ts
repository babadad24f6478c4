import { parse } from "smol-toml";
import type { TSchema } from "typebox";
import type { DriverManifest } from "../../devices/index.ts";
import { treeIn } from "../config/tree.ts";

/** Settings that say whom a desk talks to. */
const ADDRESSES = ["host", "url"] as const;

/** One line of titian.toml that makes the desk talk to somebody, or run something. */
export interface Reached {
  readonly what: "server" | "program";
  /** As in titian.toml, for example `inlislite.host`. */
  readonly setting: string;
  readonly value: string;
}

/** Whom a desk with these settings would talk to, and what it would run: nobody has signed them, so a person looks first. */
export function reachOf(text: string, drivers: readonly DriverManifest[]): readonly Reached[] {
  const { devices, ...sections } = treeIn(parse(text));
  const servers = Object.entries(sections).flatMap(([section, values]) =>
    ADDRESSES.flatMap((name) => reached("server", `${section}.${name}`, treeIn(values)[name])),
  );
  const programs = (Array.isArray(devices) ? devices : []).map(treeIn).flatMap(({ id, driver, options }) => {
    const schema = drivers.find(({ name }) => name === driver)?.options;
    return programsOf(schema).flatMap((name) => reached("program", `${id}.${name}`, treeIn(options)[name]));
  });
  return [...servers, ...programs];
}

const programsOf = (schema: TSchema | undefined): readonly string[] =>
  Object.entries(treeIn(treeIn(schema)["properties"])).flatMap(([name, described]) =>
    treeIn(described)["x-program"] === true ? [name] : [],
  );

const reached = (what: Reached["what"], setting: string, value: unknown): readonly Reached[] =>
  typeof value === "string" && value !== "" ? [{ what, setting, value }] : [];
