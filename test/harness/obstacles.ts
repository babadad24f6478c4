import axe from "axe-core";
import type { Page } from "playwright-core";

/** WCAG 2.2, levels A and AA. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Chromium from 130 on and Firefox let the Tab key reach whatever scrolls; axe still asks for a tabindex on all of it. */
const LEFT_TO_THE_BROWSER = ["scrollable-region-focusable"];

interface Obstacle {
  readonly rule: string;
  /** Selectors, through shadow trees where there are any. */
  readonly at: readonly string[];
}

/** What on this page keeps out people who do not see well, or have no mouse, as far as axe-core can tell. */
export async function obstaclesOn(page: Page): Promise<readonly Obstacle[]> {
  const options = {
    runOnly: RULES,
    resultTypes: ["violations"],
    rules: Object.fromEntries(LEFT_TO_THE_BROWSER.map((rule) => [rule, { enabled: false }])),
  };
  // As text: a page's policy forbids a script from elsewhere, and a debugger's expression is none.
  await page.evaluate(axe.source);
  return page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ rule: id, at: nodes.map(({ target }) => target.flat().join(" >>> ")) })))`,
  );
}
