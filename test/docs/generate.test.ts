import { Parser } from "@asyncapi/parser";
import { describe, expect, it } from "vitest";
import { asyncApi } from "../../docs/generate/asyncapi.ts";
import { VERSION_LOG } from "../../docs/generate/version-log.ts";
import { PAGES, stalePages } from "../../docs/generate.ts";
import { COMMAND_NAMES, COMMANDS, SCHEMA_VERSION } from "../../src/bridge/protocol/commands.ts";
import { EVENT_NAMES, EVENTS } from "../../src/bridge/protocol/events.ts";
import { ERROR_CODES } from "../../src/kernel/errors.ts";

const page = (name: string): string => PAGES[name]?.() ?? "";

describe("the generated documentation", () => {
  it("says what the code says", async () => {
    expect(await stalePages(), "run npm run docs").toEqual([]);
  });

  it("is the same on every machine and every day", () => {
    for (const name of Object.keys(PAGES)) expect(page(name)).toBe(page(name));
    expect(
      Object.values(PAGES)
        .map((text) => text())
        .join(),
    ).not.toMatch(/\b20[2-9]\d-\d\d-\d\dT|\/work\/|\/home\//);
  });

  it("opens the protocol with its versions, and names every command, event and code", () => {
    const protocol = page("protocol.md");
    expect(protocol.indexOf("## Versions")).toBeLessThan(protocol.indexOf("## Conversation"));
    for (const name of [...COMMAND_NAMES, ...EVENT_NAMES]) expect(protocol).toContain(`### \`${name}\``);
    for (const code of ERROR_CODES) expect(page("errors.md")).toContain(`## ${code}\n`);
  });

  it("has an entry in the version log for every version something came with", () => {
    const versions = new Set<number>(
      [...Object.values(COMMANDS), ...Object.values(EVENTS)].map(({ since }) => since),
    );
    expect([...versions].sort().reverse()).toEqual(VERSION_LOG.map(({ schema }) => schema));
    expect(VERSION_LOG[0].schema).toBe(SCHEMA_VERSION.max);
  });

  // The parser follows every reference of some 140 commands: half a minute, and more beside other tests.
  it("is an AsyncAPI 3 document without a fault", { timeout: 240_000 }, async () => {
    const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApi()));
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(document?.operations().all().length).toBe(COMMAND_NAMES.length + EVENT_NAMES.length + 5);
  });
});
