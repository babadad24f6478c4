import type { Signal } from "@preact/signals";
import { usePhotoDesk } from "./photo-desk.ts";

/** What the picture is like, or the tools to put it right. */
export function EditSwitch({ isEditing }: { readonly isEditing: Signal<boolean> }) {
  const { photo } = usePhotoDesk().text;
  return (
    <div class="edit-switch">
      {[false, true].map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={isEditing.value === one}
          data-testid={one ? "photo-edit" : "photo-checks"}
          onClick={() => {
            isEditing.value = one;
          }}
        >
          {one ? photo.edit : photo.checkTab}
        </button>
      ))}
    </div>
  );
}
