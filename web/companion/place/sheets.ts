import components from "../../styles/components.css";
import tokens from "../../styles/tokens.css";
import bar from "../styles/bar.css";
import host from "../styles/host.css";

/** The tokens speak of `:root`, which in a shadow tree is its host. */
const inShadow = (css: string): string => css.replaceAll(":root", ":host");

/** Constructed once and adopted: no style element in INLISLite's page, and nothing for its content policy to forbid. */
export function sheetsOf(...more: readonly string[]): CSSStyleSheet[] {
  return [inShadow(tokens), components, host, bar, ...more].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
}
