import components from "../../styles/components.css";
import photo from "../../styles/photo.css";
import photoEdits from "../../styles/photo-edits.css";
import photoHints from "../../styles/photo-hints.css";
import tokens from "../../styles/tokens.css";
import bar from "../styles/bar.css";
import drawer from "../styles/drawer.css";
import host from "../styles/host.css";
import panels from "../styles/panels.css";

/** The tokens speak of `:root` and of a class on it, which in a shadow tree is its host. */
const inShadow = (css: string): string =>
  css.replaceAll(":root", ":host").replaceAll(".ti-dark", ":host(.ti-dark)");

/** Constructed once and adopted: no style element in INLISLite's page, and nothing for its content policy to forbid. */
export function makeSheets(): CSSStyleSheet[] {
  const photos = [photo, photoEdits, photoHints];
  return [inShadow(tokens), components, ...photos, host, bar, drawer, panels].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
}
