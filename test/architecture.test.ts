import { describe, expect, it } from "vitest";
import { LAYERS, strayImports } from "./setup/layers.ts";
import { linesOf, PRODUCT_FILES, read, STYLE_SHEETS, TEXT_FILES } from "./setup/source-files.ts";

const MOST_LINES = 300;
const MEDIAN_LINES = 90;

describe("every file of the product", () => {
  it.each(PRODUCT_FILES)("imports only what its layer allows: %s", (file) => {
    expect(strayImports(file, read(file))).toEqual([]);
  });

  it.each([...PRODUCT_FILES, ...STYLE_SHEETS])("is one idea, told in 300 lines: %s", (file) => {
    expect(linesOf(file)).toBeLessThanOrEqual(MOST_LINES);
  });

  it("is short as a rule", () => {
    const sizes = PRODUCT_FILES.map(linesOf).toSorted((a, b) => a - b);

    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(MEDIAN_LINES);
  });
});

/** One stray import per rule: a checker that lets these pass would let anything pass. */
const STRAYS: readonly (readonly [file: string, specifier: string])[] = [
  ["src/kernel/clock.ts", "../devices/health.ts"],
  ["src/kernel/clock.ts", "node:fs"],
  ["src/devices/registry.ts", "../cards/print-job.ts"],
  ["src/devices/registry.ts", "serialport"],
  ["src/sla/plan.ts", "../inlislite/member.ts"],
  ["src/sla/plan.ts", "node:fs"],
  ["src/inlislite/member.ts", "./mysql/pool.ts"],
  ["src/inlislite/member.ts", "knex"],
  ["src/inlislite/mysql/pool.ts", "../embedded/tables.ts"],
  ["src/inlislite/embedded/tables.ts", "mysql2"],
  ["src/cards/template.ts", "./rendering/barcode.ts"],
  ["src/cards/template.ts", "@napi-rs/canvas"],
  ["src/store/event-log.ts", "../bridge/dispatch.ts"],
  ["src/store/event-log.ts", "../inlislite/mysql/rows.ts"],
  ["src/bridge/protocol/commands.ts", "../dispatch.ts"],
  ["src/bridge/protocol/commands.ts", "node:crypto"],
  ["src/bridge/client/client.ts", "../server/session.ts"],
  ["src/bridge/compose.ts", "../../drivers/printer-ipp/index.ts"],
  ["src/bridge/compose.ts", "../../web/console/main.tsx"],
  ["drivers/printer-ipp/index.ts", "../scanner-serial/index.ts"],
  ["drivers/printer-ipp/index.ts", "../../src/store/store.ts"],
  ["web/console/main.tsx", "../../src/kernel/clock.ts"],
  ["web/console/main.tsx", "fastify"],
  ["service-install/install.ts", "../src/bridge/config/paths.ts"],
  ["elsewhere/file.ts", "node:fs"],
];

describe("the checker of imports", () => {
  it.each(STRAYS)("catches %s importing %s", (file, specifier) => {
    const answer = strayImports(file, `import { x } from "${specifier}";\n`);

    expect(answer).toEqual([file.startsWith("elsewhere") ? `${file} belongs to no layer` : specifier]);
    expect(strayImports(file, `const x = await import("${specifier}");\n`)).toEqual(answer);
    expect(strayImports(file, `export * from "${specifier}";\n`)).toEqual(answer);
  });

  it("lets pass what the table allows", () => {
    expect(
      strayImports("src/store/case-store.ts", `import type { CaseKind } from "../sla/case-event.ts";`),
    ).toEqual([]);
    expect(
      strayImports("src/bridge/compose.ts", `import { drivers } from "../../drivers/index.ts";`),
    ).toEqual([]);
    expect(strayImports("drivers/a/index.ts", `import usb from "usb"; import("./usb.ts");`)).toEqual([]);
  });

  it("has no layer that nobody lives in", () => {
    for (const name of Object.keys(LAYERS)) {
      expect(PRODUCT_FILES.some((file) => file === name || file.startsWith(`${name}/`))).toBe(true);
    }
  });
});

/** Written in pieces, so that this file does not hold what it forbids. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp, where: RegExp])[] = [
  ["a module mock", new RegExp(`\\bvi\\.${"mock"}\\(`), /^test\//],
  ["a focused or skipped test", new RegExp(`\\b(it|test|describe)\\.(${"only|skip|todo"})\\(`), /^test\//],
  ["a console", /\bconsole\.(log|error|warn|info|debug)\(/, /^(src|drivers|service-install)\//],
  ["a shell", new RegExp(`shell${":"} *true|\\bexecSync\\(`), /\.(ts|tsx|mjs)$/],
  ["a listener on every address", new RegExp(["0", "0", "0", "0"].join("\\.")), /./],
  ["a path of the machine it was made on", new RegExp(`(^|[^\\w.-])/(${"work|farm"})/`, "m"), /./],
  ["a path beside the repository", new RegExp(`\\.\\./${"shared"}/`), /./],
  [
    "a promise to do it later",
    new RegExp(`\\b(${"TODO|FIXME|XXX|HACK"})\\b`),
    /^(src|drivers|web|service-install)\//,
  ],
  ["a silenced compiler", new RegExp(`@ts-(${"ignore|nocheck"})`), /\.(ts|tsx)$/],
];

describe("no file of the repository has", () => {
  it.each(FORBIDDEN)("%s", (_what, pattern, where) => {
    const found = TEXT_FILES.filter((file) => where.test(file) && pattern.test(read(file)));

    expect(found).toEqual([]);
  });
});
