/** Indonesian unless the terminal says English: the desks are in Indonesia, whatever the locale of the image was. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): "id" | "en" {
  const locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? "";
  return locale.startsWith("en") ? "en" : "id";
}
