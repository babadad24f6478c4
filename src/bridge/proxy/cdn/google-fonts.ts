import type { GuestFile } from "../guest-files.ts";

const STYLES = "google-fonts/css";

/** The beginning of an address that names fonts. */
export const FONT_STYLES = ["fonts.googleapis.com/css", STYLES] as const;
/** `preconnect`: an offline desk need not even look them up. */
export const FONT_HOSTS = ["fonts.googleapis.com", "fonts.gstatic.com"].map(
  (host) => [host, "google-fonts/"] as const,
);

/**
 * The style sheet that Google would answer with, from the families there are. Which weights a page asks for does not matter:
 * a browser loads a face only when it is used. Where none of the families is here the page is sent to Google.
 */
export function stylesheetFor(
  name: string,
  query: string,
  fonts: Readonly<Record<string, string>>,
): GuestFile | string | undefined {
  if (name !== STYLES && name !== `${STYLES}2`) return undefined;
  // `&amp;` from a page is already `&`; the older form joins families with `|`.
  const families = new URLSearchParams(query)
    .getAll("family")
    .flatMap((value) => value.split("|"))
    .map((value) => value.split(":", 1)[0]?.trim() ?? "");
  const sheets = families.flatMap((family) => (Object.hasOwn(fonts, family) ? [fonts[family]] : []));
  if (sheets.length === 0)
    return `https://fonts.googleapis.com/${name.slice("google-fonts/".length)}?${query}`;
  return { type: "text/css; charset=utf-8", body: sheets.join("\n"), isLasting: false };
}
