import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Note } from "../ui/note.tsx";
import { PermittedForm, WhyNot } from "../ui/permitted.tsx";

type UpdateView = Result<"update.get">;

/** Who is served changes what the button may do, and no event tells it. */
const LOOK_EVERY_MS = 15_000;

/** A newer version of Titian, what it waits for, or why one was left behind. Nothing where there is nothing to tell. */
export function UpdateNote() {
  const { text, connection } = useModel();
  const seen = useSignal<UpdateView | undefined>(undefined);
  const applying = useAction();
  useEffect(() => {
    const take = (view: UpdateView): void => {
      seen.value = view;
    };
    const look = (): void => void connection.call("update.get", {}).then(take, () => undefined);
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    const off = connection.on("update.changed", take);
    return () => {
      clearInterval(timer);
      off[Symbol.dispose]();
    };
  }, []);
  const view = seen.value;
  if (!view?.isManaged || (!view.offered && !view.leftBehind)) return null;
  const { offered, leftBehind, phase, busyWith } = view;
  if (!offered) {
    const left = leftBehind;
    return left ? (
      <Note
        tone="warn"
        title={text.updates.left(left.version)}
        text={text.updates.why[left.why]}
        testid="update"
      />
    ) : null;
  }
  const apply = (): void =>
    applying.run(async () => {
      seen.value = await connection.call("update.apply", {});
    });
  return (
    <>
      <Note
        tone="run"
        icon="refresh"
        title={text.updates.offered(offered.version)}
        text={stateText(view, text.updates)}
        testid="update"
      >
        {phase === "available" ? (
          <PermittedForm to="update.apply">
            <button
              type="button"
              class="ti-btn"
              disabled={busyWith !== null}
              aria-busy={applying.isBusy}
              onClick={apply}
            >
              {text.updates.apply}
            </button>
            <WhyNot to="update.apply" />
          </PermittedForm>
        ) : null}
      </Note>
      <FaultNote fault={applying.fault} />
    </>
  );
}

function stateText(view: UpdateView, words: ReturnType<typeof useModel>["text"]["updates"]): string {
  const { phase, busyWith, percent } = view;
  if (phase === "fetching") return words.fetching(percent ?? 0);
  if (phase === "switching") return words.switching;
  return busyWith ? words.busy[busyWith] : phase === "waiting" ? words.waiting : words.ready;
}
