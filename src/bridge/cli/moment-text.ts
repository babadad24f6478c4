import type { Language } from "../messages/messages.ts";

/** As people say it, in the library's zone. */
export function momentText(at: Date, timeZone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { timeZone, dateStyle: "medium", timeStyle: "short" });
  return format.format(at);
}
