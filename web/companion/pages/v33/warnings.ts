import type { PageWarning } from "../page.ts";
import { textOf } from "../page-form.ts";
import { isLikeNik, isToday } from "../today.ts";
import { SELECTORS } from "./selectors.ts";

/** What the create form would store as it stands. Its end date comes from the type that is chosen, by the page's own script. */
export function createWarnings(
  form: HTMLFormElement,
  endDate: HTMLInputElement,
  memberType: HTMLSelectElement,
): PageWarning[] {
  const warnings: PageWarning[] = [];
  if (memberType.value !== "" && !/^\d{4}-\d{2}-\d{2}/u.test(endDate.value)) warnings.push("no-end-date");
  if (isToday(endDate.value)) warnings.push("ends-today");
  if (isLikeNik(textOf(form, SELECTORS.fields.memberNo))) warnings.push("number-like-nik");
  return warnings;
}

interface EditState {
  readonly form: HTMLFormElement;
  readonly memberNo: string | undefined;
  readonly field: HTMLInputElement | undefined;
  readonly tick: HTMLInputElement | undefined;
}

/** 3.3 stores the identity field as the identity number and as the member's number, and shows the latter in it. */
export function editWarnings({ form, memberNo, field, tick }: EditState): PageWarning[] {
  const warnings: PageWarning[] = [];
  const identity = form.querySelector<HTMLInputElement>(SELECTORS.fields.identityNo);
  const shown = memberNo ?? identity?.defaultValue.trim() ?? "";
  if (!identity) warnings.push("number-lost");
  else if (identity.value.trim() !== shown) warnings.push("number-replaced");
  else warnings.push("identity-lost");
  if (isLikeNik(shown)) warnings.push("number-like-nik");
  if (field?.value && tick && !tick.checked) warnings.push("photo-ignored");
  return warnings;
}
