import { openStore, type Store, type StoreOptions } from "../../store/store.ts";
import { publishedIn, takeStandard } from "../desk-copy/take-standards.ts";

/** What the library has published during the first run, from the scratch store into the one that stays. */
export function keepStandards(scratch: Pick<Store, "standards" | "standardFiles">, to: StoreOptions): void {
  const published = publishedIn(scratch.standards.all());
  if (published.length === 0) return;
  using store = openStore(to);
  for (const one of published) takeStandard(one, scratch.standardFiles.get(one.sha256), store);
}
