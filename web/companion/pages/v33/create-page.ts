import type { FormValues } from "../page.ts";
import { PageCamera } from "../page-camera.ts";
import { textOf, WatchedForm } from "../page-form.ts";
import type { Place } from "../place.ts";
import { type Sighting, sight } from "../sighting.ts";
import { FormPhoto } from "./form-photo.ts";
import { FILLED_BY_PAGE, SELECTORS } from "./selectors.ts";
import { createWarnings } from "./warnings.ts";

const { parts: required, camera: controls } = SELECTORS.create;

/** `/anggota/create`: a plain POST; the photo travels in a hidden field of the form. */
export function sightCreate33(document: Document, place: Place): Sighting {
  return sight(document, place, { required }, (parts, { forms }) => {
    const { form, photoField, preview, endDate, memberType } = parts;
    if (!(form instanceof HTMLFormElement)) return {};
    const watch = forms.of(form, FILLED_BY_PAGE);
    const camera = new PageCamera(document, controls);
    const photo =
      photoField instanceof HTMLInputElement && preview
        ? new FormPhoto(
            {
              field: photoField,
              show: (dataUri) => showSnapshot(preview, dataUri),
              buttonPlace: photoField.parentElement ?? undefined,
            },
            camera,
            watch,
          )
        : undefined;
    const canWarn = endDate instanceof HTMLInputElement && memberType instanceof HTMLSelectElement;
    return {
      photo,
      form: new WatchedForm(watch, () => valuesOf(form)),
      warnings: () => (canWarn ? createWarnings(form, endDate, memberType) : []),
      owned: [camera],
    };
  });
}

const { fullName, memberNo, phone } = SELECTORS.fields;

const valuesOf = (form: HTMLFormElement): FormValues => ({
  fullName: textOf(form, fullName),
  memberNo: textOf(form, memberNo),
  phone: textOf(form, phone),
});

/** As the page's own "Take Snapshot" leaves it; its "Save Snapshot" looks for this id. */
function showSnapshot(preview: HTMLElement, dataUri: string): void {
  const image = preview.ownerDocument.createElement("img");
  image.id = "imageprev";
  image.alt = "";
  // The page's own picture is 320 × 240; ours is as high, and as wide as it is.
  image.height = 240;
  image.src = dataUri;
  preview.replaceChildren(image);
}
