import type { Place } from "../place.ts";
import { type Sighting, sight } from "../sighting.ts";
import { sightCreate33 } from "./create-page.ts";
import { sightEdit33 } from "./edit-page.ts";
import { sightList33 } from "./list-page.ts";
import { sightRenewal33 } from "./renewal-page.ts";

const KINDS: Readonly<Record<Place["kind"], (document: Document, place: Place) => Sighting>> = {
  create: sightCreate33,
  edit: sightEdit33,
  list: sightList33,
  renewal: sightRenewal33,
  other: (document, place) => sight(document, place, { required: {} }, () => ({})),
};

export const sightIn33 = (document: Document, place: Place): Sighting => KINDS[place.kind](document, place);
