import type { SetupView } from "../../../src/bridge/protocol/setup-commands.ts";
import { useModel } from "../state/model.ts";
import type { Action } from "../ui/action.ts";
import type { SetupDraft } from "./draft.ts";
import { beforeOf, LAST_ASKED, nextOf, type SetupStep } from "./steps.ts";

/** Back, on, and why not yet. A server that cannot be reached today keeps nobody from the rest. */
export function SetupFoot({
  step,
  view,
  draft,
  isMended,
  saving,
  onBack,
  onNext,
}: {
  readonly step: SetupStep;
  readonly view: SetupView;
  readonly draft: SetupDraft;
  readonly isMended: boolean;
  readonly saving: Action;
  readonly onBack: (step: SetupStep) => void;
  readonly onNext: () => void;
}) {
  const { setup } = useModel().text;
  const before = beforeOf(step);
  const { deskId, deskTitle, standard } = draft.typed.value;
  const isLost = step === LAST_ASKED && draft.hasLostPassword;
  const isBlocked =
    isLost ||
    (step === "desk" && (deskId === "" || deskTitle.trim() === "")) ||
    (step === "standard" && standard === "") ||
    (step === "database" && !isMended);
  const isWriting = step === LAST_ASKED && view.canWrite;
  const why = step === "database" && !isMended ? setup.database.toMend : undefined;
  return (
    <footer class="setup-foot">
      {before === undefined ? null : (
        <button type="button" class="ti-btn ti-btn-big" onClick={() => onBack(before)}>
          {setup.back}
        </button>
      )}
      {step === "database" && !isMended ? (
        <button type="button" class="ti-btn ti-btn-quiet" data-testid="setup-skip" onClick={onNext}>
          {setup.skip}
        </button>
      ) : null}
      <span class="ti-grow" />
      {isLost ? (
        <>
          <span class="ti-meta" data-testid="password-lost">
            {setup.passwordLost}
          </span>
          <button type="button" class="ti-btn" onClick={() => onBack("database")}>
            {setup.toDatabase}
          </button>
        </>
      ) : null}
      {why === undefined ? null : <span class="ti-meta">{why}</span>}
      {step === LAST_ASKED && !view.canWrite ? <span class="ti-meta">{setup.readOnly}</span> : null}
      <button
        type="button"
        class="ti-btn ti-btn-go ti-btn-big"
        data-main
        data-testid="setup-next"
        disabled={isBlocked}
        aria-busy={saving.isBusy}
        onClick={onNext}
      >
        {nextOf(step) === undefined ? setup.done : isWriting ? setup.save : setup.next}
      </button>
    </footer>
  );
}
