const PAGES = [
  ...(["desk", "print", "board", "cards"] as const),
  ...(["punctuality", "standards", "calendar", "survey", "complaints"] as const),
  ...(["privacy", "devices"] as const),
  ...(["operators", "setup"] as const),
] as const;
export type Page = (typeof PAGES)[number];

export interface Route {
  readonly page: Page;
  /** What the page is about: on the desk, the case being served; among the cards, the design in the designer. */
  readonly id?: string | undefined;
}

/** Addresses are read by people at the desk, so they are in their language. */
const PATH = {
  desk: "loket",
  print: "cetak",
  board: "laminasi",
  cards: "kartu",
  standards: "standar",
  calendar: "kalender",
  punctuality: "ketepatan",
  survey: "survei",
  complaints: "pengaduan",
  privacy: "privasi",
  devices: "perangkat",
  operators: "petugas",
  setup: "mulai",
} as const satisfies Record<Page, string>;
/** Pages that show one thing by its name or id; the others have no such address. */
const ABOUT_ONE: readonly Page[] = ["desk", "print", "cards", "standards", "complaints", "setup"];

export function hashOf({ page, id }: Route): string {
  return id === undefined ? `#/${PATH[page]}` : `#/${PATH[page]}/${id}`;
}

export function parseHash(hash: string): Route {
  const [, path = "", ...rest] = hash.split("/");
  const id = rest.join("/");
  const page = PAGES.find((name) => PATH[name] === path) ?? "desk";
  return { page, id: ABOUT_ONE.includes(page) && id ? id : undefined };
}
