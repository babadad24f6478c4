import path from "node:path";
import type { Page } from "playwright-core";

/** `TITIAN_SCREENSHOTS=docs/operator/gambar` renews the handbook's pictures. */
const PICTURES = process.env["TITIAN_SCREENSHOTS"] ?? "test-results/pictures";

/** Of what the page shows now, under the name that the handbook calls it by. */
export const takePicture = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: "disabled" });
