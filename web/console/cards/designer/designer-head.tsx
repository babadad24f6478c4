import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { useModel } from "../../state/model.ts";
import { hashOf } from "../../state/route.ts";
import { useAction } from "../../ui/action.ts";
import { Badge } from "../../ui/badge.tsx";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import type { LiveAnswer } from "./canvas/use-live-answer.ts";
import type { Found } from "./designer-session.ts";
import { useDesigning } from "./designing.ts";
import { changeFacts } from "./draft/edits.ts";
import { refusalsIn } from "./panels/check-panel.tsx";

/** The design's name, where it stands, and the next thing to do: save, approve, or try it on a card. */
export function DesignerHead({
  check,
  onPrint,
}: {
  readonly check: LiveAnswer<readonly Found[]>;
  readonly onPrint: () => void;
}) {
  const { text } = useModel();
  const { session } = useDesigning();
  const { designer, cards } = text;
  const acting = useAction();
  const gesture = useRef<string>("");
  const isApprovedNow = useSignal(false);
  const field = useId();
  const { state } = session.design.value;
  const isDirty = session.isDirty.value;
  const next = isDirty ? "save" : state === "approved" ? "print" : "approve";

  const save = (): void =>
    acting.run(async () => {
      isApprovedNow.value = false;
      await session.save();
    });
  const approve = (): void =>
    acting.run(async () => {
      await session.approve();
      isApprovedNow.value = true;
    });

  return (
    <header class="designer-head">
      <a class="ti-btn ti-btn-quiet" href={hashOf({ page: "cards" })} data-testid="to-designs">
        <Icon name="arrow" class="turned" />
        {designer.backToList}
      </a>
      <h1 class="ti-vh">{session.draft.title}</h1>
      <label class="ti-vh" for={field}>
        {designer.name}
      </label>
      <input
        id={field}
        class="ti-input title-field"
        value={session.draft.title}
        minLength={1}
        maxLength={60}
        data-testid="design-title"
        onFocus={() => {
          gesture.current = session.newGesture();
        }}
        onInput={(event) => {
          const title = event.currentTarget.value;
          if (title.trim() !== "") session.do((editor) => changeFacts(editor, { title }, gesture.current));
        }}
      />
      {isDirty ? (
        <Badge tone="warn" icon="pen" text={designer.unsaved} testid="save-state" />
      ) : (
        <Badge
          tone={state === "approved" ? "ok" : "idle"}
          icon="check"
          text={`${designer.saved}. ${cards.states[state]}`}
          testid="save-state"
        />
      )}
      <span class="ti-grow" aria-live="polite">
        <FaultNote fault={acting.fault} />
        {isApprovedNow.value && !isDirty ? <span class="ti-t-ok">{designer.approved}</span> : null}
      </span>
      {next === "print" ? null : (
        <button
          type="button"
          class="ti-btn"
          data-testid="designer-print"
          disabled={isDirty}
          onClick={onPrint}
        >
          <Icon name="printer" />
          {cards.printTest}
        </button>
      )}
      {next === "save" ? (
        <MainButton
          {...shared}
          icon="check"
          label={designer.save}
          action={acting}
          onPress={save}
          testid="save-design"
        />
      ) : next === "approve" ? (
        <MainButton
          {...shared}
          icon="check"
          label={designer.approve}
          action={acting}
          onPress={approve}
          blockedBy={whyNot()}
          testid="approve-design"
        />
      ) : (
        <MainButton
          {...shared}
          icon="printer"
          label={cards.printTest}
          onPress={onPrint}
          testid="designer-print"
        />
      )}
    </header>
  );

  function whyNot(): string | undefined {
    if (check.answer === undefined || check.isStale) return designer.blockedUnchecked;
    const refusals = refusalsIn(check.answer);
    return refusals === 0 ? undefined : designer.blocked(refusals);
  }
}

/** Whoever draws keeps the focus on the card while the next thing to do changes. */
const shared = { size: "dialog", takesFocus: false } as const;
