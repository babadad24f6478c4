import { Icon, type IconName } from "../../../ui/icons.tsx";

/** A tool that is known by its drawing; its name is its tip and what a reader of the screen says. */
export function SquareButton({
  icon,
  label,
  isOn,
  isQuiet = false,
  testid,
  onPress,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly isOn: boolean;
  readonly isQuiet?: boolean;
  readonly testid: string;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      class={isQuiet ? "ti-btn ti-btn-quiet square" : "ti-btn square"}
      aria-label={label}
      title={label}
      disabled={!isOn}
      data-testid={testid}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
