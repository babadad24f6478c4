import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { useDesigning } from "../designing.ts";

const COLOUR = /^#[0-9a-f]{6}$/;

/** A colour by the browser's own chooser, or by its number. */
export function ColourField({
  label,
  value,
  onChange,
  testid,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string, gesture: string) => void;
  readonly testid?: string;
}) {
  const { session } = useDesigning();
  const typed = useSignal<string | undefined>(undefined);
  const gesture = useRef<string>("");
  const field = useId();
  const begin = (): void => {
    gesture.current = session.newGesture();
  };
  const take = (next: string): void => {
    const colour = next.trim().toLowerCase();
    if (COLOUR.test(colour)) onChange(colour, gesture.current);
  };
  return (
    <div class="ti-field">
      <label for={field}>{label}</label>
      <span class="colour">
        <input
          type="color"
          aria-label={label}
          value={value}
          onFocus={begin}
          onInput={(event) => take(event.currentTarget.value)}
        />
        <input
          id={field}
          class="ti-input"
          value={typed.value ?? value}
          maxLength={7}
          aria-invalid={typed.value !== undefined && !COLOUR.test(typed.value.trim().toLowerCase())}
          data-testid={testid}
          onFocus={begin}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            take(event.currentTarget.value);
          }}
          onBlur={() => {
            typed.value = undefined;
          }}
        />
      </span>
    </div>
  );
}
