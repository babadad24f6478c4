import type { FormWatches } from "../form-watches.ts";
import type { FormValues, PageForm, PageWarning } from "../page.ts";
import { textOf, WatchedForm } from "../page-form.ts";
import { isLikeNik, isToday } from "../today.ts";
import { FILLED_BY_PAGE, SELECTORS } from "./selectors.ts";

const { fullName, memberNo, phone, otherPhone, endDate, registerDate } = SELECTORS.fields;

export function formIn32(form: HTMLFormElement, forms: FormWatches): PageForm {
  return new WatchedForm(forms.of(form, FILLED_BY_PAGE), () => valuesOf(form));
}

function valuesOf(form: HTMLFormElement): FormValues {
  return {
    fullName: textOf(form, fullName),
    memberNo: memberNoOf(form) ?? "",
    phone: textOf(form, phone) || textOf(form, otherPhone),
  };
}

/** A create page of a library that numbers by itself says "Otomatis" in the field, read-only. */
const NO_NUMBER_YET = "Otomatis";

export function memberNoOf(form: HTMLFormElement): string | undefined {
  const text = textOf(form, memberNo);
  return text === NO_NUMBER_YET ? undefined : text || undefined;
}

/** Online registrations of 3.2 end on the day they begin, and "aktivasi" leaves it at that. */
export function warningsIn32(form: HTMLFormElement): readonly PageWarning[] {
  const warnings: PageWarning[] = [];
  const end = textOf(form, endDate);
  if (end !== "" && (isToday(end) || end === textOf(form, registerDate))) warnings.push("ends-today");
  if (isLikeNik(memberNoOf(form) ?? "")) warnings.push("number-like-nik");
  return warnings;
}
