import { checkedRows } from "../checked-rows.ts";
import { PageCamera } from "../page-camera.ts";
import type { Place } from "../place.ts";
import { type Sighting, sight } from "../sighting.ts";
import { addressesIn32 } from "./addresses.ts";
import { formIn32, memberNoOf, warningsIn32 } from "./form.ts";
import { SavedPhoto } from "./saved-photo.ts";
import { SELECTORS } from "./selectors.ts";

const KINDS: Readonly<Record<Place["kind"], (document: Document, place: Place) => Sighting>> = {
  create: sightCreate,
  edit: sightUpdate,
  list: sightList,
  renewal: sightRenewal,
  other: (document, place) => sight(document, place, { required: {} }, () => ({})),
};

export const sightIn32 = (document: Document, place: Place): Sighting => KINDS[place.kind](document, place);

/** 3.2 takes no photo before the member is saved. */
function sightCreate(document: Document, place: Place): Sighting {
  return sight(document, place, { required: SELECTORS.create.parts }, ({ form }, { forms }) =>
    form instanceof HTMLFormElement
      ? { form: formIn32(form, forms), warnings: () => warningsIn32(form) }
      : {},
  );
}

/** The photo's tab is part of the page from the start, so it is found before it is opened. */
function sightUpdate(document: Document, place: Place): Sighting {
  const { parts: required, camera: controls } = SELECTORS.update;
  return sight(document, place, { required }, ({ form, cameraButtons, print }, { forms, exchange }) => {
    const { base, memberId } = place;
    if (!(form instanceof HTMLFormElement) || !memberId) return {};
    const camera = new PageCamera(document, controls);
    const { photoAddressOf } = addressesIn32(document, base);
    const buttonPlace = cameraButtons?.parentElement ?? undefined;
    const target = { document, base, memberId, photoAddressOf, buttonPlace };
    return {
      member: () => ({ memberId, memberNo: storedNumber(form) }),
      photo: cameraButtons ? new SavedPhoto(target, exchange, camera) : undefined,
      form: formIn32(form, forms),
      actionPlace: print?.parentElement ?? undefined,
      warnings: () => warningsIn32(form),
      owned: [camera],
    };
  });
}

/** As it was when the page was shown: in manual mode it may be edited, and is not the member's number until it is saved. */
function storedNumber(form: HTMLFormElement): string | undefined {
  const field = form.querySelector(SELECTORS.fields.memberNo);
  return field instanceof HTMLInputElement ? field.defaultValue.trim() || undefined : memberNoOf(form);
}

function sightList(document: Document, place: Place): Sighting {
  const { parts: required, memberLink, numberHeading, numberLink } = SELECTORS.list;
  const isNumberHeading = (heading: Element): boolean =>
    heading.querySelector(numberLink) !== null || numberHeading.test(heading.textContent?.trim() ?? "");
  return sight(document, place, { required }, ({ grid, print }) => ({
    selected: () => (grid ? checkedRows(grid, { memberLink, isNumberHeading }) : []),
    actionPlace: print?.parentElement ?? undefined,
  }));
}

function sightRenewal(document: Document, place: Place): Sighting {
  return sight(document, place, { required: SELECTORS.renewal.parts }, ({ form }, { forms }) =>
    form instanceof HTMLFormElement ? { form: formIn32(form, forms) } : {},
  );
}
