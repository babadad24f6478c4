import type { FormValues, PageMember } from "../page.ts";
import { PageCamera } from "../page-camera.ts";
import { textOf, WatchedForm } from "../page-form.ts";
import type { Place } from "../place.ts";
import { type PageContent, type PageTools, type Parts, type Sighting, sight } from "../sighting.ts";
import { photoAddressIn33 } from "./addresses.ts";
import { CsrfToken } from "./csrf.ts";
import { FormPhoto, showWhole } from "./form-photo.ts";
import { watchSaveAnswer } from "./save-answer.ts";
import { FILLED_BY_PAGE, SELECTORS } from "./selectors.ts";
import { StoredPhoto } from "./stored-photo.ts";
import { editWarnings } from "./warnings.ts";

const { parts: required, camera: controls } = SELECTORS.edit;
type EditParts = Parts<keyof typeof required>;

/** `/anggota/edit/{ID}`: sent by AJAX; opens the webcam as soon as it is shown. Its other tabs (`?slug=`) have no form. */
export function sightEdit33(document: Document, place: Place): Sighting {
  if (!place.hasForm) return sight(document, place, { required: {} }, (_, tools) => tabContent(place, tools));
  return sight(document, place, { required }, (parts, tools) =>
    parts.form instanceof HTMLFormElement ? formContent(place, parts.form, parts, tools) : {},
  );
}

function formContent(place: Place, form: HTMLFormElement, parts: EditParts, tools: PageTools): PageContent {
  const { document, forms } = tools;
  const { photoField, photoTick, preview, print } = parts;
  const watch = forms.of(form, FILLED_BY_PAGE);
  const watched = new WatchedForm(watch, () => valuesOf(document, form));
  const answers = watchSaveAnswer(form, (failure) => watched.answered(failure));
  const camera = new PageCamera(document, controls);
  const field = photoField instanceof HTMLInputElement ? photoField : undefined;
  const tick = photoTick instanceof HTMLInputElement ? photoTick : undefined;
  const photo =
    field && tick
      ? new FormPhoto(
          {
            field,
            tick,
            show: (dataUri) => {
              if (preview instanceof HTMLImageElement) showWhole(preview, dataUri);
            },
            // The tick's own group is always seen; the page hides the camera's.
            buttonPlace: tick.closest(".form-group") ?? tick.closest("label")?.parentElement ?? undefined,
          },
          camera,
          watch,
        )
      : undefined;
  return {
    member: () => memberOf(document, place),
    photo,
    form: watched,
    actionPlace: print?.parentElement ?? undefined,
    warnings: () => editWarnings({ form, memberNo: memberNoOn(document), field, tick }),
    owned: [camera, answers],
  };
}

/** A tab without the form: the member is known, and a photo is stored at once. */
function tabContent(place: Place, { document, exchange }: PageTools): PageContent {
  const { memberId, base } = place;
  const camera = new PageCamera(document, controls);
  const target = {
    base,
    csrf: new CsrfToken(document, exchange),
    photoAddressOf: photoAddressIn33(base),
    show: () => undefined,
    buttonPlace: undefined,
  };
  return {
    member: () => memberOf(document, place),
    photo: memberId ? new StoredPhoto({ ...target, memberId }, exchange, camera) : undefined,
    owned: [camera],
  };
}

const memberNoOn = (document: Document): string | undefined =>
  document.querySelector(SELECTORS.edit.memberNo)?.textContent?.trim() || undefined;

function memberOf(document: Document, { memberId }: Place): PageMember | undefined {
  return memberId ? { memberId, memberNo: memberNoOn(document) } : undefined;
}

/** The form has no field for the number, except by the identity field's mistake (see `editWarnings`). */
const valuesOf = (document: Document, form: HTMLFormElement): FormValues => ({
  fullName: textOf(form, SELECTORS.fields.fullName),
  memberNo: memberNoOn(document) ?? "",
  phone: textOf(form, SELECTORS.fields.phone),
});
