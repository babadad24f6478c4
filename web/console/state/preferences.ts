import { effect, type Signal, signal } from "@preact/signals";
import type { Language } from "../format/time.ts";

export type Theme = "light" | "dark";

/** What the daemon takes of a name. */
const NOT_IN_NAMES = /[^A-Za-z0-9À-ɏ .,'’()-]/gu;
const LONGEST_NAME = 40;

/** What of a typed name the daemon takes. */
export const officerName = (typed: string): string =>
  typed.replaceAll(NOT_IN_NAMES, "").slice(0, LONGEST_NAME);

/** A browser may forbid storage; the choice then lasts as long as the page. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to answer: the choice holds for this page.
  }
}

/** Language, theme, and who works here, remembered for this desk's browser. */
export class Preferences {
  readonly #keys: Readonly<Record<"language" | "theme" | "operator" | "noPins", string>>;
  readonly language: Signal<Language>;
  readonly theme: Signal<Theme>;
  /** As they call themselves; empty while nobody has said. */
  readonly operator: Signal<string>;
  /** Somebody has read that nobody needs a PIN here. */
  readonly knowsOfNoPins: Signal<boolean>;

  /** `whose`: a screen in the waiting room keeps its own, apart from the desk's. */
  constructor(whose = "titian") {
    this.#keys = {
      ...{ language: `${whose}.language`, theme: `${whose}.theme` },
      ...{ operator: `${whose}.operator`, noPins: `${whose}.noPins` },
    };
    this.language = signal(stored(this.#keys.language) === "en" ? "en" : "id");
    const chosen = stored(this.#keys.theme);
    const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
    this.theme = signal(chosen === "dark" || (chosen === null && prefersDark) ? "dark" : "light");
    this.operator = signal(stored(this.#keys.operator) ?? "");
    this.knowsOfNoPins = signal(stored(this.#keys.noPins) !== null);
    effect(() => {
      document.documentElement.lang = this.language.value;
      document.documentElement.classList.toggle("ti-dark", this.theme.value === "dark");
    });
  }

  setLanguage(language: Language): void {
    this.language.value = language;
    store(this.#keys.language, language);
  }

  setTheme(theme: Theme): void {
    this.theme.value = theme;
    store(this.#keys.theme, theme);
  }

  rememberNoPins(): void {
    this.knowsOfNoPins.value = true;
    store(this.#keys.noPins, "known");
  }

  setOperator(name: string): void {
    this.operator.value = officerName(name);
    store(this.#keys.operator, this.operator.value.trim());
  }
}
