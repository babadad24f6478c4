import { useModel } from "../state/model.ts";

/** Back, and the button that sends the dialog's form; `whyNot` says what it still waits for. */
export function DialogFoot({
  submit,
  whyNot,
  isBlocked = false,
  isBusy = false,
  onBack,
  testid,
}: {
  readonly submit: string;
  readonly whyNot?: string | undefined;
  readonly isBlocked?: boolean;
  readonly isBusy?: boolean;
  readonly onBack: () => void;
  readonly testid?: string;
}) {
  const { text } = useModel();
  return (
    <div class="dialog-foot">
      {whyNot === undefined ? null : <p class="why-not">{whyNot}</p>}
      <button type="button" class="ti-btn ti-btn-big" onClick={onBack}>
        {text.app.back}
      </button>
      <button
        type="submit"
        class="ti-btn ti-btn-go ti-btn-big"
        disabled={isBlocked || whyNot !== undefined}
        aria-busy={isBusy}
        data-testid={testid}
      >
        {submit}
      </button>
    </div>
  );
}
