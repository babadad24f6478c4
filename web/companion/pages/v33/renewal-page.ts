import { memberIdOf } from "../member-id.ts";
import type { PageMember } from "../page.ts";
import { WatchedForm } from "../page-form.ts";
import type { Place } from "../place.ts";
import { type Sighting, sight } from "../sighting.ts";
import { FILLED_BY_PAGE, SELECTORS } from "./selectors.ts";

const { parts: required, members } = SELECTORS.renewal;

/** `/perpanjangan-anggota/create`: about a member as soon as exactly one is chosen on it. */
export function sightRenewal33(document: Document, place: Place): Sighting {
  return sight(document, place, { required }, ({ form }, { forms }) => {
    if (!(form instanceof HTMLFormElement)) return {};
    return {
      member: () => chosenIn(form),
      form: new WatchedForm(forms.of(form, FILLED_BY_PAGE), () => ({
        fullName: "",
        memberNo: "",
        phone: "",
      })),
    };
  });
}

function chosenIn(form: HTMLFormElement): PageMember | undefined {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(members);
  const chosen = new Set(
    Array.from(fields, ({ value }) => memberIdOf(value)).filter((id) => id !== undefined),
  );
  const [memberId] = chosen;
  return chosen.size === 1 && memberId ? { memberId, memberNo: undefined } : undefined;
}
