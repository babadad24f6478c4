import { writeFileSync } from "node:fs";
import { TEMPLATES } from "../../../src/cards/templates/installed.ts";
import { contactSheet } from "../../cards/contact-sheet.ts";

/** Runs in node.exe under Wine: every template, drawn by the Windows build of the canvas; `run.ts` holds it beside the goldens. */
for (const template of TEMPLATES) {
  const sheet = await contactSheet(template);
  writeFileSync(`Z:\\results\\card-${template.name}.png`, await sheet.encode("png"));
}
