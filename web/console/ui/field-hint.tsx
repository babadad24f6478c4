import { Icon } from "./icons.tsx";

interface Said {
  /** What a field wants. */
  readonly hint?: string | undefined;
  /** In its place, what is wrong with what stands in the field. */
  readonly error?: string | undefined;
}

/** For the field's `aria-describedby`. */
export const describedBy = (field: string, { hint, error }: Said): string | undefined =>
  (error ?? hint) === undefined ? undefined : `${field}-hint`;

/** The line under a field; nothing where nothing is to be said. */
export function FieldHint({ field, hint, error }: Said & { readonly field: string }) {
  const id = describedBy(field, { hint, error });
  if (id === undefined) return null;
  return error === undefined ? (
    <p class="ti-meta" id={id}>
      {hint}
    </p>
  ) : (
    <p class="field-error ti-t-bad" id={id}>
      <Icon name="alert" size="small" />
      {error}
    </p>
  );
}
