import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMAND_ROLES } from "../../src/bridge/operators/command-roles.ts";
import { COMMAND_NAMES } from "../../src/bridge/protocol/commands.ts";

const sources = globSync("web/console/**/*.{ts,tsx}").map((file) => readFileSync(file, "utf8"));
const namesIn = (pattern: RegExp): ReadonlySet<string> =>
  new Set(
    sources.flatMap((source) =>
      [...source.matchAll(pattern)].flatMap(([part]) => part.match(/[a-zA-Z]+\.[a-zA-Z]+(?=")/g) ?? []),
    ),
  );

/** A call with its command by name, or one of two. */
const SENT = /\.call\(\s*(?:[^"(){};]*\? )?"[a-zA-Z.]+"(?: : "[a-zA-Z.]+")?/g;
/** `to="…"`, `to={…}`, and lists of commands that stand in a constant of their own. */
const ASKED = /\bto=(?:"[a-zA-Z.]+"|\{[^}]*\})|^const [A-Z]+ = \[[^;]*\] as const/gm;

describe("the console's buttons", () => {
  const beyondTheClerk = COMMAND_NAMES.filter((name) => !["anyone", "clerk"].includes(COMMAND_ROLES[name]));

  it("are looked for where they are", () => {
    const sent = namesIn(SENT);
    for (const name of ["desk.get", "standard.restore", "standard.withdraw", "device.rename"])
      expect(sent).toContain(name);
  });

  it("ask who may press them, for every command that not everybody may send", () => {
    const [sent, asked] = [namesIn(SENT), namesIn(ASKED)];
    // Inside pages that are closed as a whole.
    const within: Readonly<Record<string, string>> = {
      "calibration.forget": "calibration.print",
      "calibration.measure": "calibration.print",
      "calibration.measureBack": "calibration.print",
      "calibration.readTray": "calibration.print",
      "design.approve": "design.save",
      "design.background": "design.save",
      "member.foreseeErasure": "privacy.get",
      "setup.lookAtSite": "setup.get",
      "setup.tryDatabase": "setup.get",
      "setup.write": "setup.get",
    };
    const unasked = beyondTheClerk.filter((name) => sent.has(name) && !asked.has(within[name] ?? name));
    expect(unasked).toEqual([]);
    for (const [name, page] of Object.entries(within))
      expect([name, COMMAND_ROLES[name as "setup.get"]]).toEqual([name, COMMAND_ROLES[page as "setup.get"]]);
  });
});
