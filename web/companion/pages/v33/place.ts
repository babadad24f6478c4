import { memberIdOf } from "../member-id.ts";
import { baseBefore, type Place } from "../place.ts";
import { SELECTORS } from "./selectors.ts";

const MEMBERS = /^(.*?)\/anggota(?:\/(.*?))?\/?$/u;
const RENEWALS = /^(.*?)\/perpanjangan(?:-anggota)?(?:\/(.*?))?\/?$/u;

/** 3.3 is recognised by its address; on its other pages, by the menu's link to the list of members. */
export function placeIn33(document: Document, address: URL): Place | undefined {
  const members = MEMBERS.exec(address.pathname);
  if (members) return membersPlace(address, members[1] ?? "", members[2] ?? "");

  const renewals = RENEWALS.exec(address.pathname);
  const { version, memberId, hasForm } = { version: "3.3", memberId: undefined, hasForm: false } as const;
  if (renewals) {
    // The number in `/perpanjangan-anggota/edit/5` is a renewal's, never a member's.
    const isForm = /^(?:create|edit)(?:\/|$)/u.test(renewals[2] ?? "");
    const base = baseBefore(address, renewals[1] ?? "");
    return { version, kind: isForm ? "renewal" : "other", base, memberId, hasForm: isForm };
  }

  const link = document.querySelector<HTMLAnchorElement>(SELECTORS.other.listLink);
  const list = link && MEMBERS.exec(link.pathname);
  if (!list || link.origin !== address.origin) return undefined;
  return { version, kind: "other", base: baseBefore(address, list[1] ?? ""), memberId, hasForm };
}

function membersPlace(address: URL, prefix: string, rest: string): Place {
  const [action = "", id] = rest.split("/");
  const place = { version: "3.3", base: baseBefore(address, prefix), memberId: undefined } as const;
  if (action === "" || action === "index") return { ...place, kind: "list", hasForm: false };
  if (action === "create") return { ...place, kind: "create", hasForm: true };
  const memberId = memberIdOf(id);
  if (action === "edit" && memberId) {
    const tab = address.searchParams.get("slug") ?? "keanggotaan";
    return { ...place, kind: "edit", memberId, hasForm: tab === "keanggotaan" };
  }
  const isAboutMember = ["detail", "printanggota", "printkartubelakang"].includes(action);
  return { ...place, kind: "other", memberId: isAboutMember ? memberId : undefined, hasForm: false };
}
