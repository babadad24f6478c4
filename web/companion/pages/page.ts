import type { PageKind, PageMember } from "./page-facts.ts";

export type { PageKind, PageMember };

/** A page of INLISLite as the companion sees it. One adapter per version; selectors live in one file each. */
export interface InlislitePage {
  readonly version: "3.2" | "3.3";
  readonly kind: PageKind;
  /** The member the page is about, as its address or fields say; undefined on a create page, a list, or where it cannot be read. */
  readonly member: PageMember | undefined;
  /** Where a photo goes; undefined where the page takes none or does not look as expected. */
  readonly photo: PhotoPlace | undefined;
  /** The form being filled in, if the page has one. */
  readonly form: PageForm | undefined;
  /** Rows ticked on a list; empty elsewhere. */
  selected(): readonly PageMember[];
  /** Beside the page's own print buttons, for "Cetak & antre"; undefined where there is no room for it. */
  readonly actionPlace: Element | undefined;
  /** Parts of the page that were expected and are not there, for the bar and for a technician: `3.3 edit: #camera_image`. */
  readonly missing: readonly string[];
  /** What saving this page as it stands would do to the member; only the page can know. Computed anew at every look. */
  readonly warnings: readonly PageWarning[];
  /** Address of this member's page in this INLISLite, sub-folder included. */
  addressOf(memberId: string): string;
  /** Address of a stored photo, same origin. */
  photoAddressOf(photoName: string): string;
  /** Undoes what the adapter has attached. */
  leave(): void;
}

/** Harm that is about to be done by the page's own Save, worst first. */
export const PAGE_WARNINGS = [
  /** 3.3 edit: the identity field is not on the form of this library, so that saving empties the member's number. */
  "number-lost",
  /** 3.3 edit: what was typed as the identity number becomes the member's number: cards made so far stop working. */
  "number-replaced",
  /** 3.3 edit: the identity field shows the member's number; saving overwrites the stored identity number with it. */
  "identity-lost",
  /** 3.3 create: a type is chosen and there is still no end date. */
  "no-end-date",
  /** The membership ends on the day it begins: a card with that date is worthless tomorrow. */
  "ends-today",
  /** The member's number is sixteen digits: an identity number, which the card would carry in clear. */
  "number-like-nik",
  /** 3.3 edit: a photo lies in the form, but "kamera" is not ticked, and INLISLite will drop it. */
  "photo-ignored",
] as const;
export type PageWarning = (typeof PAGE_WARNINGS)[number];

/** What becomes of a photo once it is put: it waits for the page's own Save, or it is stored already. */
export type Put = "in-form" | "stored";

export interface PhotoPlace {
  /** Beside the page's own camera controls: "Foto lewat Titian" is appended here. Mostly inside a form: a button needs `type="button"`. */
  readonly buttonPlace: Element | undefined;
  /**
   * Puts a JPEG where the page expects it and reads it back. Never touches another field and never reloads over unsaved edits.
   * Rejects with `PhotoNotPut` when INLISLite did not take it, and with the signal's reason when the caller gave up.
   */
  put(jpeg: Uint8Array, signal: AbortSignal): Promise<Put>;
  /**
   * The page's own stream of the webcam is let go, also when it arrives later, so that the desk's camera is free.
   * Whoever then uses the page's own camera controls gets it back.
   */
  releaseCamera(): void;
}

/** Why INLISLite did not take a photo; the bar says it in words. */
export const PUT_FAILURES = [
  "logged-out",
  /** Logged in, but this account may not do this. */
  "forbidden",
  "server-error",
  /** INLISLite's server was not reached at all. */
  "unreachable",
  "not-json",
  "timeout",
  "not-there",
  "read-back",
  /** Not a JPEG, or too large for INLISLite. */
  "bad-photo",
] as const;
export type PutFailure = (typeof PUT_FAILURES)[number];

export class PhotoNotPut extends Error {
  override readonly name = "PhotoNotPut";
  readonly failure: PutFailure;

  constructor(failure: PutFailure, options?: ErrorOptions) {
    super(failure, options);
    this.failure = failure;
  }
}

export interface FormValues {
  readonly fullName: string;
  /** Empty where INLISLite numbers by itself. */
  readonly memberNo: string;
  readonly phone: string;
}

export interface PageForm {
  readonly values: () => FormValues;
  /** True from the first edit (or photo) until it is saved: nobody may navigate away from it. */
  readonly isDirty: () => boolean;
  /** Called once, at the first edit by a person; at once if that has been. */
  onFirstEdit(listener: () => void): Disposable;
  /** Called as the page sends the form, with what was in it; before any navigation. Not called when the page's own checks stop it. */
  onSubmit(listener: (values: FormValues) => void): Disposable;
  /** Called when the page says that it was saved without leaving (3.3 edit, which reloads itself 2 s later). */
  onSaved(listener: () => void): Disposable;
  /** Called when the page sent the form without leaving and INLISLite did not save it; what was typed is still there (3.3 edit). */
  onNotSaved(listener: (failure: PutFailure) => void): Disposable;
}
