import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ComplaintView } from "../../../src/bridge/protocol/complaint-shapes.ts";
import { useModel } from "../state/model.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { ReasonDialog } from "../ui/reason-dialog.tsx";
import { useShutMenu } from "../ui/shut-menu.ts";
import { AnswerDialog } from "./answer-dialog.tsx";
import { SureDialog } from "./sure-dialog.tsx";
import type { OpenedComplaint } from "./use-complaints.ts";

type Asked = "pause" | "answer" | "close" | "late" | "withdraw" | "erase";

/** The next thing to do as the biggest button, and beside it what else may happen now. */
export function ComplaintActs({
  view,
  opened,
}: {
  readonly view: ComplaintView;
  readonly opened: OpenedComplaint;
}) {
  const { text } = useModel();
  const words = text.complaints;
  const asked = useSignal<Asked | undefined>(undefined);
  const ask = (what: Asked): void => {
    asked.value = what;
  };
  const { status, verdict, lateReason } = view;
  const isOwed = status === "open" || status === "paused";
  return (
    <section class="complaint-acts">
      <Next view={view} opened={opened} ask={ask} />
      <div class="complaint-more">
        {status === "open" ? (
          <Button icon="pause" name="pause" words={words.acts.pause} onPress={() => ask("pause")} />
        ) : null}
        {isOwed ? (
          <Button icon="check" name="answer" words={words.acts.answer} onPress={() => ask("answer")} />
        ) : null}
        {isOwed ? null : (
          <Button
            icon="undo"
            name="reopen"
            words={words.acts.reopen}
            onPress={() => opened.act("complaint.reopen", {})}
          />
        )}
        {verdict === "late" ? (
          <Button icon="clock" name="late" words={words.acts.late} onPress={() => ask("late")} />
        ) : null}
        <Menu view={view} ask={ask} />
      </div>
      {view.pausedFor === null ? null : (
        <p class="ti-meta">{words.acts.pausedFor(words.pause.reasons[view.pausedFor])}</p>
      )}
      {lateReason === null ? null : (
        <p class="ti-meta" data-testid="late-said">
          {words.acts.lateSaid(words.lateReason.reasons[lateReason])}
        </p>
      )}
      <Dialogs asked={asked.value} view={view} opened={opened} onClose={() => (asked.value = undefined)} />
    </section>
  );
}

function Next({
  view,
  opened,
  ask,
}: {
  readonly view: ComplaintView;
  readonly opened: OpenedComplaint;
  readonly ask: (what: Asked) => void;
}) {
  const { text } = useModel();
  const { acts, steps } = text.complaints;
  const { status, standard } = view;
  const running = view.steps.find(({ state }) => state === "now");
  // Once there is an answer the rest of the steps may still be worked on, and need not be.
  const next = status === "open" && view.steps.find(({ state }) => state === "next");
  const button = (icon: IconName, label: string, onPress: () => void) => (
    <MainButton icon={icon} label={label} action={opened.acting} onPress={onPress} />
  );
  if (status === "closed" || status === "withdrawn") return null;
  if (status === "paused") return button("play", acts.resume, () => opened.act("complaint.resume", {}));
  if (running)
    return button("check", standard.hasProcedure ? steps.end(running.step) : steps.endHandling, () =>
      opened.act("complaint.endStep", { step: running.step }),
    );
  if (next)
    return button("play", standard.hasProcedure ? steps.start(next.step) : steps.startHandling, () =>
      opened.act("complaint.startStep", { step: next.step }),
    );
  return status === "open"
    ? button("check", acts.answer, () => ask("answer"))
    : button("check", acts.close, () => ask("close"));
}

function Button({
  icon,
  name,
  words,
  onPress,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly words: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" class="ti-btn" data-testid={`act-${name}`} onClick={onPress}>
      <Icon name={icon} />
      {words}
    </button>
  );
}

/** What is needed seldom. */
function Menu({ view, ask }: { readonly view: ComplaintView; readonly ask: (what: Asked) => void }) {
  const { acts } = useModel().text.complaints;
  const menu = useRef<HTMLDetailsElement>(null);
  const shut = useShutMenu(menu);
  const offered = [
    ...(view.status === "answered" ? [["close", "check", acts.close] as const] : []),
    ...(view.status === "closed" || view.status === "withdrawn"
      ? []
      : [["withdraw", "block", acts.withdraw] as const]),
    ...(view.isErased ? [] : [["erase", "x", acts.erase] as const]),
  ];
  if (offered.length === 0) return null;
  return (
    <details class="menu" ref={menu}>
      <summary class="ti-btn square" aria-label={acts.more} data-testid="complaint-menu">
        <Icon name="more" />
      </summary>
      <div class="menu-list">
        {offered.map(([what, icon, words]) => (
          <button
            key={what}
            type="button"
            class="ti-btn ti-btn-left"
            data-testid={`menu-${what}`}
            onClick={() => {
              shut();
              ask(what);
            }}
          >
            <Icon name={icon} />
            {words}
          </button>
        ))}
      </div>
    </details>
  );
}

function Dialogs({
  asked,
  view,
  opened,
  onClose,
}: {
  readonly asked: Asked | undefined;
  readonly view: ComplaintView;
  readonly opened: OpenedComplaint;
  readonly onClose: () => void;
}) {
  const { text } = useModel();
  const words = text.complaints;
  const { acting: action } = opened;
  switch (asked) {
    case undefined:
      return null;
    case "answer":
      return <AnswerDialog view={view} opened={opened} onClose={onClose} />;
    case "pause":
      return (
        <ReasonDialog
          {...{ ...words.pause, action, name: "complaint-pause", onClose }}
          onChoose={(reason) => opened.act("complaint.pause", { reason }, onClose)}
        />
      );
    case "close":
      return (
        <ReasonDialog
          {...{ title: words.close.title, lead: words.close.lead, reasons: words.close.outcomes }}
          {...{ action, name: "complaint-close", onClose }}
          onChoose={(outcome) => opened.act("complaint.close", { outcome }, onClose)}
        />
      );
    case "late":
      return (
        <ReasonDialog
          {...{ ...words.lateReason, action, name: "complaint-late", onClose }}
          onChoose={(reason) => opened.act("complaint.lateReason", { reason }, onClose)}
        />
      );
    case "withdraw":
    case "erase":
      return (
        <SureDialog
          {...{ what: asked, action, onClose }}
          onGo={() => opened.act(`complaint.${asked}`, {}, onClose)}
        />
      );
  }
}
