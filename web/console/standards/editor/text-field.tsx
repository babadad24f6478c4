import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { useModel } from "../../state/model.ts";
import { useEditing } from "./editing.ts";

/** One text of the document, with what is wrong with it under the field. */
export function TextField({
  label,
  value,
  at,
  onChange,
  isLong = false,
  isLabelHidden = false,
  type = "text",
  testid,
}: {
  readonly label: string;
  readonly value: string;
  /** Where it stands in the document. */
  readonly at?: string;
  readonly onChange: (value: string) => void;
  readonly isLong?: boolean;
  readonly isLabelHidden?: boolean;
  readonly type?: "text" | "date";
  readonly testid?: string;
}) {
  const field = useId();
  const shared = {
    ...{ id: field, class: "ti-input", value, maxLength: 4_000, "data-testid": testid },
    ...useProblem(at, field),
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
  };
  return (
    <div class="ti-field">
      <label for={field} class={isLabelHidden ? "ti-vh" : undefined}>
        {label}
      </label>
      {isLong ? <textarea {...shared} rows={2} /> : null}
      {!isLong && type === "date" ? <input {...shared} type="date" /> : null}
      {!isLong && type === "text" ? <input {...shared} /> : null}
      <Problem at={at} field={field} />
    </div>
  );
}

/** What ties a field to its sentence. */
export function useProblem(at: string | undefined, field: string) {
  const code = useEditing().problemAt(at ?? "");
  return code ? { "aria-invalid": true, "aria-describedby": `${field}-problem` } : {};
}

export function Problem({ at, field = "" }: { readonly at: string | undefined; readonly field?: string }) {
  const { text } = useModel();
  const code = useEditing().problemAt(at ?? "");
  if (!code) return null;
  return (
    <p class="field-error ti-t-bad" id={`${field}-problem`} data-testid={`problem-${code}`}>
      {text.standards.problems[code]}
    </p>
  );
}

/** A part of the document under its own heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="ti-panel ti-pad part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
