import { useId } from "preact/hooks";
import { Icon, type IconName } from "./icons.tsx";

/** Chooses one file. The input is the real control; its label looks like a button. The same file may be chosen again. */
export function ChooseFile({
  accept,
  label,
  icon = "folder",
  isSpinning = false,
  isLeft = false,
  describedBy,
  testid,
  onFile,
}: {
  readonly accept: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly isSpinning?: boolean;
  /** Its words begin at the left, as in a list of buttons. */
  readonly isLeft?: boolean;
  /** The id of what else is said about it. */
  readonly describedBy?: string;
  readonly testid: string;
  readonly onFile: (file: File) => void;
}) {
  const field = useId();
  return (
    <span class="file">
      <input
        id={field}
        type="file"
        accept={accept}
        aria-describedby={describedBy}
        data-testid={testid}
        onChange={(event) => {
          const input = event.currentTarget;
          const [file] = input.files ?? [];
          if (file) onFile(file);
          input.value = "";
        }}
      />
      <label class={isLeft ? "ti-btn ti-btn-left" : "ti-btn"} for={field}>
        <Icon name={icon} class={isSpinning ? "ti-spin" : undefined} />
        {label}
      </label>
    </span>
  );
}
