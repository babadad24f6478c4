import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { configDoc } from "../docs/generate/config.ts";
import { SETTINGS, variableOf } from "../src/bridge/config/settings.ts";
import { en } from "../src/bridge/messages/en.ts";
import { id } from "../src/bridge/messages/id.ts";
import { HEALTH_REASON_NAMES } from "../src/devices/health.ts";
import { ERROR_CODES, ERRORS } from "../src/kernel/errors.ts";
import { STEP_KEYS } from "../src/sla/case-event.ts";
import { read, TEXT_FILES } from "./setup/source-files.ts";

describe("docs/errors.md", () => {
  const page = read("docs/errors.md");
  const headings = [...page.matchAll(/^## ([A-Z_]+)$/gm)].map((match) => match[1]);

  it("has every code there is and no code that is gone", () => {
    expect(headings.toSorted()).toEqual(ERROR_CODES.toSorted());
  });

  it.each(ERROR_CODES)("explains %s with its remedy and in both languages", (code) => {
    const entry = page.split(`## ${code}\n`)[1]?.split("\n## ")[0];

    expect(entry).toContain(ERRORS[code].summary);
    expect(entry).toContain(ERRORS[code].remedy);
    expect(entry).toContain(id.errors[code]);
    expect(entry).toContain(en.errors[code]);
  });
});

describe("the messages", () => {
  it("cover the table of errors and the list of reasons, and nothing that is gone", () => {
    for (const messages of [id, en]) {
      expect(Object.keys(messages.errors).toSorted()).toEqual(ERROR_CODES.toSorted());
      expect(Object.keys(messages.health).toSorted()).toEqual(HEALTH_REASON_NAMES.toSorted());
    }
  });
});

describe("docs/config.md", () => {
  it("is what the schema says", () => {
    expect(read("docs/config.md")).toBe(configDoc());
  });

  it("names every setting with its variable", () => {
    for (const setting of SETTINGS) expect(configDoc()).toContain(`\`${variableOf(setting)}\``);
  });
});

describe("docs/glossary.md", () => {
  const page = read("docs/glossary.md");
  const terms = [...page.matchAll(/^\| \*\*([^*]+)\*\*/gm)].map((match) => match[1]);

  it("explains each term once", () => {
    expect(terms.length).toBeGreaterThan(30);
    expect(new Set(terms).size).toBe(terms.length);
  });

  it.each(STEP_KEYS)("explains the step %s", (step) => {
    expect(page).toContain(`\`${step}\``);
  });
});

describe("every page", () => {
  const pages = TEXT_FILES.filter((file) => file.endsWith(".md") && file !== "bench/results.md");
  const links = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      (match) => [page, match[1] ?? ""] as const,
    ),
  );

  it.each(links)("%s links to a file that exists: %s", (page, link) => {
    expect(existsSync(path.join(import.meta.dirname, "..", path.dirname(page), link))).toBe(true);
  });
});
