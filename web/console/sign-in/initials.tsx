/** A person in a circle: the first letters of the first two words of the name. */
export function Initials({ name }: { readonly name: string }) {
  const letters = name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word[0]?.toLocaleUpperCase("id"))
    .join("");
  return (
    <span class="initials" aria-hidden="true">
      {letters || name.slice(0, 1)}
    </span>
  );
}
