import { describe, expect, it } from "vitest";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { PROCESSING_EN } from "../../../src/bridge/privacy/en-processing.ts";
import { PROCESSING_ID } from "../../../src/bridge/privacy/id-processing.ts";
import { isDone, limitOf, PROCESSINGS } from "../../../src/bridge/privacy/processing.ts";
import { recordCsv, recordMarkdown, rulesText } from "../../../src/bridge/privacy/record.ts";

const demo = demoConfig({ folder: "/tmp/none", port: 0 });
const config = {
  ...demo,
  backup: { ...demo.backup, enabled: true },
  photo: { ...demo.photo, keepOriginalDays: 17 },
};

describe("the record of processing", () => {
  it.each(["id", "en"] as const)(
    "names every processing that this desk does, with its own limits (%s)",
    (language) => {
      const words = { id: PROCESSING_ID, en: PROCESSING_EN }[language];
      const text = recordMarkdown(config, language, "27 Nov 2026");
      for (const one of PROCESSINGS) {
        const row = `| ${words[one].data} | ${words[one].why} |`;
        if (isDone(one, config)) expect(text).toContain(row);
        else expect(text).not.toContain(row);
      }
      expect(text).toContain("17 ");
      expect(text).toContain(demo.library.institution ?? "");
      expect(text).toContain("27");
    },
  );

  it("names a shared database and direct photos only where they are configured", () => {
    const more = { ...config, exchange: { ...config.exchange, host: "192.168.1.10" } };
    expect(recordMarkdown(config, "en", "")).not.toContain(PROCESSING_EN.exchange.data);
    expect(recordMarkdown(more, "en", "")).toContain(PROCESSING_EN.exchange.data);
  });

  it("comes as a table for a spreadsheet, and as rules for the terminal", () => {
    const csv = new TextDecoder().decode(recordCsv(config, "id"));
    expect(csv.split("\r\n")[0]).toContain("Berapa lama");
    expect(csv.trim().split("\r\n")).toHaveLength(
      1 + PROCESSINGS.filter((one) => isDone(one, config)).length,
    );
    expect(rulesText(config, "en")).toContain(PROCESSING_EN.originals.kept(limitOf("originals", config)));
  });
});
