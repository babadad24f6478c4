import { categoriesFor, documentsOf, papersFor } from "../../sla/papers.ts";
import type { Service } from "../../sla/service.ts";
import type { Standard } from "../../sla/standard.ts";
import type { ApplicantView, CategoriesView, PaperView } from "../protocol/intake-shapes.ts";
import type { TimedCase } from "./case-timings.ts";
import { suggestedCategory } from "./suggested-category.ts";

/** The sorts of applicant to choose from, and the one that the member's type stands for. */
export function categoriesView(
  standard: Standard,
  service: Service,
  memberType: string | undefined,
): CategoriesView {
  const categories = categoriesFor(standard, service);
  return {
    suggested: suggestedCategory(categories, memberType) ?? null,
    choices: categories.map(({ key, lines, ...category }) => ({
      ...category,
      category: key,
      texts: lines.map(({ text }) => text),
    })),
  };
}

export function applicantView(
  { standard, record, category }: TimedCase,
  memberType: string | undefined,
): ApplicantView {
  const view = categoriesView(standard, record, memberType);
  const chosen = view.choices.find((choice) => choice.category === category);
  return { ...view, category: category ?? null, isServed: chosen?.isServed ?? true };
}

/** The checklist of the case, with what has been ticked. */
export const paperViews = ({ standard, record, category, documents }: TimedCase): PaperView[] =>
  papersFor(standard, record, category).map((line) => {
    const named = documentsOf(line);
    return {
      ...{ id: line.id, text: line.text, form: line.form },
      ...{ documents: [...named.documents], howMany: named.howMany },
      isInferred: line.appliesToBasis !== null,
      isChecked: documents.includes(line.id),
    };
  });
