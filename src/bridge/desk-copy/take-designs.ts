import { chosenAtAll } from "../../cards/design-choices.ts";
import { TEMPLATES } from "../../cards/templates/installed.ts";
import type { Store } from "../../store/store.ts";
import type { Contents, DeskCopy } from "./contents.ts";
import { isSame } from "./take-documents.ts";
import type { Taken } from "./taken.ts";

type Shelf = Pick<Store, "designs" | "designFiles">;

/** Approved designs under their own numbers, and which card gets which. A version is never changed; the choice is the newest word. */
export function takeDesigns(copy: DeskCopy, store: Shelf): readonly Taken[] {
  return [
    ...copy.contents.designs.map((one) => takeDesign(one, copy, store)),
    ...takeChoices(copy.contents, store),
  ];
}

function takeDesign(
  { name, version, title, sha256 }: Contents["designs"][number],
  { documents }: DeskCopy,
  { designs, designFiles }: Shelf,
): Taken {
  const own = designs.all().find((one) => one.name === name);
  const same = own?.versions.find((one) => one.version === version);
  const named = { part: "design", name: `${title} (v${version})` } as const;
  if (same && same.sha256 !== sha256) return { ...named, outcome: "differs-here" };
  if (own?.versions.some((one) => one.version > version)) return { ...named, outcome: "newer-here" };
  if (same && own?.approved === version) return { ...named, outcome: "same" };
  designFiles.put(documents.get(sha256) ?? new Uint8Array());
  // Throws where what lies on the disk now is not what was put: the log names no file that cannot be read.
  designFiles.get(sha256);
  if (!same) designs.saved(name, { version, sha256, title });
  designs.approved(name, version);
  return { ...named, outcome: "taken" };
}

function takeChoices({ choices }: Contents, { designs }: Shelf): readonly Taken[] {
  if (!choices) return [];
  const own = designs.choices();
  const named = { part: "choices", name: choices.default } as const;
  if (isSame(own, choices)) return [{ ...named, outcome: "same" }];
  const approved = designs.all().filter((one) => one.approved !== undefined);
  const known = new Set([...approved, ...TEMPLATES].map(({ name }) => name));
  // Another version of Titian brings other designs.
  const missing = [...chosenAtAll(choices)].find((name) => !known.has(name));
  if (missing !== undefined) return [{ ...named, name: missing, outcome: "unknown-design" }];
  designs.chosen(choices);
  return [{ ...named, outcome: own ? "changed" : "taken" }];
}
