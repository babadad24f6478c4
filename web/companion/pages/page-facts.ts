/** What a page of INLISLite is for. */
export type PageKind = "create" | "edit" | "list" | "renewal" | "other";

/** A member as a page of INLISLite shows one. */
export interface PageMember {
  readonly memberId: string;
  /** As the page shows it, to be checked against the database; undefined where it does not show one. */
  readonly memberNo: string | undefined;
}
