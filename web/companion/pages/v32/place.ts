import { memberIdOf } from "../member-id.ts";
import { baseBefore, type Place } from "../place.ts";
import { SELECTORS } from "./selectors.ts";

/** The back office's folder has a different name at every site; `member/…` below it has not. */
const MEMBERS = /^(.*)\/member\/(member|perpanjang(?:an-expired)?|pdf)(?:\/([^/]*))?\/?$/u;

/** 3.2 is recognised by its address; on its other pages, by the menu's link to the list of members. */
export function placeIn32(document: Document, address: URL): Place | undefined {
  const parts = MEMBERS.exec(address.pathname);
  if (parts) {
    const [, prefix = "", controller, action = ""] = parts;
    const base = baseBefore(address, prefix);
    return controller === "member"
      ? { ...memberPlace(address, action), base }
      : { ...renewalPlace(controller === "perpanjang", action), base };
  }

  const link = document.querySelector<HTMLAnchorElement>(SELECTORS.other.listLink);
  const list = link && MEMBERS.exec(link.pathname);
  if (!list || link.origin !== address.origin) return undefined;
  const base = baseBefore(address, list[1] ?? "");
  return { version: "3.2", kind: "other", base, memberId: undefined, hasForm: false };
}

function memberPlace(address: URL, action: string): Omit<Place, "base"> {
  const version = "3.2";
  const memberId = memberIdOf(address.searchParams.get("id"));
  if (action === "" || action === "index") {
    return { version, kind: "list", memberId: undefined, hasForm: false };
  }
  if (action === "create") return { version, kind: "create", memberId: undefined, hasForm: true };
  if (action === "update" && memberId) return { version, kind: "edit", memberId, hasForm: true };
  return { version, kind: "other", memberId: action === "view" ? memberId : undefined, hasForm: false };
}

/** The id of a renewal's own page is the renewal's, never a member's. */
function renewalPlace(isRenewal: boolean, action: string): Omit<Place, "base"> {
  const hasForm = isRenewal && /^(?:create|update)$/u.test(action);
  return { version: "3.2", kind: hasForm ? "renewal" : "other", memberId: undefined, hasForm };
}
