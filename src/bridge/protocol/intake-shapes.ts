import { type Static, Type } from "typebox";
import { HOW_MANY } from "../../sla/standard.ts";
import { Instant, nullable, Uuid } from "./basic-shapes.ts";

/** Who came, with which papers, and who looks after the case. */

export const CategoryKey = Type.String({
  minLength: 1,
  maxLength: 120,
  description: "As the standard names it, `sd+smp+sma`.",
});
const Words = Type.String({ maxLength: 500, description: "As published, verbatim." });

export const CategoryView = Type.Object({
  category: CategoryKey,
  isServed: Type.Boolean({ description: "False: the document says that they are not served." }),
  isInferred: Type.Boolean({ description: "The document does not name it; the reading is ours." }),
  texts: Type.Array(Words, { maxItems: 20 }),
});
export type CategoryView = Static<typeof CategoryView>;

export const CategoriesView = Type.Object({
  suggested: nullable(
    Type.String({ ...CategoryKey, description: "By INLISLite's member type, where only one can be meant." }),
  ),
  choices: Type.Array(CategoryView, {
    maxItems: 40,
    description: "Empty where the standard asks everybody for the same.",
  }),
});
export type CategoriesView = Static<typeof CategoriesView>;

/** One line of the requirements. */
export const PaperView = Type.Object({
  id: Type.String({ maxLength: 60 }),
  text: Words,
  documents: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }),
  howMany: Type.Enum(HOW_MANY, { description: "`unclear`: the document lists them and does not say." }),
  form: nullable(
    Type.String({
      maxLength: 60,
      description: "`photocopy`, `original` or `original shown`, where it is said.",
    }),
  ),
  isInferred: Type.Boolean(),
  isChecked: Type.Boolean(),
});
export type PaperView = Static<typeof PaperView>;

export const ApplicantView = Type.Object({
  ...CategoriesView.properties,
  category: nullable(CategoryKey),
  isServed: Type.Boolean({ description: "False: of the chosen category the document says that it is not." }),
});
export type ApplicantView = Static<typeof ApplicantView>;

export const OtherDesk = Type.Object({
  desk: Type.String({ maxLength: 40 }),
  title: Type.String({ maxLength: 80 }),
});
export type OtherDesk = Static<typeof OtherDesk>;

/** At which desk a case is looked after, once it was handed on. */
export const HolderView = Type.Object({
  desk: Type.String({ maxLength: 40 }),
  title: Type.String({ maxLength: 80 }),
  officer: nullable(Type.String({ maxLength: 100 })),
  isHere: Type.Boolean(),
  isAwaited: Type.Boolean({ description: "Handed on, and that desk has not taken it over yet." }),
  since: Instant,
});
export type HolderView = Static<typeof HolderView>;

/** The same member's other case. */
export const AlsoOpenView = Type.Object({
  case: Uuid,
  ticket: nullable(Type.String({ maxLength: 12 })),
  desk: Type.String({ maxLength: 80, description: "Who looks after it, as people call that desk." }),
});
export type AlsoOpenView = Static<typeof AlsoOpenView>;
