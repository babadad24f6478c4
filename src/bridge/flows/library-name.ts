import type { SettingsRepository } from "../../inlislite/member.ts";

/** The library's name as INLISLite last said it: on screens and tickets it must not vanish with the server. */
export class LibraryName {
  readonly #settings: Pick<SettingsRepository, "library">;
  #last = "";

  constructor(settings: Pick<SettingsRepository, "library">) {
    this.#settings = settings;
  }

  /** Empty until INLISLite has answered once. */
  get last(): string {
    return this.#last;
  }

  async refreshed(signal: AbortSignal): Promise<string> {
    this.#last = await this.#settings.library(signal).then(
      ({ libraryName }) => libraryName,
      () => this.#last,
    );
    return this.#last;
  }
}
