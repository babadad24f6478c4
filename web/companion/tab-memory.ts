import { safely } from "./safely.ts";

/**
 * What this tab remembers from one of INLISLite's pages to the next. It dies with the tab; a browser that forbids storage
 * forgets at every page.
 */
export class TabMemory<T> {
  readonly #key: string;
  readonly #storage: () => Storage;

  constructor(key: string, storage: () => Storage = () => sessionStorage) {
    this.#key = `titian.${key}`;
    this.#storage = storage;
  }

  /** Whatever was written under this key by us; INLISLite's own scripts could have written there too, so it is checked. */
  read(isValid: (value: unknown) => value is T): T | undefined {
    const value: unknown = safely(() => JSON.parse(this.#storage().getItem(this.#key) ?? "null"));
    return isValid(value) ? value : undefined;
  }

  write(value: T | undefined): void {
    safely(() => {
      if (value === undefined) this.#storage().removeItem(this.#key);
      else this.#storage().setItem(this.#key, JSON.stringify(value));
    });
  }
}

export const isText = (value: unknown): value is string => typeof value === "string";
