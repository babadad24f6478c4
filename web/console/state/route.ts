const PAGES = ["desk", "board", "devices"] as const;
export type Page = (typeof PAGES)[number];

export interface Route {
  readonly page: Page;
  /** Only on the desk: the case being served. */
  readonly caseId: string | undefined;
}

/** Addresses are read by people at the desk, so they are in their language. */
const PATH = { desk: "loket", board: "laminasi", devices: "perangkat" } as const satisfies Record<
  Page,
  string
>;

export function hashOf({ page, caseId }: Route): string {
  return caseId === undefined ? `#/${PATH[page]}` : `#/${PATH[page]}/${caseId}`;
}

export function parseHash(hash: string): Route {
  const [, path = "", caseId] = hash.split("/");
  const page = PAGES.find((name) => PATH[name] === path) ?? "desk";
  return { page, caseId: page === "desk" && caseId ? caseId : undefined };
}
