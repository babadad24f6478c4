import { describe, expect, it } from "vitest";
import { en } from "../../src/bridge/messages/en.ts";
import { id } from "../../src/bridge/messages/id.ts";
import { errorText, healthText } from "../../src/bridge/messages/text.ts";
import { HEALTH_REASON_NAMES } from "../../src/devices/health.ts";
import { ERROR_CODES } from "../../src/kernel/errors.ts";

describe.each([
  ["Indonesian", id],
  ["English", en],
])("the %s messages", (_name, messages) => {
  const errors = Object.entries(messages.errors);
  const everything = [
    ...Object.values(messages.errors),
    ...Object.values(messages.health).flatMap(({ reason, mend }) => [reason, mend]),
  ];

  it("cover every error code and every health reason", () => {
    expect(Object.keys(messages.errors).toSorted()).toEqual(ERROR_CODES.toSorted());
    expect(Object.keys(messages.health).toSorted()).toEqual(HEALTH_REASON_NAMES.toSorted());
  });

  it.each(errors)("say for %s what happened, and then what to do", (_code, text) => {
    expect(text.match(/[.?](\s|$)/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text.length).toBeLessThanOrEqual(140);
  });

  it("show no code, no exclamation mark, no apology and no bare failure", () => {
    for (const text of everything) {
      expect(text).not.toMatch(/[A-Z]{2,}_[A-Z]|!|\bmaaf\b|\bsorry\b|\bgagal\b|\bfailed\b|\bINTERNAL\b/i);
      expect(text).toMatch(/^[A-Z].*[.?]$/);
    }
  });
});

describe("a text", () => {
  it("is looked up by code and language", () => {
    expect(errorText("PRINTER_RIBBON_EMPTY", "id")).toBe("Pita habis. Ganti pita, lalu tekan Coba lagi.");
    expect(errorText("PRINTER_RIBBON_EMPTY", "en")).toBe(
      "The ribbon is finished. Change it, then press Try again.",
    );
    expect(healthText("ribbon-low", "id").mend).toBe("Siapkan pita baru.");
  });
});
