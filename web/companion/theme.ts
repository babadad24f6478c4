import { safely } from "./safely.ts";

/** Dark where the desk's browser asks for it; INLISLite's own page stays as it is. */
export function followTheme(shadow: ShadowRoot): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => void (shadow.host as HTMLElement).classList.toggle("ti-dark", dark.matches);
  apply();
  dark.addEventListener("change", () => safely(apply));
}
