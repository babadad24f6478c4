/** Students of another place: which one, is part of the standard's own name for them. */
const ELSEWHERE = "student-university-outside";

/** How people read a category; one that only this library has is its own name. */
export function categoryName(category: string, names: Readonly<Record<string, string>>): string {
  return names[category.startsWith(ELSEWHERE) ? ELSEWHERE : category] ?? category;
}
