import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { contactSheet } from "./contact-sheet.ts";
import { differenceTo, goldenOf } from "./golden.ts";

/**
 * Every template in every case on one sheet. `RENEW_GOLDENS=1` writes the sheets anew: look at each of them before they are
 * committed.
 */
const isRenewing = process.env["RENEW_GOLDENS"] === "1";

describe("cards look as they were approved", () => {
  it.each(TEMPLATES)("$name", async (template) => {
    const drawn = await contactSheet(template);
    const file = goldenOf(template.name);
    if (isRenewing) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, await drawn.encode("png"));
    }
    expect(existsSync(file), `${file} is missing: RENEW_GOLDENS=1`).toBe(true);

    const { changed, allowed, picture } = await differenceTo(file, drawn);
    let where = "";
    if (changed > allowed) {
      where = mkdtempSync(path.join(tmpdir(), "titian-golden-"));
      writeFileSync(path.join(where, "drawn.png"), await drawn.encode("png"));
      writeFileSync(path.join(where, "changes.png"), await picture.encode("png"));
    }
    expect(changed, `what changed is in ${where}`).toBeLessThanOrEqual(allowed);
  });
});
