import { checkedRows, numberIn, type RowReading, rowOf } from "../checked-rows.ts";
import { memberIdOf } from "../member-id.ts";
import type { PageMember } from "../page.ts";
import { PageCamera } from "../page-camera.ts";
import type { Place } from "../place.ts";
import { type PageContent, type PageTools, type Parts, type Sighting, sight } from "../sighting.ts";
import { photoAddressIn33 } from "./addresses.ts";
import { closeDialog } from "./close-dialog.ts";
import { CsrfToken } from "./csrf.ts";
import { showWhole } from "./form-photo.ts";
import { SELECTORS } from "./selectors.ts";
import { StoredPhoto } from "./stored-photo.ts";

const { parts: required, optional, camera: controls, ...LIST } = SELECTORS.list;
type ListParts = Parts<keyof typeof required | keyof typeof optional>;

/** `/anggota`: a DataTable that the server fills, and a dialog that takes a photo for one of its rows. */
export function sightList33(document: Document, place: Place): Sighting {
  return sight(document, place, { required, optional }, (parts, tools) => {
    const { table, print, openDialog } = parts;
    const dialog = openDialog && table ? dialogContent(place, table, parts, tools) : {};
    return {
      ...dialog,
      selected: () => (table ? checkedRows(table, reading) : []),
      actionPlace: print?.parentElement ?? undefined,
    };
  });
}

const reading: RowReading = {
  memberLink: LIST.memberLink,
  isNumberHeading: (heading) => LIST.numberHeading.test(heading.textContent?.trim() ?? ""),
};

/** While the dialog is open the page is about its member, and a photo is stored at once. */
function dialogContent(place: Place, table: HTMLElement, parts: ListParts, tools: PageTools): PageContent {
  const { document, exchange } = tools;
  const { dialog, dialogMemberId, dialogField } = parts;
  const memberId = dialogMemberId instanceof HTMLInputElement ? memberIdOf(dialogMemberId.value) : undefined;
  if (!dialog || !memberId || !(dialogField instanceof HTMLInputElement)) return {};

  const camera = new PageCamera(document, controls);
  const photo = new StoredPhoto(
    {
      memberId,
      base: place.base,
      csrf: new CsrfToken(document, exchange),
      photoAddressOf: photoAddressIn33(place.base),
      show: (dataUri) => {
        // Whoever presses the dialog's own Save now stores the same photo again; an empty field would be a fault of 3.3.
        dialogField.value = dataUri;
        for (const image of shownPhotos(table, memberId, document)) showWhole(image, dataUri);
        closeDialog(dialog, dialog.querySelector<HTMLElement>(LIST.dialogClose));
      },
      buttonPlace: document.querySelector(LIST.dialogFooter) ?? dialogField.parentElement ?? undefined,
    },
    exchange,
    camera,
  );
  return { member: () => memberOf(table, memberId), photo, owned: [camera] };
}

/** In the dialog, and in the member's row: its new name is not known, so the row shows the photo itself until it is drawn again. */
function shownPhotos(table: HTMLElement, memberId: string, document: Document): readonly HTMLImageElement[] {
  const inRow = rowOf(table, memberId)?.querySelector<HTMLImageElement>(LIST.rowPhoto);
  const inDialog = document.querySelector<HTMLImageElement>(LIST.dialogPreview);
  return [inRow, inDialog].filter((image): image is HTMLImageElement => image instanceof HTMLImageElement);
}

function memberOf(table: HTMLElement, memberId: string): PageMember {
  const row = rowOf(table, memberId);
  return { memberId, memberNo: row && numberIn(table, row, reading) };
}
