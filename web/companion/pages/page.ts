/** A page of INLISLite as the companion sees it. One adapter per version; selectors live in one file each. */
export interface InlislitePage {
  readonly version: "3.2" | "3.3";
  readonly kind: "create" | "edit" | "list" | "renewal" | "other";
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
  /** Address of this member's page in this INLISLite, sub-folder included. */
  addressOf(memberId: string): string;
  /** Address of a stored photo, same origin. */
  photoAddressOf(photoName: string): string;
  /** Undoes what the adapter has attached. */
  leave(): void;
}

export interface PageMember {
  readonly memberId: string;
  /** As the page shows it, to be checked against the database; undefined where it does not show one. */
  readonly memberNo: string | undefined;
}

/** What becomes of a photo once it is put: it waits for the page's own Save, or it is stored already. */
export type Put = "in-form" | "stored";

export interface PhotoPlace {
  /** Beside the page's own camera controls: "Foto lewat Titian" is mounted here. */
  readonly buttonPlace: Element | undefined;
  /**
   * Puts a JPEG where the page expects it and reads it back. Never touches another field and never reloads over unsaved edits.
   * Rejects with `PhotoNotPut` when INLISLite did not take it.
   */
  put(jpeg: Uint8Array, signal: AbortSignal): Promise<Put>;
  /** The page's own stream of the webcam is let go, so that the desk's camera is free. */
  releaseCamera(): void;
}

/** Why INLISLite did not take a photo; the bar says it in words. */
export type PutFailure = "logged-out" | "server-error" | "not-json" | "timeout" | "not-there" | "read-back";

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
  /** True from the first edit until it is saved: nobody may navigate away from it. */
  readonly isDirty: () => boolean;
  /** Called once, at the first edit by a person. */
  onFirstEdit(listener: () => void): Disposable;
  /** Called as the page sends the form, with what was in it; before any navigation. */
  onSubmit(listener: (values: FormValues) => void): Disposable;
  /** Called when the page says that it was saved without leaving (3.3 edit). */
  onSaved(listener: () => void): Disposable;
}
