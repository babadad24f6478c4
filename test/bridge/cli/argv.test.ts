import { describe, expect, it } from "vitest";
import { COMMANDS, parseArgv } from "../../../src/bridge/cli/argv.ts";
import { helpText } from "../../../src/bridge/cli/help.ts";
import { ConfigError } from "../../../src/kernel/schema.ts";

const problemsOf = (...argv: string[]): readonly string[] => {
  try {
    parseArgv(argv);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe("the command line", () => {
  it("knows the demonstration and its wishes", () => {
    expect(parseArgv(["demo"])).toEqual({
      command: "demo",
      port: undefined,
      opensBrowser: true,
      isSelfCheck: false,
    });
    expect(parseArgv(["demo", "--self-check", "--port", "9800"])).toMatchObject({
      opensBrowser: false,
      isSelfCheck: true,
      port: 9800,
    });
    expect(parseArgv(["demo", "--no-open"])).toMatchObject({ opensBrowser: false, isSelfCheck: false });
  });

  it("collects settings from --set, --port and --store", () => {
    const run = parseArgv(["run", "--config", "titian.toml", "--set", "log.level=debug", "--store=/srv/a=b"]);

    expect(run).toEqual({
      command: "run",
      config: "titian.toml",
      flags: new Map([
        ["log.level", "debug"],
        ["store.folder", "/srv/a=b"],
      ]),
    });
  });

  it("reads commands of two words, with their operand", () => {
    expect(parseArgv(["standards", "show", "id.lebak.pembuatan-kta"])).toMatchObject({
      command: "standards-show",
      id: "id.lebak.pembuatan-kta",
    });
    expect(parseArgv(["store", "rebuild"]).command).toBe("store-rebuild");
    expect(parseArgv(["inlislite", "grants", "--host", "192.168.1.%"])).toMatchObject({
      host: "192.168.1.%",
    });
    expect(parseArgv(["inlislite", "grants"])).toMatchObject({
      host: "localhost",
      withPhotos: false,
      withAge: false,
      withCalendar: false,
      withStatistics: false,
    });
    expect(parseArgv(["inlislite", "grants", "--photo"])).toMatchObject({ withPhotos: true });
    expect(parseArgv(["inlislite", "grants", "--age"])).toMatchObject({ withAge: true });
    expect(parseArgv(["service", "status"]).command).toBe("service-status");
    expect(parseArgv(["service", "logs", "--lines", "20"])).toMatchObject({
      command: "service-logs",
      lines: "20",
    });
    expect(() => parseArgv(["service", "logs", "--lines", "all"])).toThrow("--lines must be a number");
  });

  it("helps without a command, with help, and with --help after a command", () => {
    expect(parseArgv([])).toEqual({ command: "help", topic: undefined });
    expect(parseArgv(["help", "store", "rebuild"])).toEqual({ command: "help", topic: "store rebuild" });
    expect(parseArgv(["doctor", "--help"])).toEqual({ command: "help", topic: "doctor" });
    expect(parseArgv(["--version"])).toEqual({ command: "version" });
  });

  it("has a line of help for every command", () => {
    for (const name of Object.keys(COMMANDS)) {
      expect(helpText(name)).toMatch(new RegExp(`^ {2}titian ${name}`));
      expect(helpText(name).split("\n").length).toBeLessThan(6);
    }
    expect(helpText("nonsense")).toBe(helpText(undefined));
  });

  it("names everything that is wrong with it", () => {
    expect(problemsOf("cetak")).toEqual(['there is no command "cetak"; titian help lists them']);
    expect(problemsOf("constructor")).toEqual(['there is no command "constructor"; titian help lists them']);
    expect(problemsOf("standards", "show", "--port", "1", "--root", "x")).toEqual([
      "titian standards show does not take --port",
      "titian standards show does not take --root",
      "titian standards show needs <id>",
    ]);
    expect(problemsOf("run", "now")).toEqual(['titian run does not take "now"']);
    expect(problemsOf("run", "--prot", "1")).toEqual(["Unknown option '--prot'"]);
    expect(problemsOf("demo", "--port", "http")).toEqual(["--port must be a number from 1 to 65535"]);
    expect(problemsOf("run", "--set", "port")[0]).toMatch(/setting=value/);
  });
});
