import { type Signal, signal } from "@preact/signals";
import type { SetupAnswers, SetupView } from "../../../src/bridge/protocol/setup-commands.ts";

const KEY = "titian.setup";

/** What is typed and not yet written. It outlives a reload, the password apart. */
export interface Typed {
  readonly deskId: string;
  readonly deskTitle: string;
  readonly timeZone: string;
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
  readonly siteUrl: string;
  readonly usesProxy: boolean;
  readonly standard: string;
  /** A password was typed. It is not kept, so after a reload it is missing. */
  readonly hadPassword: boolean;
}

/** One for the page: the steps share it. */
export class SetupDraft {
  readonly typed: Signal<Typed>;
  /** Never stored in the browser. */
  readonly password: Signal<string> = signal("");
  readonly hasPassword: boolean;

  constructor({ desk, library, inlislite, proxy, hasPassword, isFirstRun }: SetupView) {
    const known: Typed = {
      ...{ deskId: desk.id, deskTitle: desk.title },
      ...{ timeZone: library.timeZone, standard: library.standard },
      ...{ host: inlislite.host, port: String(inlislite.port) },
      ...{ database: inlislite.database, user: inlislite.user },
      hadPassword: false,
      ...{ siteUrl: proxy.url ?? "", usesProxy: proxy.enabled || (isFirstRun && proxy.url === null) },
    };
    this.hasPassword = hasPassword;
    this.typed = signal(isFirstRun ? { ...known, ...remembered(known) } : known);
  }

  put(change: Partial<Typed>): void {
    this.typed.value = { ...this.typed.value, ...change };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.typed.value));
    } catch {
      // A browser may forbid it: the draft lasts as long as the page.
    }
  }

  typePassword(password: string): void {
    this.password.value = password;
    if (this.typed.value.hadPassword !== (password !== "")) this.put({ hadPassword: password !== "" });
  }

  /** Written now, the desk would have an empty one. */
  get hasLostPassword(): boolean {
    return this.typed.value.hadPassword && this.password.value === "" && !this.hasPassword;
  }

  get server(): SetupAnswers["inlislite"] {
    const { host, port, database, user } = this.typed.value;
    const password = this.password.value === "" && this.hasPassword ? null : this.password.value;
    return {
      host: host.trim(),
      port: Number(port) || 0,
      database: database.trim(),
      user: user.trim(),
      password,
    };
  }

  get answers(): SetupAnswers {
    const { deskId, deskTitle, timeZone, standard, siteUrl, usesProxy } = this.typed.value;
    const url = isSite(siteUrl) ? siteUrl.trim() : null;
    return {
      desk: { id: deskId, title: deskTitle.trim() },
      library: { timeZone, standard },
      inlislite: this.server,
      proxy: { enabled: usesProxy && url !== null, url },
    };
  }

  written(): void {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Then there was nothing.
    }
  }
}

export const isSite = (url: string): boolean => URL.canParse(url.trim()) && /^https?:\/\//.test(url.trim());

/** What another Titian has kept under another kind is left out. */
function remembered(known: Typed): Partial<Typed> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const kinds = new Map<string, string>(Object.entries(known).map(([name, value]) => [name, typeof value]));
    const same = Object.entries(read ?? {}).filter(([name, value]) => kinds.get(name) === typeof value);
    return Object.fromEntries(same);
  } catch {
    return {};
  }
}
